"""Pages and times in the margin, beside the lines where they began in the article's file."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.model.places import PlaceKind
from annotator.text.whereabouts import Beginning, Whereabouts
from annotator.window.article.geometry import Line
from annotator.window.article.letters import Letter, row_top
from annotator.window.article.links import Curve
from annotator.window.article.typesetting import Measures
from annotator.window.theme import Theme

#: From the sheet's edge to a label, and from a label to a letter or to where letters begin; in pixels of
#: the 100 % margin.
_EDGE, _APART = 4, 5
_LETTERS_BEGIN = 16

#: How long the tick of a page is.
_TICK = 12


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """The label of a page or a time, in the document's pixels: its room, and where its baseline begins.

    `tick` is the thin line over a page that begins, empty beside a time.
    """

    room: QRectF
    place: QPointF
    words: str
    tick: QLineF


def place_labels(
    lines: Sequence[Line],
    whereabouts: Whereabouts,
    taken: tuple[Sequence[Letter], Iterable[Curve]],
    font: QFont,
    measures: Measures,
) -> list[PlaceLabel]:
    """The labels beside some lines, outside of the letters; where these or curves need the room, none."""
    worded = [line for line in lines if line.start < line.end]
    if not worded:
        return []
    rows = _rows(taken[0])
    shapes = [curve.path for curve in taken[1]]
    metrics = QFontMetricsF(font)
    found = []
    for line, beginning in _beginning(worded, whereabouts):
        wide = _free(line, rows.get(row_top(line, measures)), measures)
        if words := _fitted(beginning, wide, metrics):
            label = _placed(line, words, metrics, measures, ticked=beginning.kind is PlaceKind.PAGE)
            if not any(shape.intersects(label.room) for shape in shapes):
                found.append(label)
    return found


def draw_place_labels(painter: QPainter, labels: Iterable[PlaceLabel], font: QFont, theme: Theme) -> None:
    """Small words in secondary ink, over those of pages a thin line."""
    painter.save()
    painter.setFont(font)
    ink = QColor(theme.secondary)
    painter.setPen(QPen(ink, 1))
    for label in labels:
        painter.drawText(label.place, label.words)
        if not label.tick.isNull():
            painter.drawLine(label.tick)
    painter.restore()


def label_font(base: QFont, measures: Measures) -> QFont:
    """The small face of pages and times."""
    font = QFont(base)
    font.setPixelSize(max(8, round(measures.beside(11))))
    return font


def _beginning(lines: Sequence[Line], whereabouts: Whereabouts) -> Iterable[tuple[Line, Beginning]]:
    """What begins on some lines with words, the first of each line."""
    labelled = -1
    for beginning in whereabouts.beginnings(lines[0].start, lines[-1].end):
        place = bisect_right(lines, beginning.at, key=lambda line: line.end)
        if place > labelled:
            labelled = place
            yield lines[place], beginning


def _rows(letters: Iterable[Letter]) -> dict[float, QRectF]:
    """The room of the letters beside each line, by its top."""
    rows: dict[float, QRectF] = {}
    for letter in letters:
        top = letter.rect.top()
        rows[top] = rows[top].united(letter.rect) if top in rows else letter.rect
    return rows


def _free(line: Line, letters: QRectF | None, measures: Measures) -> float:
    """How wide a label may be beside a line."""
    begins = line.left + line.width if line.leftward else line.left
    reach = measures.beside(_LETTERS_BEGIN)
    if letters is not None:
        reach = letters.right() - begins if line.leftward else begins - letters.left()
    return measures.margin - reach - measures.beside(_EDGE + _APART)


def _fitted(beginning: Beginning, wide: float, metrics: QFontMetricsF) -> str:
    """A page's label as far as there is room for it; a time whole or not at all."""
    if metrics.horizontalAdvance(beginning.label) <= wide:
        return beginning.label
    if beginning.kind is PlaceKind.TIME:
        return ""
    words = metrics.elidedText(beginning.label, Qt.TextElideMode.ElideRight, wide)
    return words if len(words) > 1 else ""


def _placed(
    line: Line, words: str, metrics: QFontMetricsF, measures: Measures, *, ticked: bool
) -> PlaceLabel:
    """At the outer edge of the margin, on the line's own height."""
    edge, tick = measures.beside(_EDGE), measures.beside(_TICK) if ticked else 0
    advance = metrics.horizontalAdvance(words)
    top, bottom = line.baseline - metrics.ascent() - measures.beside(3), line.baseline + metrics.descent()
    wide, y = max(advance, tick), round(top) + 0.5
    if line.leftward:
        outer = line.left + line.width + measures.margin - edge
        left, begins, inner = outer - wide, outer - advance, outer - tick
    else:
        outer = line.left - measures.margin + edge
        left, begins, inner = outer, outer, outer + tick
    room = QRectF(left, top, wide, bottom - top)
    return PlaceLabel(room, QPointF(begins, line.baseline), words, QLineF(outer, y, inner, y))
