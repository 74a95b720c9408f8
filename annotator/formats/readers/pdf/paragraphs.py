"""Paragraphs out of lines: by gaps, indents, changes of type, and lines that end before they had to."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from annotator.formats.kinds import Block
from annotator.formats.readers.pdf.hyphens import Words, plain
from annotator.formats.readers.pdf.lines import DIVIDED, Line
from annotator.text.paragraphs import is_unspaced

#: A gap of so many usual ones parts two paragraphs.
_WIDE_GAP = 1.25
#: Type that differs by more is of another kind: a heading, a caption.
_OTHER_SIZE = 1.12
#: First lines are set in by at least and at most so much, in sizes of type.
_INDENT = (0.5, 6.0)
#: How far back a paragraph may have been interrupted, as by a caption.
_BACK = 3

_BULLET = re.compile(r"[•●▪‣◦■]\s*\S")
_ITEM = re.compile(r"(?:[•●▪‣◦■*–—-]|\d{1,3}[.)]|\(?[a-z]\))\s")
_FINISHED = re.compile(r"[.!?…:。！？؟۔][\"'”’»“)\]\x0e\x0f\d]*$")


@dataclass(frozen=True)
class Column:
    """Lines that are read from top to bottom, and the label of their page."""

    page: str
    lines: Sequence[Line]

    @cached_property
    def left(self) -> float:
        """Where most of its lines begin."""
        begins = Counter(round(line.left) for line in self.lines)
        most = max(begins.values(), default=0)
        return min((left for left, count in begins.items() if count * 2 > most), default=0.0)

    def edge(self, number: int) -> float:
        """How far to the right lines reach round about the line of that number."""
        near = self.lines[max(number - 2, 0) : number + 4]
        return max(line.right for line in near)


@dataclass
class Paragraph:
    """Lines that belong together, and the label of the page on which they begin."""

    page: str
    lines: list[Line] = field(default_factory=list)

    def block(self, words: Words, *, marks: bool) -> Block:
        """The paragraph in running words; marks of footnotes stay or go."""
        texts = [line.text for line in self.lines]
        pieces = [words.before(text, after) for text, after in zip(texts, texts[1:], strict=False)]
        return Block(plain("".join((*pieces, texts[-1])), marks=marks), self.page)


class Setting:
    """How a file is set: the size of its body and how far apart its lines stand."""

    def __init__(self, columns: Sequence[Column], body: float) -> None:
        self._columns, self._body = columns, body
        self._leading = self._usual_leading()

    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of all columns in their order, those that run on from one to the next made whole."""
        found: list[Paragraph] = []
        above: Column | None = None
        for column in self._columns:
            for number, line in enumerate(column.lines):
                if number:
                    begins = self._begins(column, number)
                else:
                    begins = above is None or self._begins_anew(above, column)
                paragraph = _interrupted(found, line) if begins else found[-1]
                if paragraph is None:
                    found.append(paragraph := Paragraph(column.page))
                paragraph.lines.append(line)
            above = column
        return found

    def _usual_leading(self) -> float:
        """The usual distance of two lines' feet, in sizes of their type."""
        seen: Counter[float] = Counter()
        for column in self._columns:
            for line, after in zip(column.lines, column.lines[1:], strict=False):
                if not _of_other_type(line, after) and after.baseline > line.baseline:
                    seen[round((after.baseline - line.baseline) / line.size * 20) / 20] += 1
        return seen.most_common(1)[0][0] if seen else 1.2

    def _begins(self, column: Column, number: int) -> bool:
        """Whether a paragraph begins with a line that is not its column's first."""
        before, line = column.lines[number - 1], column.lines[number]
        gap = line.baseline - before.baseline
        if _of_other_type(before, line) or gap > _WIDE_GAP * self._leading * max(before.size, line.size):
            return True
        if line.size > _OTHER_SIZE * self._body:
            return False  # the lines of a heading end where its sense does
        if _BULLET.match(line.text):
            return True
        return _is_indented(column, number) or _ends_early(before, line, column.edge(number - 1))

    def _begins_anew(self, above: Column, column: Column) -> bool:
        """Whether a paragraph begins with a column."""
        before, line = above.lines[-1], column.lines[0]
        if _of_other_type(before, line) or _is_indented(column, 0):
            return True
        return _ends_early(before, line, above.edge(len(above.lines) - 1))


def _of_other_type(one: Line, other: Line) -> bool:
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    return larger > _OTHER_SIZE * smaller or one.bold != other.bold


def _is_indented(column: Column, number: int) -> bool:
    """Whether a line is set in as the first of a paragraph, not as one of a quotation or a list."""
    line = column.lines[number]
    least, most = (each * line.size for each in _INDENT)
    if not least < line.left - column.left < most:
        return False
    if not number:
        following = column.lines[1:2]
        return bool(following) and following[0].left < line.left - least / 2
    before = column.lines[number - 1]
    return before.left < line.left - least / 2 and not _ITEM.match(before.text)


def _ends_early(line: Line, after: Line, edge: float) -> bool:
    """Whether a line ends although the next line's first word would still have found room beside it."""
    if line.text.endswith(("-", "\u2010", "\u00ad", DIVIDED)):
        return False
    if not (after.text[0].isupper() or _ITEM.match(after.text) or _FINISHED.search(line.text)):
        return False
    first = 2 if is_unspaced(after.text[0]) else len(after.text.split(maxsplit=1)[0]) + 1
    wanted = after.width * first / max(len(after.text), 1) + 0.25 * after.size
    return edge - line.right > wanted


def _interrupted(found: Sequence[Paragraph], line: Line) -> Paragraph | None:
    """The paragraph that goes on with a line after a caption or note in smaller type stood between."""
    if not line.text[0].islower() or not found or not _of_other_type(found[-1].lines[-1], line):
        return None
    for paragraph in reversed(found[-_BACK:]):
        last = paragraph.lines[-1]
        if not _of_other_type(last, line):
            return None if _FINISHED.search(last.text) else paragraph
        if last.size > line.size or last.bold:
            return None  # a heading ends what stands above it
    return None
