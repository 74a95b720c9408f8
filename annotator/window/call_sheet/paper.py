"""The call sheet on paper: black on white, with room to write by hand. All lengths are points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from annotator.formats.writers.call_sheet import EntryOutline, LineOutline
from annotator.text.direction import begins_right
from annotator.window.article.face import reading_font
from annotator.words import say

_INK = QColor("black")
_FAINT = QColor("#999999")  # the lines to write on
_WRITE = 22.0
_LINES = 3
_INDENT = 34.0
_BOX = 9.0
_FOOT = 24.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words on paper; `mark` stands before them, with a box to tick or a ticked one (None for neither).

    `write` is how many empty lines follow, `above` the room before.
    """

    words: str
    size: int = 10
    bold: bool = False
    serif: bool = False
    indent: float = _INDENT
    above: float = 2.0
    mark: str = ""
    ticked: bool | None = None
    write: int = 0


#: Pieces that stay on one page where they fit on one.
Block = list[Piece]


def blocks(entries: Sequence[EntryOutline]) -> list[list[Block]]:
    """For each source its blocks: the heading together with the first claim, then each claim."""
    return [list(_blocks(entry)) for entry in entries]


def _blocks(entry: EntryOutline) -> Iterable[Block]:
    head: Block = [Piece(entry.name, 17, bold=True, indent=0, above=0)]
    head += [Piece(line, indent=0) for line in (entry.article, *entry.contact, entry.open) if line]
    for heading, lines in entry.sections:
        head.append(Piece(heading, 11, bold=True, indent=0, above=14))
        for line in lines:
            yield [*head, *_claim(line)]
            head = []


def _claim(line: LineOutline) -> Iterable[Piece]:
    quote = " ".join(line.quote.split())
    yield Piece(quote, 12, serif=True, above=10, mark=line.letter, ticked=line.ticked)
    yield Piece(line.about)
    for number, fact in enumerate(line.facts, start=1):
        yield Piece(fact, write=_LINES if number == len(line.facts) else 0)
    if not line.facts:
        yield Piece("", above=0, write=_LINES)


@dataclass(frozen=True, slots=True)
class Strip:
    """What takes part of a page's height: one laid out piece, or a line of it where a piece is cut."""

    piece: Piece
    layout: QTextLayout | None
    line: int
    height: float


class Paper:
    """Lays blocks out on pages of a size in points, and paints a page.

    Each source begins a new page. `pages` holds for each page its strips with their distance from the top.
    """

    def __init__(self, entries: Sequence[EntryOutline], width: float, height: float) -> None:
        self._width, self._height = width, height
        self.pages: list[list[tuple[float, Strip]]] = []
        for source in blocks(entries):
            self.pages.append([])
            for block in source:
                self._place([strip for piece in block for strip in self._strips(piece)])

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints a page, counted from 0; the painter's unit is the point."""
        for top, strip in self.pages[page]:
            self._paint_strip(painter, top, strip)
        painter.setPen(_INK)
        painter.setFont(_font(Piece("", 8)))
        words = say("call_sheet.page", page=page + 1, pages=len(self.pages))
        foot = QRectF(0, self._height - _FOOT, self._width, _FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)

    def _place(self, strips: list[Strip]) -> None:
        """Puts a block on the page, or on a new one where that lets it stay in one."""
        room = self._height - _FOOT
        needed = sum(strip.height for strip in strips)
        if self.pages[-1] and self._filled() + needed > room:
            self.pages.append([])
        for strip in strips:
            if self.pages[-1] and self._filled() + strip.height > room:
                self.pages.append([])
            self.pages[-1].append((self._filled(), strip))

    def _filled(self) -> float:
        if not self.pages[-1]:
            return 0.0
        top, last = self.pages[-1][-1]
        return top + last.height

    def _strips(self, piece: Piece) -> Iterable[Strip]:
        if piece.above:
            yield Strip(piece, None, 0, piece.above)
        if piece.words:
            layout = self._laid_out(piece)
            yield from (Strip(piece, layout, n, layout.lineAt(n).height()) for n in range(layout.lineCount()))
        yield from (Strip(piece, None, -1, _WRITE) for _ in range(piece.write))

    def _laid_out(self, piece: Piece) -> QTextLayout:
        # A newline would not end a line of a layout.
        layout = QTextLayout(piece.words.replace("\n", "\u2028"), _font(piece))
        right = begins_right(piece.words)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width - piece.indent)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

    def _paint_strip(self, painter: QPainter, top: float, strip: Strip) -> None:
        piece = strip.piece
        painter.setPen(_INK)
        if strip.layout is not None:
            strip.layout.lineAt(strip.line).draw(painter, QPointF(piece.indent, top))
            if strip.line == 0 and piece.mark:
                self._paint_mark(painter, top, strip)
        elif strip.line < 0:
            painter.setPen(QPen(_FAINT, 0.5))
            painter.drawLine(QLineF(_INDENT, top + _WRITE, self._width, top + _WRITE))

    def _paint_mark(self, painter: QPainter, top: float, strip: Strip) -> None:
        """The tag's letter, and before it a box to tick by hand."""
        piece = strip.piece
        font = _font(Piece("", 11, bold=True))
        base = top + (strip.layout.lineAt(0).ascent() if strip.layout else 0)
        painter.setFont(font)
        painter.drawText(QPointF(_BOX + 6, base), piece.mark)
        if piece.ticked is not None:
            box = QRectF(0, base - _BOX, _BOX, _BOX)
            painter.setPen(QPen(_INK, 0.8))
            painter.drawRect(box)
            if piece.ticked:
                painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
                painter.drawLine(QLineF(box.bottomLeft(), box.topRight()))


def _font(piece: Piece) -> QFont:
    """A face whose pixel is a point: the painter is scaled to points."""
    font = reading_font(1) if piece.serif else QFont()
    font.setPixelSize(piece.size)
    font.setBold(piece.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
