"""From the pieces of Rich Text Format to paragraphs.

Format: Rich Text Format Specification, version 1.9.1. The library striprtf takes quadratic time over fields
that never end, prints hidden and deleted words and tables as lines of bars, so the words are read here.
"""

import re
from collections import Counter
from dataclasses import dataclass

from annotator.formats.readers.left_out import BOXES, CHANGES, COMMENTS, FOOTNOTES, HIDDEN
from annotator.formats.readers.rtf_table import RtfTable
from annotator.formats.readers.rtf_tokens import Kind, Tokens
from annotator.formats.readers.rtf_words import (
    CHARACTERS,
    PARAGRAPH_ENDS,
    SILENT,
    SYMBOLS,
    document_codec,
    font_codec,
)

_COUNTED = {b"footnote": FOOTNOTES, b"annotation": COMMENTS}
_BOXES = re.compile(rb"\\(?:shptxt|dptxbxtext)\b")

#: Where words go: into the text, to what the document says of itself, to the table of fonts or nowhere.
_TEXT, _FONTS, _NOWHERE = "text", "fonts", ""
_SINKS = {b"info": _NOWHERE, b"title": "title", b"author": "author", b"fonttbl": _FONTS}

#: What holds from where it stands to the end of its group, or for the whole document.
_DESCRIBING = frozenset(
    b"ansi ansicpg deff deleted f fcharset intbl mac pard pc pca plain revised uc v".split()
)
_HEEDED = (
    frozenset((b"u", b"cell", b"row", *_COUNTED, *_SINKS, *CHARACTERS))
    | PARAGRAPH_ENDS
    | SILENT
    | _DESCRIBING
)


@dataclass(slots=True)
class _State:
    """What holds in a group until it ends; `fallback` is how many characters stand in for one by number."""

    sink: str = _TEXT
    codec: str = ""
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False

    def copy(self) -> "_State":
        """The same, for a group within."""
        return _State(self.sink, self.codec, self.fallback, self.hidden, self.deleted, self.in_table)

    @property
    def is_read(self) -> bool:
        """Whether words stand here that belong to the text or to its details."""
        return self.sink not in (_NOWHERE, _FONTS) and not self.hidden and not self.deleted


class RtfText:
    """Reads one document: `details` has title and author, `counts` what was left out."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.details: dict[str, str] = {}
        self._table = RtfTable(self.counts)
        self._state = _State()
        self._stack: list[_State] = []
        self._words: list[str] = []
        self._pending = bytearray()
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default_font = 0
        self._to_skip = 0
        self._starred = False

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs in order, without white space around them, none empty."""
        return self._table.paragraphs

    def take(self, data: bytes) -> bool:
        """Read the document; False where it ends before its groups do. Raises UnsafeRtfError."""
        tokens = Tokens(data, _HEEDED)
        for kind, value, number in tokens:
            if kind is Kind.TEXT:
                self._take_text(value)
                continue
            self._flush()
            self._to_skip = 0
            if kind is Kind.CLOSE:
                self._close()
                if not self._stack:
                    break
            elif self._take(kind, value, number):
                passed = tokens.pass_over()
                self.counts[BOXES] += len(_BOXES.findall(passed)) if self._starred else 0
            self._starred = kind is Kind.SYMBOL and value == b"*"
        is_whole = not self._stack
        self._flush()
        self._end_paragraph()
        self._table.end()
        return is_whole

    def _take(self, kind: Kind, value: bytes, number: int | None) -> bool:
        """Take a piece; True where the rest of the group is to be passed over."""
        if kind is Kind.OPEN:
            self._stack.append(self._state)
            self._state = self._state.copy()
        elif kind is Kind.SYMBOL:
            self._take_symbol(value)
        else:
            return self._take_word(value, number)
        return False

    def _close(self) -> None:
        ended = self._state
        if self._stack:
            self._state = self._stack.pop()
        if ended.sink in ("title", "author") and ended.sink != self._state.sink:
            self.details[ended.sink] = " ".join(self._joined().split())

    def _take_symbol(self, sign: bytes) -> None:
        if sign in (b"\r", b"\n"):
            self._end_paragraph()
        else:
            self._put(SYMBOLS.get(sign, ""))

    def _take_word(self, word: bytes, number: int | None) -> bool:
        if word in SILENT or word in _COUNTED or (self._starred and word != b"ud"):
            if word in _COUNTED:
                self.counts[_COUNTED[word]] += 1
            return True
        if word in _SINKS:
            self._state.sink = _SINKS[word]
        elif word == b"u":
            self._put_number(number or 0)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif not self._structure(word):
            self._describe(word, number)
        return False

    def _structure(self, word: bytes) -> bool:
        """Ends of paragraphs and cells; False for other words."""
        if word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word == b"cell":
            self._end_paragraph(in_table=True)
            self._table.end_cell()
        elif word == b"row":
            self._table.end_row()
        else:
            return False
        return True

    def _describe(self, word: bytes, number: int | None) -> None:
        """What holds from here on, in this group."""
        is_on = number != 0
        if codec := document_codec(word, number or 0):
            self._codec = codec
        elif word in (b"f", b"deff", b"fcharset", b"plain"):
            self._describe_font(word, number or 0)
        elif word == b"uc":
            self._state.fallback = max(0, min(number or 0, 8))
        elif word in (b"intbl", b"pard"):
            self._state.in_table = word == b"intbl"
        elif word == b"v":
            self.counts[HIDDEN] += is_on and not self._state.hidden
            self._state.hidden = is_on
        elif word in (b"deleted", b"revised"):
            self.counts[CHANGES] += is_on
            self._state.deleted = is_on and word == b"deleted"

    def _describe_font(self, word: bytes, number: int) -> None:
        if word == b"deff":
            self._default_font = number
        elif word == b"fcharset":
            self._fonts[self._font] = font_codec(number)
        elif word == b"plain":
            self._state.codec = self._fonts.get(self._default_font, "")
            self._state.hidden = self._state.deleted = False
        elif self._state.sink == _FONTS:
            self._font = number
        else:
            self._state.codec = self._fonts.get(number, "")

    def _take_text(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        if self._state.is_read:
            self._pending += data[skipped:]

    def _put(self, characters: str) -> None:
        if self._state.is_read:
            self._words.append(characters)

    def _put_number(self, number: int) -> None:
        """A character by its number, which is written as a signed 16-bit one."""
        code = number + 0x10000 if number < 0 else number
        self._put(chr(code) if 0 <= code < 0x110000 else "\ufffd")
        self._to_skip = self._state.fallback

    def _flush(self) -> None:
        """Decode the bytes at hand; those of one character may stand in several pieces."""
        if self._pending:
            self._words.append(self._pending.decode(self._state.codec or self._codec, "replace"))
            self._pending.clear()

    def _joined(self) -> str:
        """The words at hand, surrogates that were written one by one put together."""
        joined = "".join(self._words)
        self._words.clear()
        if joined.isascii():
            return joined
        return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _end_paragraph(self, *, in_table: bool = False) -> None:
        if self._state.sink == _TEXT:
            self._table.add(self._joined().strip(), in_table=in_table or self._state.in_table)
