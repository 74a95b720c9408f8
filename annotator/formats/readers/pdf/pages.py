"""What pdfium finds on the pages of a file, as lines of print.

Format: ISO 32000-2 (PDF 2.0), section 9. Asking pdfium for one letter costs a call each, so that only the
first and the last of every word are asked where they stand.
"""

import ctypes
import math
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.formats.readers.pdf.directions import Direction, directions
from annotator.formats.readers.pdf.leftward import Glyph, cells, logical
from annotator.formats.readers.pdf.lines import DIVIDED, LEFTWARD, RAISED, Line, Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_WORD = re.compile(f"[^\\s{DIVIDED}]+")
_LINE_END = re.compile(f"[\r\n{DIVIDED}]")
_NO_LETTERS = re.compile("[\x00-\x01\x03-\x08\x0b\x0c\x10-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = re.compile(r"(?<=[^\d\s])[\d*†‡§]{1,3}$")
#: What pdfium writes in whole strings where it says `DIVIDED` of the letter alone.
_DIVIDED_IN_STRINGS = "\ufffe"
#: A wider gap between two words, in sizes of type, may be one between columns.
_WIDE = 1.1
#: A word whose baseline is that much higher or lower, in sizes of type, stands on another line.
_ASIDE = 0.5
#: Type this much smaller than that of its word, and its foot this much higher, is set raised.
_SMALLER, _HIGHER = 0.8, 0.08
#: How many letters before may reach farther to the right than the last.
_BACK = 4
_SPACES = frozenset(" \u00a0")
#: The cosine of the largest angle at which a line counts as upright.
_UPRIGHT = 0.9
#: Letters of one page; a page of a newspaper has thirty thousand.
_LETTERS_LIMIT = 100_000


class _Word(NamedTuple):
    """A word in the page's own points, its height counted from the top; `breaks` where a line ends before."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first: int
    last: int
    breaks: bool


def page_of(document: "PdfDocument", number: int) -> Page:
    """The page of that number, from 0. Raises pypdfium2.PdfiumError where it cannot be loaded."""
    page = document[number]
    try:
        height = page.get_height()
        lines = tuple(_Lettering(page, height).lines())
        picture = not lines and _has_picture(page)
    finally:
        page.close()
    return Page(document.get_page_label(number).strip() or str(number + 1), height, lines, picture)


def _has_picture(page: "PdfPage") -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    return next(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=2), None) is not None


class _Lettering:
    """The letters of one page."""

    def __init__(self, page: "PdfPage", height: float) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._held = page.get_textpage()
        self._text: Any = self._held.raw
        self._turned = page.get_rotation()
        self._height = height
        self._across, self._box_height = page.get_width(), height
        self._letters = self._read_letters()
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._band = self._set = (0.0, 0.0)

    def lines(self) -> Iterator[Line]:
        """The upright lines, in the order of the file."""
        stretches = _stretches(self._words())
        if LEFTWARD.search(self._letters):
            yield from self._lines_both_ways(list(stretches))
        else:
            for words in stretches:
                yield from self._line(words)
        self._held.close()

    def _read_letters(self) -> str:
        """A character for each that pdfium counts, so that places in the string are its places."""
        count = min(self._pdfium.FPDFText_CountChars(self._text), _LETTERS_LIMIT)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self._pdfium.FPDFText_GetText(self._text, 0, count, buffer)
        letters = bytes(buffer).decode("utf-16-le", "surrogatepass")[:count]
        if written == count + 1 and len(letters) == count:
            return letters.replace(_DIVIDED_IN_STRINGS, DIVIDED)
        # Where some have no meaning or take two units, the string at once has other places.
        unicode = self._pdfium.FPDFText_GetUnicode
        return "".join(map(chr, (unicode(self._text, place) for place in range(count))))

    def _words(self) -> Iterator[_Word]:
        letters, end = self._letters, 0
        for found in _WORD.finditer(letters):
            breaks = not end or _LINE_END.search(letters, end, found.start()) is not None
            end = found.end()
            divided = DIVIDED if letters.startswith(DIVIDED, end) else ""
            yield self._word(found[0] + divided, found.start(), end - 1, breaks)

    def _word(self, text: str, first: int, last: int, breaks: bool) -> _Word:
        left, top, right, bottom = self._rectangle(first)
        if breaks or (top, bottom) != self._band:  # else it is set like the word before
            self._band = top, bottom
            self._set = self._size(first), self._baseline(first)
        size, baseline = self._set
        if last > first:
            end_left, end_top, end_right, end_bottom = self._rectangle(last)
            left, right = min(left, end_left), max(right, end_right)
            same = (end_top, end_bottom) == (top, bottom)
            if not same and (mark := _MARK.search(text)) and self._is_raised(last, size, baseline):
                text = f"{text[: mark.start()]}\x0e{mark[0]}\x0f"
        return _Word(text, left, right, baseline, size, first, last, breaks)

    def _is_raised(self, place: int, size: float, baseline: float) -> bool:
        """Whether a letter is smaller and stands higher than its word."""
        return self._size(place) < _SMALLER * size and self._baseline(place) < baseline - _HIGHER * size

    def _size(self, place: int) -> float:
        """The size of a letter's type, which a file may give with a scale apart."""
        size: float = self._pdfium.FPDFText_GetFontSize(self._text, place)
        self._pdfium.FPDFText_GetMatrix(self._text, place, self._matrix)
        return size * math.hypot(self._matrix.c, self._matrix.d) or 1.0

    def _rectangle(self, place: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a letter with the room its type takes, as the page is shown."""
        self._pdfium.FPDFText_GetLooseCharBox(self._text, place, self._box)
        box = self._box
        if not self._turned:
            return box.left, self._height - box.top, box.right, self._height - box.bottom
        (x, y), (other_x, other_y) = self._shown(box.left, box.top), self._shown(box.right, box.bottom)
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)

    def _baseline(self, place: int) -> float:
        self._pdfium.FPDFText_GetCharOrigin(self._text, place, self._x, self._y)
        return self._shown(self._x.value, self._y.value)[1]

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file, counted from the foot of the unturned page, on the page as it is shown."""
        if self._turned == 90:
            return y, x
        if self._turned == 180:
            return self._across - x, y
        if self._turned == 270:
            return self._across - y, self._height - x
        return x, self._height - y

    def _line(self, words: list[_Word]) -> Iterator[Line]:
        """The words as a line; nothing where they run up or down the page, as names of photographers do."""
        first = words[0].first
        if not self._is_upright(first):
            return
        text = _clean(" ".join(word.text for word in words))
        if text:
            yield Line(
                text,
                min(word.left for word in words),
                max(word.right for word in words),
                words[0].baseline,
                max(words, key=lambda word: len(word.text)).size,
                self._is_bold(first) and self._is_bold(words[-1].first),
            )

    def _lines_both_ways(self, stretches: list[list[_Word]]) -> Iterator[Line]:
        """The lines of a page where some words run to the left, whose order is made out anew."""
        found = list(_rows(stretches))
        texts = [" ".join(word.text for words in row for word in words) for row in found]
        for row, direction in zip(found, directions(texts), strict=True):
            if direction is None or not self._is_upright(row[0][0].first):
                for words in row:
                    yield from self._line(words)
                continue
            words = [word for words in row for word in words]
            for glyphs in _apart([*self._glyphs(words)], max(words, key=lambda word: len(word.text)).size):
                yield from self._leftward_line(glyphs, words, direction)

    def _leftward_line(self, glyphs: list[Glyph], words: list[_Word], direction: Direction) -> Iterator[Line]:
        first = max(words, key=lambda word: len(word.text))
        found = cells(glyphs, first.size)
        foreign = all(cell.kind not in {"R", "AL"} for cell in found) and any(
            cell.kind == "L" for cell in found
        )
        leftward = direction.leftward and not foreign
        reading = logical(found, leftward=leftward, arabic=direction.arabic)
        text = _clean(reading.text)
        lost = any(glyph.letter < " " for glyph in glyphs)
        if text:
            yield Line(
                text,
                min(glyph.left for glyph in glyphs),
                max(glyph.right for glyph in glyphs),
                first.baseline,
                first.size,
                self._is_bold(glyphs[0].place) and self._is_bold(glyphs[-1].place),
                unsure=lost or not (direction.sure and reading.sure),
            )

    def _glyphs(self, words: list[_Word]) -> Iterator[Glyph]:
        """The letters of words and the spaces between them, each with its place on the page."""
        for word in words:
            raised = len(mark[1]) if (mark := RAISED.search(word.text)) else 0
            for place in range(word.first, word.last + 1 + (word.text[-1] == DIVIDED)):
                yield self._glyph(place, raised=place > word.last - raised)
            after = word.last + 1
            if self._letters[after : after + 1] in _SPACES:
                yield self._glyph(after, raised=False)

    def _glyph(self, place: int, *, raised: bool) -> Glyph:
        left, _, right, _ = self._rectangle(place)
        self._pdfium.FPDFText_GetCharOrigin(self._text, place, self._x, self._y)
        letter = self._letters[place].replace(DIVIDED, "-")
        return Glyph(letter, self._shown(self._x.value, self._y.value)[0], left, right, place, raised)

    def _is_upright(self, place: int) -> bool:
        turned: float = self._pdfium.FPDFText_GetCharAngle(self._text, place) + math.radians(self._turned)
        return math.cos(turned) >= _UPRIGHT

    def _is_bold(self, place: int) -> bool:
        name = ctypes.create_string_buffer(64)
        self._pdfium.FPDFText_GetFontInfo(self._text, place, name, 64, None)
        return b"Bold" in name.raw or b"Black" in name.raw


def _stretches(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    gathered: list[_Word] = []
    for word in words:
        if gathered and _parts(gathered[-1], word):
            yield gathered
            gathered = []
        gathered.append(word)
    if gathered:
        yield gathered


def _rows(stretches: Iterable[list[_Word]]) -> Iterator[list[list[_Word]]]:
    """Stretches that follow one another on one baseline."""
    row: list[list[_Word]] = []
    for words in stretches:
        if row and abs(words[0].baseline - row[0][0].baseline) > _ASIDE * min(words[0].size, row[0][0].size):
            yield row
            row = []
        row.append(words)
    if row:
        yield row


def _apart(glyphs: list[Glyph], size: float) -> Iterator[list[Glyph]]:
    """The letters of a line from left to right, parted where a gap may be one between columns."""
    part: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.start):
        if glyph.right <= glyph.left and glyph.letter in _SPACES:
            continue
        if part and glyph.start - max(each.right for each in part[-_BACK:]) > _WIDE * size:
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def _parts(before: _Word, word: _Word) -> bool:
    """Whether a new stretch begins with a word."""
    size = min(before.size, word.size)
    gap = max(word.left - before.right, before.left - word.right)
    return word.breaks or gap > _WIDE * size or abs(word.baseline - before.baseline) > _ASIDE * size


def _clean(text: str) -> str:
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return _NO_LETTERS.sub("", text).strip()
