"""Where positions in a text as a file has it come to stand once the text is canonical."""

import re
from bisect import bisect_left

from annotator.model.spans import Span
from annotator.text.canonical import UNKEEPABLE, canonical

_MARKS_AT_START = re.compile("[\ufeff\ufffe\x00\ud800-\udfff]+")
#: Of a CRLF the first half goes, whatever that goes too stands between.
_CR_BEFORE_LF = re.compile("\r(?=[\x00\ud800-\udfff]*\n)")


class Positions:
    """A text made canonical, with the way from positions in the raw text to positions in it."""

    def __init__(self, raw: str) -> None:
        """Works out what is gone; of a text that was canonical that is nothing."""
        self.text = canonical(raw)
        self._length = len(raw)
        self._gone = _gone(raw) if len(self.text) < len(raw) else []

    def at(self, position: int) -> int:
        """Where a position `0 <= position <= len(raw)` stands, or stood what it was among and is gone."""
        return position - bisect_left(self._gone, position)

    def span(self, start: int, end: int) -> Span | None:
        """Where a span of the raw text stands; None where that has no such span."""
        return Span(self.at(start), self.at(end)) if 0 <= start <= end <= self._length else None


def _gone(raw: str) -> list[int]:
    """The positions in the raw text of the code points that the canonical text does not have, in order."""
    marks = _MARKS_AT_START.match(raw)
    reached = marks.end() if marks else 0
    rest = (found.start() for kind in (UNKEEPABLE, _CR_BEFORE_LF) for found in kind.finditer(raw, reached))
    return [*range(reached), *sorted(rest)]
