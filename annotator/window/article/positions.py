"""The one door between places in a text (code points) and in its document (UTF-16 units)."""

from annotator.model.spans import Span
from annotator.text.utf16 import Utf16Map

#: What a QTextDocument would drop or turn into paragraph ends, and what it shows instead: one unit for one.
_STAND_INS = {
    "\r": "\N{REPLACEMENT CHARACTER}",
    "\N{LINE SEPARATOR}": "\N{REPLACEMENT CHARACTER}",
    "\N{PARAGRAPH SEPARATOR}": "\N{REPLACEMENT CHARACTER}",
    "\ufdd0": "\N{REPLACEMENT CHARACTER}",
    "\ufdd1": "\N{REPLACEMENT CHARACTER}",
    "\ufffe": "\N{REPLACEMENT CHARACTER}",
    "\ufeff": "\N{WORD JOINER}",
}


class Positions:
    """Maps offsets of one canonical text, in code points, to positions of its document and back."""

    def __init__(self, text: str) -> None:
        self._map = Utf16Map(text)

    @property
    def length(self) -> int:
        """The document's length in UTF-16 units, without the end Qt adds."""
        return self._map.length_units

    def position(self, offset: int) -> int:
        """The document's position, in UTF-16 units, of an offset."""
        return self._map.units(offset)

    def offset(self, position: int, *, up: bool = False) -> int:
        """The offset of a document's position; inside a surrogate pair its start, or with `up` its end."""
        return self._map.offset(min(max(position, 0), self.length), up=up)

    def span(self, first: int, last: int) -> Span:
        """The span between two positions in either order, snapped outward to whole code points."""
        start, end = sorted((first, last))
        return Span(self.offset(start), self.offset(end, up=end > start))


def shown(text: str) -> str:
    """The text as a document can hold it, with every character in its place."""
    for character, stand_in in _STAND_INS.items():
        text = text.replace(character, stand_in)
    return text
