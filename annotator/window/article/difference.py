"""Both versions of the same words in the text: a line for each person, above and below, and what differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from annotator.model.comparing import Group
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.article.geometry import Line, band
from annotator.window.article.painter import PagePainter, Stretch
from annotator.window.article.placed import without
from annotator.window.article.whose import WhosePainter

#: From one version's line to the next one below the words, in pixels of the 100 % page.
_APART = 6
#: The strength of the hatching over words that not all versions have.
_HATCH = 0.4


@dataclass(frozen=True, slots=True)
class DifferencePainter:
    """Draws the versions of a group: mine above the words, the others' below them, one under the other."""

    whose: WhosePainter
    group: Group

    @property
    def claims(self) -> list[ClaimLine]:
        """The versions that are shown, mine first."""
        known = (self._page.claims.get(each.id) for each in self.group.claims)
        return sorted((line for line in known if line is not None), key=lambda line: not line.mine)

    @property
    def lanes(self) -> dict[str, int]:
        """The place of each version by its claim: 0 above the words, the others below them.

        Above stands mine; where I have nothing there, nobody's.
        """
        claims, me = self.claims, self.whose.people.me
        first = 1 if me is not None and me.id in self.group.missing else 0
        return {claim.id: lane for lane, claim in enumerate(claims, first)}

    def draw_hatching(self, lines: Sequence[Line]) -> None:
        """Over words that some version has and another has not, in the person's colour."""
        claims = self.claims
        for place, claim in enumerate(claims):
            ink = QColor(self.whose.ink(claim))
            ink.setAlphaF(_HATCH)
            pattern = Qt.BrushStyle.FDiagPattern if place else Qt.BrushStyle.BDiagPattern
            for part in own_parts(claim.span, [other.span for other in claims if other is not claim]):
                for line in lines:
                    for extent in self._page.geometry.extents(line, part):
                        self._page.painter.fillRect(
                            band(line, extent, self._page.measures), QBrush(ink, pattern)
                        )

    def draw_versions(self, stretches: Iterable[Stretch]) -> None:
        """Each version's line in its tag's colour and pattern, its two ends in the person's colour."""
        lanes = self.lanes
        for stretch in stretches:
            lane = lanes.get(stretch.claim.id)
            if lane is None:
                continue
            y = self._height(stretch.line, lane)
            pen = self._page.pen(stretch.claim.tag)
            pen.setWidthF(self._page.measures.stroke + 0.5)
            self._page.painter.setPen(pen)
            for extent in stretch.extents:
                self._page.painter.drawLine(QLineF(extent.left, y, extent.right, y))
            self._draw_ends(stretch, lane, y)

    def _draw_ends(self, stretch: Stretch, lane: int, y: float) -> None:
        """Bars from the line to the middle of the words: where two versions end alike they meet there."""
        span, line = stretch.claim.span, stretch.line
        half = self._page.measures.stroke / 2 + 0.5
        # More than one version below: the ends of the lower ones stand a little farther out.
        out = self._page.measures.scaled(3.5) * max(lane - 1, 0)
        top, bottom = (y - half, line.middle) if lane == 0 else (line.middle, y + half)
        for at, ending in ((span.start, False), (span.end - 1, True)):
            if line.start <= at < line.end:
                left = self._edge(line, at, ending=ending, out=out)
                bar = QRectF(left, top, self._page.measures.scaled(2.5), bottom - top)
                self._page.painter.fillRect(bar, self.whose.ink(stretch.claim))

    def _edge(self, line: Line, at: int, *, ending: bool, out: float) -> float:
        """The left side of the bar at the outer edge of a claim's first or last character."""
        wide = self._page.measures.scaled(2.5)
        extents = self._page.geometry.extents(line, Span(at, at + 1))
        if not extents:
            return line.left - wide
        to_the_left = self._page.geometry.runs_left(at) == ending
        return extents[0].left - wide - out if to_the_left else extents[0].right + out

    def _height(self, line: Line, lane: int) -> float:
        """The middle of a version's line: the first above the words, the others below."""
        measures = self._page.measures
        if lane == 0:
            return round(line.baseline - measures.above * line.scale) - measures.stroke / 2
        below = round(line.baseline + measures.below * line.scale) + measures.stroke / 2
        return below + (lane - 1) * measures.scaled(_APART)

    @property
    def _page(self) -> PagePainter:
        return self.whose.page


def own_parts(span: Span, others: Sequence[Span]) -> list[Span]:
    """The parts of a span that not all of the others cover, in order; none where it is alone."""
    if not others:
        return []
    start = max(span.start, *(other.start for other in others))
    end = min(span.end, *(other.end for other in others))
    return without(span, [Span(start, end)] if start < end else [])
