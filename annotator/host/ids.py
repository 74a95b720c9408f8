"""Ids that are the same on all machines and sort by the time they were made."""

import os
import re
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_TAIL_BITS = 74  # of the 128: 48 are the time, 6 say version and variant


class IdMaker:
    """Makes UUIDs of version 7 that grow strictly, also from several threads.

    RFC 9562, section 5.7; the order within a millisecond is by its section 6.2, method 2.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._ms = 0
        self._tail = 0

    def make(self, now_ms: int) -> "uuid.UUID":
        """The next id; `now_ms` is milliseconds since 1970.

        A later millisecond draws a new tail, the same or an earlier one counts on.
        """
        with self._guard:
            if now_ms > self._ms:
                self._ms = now_ms
                self._tail = _random_bits(_TAIL_BITS - 1)  # half the range stays free to count
            else:
                self._tail += 1 + _random_bits(32)
            return assemble(self._ms, self._tail)


def is_uuid(words: str) -> bool:
    """Whether they are a UUID as the library writes them: bare, in small letters."""
    return _UUID.fullmatch(words) is not None


def assemble(ms: int, tail: int) -> "uuid.UUID":
    """A UUID of version 7 and the RFC's variant: time, 12 bits of the tail, the other 62."""
    import uuid  # with its machine's name and hashes it would be a hundredth of a start

    high, low = tail >> 62, tail & ((1 << 62) - 1)
    return uuid.UUID(int=(ms << 80) | (7 << 76) | (high << 64) | (0b10 << 62) | low)


def _random_bits(count: int) -> int:
    return int.from_bytes(os.urandom(-(-count // 8)), "big") >> (-count % 8)


_maker = IdMaker()


def new_id(now_ms: int) -> str:
    """A UUIDv7 later than every other of this process, even if the clock stands or goes back.

    `now_ms` is milliseconds since 1970.
    """
    return str(_maker.make(now_ms))
