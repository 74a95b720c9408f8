"""Where the characters of the text stand on the page, in pixels of the document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from annotator.model.spans import Span
from annotator.window.article.positions import Positions
from annotator.window.article.typesetting import HEADING_SCALE, Measures, heading_of

#: Letters written from right to left: Hebrew to Arabic Extended, their presentation forms, beyond the BMP.
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


#: No gap between blocks is wider, in pixels at the largest zoom.
_WIDEST_GAP = 400


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of the page: `[start, end)` in code points without white space at its end, and its place.

    `scale` is the size of its type by the body's, `leftward` says that its paragraph runs from right to
    left. `edges` holds the left and right edge of each UTF-16 unit where directions may mix.
    """

    start: int
    end: int
    baseline: float
    scale: float
    leftward: bool
    left: float
    width: float
    block_position: int
    laid: QTextLine
    edges: list[tuple[float, float]] | None

    @property
    def middle(self) -> float:
        """The height of the middle of its small letters."""
        return self.baseline - 5 * self.scale

    @property
    def span(self) -> Span:
        """The characters of the line."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of one line, from its left to its right edge."""

    left: float
    right: float


def band(line: Line, extent: Extent, measures: Measures) -> QRectF:
    """The box behind a stretch of words, the same for all faces on a line."""
    top = round(line.baseline - measures.above * line.scale)
    bottom = round(line.baseline + measures.below * line.scale)
    return QRectF(QPointF(extent.left, top), QPointF(extent.right, bottom))


def touched(lines: Sequence[Line], span: Span) -> Sequence[Line]:
    """Those of some lines in order on which a span stands, and blank ones between them."""
    first = bisect_right(lines, span.start, key=lambda line: line.end)
    return lines[first : bisect_left(lines, span.end, lo=first, key=lambda line: line.start)]


class Geometry:
    """Finds lines and characters of a laid out document."""

    def __init__(self, document: QTextDocument, text: str, positions: Positions) -> None:
        self._document = document
        self._text = text
        self._positions = positions
        self._heading = heading_of(text)

    def lines(self, top: float, bottom: float) -> list[Line]:
        """The lines that touch the band between two heights, from above."""
        layout = self._document.documentLayout()
        # Asked by height, Qt lays out as far as that; asked for a block beyond, the whole text.
        layout.hitTest(QPointF(0, bottom + _WIDEST_GAP), Qt.HitTestAccuracy.FuzzyHit)
        block = self._block_at(top)
        found: list[Line] = []
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            found += self._lines_of(block, top, bottom)
            block = block.next()
        return found

    def line_at(self, offset: int) -> Line | None:
        """The line that holds the character at `offset`; None in a blank one."""
        block = self._document.findBlock(self._positions.position(offset))
        # This also lays the text out as far as here.
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        laid = block.layout().lineForTextPosition(self._positions.position(offset) - block.position())
        return self._line(block, laid, corner) if laid.isValid() else None

    def extents(self, line: Line, span: Span) -> list[Extent]:
        """The stretches that a span covers on a line, from the left; more than one where directions mix."""
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start >= end:
            return []
        first = self._positions.position(start) - line.block_position
        last = self._positions.position(end) - line.block_position
        if line.edges is None:
            return [Extent(line.left + _x(line.laid, first), line.left + _x(line.laid, last))]
        before = line.laid.textStart()
        stretches = _joined(line.edges[first - before : last - before])
        return [Extent(line.left + left, line.left + right) for left, right in stretches]

    def character_at(self, point: QPointF) -> int | None:
        """The offset of the character under a point; None beside the text."""
        for line in self.lines(point.y(), point.y()):
            for extent in self.extents(line, line.span):
                if extent.left <= point.x() < extent.right:
                    unit = line.laid.xToCursor(
                        point.x() - line.left, QTextLine.CursorPosition.CursorOnCharacter
                    )
                    return self._positions.offset(line.block_position + unit)
        return None

    def caret_at(self, point: QPointF) -> int:
        """The place between two characters nearest to a point."""
        lines = self._lines_about(point.y())
        if not lines:
            return 0
        nearest = min(lines, key=lambda line: abs(line.middle - point.y()))
        layout = self._document.findBlock(nearest.block_position).layout()
        unit = _caret_at(layout, nearest, point.x() - nearest.left)
        return self._positions.offset(nearest.block_position + unit)

    def line_runs_left(self, offset: int) -> bool:
        """Whether the paragraph of a place runs from right to left."""
        block = self._document.findBlock(self._positions.position(offset))
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    def runs_left(self, offset: int) -> bool:
        """Whether the character at an offset is one that is written from right to left."""
        return _LEFTWARD.match(self._text, offset) is not None

    def _lines_about(self, y: float) -> list[Line]:
        """Some lines around a height, the nearest among them; none where the text is empty."""
        for reach in (0, 64, 512, 4096):
            if found := self.lines(y - reach, y + reach):
                return found
        return []

    def _block_at(self, y: float) -> QTextBlock:
        """A block at a height or just above it."""
        layout = self._document.documentLayout()
        y = max(y, layout.blockBoundingRect(self._document.begin()).top())
        end = self._document.characterCount() - 1
        # In some gaps between blocks Qt answers with the end of the text: ask a little further down.
        places = (
            layout.hitTest(QPointF(0, y + below), Qt.HitTestAccuracy.FuzzyHit)
            for below in range(0, _WIDEST_GAP, 12)
        )
        block = self._document.findBlock(next((place for place in places if place < end), end))
        while block.previous().isValid() and layout.blockBoundingRect(block).top() > y:
            block = block.previous()
        return block.previous() if block.previous().isValid() else block

    def _lines_of(self, block: QTextBlock, top: float, bottom: float) -> Iterator[Line]:
        """The block's lines within a band; found by bisection, for a block may hold the whole text."""
        laid = block.layout()
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        height = block.blockFormat().lineHeight()
        first = bisect_left(
            range(laid.lineCount()), top - corner.y() - height, key=lambda number: laid.lineAt(number).y()
        )
        for number in range(first, laid.lineCount()):
            line = self._line(block, laid.lineAt(number), corner)
            if line.baseline - height > bottom:
                return
            yield line

    def _line(self, block: QTextBlock, laid: QTextLine, corner: QPointF) -> Line:
        position = block.position() + laid.textStart()
        start = self._positions.offset(position)
        end = self._positions.offset(position + laid.textLength())
        while end > start and self._text[end - 1].isspace():
            end -= 1
        leftward = block.textDirection() == Qt.LayoutDirection.RightToLeft
        mixed = leftward or _LEFTWARD.search(self._text, start, end) is not None
        return Line(
            start=start,
            end=end,
            baseline=corner.y() + laid.y() + laid.ascent(),
            scale=HEADING_SCALE if self._heading.start <= start < self._heading.end else 1,
            leftward=leftward,
            left=corner.x(),
            width=laid.width(),
            block_position=block.position(),
            laid=laid,
            edges=_edges(laid, leftward) if mixed else None,
        )


