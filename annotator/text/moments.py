"""Times as strings."""

from datetime import UTC, datetime


def in_utc(words: str) -> str:
    """An ISO 8601 time as libraries keep it, in UTC with milliseconds; "" for what is no time.

    What has no time zone is taken to be UTC.
    """
    try:
        found = datetime.fromisoformat(words.strip())
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return found.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
