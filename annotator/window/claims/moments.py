"""Days and times as people type them, and as the library keeps them.

Kept is ISO 8601: a day, or a time with its distance from UTC, so that a colleague elsewhere reads it right.
"""

import re
from datetime import date, datetime, time, timedelta

from annotator.words import say

_CLOCK = re.compile(r"^(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?$")
_DOTTED = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})?$")
_NOON = 12
_SHORTEST = 2  # letters that stand for a day of the week


def read_moment(words: str, now: datetime) -> str | None:
    """What a person typed, as the library keeps it: empty for nothing, None for what cannot be read.

    Read are `14:30`, `9pm`, `2025-03-14`, `14.3.` and `14.3.2025`, today, tomorrow, yesterday and the days of
    the week (the next such day), each day with a time or without. A time without a day is today's.
    """
    wanted = " ".join(words.replace(",", " ").casefold().split())
    if not wanted:
        return ""
    if (whole := _whole(wanted)) is not None:
        return whole
    today = now.date()
    first, _, rest = wanted.partition(" ")
    day = _day(first, today)
    clock = _clock(rest if day is not None else wanted)
    if day is not None and not rest:
        return day.isoformat()
    if clock is None:
        return None
    return _kept(datetime.combine(day or today, clock))


def shown_moment(kept: str) -> str:
    """What the library keeps, as it stands in a field: `2025-03-14 14:30` where the person is, or a day."""
    if "T" not in kept:
        return kept
    try:
        return datetime.fromisoformat(kept).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return kept


def moment_of(now: datetime) -> str:
    """A moment as the library keeps it, to the minute."""
    return _kept(now)


def _kept(moment: datetime) -> str:
    return moment.astimezone().isoformat(timespec="minutes")


def _whole(wanted: str) -> str | None:
    """A day and time written as one by ISO 8601."""
    try:
        moment = datetime.fromisoformat(wanted.replace(" ", "t", 1))
        return _kept(moment) if "t" in wanted or " " in wanted else moment.date().isoformat()
    except (ValueError, OverflowError):
        return None


def _day(word: str, today: date) -> date | None:
    near = {say("parts.yesterday"): -1, say("parts.today"): 0, say("parts.tomorrow"): 1}
    if (by := near.get(word)) is not None:
        return today + timedelta(days=by)
    if (weekday := _weekday(word)) is not None:
        return today + timedelta(days=(weekday - today.isoweekday()) % 7)
    try:
        if dotted := _DOTTED.match(word):
            day, month, year = dotted.groups()
            return date(int(year or today.year), int(month), int(day))
        return date.fromisoformat(word)
    except ValueError:
        return None


def _weekday(word: str) -> int | None:
    """The day of the week that only one begins with, 1 for Monday; None for none or for several."""
    names = {number: say(f"weekday.{number}").casefold() for number in range(1, 8)}
    found = [number for number, name in names.items() if name.startswith(word.rstrip("."))]
    return found[0] if len(found) == 1 and len(word) >= _SHORTEST else None


def _clock(words: str) -> time | None:
    found = _CLOCK.match(words)
    if found is None or (found[2] is None and found[3] is None and "h" not in words):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found[3] == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
