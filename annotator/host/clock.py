"""The time: milliseconds since 1970, ISO 8601 in UTC, and stamps that order every change."""

import re
import time
from datetime import UTC, datetime, timedelta

from annotator.model.errors import BadInput

#: How far ahead of this machine a stamp from elsewhere may be, in milliseconds: one day.
FURTHEST_AHEAD = 24 * 60 * 60 * 1000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HIGHEST_COUNT = 0xFFFF
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)#([0-9a-f]{4})")


class Clock:
    """The clock of this machine."""

    def now_ms(self) -> int:
        """Milliseconds since the start of 1970 in UTC."""
        return time.time_ns() // 1_000_000


def iso(ms: int) -> str:
    """The ISO 8601 form of milliseconds since 1970: `2026-11-23T02:46:57.123Z`."""
    moment = _EPOCH + timedelta(milliseconds=ms)
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def milliseconds(text: str) -> int:
    """Milliseconds since 1970 of a time that `iso` wrote; raises ValueError for anything else."""
    return (datetime.fromisoformat(text) - _EPOCH) // timedelta(milliseconds=1)


def local(text: str) -> str:
    """A time that `iso` wrote as the clock on the wall shows it, `2026-11-23 03:46`; else as it is."""
    try:
        return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return text


class HybridClock:
    """Gives stamps `2026-11-23T02:46:57.123Z#0004` that only grow, whatever the machine's clock does.

    A hybrid logical clock (Kulkarni et al. 2014): the time is the largest seen, and four
    hexadecimal digits count what happened within it. Stamps sort as strings. It belongs to one thread.
    After `last` it goes on in a millisecond of its own, so that ids made from `ms` grow with the stamps.
    """

    def __init__(self, clock: Clock, last: str = "") -> None:
        self._clock = clock
        self._ms, self._count = (_parts(last)[0] + 1, -1) if last else (0, 0)

    @property
    def ms(self) -> int:
        """The time of the newest stamp given or seen, in milliseconds since 1970."""
        return self._ms

    def tick(self) -> str:
        """The stamp of a change made now, later than every stamp given or seen before."""
        now = self._clock.now_ms()
        if now > self._ms:
            self._ms, self._count = now, 0
        elif self._count < _HIGHEST_COUNT:
            self._count += 1
        else:
            self._ms, self._count = self._ms + 1, 0
        return f"{iso(self._ms)}#{self._count:04x}"

    def seen(self, stamp: str) -> None:
        """Take note of a stamp made elsewhere, so that the next tick is later.

        Raises BadInput for what is no stamp, and for one more than a day ahead: taken over, it
        would carry a wrong date into everything written from then on. One that is no later than
        those before says nothing new, however wrong this machine's own clock once was.
        """
        there = _parts(stamp)
        if there <= (self._ms, self._count):
            return
        if there[0] > self._clock.now_ms() + FURTHEST_AHEAD:
            raise BadInput("clock.ahead", stamp=stamp)
        self._ms, self._count = there


def _parts(stamp: str) -> tuple[int, int]:
    """The time in milliseconds and the count of a stamp."""
    match = _STAMP.fullmatch(stamp)
    if match is None:
        raise BadInput("clock.no_stamp", stamp=stamp)
    try:
        return milliseconds(match[1]), int(match[2], 16)
    except ValueError as error:
        raise BadInput("clock.no_stamp", stamp=stamp) from error
