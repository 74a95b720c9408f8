"""Times as files of other tools have them, as libraries keep them."""

from annotator.text.moments import in_utc


def moment(given: str, now: str) -> str:
    """An ISO 8601 time in UTC with milliseconds, no later than `now`, which is such a time; "" for no time.

    What has no time zone is taken to be UTC.
    """
    return min(in_utc(given), now)
