"""Dates and times as a person reads them: local, in the order of their language and region."""

import re
from datetime import date, datetime, time

from annotator.words import say, speaks_to_programs

_WHOLE = re.compile(r"(\d{4}-\d{2}-\d{2})(T.*)?")
_MOMENT = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<time>([01]\d|2[0-3]):[0-5]\d).*")


def short_date(iso: str) -> str:
    """`14 Mar` for a date of this year, `14 Mar 2019` for others; what is no whole date stays as it is."""
    day = _day(iso)
    if day is None:
        return iso
    return _written("date.short" if day.year == date.today().year else "date.short_year", day)


def long_date(iso: str) -> str:
    """`14 March 2025`; a year or a month alone stays as it is written."""
    day = _day(iso)
    return _written("date.long", day) if day else iso


def moment(written: str) -> str:
    """`14 March 2025, 14:30` for a day and time (`2025-03-14T14:30`) on the clock of who wrote it down.

    A day alone is written as `long_date` does, anything else stays as it is. For programs it is
    `2025-03-14 14:30`.
    """
    found = _MOMENT.fullmatch(written)
    if found is None:
        return long_date(written)
    if speaks_to_programs() or _day(found["day"]) is None:
        return f"{found['day']} {found['time']}"
    return say("date.with_time", date=long_date(found["day"]), time=_clock(time.fromisoformat(found["time"])))


def local_day(at: str) -> str:
    """The day of a moment (ISO 8601 in UTC) where the person is: `Friday, 14 March 2025`.

    What is no moment stays as it is, as a damaged library may have it.
    """
    local = _local(at)
    return _written("date.full", local.date()) if local else at


def local_time(at: str, *, seconds: bool = False) -> str:
    """The time of day of a moment (ISO 8601 in UTC) where the person is: `14:02`, or `14:02:11`.

    It is left out where `at` is no moment, as in a damaged library.
    """
    local = _local(at)
    return _clock(local.time(), "time.seconds" if seconds else "time.short") if local else ""


def _clock(at: time, key: str = "time.short") -> str:
    return say(
        key,
        hour=f"{at.hour:02}",
        hour_of_twelve=at.hour % 12 or 12,
        minute=f"{at.minute:02}",
        second=f"{at.second:02}",
        half=say("time.before_noon" if at.hour < 12 else "time.after_noon"),
    )


def _written(key: str, day: date) -> str:
    return say(
        key,
        day=day.day,
        month=say(f"month.{day.month}"),
        short_month=say(f"short_month.{day.month}"),
        year=day.year,
        weekday=say(f"weekday.{day.isoweekday()}"),
    )


def _day(iso: str) -> date | None:
    """The day that is written so; None for anything else, a day that never was included, and for programs."""
    found = _WHOLE.fullmatch(iso)
    if found is None or speaks_to_programs():
        return None
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def _local(at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):  # OverflowError: the first or the last day there is, in another zone
        return None
