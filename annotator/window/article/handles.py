"""The handles at the edges of the picked claim."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF

from annotator.model.spans import Span
from annotator.window.article.geometry import Geometry, Line
from annotator.window.article.typesetting import Measures


class Edge(Enum):
    """Which end of a claim."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Handle:
    """A knob to drag, in the document's pixels; it can be taken a little beside it too."""

    edge: Edge
    corner: QPointF
    knob: QRectF

    @property
    def to_words(self) -> QPointF:
        """How far the corner that it moves, at the height of the words, is from the knob."""
        return self.corner - self.knob.center()

    def holds(self, point: QPointF) -> bool:
        """Whether a press at the point takes the handle."""
        return self.knob.adjusted(-3, -3, 3, 3).contains(point)


def handles(geometry: Geometry, span: Span, measures: Measures) -> list[Handle]:
    """The handles of a span: above the corner where it begins, below the one where it ends."""
    first, last = geometry.line_at(span.start), geometry.line_at(max(span.end - 1, span.start))
    found = []
    if first is not None:
        x = _side(geometry, first, Span(span.start, span.start + 1), ending=False)
        y = first.baseline - measures.above * first.scale - 2
        found.append(Handle(Edge.START, QPointF(x, first.middle), _knob(x, y, measures)))
    if last is not None:
        x = _side(geometry, last, Span(span.end - 1, span.end), ending=True)
        y = last.baseline + measures.below * last.scale + 2 + measures.stroke
        found.append(Handle(Edge.END, QPointF(x, last.middle), _knob(x, y, measures)))
    return found


def _side(geometry: Geometry, line: Line, character: Span, *, ending: bool) -> float:
    """The x of the side of a character on which the span begins or ends."""
    extents = geometry.extents(line, character)
    if not extents:
        return line.left
    runs_left = geometry.runs_left(character.start)
    return extents[0].left if runs_left == ending else extents[0].right


def _knob(x: float, y: float, measures: Measures) -> QRectF:
    radius = measures.scaled(4.5)
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
