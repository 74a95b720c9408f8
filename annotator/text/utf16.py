"""The one place that knows of UTF-16, in which Qt and some file formats count."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Maps places in one text between code points and UTF-16 units, in O(log n) of its astral characters."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # Where characters of two units stand: in code points, and in units.
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._pairs = [place + before for before, place in enumerate(self._astral)]

    @property
    def length_units(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def units(self, offset: int) -> int:
        """The UTF-16 position of a code point offset; ValueError outside the text."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is not in a text of {self._length} code points")
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def offset(self, units: int, *, up: bool = False) -> int:
        """The code point offset of a UTF-16 position; ValueError outside the text.

        A position inside a surrogate pair snaps to the character's start, or with `up` to its end.
        """
        if not 0 <= units <= self.length_units:
            raise ValueError(f"position {units} is not in a text of {self.length_units} UTF-16 units")
        if not self._pairs:
            return units
        pairs_before = bisect_left(self._pairs, units)
        inside = pairs_before > 0 and self._pairs[pairs_before - 1] == units - 1
        return units - pairs_before + (1 if inside and up else 0)