def _caret_at(layout: QTextLayout, line: Line, x: float) -> int:
    """The unit of its block before which the caret stands nearest to x, in pixels from the line's left.

    For letters under several accents, and some faces, Qt's answer is the end of the line. Where directions
    may mix, a caret near a character stands at least on one of its two sides.
    """
    laid = line.laid
    unit, end = laid.xToCursor(x), laid.textStart() + laid.textLength()
    if unit != end:
        return unit
    if line.edges is None:
        places = (place for place in range(laid.textStart(), end) if layout.isValidCursorPosition(place))
        return min((end, *places), key=lambda place: abs(_x(laid, place) - x))
    after = layout.nextCursorPosition(laid.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
    sides = (layout.previousCursorPosition(after), after)
    return unit if unit in sides else min(sides, key=lambda side: abs(_x(laid, side) - x))


def _x(line: QTextLine, unit: int, side: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """The x of a unit's edge, from the block's left."""
    return cast(tuple[float, int], line.cursorToX(unit, side))[0]


def _edges(line: QTextLine, leftward: bool) -> list[tuple[float, float]]:
    """The left and right edge of each UTF-16 unit of a line, from the block's left."""
    units = range(line.textStart(), line.textStart() + line.textLength())
    sides = [(_x(line, unit), _x(line, unit, QTextLine.Edge.Trailing)) for unit in units]
    whole = line.naturalTextRect()
    known = sorted({x for side in sides for x in side} | {whole.left(), whole.right()})
    edges = []
    for number, (leading, trailing) in enumerate(sides):
        if leading == trailing:
            # Where the direction turns, Qt gives the edge of the run before: the unit fills the hole
            # beside the next one, on the side from which that is written, or the hole at the line's end.
            leading, beyond = sides[number + 1] if number + 1 < len(sides) else (leading, leading)
            to_the_right = beyond < leading or (beyond == leading and not leftward)
            trailing = _next_edge(known, leading, to_the_right)
        edges.append((min(leading, trailing), max(leading, trailing)))
    return edges


def _next_edge(known: list[float], x: float, to_the_right: bool) -> float:
    """The nearest known edge on one side of x, or x itself."""
    if to_the_right:
        return min((edge for edge in known if edge > x), default=x)
    return max((edge for edge in known if edge < x), default=x)


def _joined(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches that touch made one, from the left."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if joined and left <= joined[-1][1] + 0.75:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined
