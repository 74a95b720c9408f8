"""Whose claims the page shows: a bar where each begins, a band under its letter, names beside the lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.model.enums import Verdict
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.article.geometry import Geometry
from annotator.window.article.letters import Letter
from annotator.window.article.names import NameBeside
from annotator.window.article.painter import PagePainter, Stretch
from annotator.window.article.signs import draw_sign
from annotator.window.article.typesetting import Measures
from annotator.window.people import People
from annotator.window.theme import Theme

#: The dot before a name and the gap behind it, in pixels of the 100 % margin.
_DOT, _DOT_GAP = 6, 4


@dataclass(frozen=True, slots=True)
class WhosePainter:
    """Draws with the page's painter; persons only add to what tags draw."""

    page: PagePainter
    people: People

    def draw_starts(self, stretches: Iterable[Stretch]) -> None:
        """A bar in the person's colour where each claim begins; claims that begin together share it."""
        at_start = [each for each in stretches if _begins(each)]
        for _, together in groupby(at_start, key=lambda each: each.claim.span.start):
            sharing = list(together)
            for place, stretch in enumerate(sharing):
                bar = start_bar(self.page.geometry, stretch, self.page.measures)
                height = bar.height() / len(sharing)
                part = QRectF(bar.left(), bar.top() + place * height, bar.width(), height)
                self._painter.fillRect(part, self.ink(stretch.claim))

    def draw_names(self, beside: Iterable[NameBeside]) -> None:
        """The names in secondary ink, each behind a dot in the person's colour."""
        measures = self.page.measures
        dot, gap = measures.beside(_DOT), measures.beside(_DOT_GAP)
        self._painter.save()
        self._painter.setFont(name_font(self._painter.font(), measures))
        for each in beside:
            room = QRectF(each.room)
            if each.person:
                left = room.right() - dot if each.leftward else room.left()
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(self.people.ink(each.person, self._theme))
                self._painter.drawEllipse(QRectF(left, room.center().y() - dot / 2, dot, dot))
                taken = dot + gap
                room.adjust(0 if each.leftward else taken, 0, -taken if each.leftward else 0, 0)
            self._write(each, room)
        self._painter.restore()

    def draw_on_letters(self, letters: Iterable[Letter]) -> None:
        """Under each letter its person's band; at its corners my answer, and a dot for unread words."""
        me = self.people.me
        self._painter.save()
        for letter in letters:
            if not letter.is_chip:
                claim = letter.claims[0]
                self._draw_band(letter.rect, self.ink(claim))
                answers = dict(claim.verdicts)
                if me is not None and me.id in answers:
                    self._draw_answer(letter, answers[me.id])
            if any(claim.unread for claim in letter.claims):
                self._draw_unread(letter)
        self._painter.restore()

    def ink(self, claim: ClaimLine) -> QColor:
        """The colour of a claim's person."""
        return self.people.ink(claim.author, self._theme)

    @property
    def _painter(self) -> QPainter:
        return self.page.painter

    @property
    def _theme(self) -> Theme:
        return self.page.theme

    def _write(self, beside: NameBeside, room: QRectF) -> None:
        metrics = QFontMetricsF(self._painter.font())
        words = metrics.elidedText(beside.words, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if beside.leftward else Qt.AlignmentFlag.AlignLeft
        self._painter.setPen(QColor(self._theme.secondary))
        self._painter.drawText(
            room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, words
        )

    def _draw_band(self, square: QRectF, ink: QColor) -> None:
        """The foot of the square in the person's colour, a thin gap above it."""
        radius, tall, gap = (self.page.measures.scaled(size) for size in (4.5, 3.5, 1.2))
        shape = QPainterPath()
        shape.addRoundedRect(square, radius, radius)
        self._painter.save()
        self._painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        foot = QRectF(square.left(), square.bottom() - tall, square.width(), tall)
        self._painter.fillRect(foot.adjusted(0, -gap, 0, 0), QColor(self._theme.page))
        self._painter.fillRect(foot, ink)
        self._painter.restore()

    def _draw_answer(self, letter: Letter, verdict: Verdict) -> None:
        """A sign in a small disc at the corner nearest to the text."""
        size = self.page.measures.beside(11)
        x = letter.rect.left() if letter.leftward else letter.rect.right()
        disc = QRectF(x - size / 2, letter.rect.top() - size / 2, size, size)
        self._painter.setPen(QPen(QColor(self._theme.secondary), 1))
        self._painter.setBrush(QColor(self._theme.card))
        self._painter.drawEllipse(disc)
        draw_sign(self._painter, verdict, disc, QColor(self._theme.ink))

    def _draw_unread(self, letter: Letter) -> None:
        """A dot in ink at the outer corner, set off from what lies under it."""
        size = self.page.measures.beside(7)
        x = letter.rect.right() if letter.leftward else letter.rect.left()
        self._painter.setPen(QPen(QColor(self._theme.page), 1.5))
        self._painter.setBrush(QColor(self._theme.ink))
        self._painter.drawEllipse(QPointF(x, letter.rect.top()), size / 2, size / 2)


def start_bar(geometry: Geometry, stretch: Stretch, measures: Measures) -> QRectF:
    """The bar beside the first character of a claim, on the side from which that is read."""
    start, line = stretch.claim.span.start, stretch.line
    width = measures.scaled(2.5)
    extents = geometry.extents(line, Span(start, start + 1))
    leftward = geometry.runs_left(start)
    edge = line.left if not extents else extents[0].right if leftward else extents[0].left
    top = round(line.baseline - measures.above * line.scale)
    bottom = round(line.baseline + measures.below * line.scale) + measures.stroke
    return QRectF(edge if leftward else edge - width, top, width, bottom - top)


def name_font(base: QFont, measures: Measures) -> QFont:
    """The small face of names in the margin."""
    font = QFont(base)
    font.setPixelSize(max(8, round(measures.beside(11.5))))
    return font


def _begins(stretch: Stretch) -> bool:
    return stretch.line.start <= stretch.claim.span.start < stretch.line.end
