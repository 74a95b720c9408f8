"""Draws what is on the page beside its claims: the sentence in turn, ticks, places found, links, a choice."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from annotator.model.spans import Span
from annotator.window.article.choice import Choice
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Geometry, Line, band, touched
from annotator.window.article.letters import Letter
from annotator.window.article.links import Curve
from annotator.window.article.placed import PlacedSpans, without
from annotator.window.article.typesetting import Measures
from annotator.window.theme import Theme

#: How much of the cursor's colour lies behind its sentence, with the focus on the page and without.
GROUND, FAINT_GROUND = 0.08, 0.04


@dataclass(frozen=True, slots=True)
class StrokePainter:
    """Draws on a painter that is moved to the document's pixels."""

    painter: QPainter
    geometry: Geometry
    claims: PageClaims
    theme: Theme
    measures: Measures

    def draw_cursor(self, lines: Sequence[Line], sentence: Span, *, focused: bool) -> None:
        """A bar beside the lines of the sentence that the keyboard is at, and a light ground behind it."""
        ground = QColor(self.theme.cursor)
        ground.setAlphaF(GROUND if focused else FAINT_GROUND)
        bar = QColor(self.theme.cursor if focused else self.theme.border)
        width = self.measures.beside(3 if focused else 2)
        for line in touched(lines, sentence):
            extents = self.geometry.extents(line, sentence)
            for extent in extents:
                self.painter.fillRect(band(line, extent, self.measures), ground)
            if extents:
                self.painter.fillRect(self._bar(line, sentence, width), bar)

    def draw_hits(self, lines: Sequence[Line], hits: PlacedSpans, current: Span | None) -> None:
        """A ground behind the words found, and a stronger one with an outline behind those in turn."""
        if not lines or not hits:
            return
        self.painter.setPen(QPen(QColor(self.theme.ink), 1))
        for hit in hits.overlapping(lines[0].start, lines[-1].end):
            ground = QColor(self.theme.hit_current if hit == current else self.theme.hit)
            for box in self._boxes(lines, hit):
                self.painter.fillRect(box, ground)
                if hit == current:
                    self.painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def draw_read(self, lines: Sequence[Line], read: PlacedSpans, hits: PlacedSpans) -> None:
        """The page's colour over the words of ticked sentences, and a tick beside each.

        Claims and places found keep their strength. It is drawn over the words, for to set them in another
        colour would lay the article out anew.
        """
        if not lines or not read:
            return
        veil = QColor(self.theme.page)
        veil.setAlphaF(1 - self.theme.pale)
        for sentence in read.overlapping(lines[0].start, lines[-1].end):
            holes = [line.span for line in self.claims.overlapping(sentence.start, sentence.end)]
            for part in without(sentence, [*holes, *hits.overlapping(sentence.start, sentence.end)]):
                for box in self._boxes(lines, part):
                    # A little over the band, for accents and descenders.
                    over = box.height() / 10
                    self.painter.fillRect(box.adjusted(0, -over, 0, over), veil)
        for line in lines:
            if any(line.start <= each.start for each in read.overlapping(line.start, line.end)):
                self._draw_tick(line)

    def draw_curves(self, curves: Iterable[Curve]) -> None:
        """Links as thin curves with their arrows."""
        pen = QPen(QColor(self.theme.accent), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        for curve in curves:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawPath(curve.path)
            for tip, origin in curve.arrows:
                self.painter.drawPolyline(_arrow(tip, origin, self.measures.beside(6)))

    def draw_linked(self, letters: Iterable[Letter], linked: set[str]) -> None:
        """A thin ring round the letters at the other ends of links."""
        self.painter.setPen(QPen(QColor(self.theme.accent), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self.measures.scaled(4.5) + 1.5
        for letter in letters:
            if any(claim.id in linked for claim in letter.claims):
                self.painter.drawRoundedRect(letter.rect.adjusted(-2, -2, 2, 2), radius, radius)

    def draw_candidate(self, lines: Sequence[Line], span: Span) -> None:
        """A line round the words of the claim that Enter would choose, in ink: red is the picked one's."""
        self.painter.setPen(QPen(QColor(self.theme.ink), 1.6))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes(lines, span):
            self.painter.drawRoundedRect(box.adjusted(-2.5, -2, 2.5, self.measures.stroke + 2), 3.5, 3.5)

    def draw_numbers(self, letters: Iterable[Letter], choice: Choice) -> None:
        """Numbers in place of the letters of claims to choose from; a ring round the current one's."""
        plain = self.painter.font()
        bold = QFont(plain)
        bold.setBold(True)
        self.painter.setFont(bold)
        radius = self.measures.scaled(4.5)
        for letter in letters:
            ids = [claim.id for claim in letter.claims if claim.id in choice]
            if not ids:
                continue
            if choice.current in ids:
                self.painter.setPen(QPen(QColor(self.theme.ink), 1.6))
                self.painter.setBrush(QColor(self.theme.page))
                self.painter.drawRoundedRect(letter.rect.adjusted(-3, -3, 3, 3), radius + 2.5, radius + 2.5)
            numbers = [number for number in map(choice.number, ids) if number is not None]
            if numbers:
                self._draw_number(letter.rect, numbers, radius)
        self.painter.setFont(plain)

    def _boxes(self, lines: Sequence[Line], span: Span) -> Iterator[QRectF]:
        """The boxes behind the words of a span, line by line."""
        for line in touched(lines, span):
            for extent in self.geometry.extents(line, span):
                yield band(line, extent, self.measures)

    def _draw_number(self, rect: QRectF, numbers: list[int], radius: float) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.ink))
        self.painter.drawRoundedRect(rect, radius, radius)
        self.painter.setPen(QColor(self.theme.page))
        # More than a line has places for share one: the dots say that there are others.
        label = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}…"
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)

    def _bar(self, line: Line, sentence: Span, width: float) -> QRectF:
        """The piece of the bar beside a line: it reaches the next one where the sentence goes on there."""
        gap = self.measures.beside(10)
        left = line.left + line.width + gap - width if line.leftward else line.left - gap
        top = line.baseline - self.measures.above * line.scale
        goes_on = sentence.end > line.end
        height = self.measures.leading * (1.3 if line.scale > 1 else 1)
        bottom = top + height if goes_on else line.baseline + self.measures.below * line.scale
        return QRectF(left, top, width, bottom - top)

    def _draw_tick(self, line: Line) -> None:
        """Beside the far end of the line, where no letters stand."""
        size = self.measures.beside(8)
        x = line.left - 2 * size if line.leftward else line.left + line.width + size
        corner = QPointF(x, line.middle)
        path = QPainterPath(corner)
        path.lineTo(corner + QPointF(size * 0.35, size * 0.4))
        path.lineTo(corner + QPointF(size, -size * 0.45))
        self.painter.setPen(QPen(QColor(self.theme.secondary), self.measures.beside(1.2)))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)


def _arrow(tip: QPointF, origin: QPointF, size: float) -> QPolygonF:
    """The two strokes of an arrow head at `tip`, for a line that comes from `origin`."""
    angle = math.atan2(origin.y() - tip.y(), origin.x() - tip.x())
    wings = [tip + QPointF(math.cos(angle + side), math.sin(angle + side)) * size for side in (-0.5, 0.5)]
    return QPolygonF([wings[0], tip, wings[1]])
