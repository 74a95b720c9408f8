"""Draws what lies behind and over the words: selection, tints, underlines, the picked claim, letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Extent, Geometry, Line, band
from annotator.window.article.handles import Handle
from annotator.window.article.letters import Letter
from annotator.window.article.typesetting import Measures
from annotator.window.theme import Theme

#: Dashes and gaps of each tag's underline, by its thickness; none is a solid line.
_DASHES: dict[Tag, list[float]] = {Tag.ALLEGATION: [], Tag.DENIAL: [3.5, 2], Tag.FACT: [1, 1]}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a claim that stands on one line."""

    claim: ClaimLine
    line: Line
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class PagePainter:
    """Draws on a painter that is moved to the document's pixels."""

    painter: QPainter
    geometry: Geometry
    claims: PageClaims
    theme: Theme
    measures: Measures

    def stretches(self, lines: Sequence[Line]) -> list[Stretch]:
        """The parts of claims that stand on some lines, line by line."""
        if not lines:
            return []
        visible = self.claims.overlapping(lines[0].start, lines[-1].end)
        return [
            Stretch(claim, line, tuple(self.geometry.extents(line, claim.span)))
            for line in lines
            for claim in visible
            if claim.span.start < line.end and line.start < claim.span.end
        ]

    def draw_selection(self, lines: Iterable[Line], span: Span) -> None:
        """The selected words in grey."""
        for line in lines:
            for extent in self.geometry.extents(line, span):
                self.painter.fillRect(band(line, extent, self.measures), QColor(self.theme.selection))

    def draw_tints(self, stretches: Iterable[Stretch]) -> None:
        """One layer for each tag, however many claims of it overlap: the words must stay readable."""
        for line, on_line in groupby(stretches, key=lambda stretch: stretch.line):
            by_tag: dict[Tag, list[Extent]] = {}
            for stretch in on_line:
                if not stretch.claim.withdrawn:
                    by_tag.setdefault(stretch.claim.tag, []).extend(stretch.extents)
            for tag, extents in by_tag.items():
                for extent in _united(extents):
                    self.painter.fillRect(band(line, extent, self.measures), self.theme.tinted(tag))

    def draw_underlines(self, stretches: Iterable[Stretch]) -> None:
        """Each claim's line in its tag's colour and pattern, at its own height below the words."""
        pens = {tag: self.pen(tag) for tag in Tag}
        for stretch in stretches:
            y = self._underline(stretch)
            self.painter.setPen(pens[stretch.claim.tag])
            for extent in stretch.extents:
                self.painter.drawLine(QLineF(round(extent.left), y, round(extent.right), y))

    def draw_names(self, lines: Sequence[Line]) -> None:
        """A thin plain line under the words that name sources."""
        if not lines:
            return
        self.painter.setPen(QPen(QColor(self.theme.secondary), 1))
        names = self.claims.names(lines[0].start, lines[-1].end)
        for line in lines:
            y = round(line.baseline + self.measures.scaled(3)) + 0.5
            for name in names:
                for extent in self.geometry.extents(line, name):
                    self.painter.drawLine(QLineF(extent.left, y, extent.right, y))

    def draw_outline(self, stretches: Iterable[Stretch], picked: str | None) -> None:
        """The accent round the picked claim's words, line by line."""
        self.painter.setPen(QPen(QColor(self.theme.accent), 1.4))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in stretches:
            if stretch.claim.id != picked:
                continue
            bottom = self._underline(stretch) + self.measures.stroke / 2 + 2
            for extent in stretch.extents:
                box = band(stretch.line, extent, self.measures)
                box.setBottom(bottom)
                self.painter.drawRoundedRect(box.adjusted(-2.5, -2, 2.5, 0), 3.5, 3.5)

    def draw_strikes(self, stretches: Iterable[Stretch]) -> None:
        """A line through the words of withdrawn claims."""
        self.painter.setPen(QPen(QColor(self.theme.secondary), self.measures.scaled(1.4)))
        for stretch in stretches:
            if stretch.claim.withdrawn:
                y = stretch.line.baseline - self.measures.scaled(5) * stretch.line.scale
                for extent in stretch.extents:
                    self.painter.drawLine(QLineF(extent.left, y, extent.right, y))

    def draw_letters(self, letters: Iterable[Letter], picked: str | None) -> None:
        """The letters in the margin, with a ring round the picked claim's."""
        plain = self.painter.font()
        bold = QFont(plain)
        bold.setBold(True)
        self.painter.setFont(bold)
        for letter in letters:
            if letter.is_chip:
                self._draw_chip(letter)
            else:
                self._draw_letter(letter, ringed=letter.claims[0].id == picked)
        self.painter.setFont(plain)

    def draw_meta(self, lines: Iterable[Line], words: str) -> None:
        """The quiet line in the gap under the heading."""
        heading = [line for line in lines if line.scale > 1]
        if not heading or not words:
            return
        last = heading[-1]
        side = Qt.AlignmentFlag.AlignRight if last.leftward else Qt.AlignmentFlag.AlignLeft
        top = last.baseline + self.measures.scaled(14)
        room = QRectF(last.left, top, last.width, self.measures.scaled(24))
        font = QFont(self.painter.font())
        font.setPixelSize(round(self.measures.scaled(13)))
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.theme.secondary))
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, last.width)
        self.painter.drawText(
            room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words
        )

    def draw_handles(self, handles: Iterable[Handle]) -> None:
        """The two edges of the picked claim that can be dragged."""
        self.painter.setPen(QPen(QColor(self.theme.page), 1.5))
        self.painter.setBrush(QColor(self.theme.accent))
        for handle in handles:
            self.painter.drawEllipse(handle.knob)

    def _draw_letter(self, letter: Letter, *, ringed: bool) -> None:
        claim = letter.claims[0]
        colours = self.theme.tags[claim.tag]
        radius = self.measures.scaled(4.5)
        if ringed:
            self.painter.setPen(QPen(QColor(self.theme.accent), 1.6))
            self.painter.setBrush(QColor(self.theme.page))
            self.painter.drawRoundedRect(letter.rect.adjusted(-3, -3, 3, 3), radius + 2.5, radius + 2.5)
        if claim.withdrawn:
            self.painter.setPen(QPen(QColor(colours.mark), 1.2))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(colours.mark))
        self.painter.drawRoundedRect(letter.rect, radius, radius)
        self.painter.setPen(QColor(colours.mark if claim.withdrawn else colours.letter))
        self.painter.drawText(letter.rect, Qt.AlignmentFlag.AlignCenter, letter.label)

    def _draw_chip(self, letter: Letter) -> None:
        radius = self.measures.scaled(4.5)
        self.painter.setPen(QPen(QColor(self.theme.border), 1))
        self.painter.setBrush(QColor(self.theme.card))
        self.painter.drawRoundedRect(letter.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self.painter.setPen(QColor(self.theme.secondary))
        self.painter.drawText(letter.rect, Qt.AlignmentFlag.AlignCenter, letter.label)

    def _underline(self, stretch: Stretch) -> float:
        """The middle of a claim's underline."""
        stroke = self.measures.stroke
        bottom = round(stretch.line.baseline + self.measures.below * stretch.line.scale)
        return bottom + stroke / 2 + self.claims.height(stretch.claim) * (stroke + self.measures.between)

    def pen(self, tag: Tag) -> QPen:
        """The pen of a tag's line: its colour and its pattern."""
        pen = QPen(QColor(self.theme.tags[tag].mark), self.measures.stroke)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if _DASHES[tag]:
            pen.setDashPattern(_DASHES[tag])
        return pen


def _united(extents: list[Extent]) -> list[Extent]:
    """Extents that overlap made one, from the left."""
    united: list[Extent] = []
    for extent in sorted(extents, key=lambda each: each.left):
        if united and extent.left <= united[-1].right:
            united[-1] = Extent(united[-1].left, max(united[-1].right, extent.right))
        else:
            united.append(extent)
    return united
