"""Words on a few lines, with those marked that were looked for: heavier and underlined, not coloured."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.model.spans import Span
from annotator.text.direction import begins_right
from annotator.text.utf16 import Utf16Map

_CUT = "…"


def paint_found(
    painter: QPainter, font: QFont, words: str, found: Sequence[Span], room: QRectF, most: int
) -> float:
    """Paints words on at most so many lines, cut short where room lacks; gives their height in pixels.

    `found` are the places of the marked words, in code points.
    """
    layout = _laid_out(words, found, font, room.width())
    if layout.lineCount() > most:
        last = layout.lineAt(most - 1)
        end = Utf16Map(words).offset(last.textStart() + last.textLength())
        while end > 0 and layout.lineCount() > most:  # the sign of the cut itself needs room
            end -= 1
            layout = _laid_out(
                words[:end].rstrip() + _CUT, [s for s in found if s.end <= end], font, room.width()
            )
    layout.draw(painter, room.topLeft())
    return float(min(layout.lineCount(), most) * QFontMetrics(font).height())


def lines_needed(font: QFont, words: str, width: float, most: int) -> int:
    """How many lines the words take there, at most so many."""
    if QFontMetrics(font).horizontalAdvance(words) > width * most:
        return most
    return min(most, _laid_out(words, (), font, width).lineCount())


def _laid_out(words: str, found: Sequence[Span], font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(words, font)
    side = Qt.AlignmentFlag.AlignRight if begins_right(words) else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = Utf16Map(words)
    layout.setFormats([_marked(units.units(span.start), units.units(span.end)) for span in found])
    step, height = QFontMetrics(font).height(), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += step
    layout.endLayout()
    return layout


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    mark = QTextCharFormat()
    mark.setFontWeight(QFont.Weight.Bold)
    mark.setFontUnderline(True)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = start, end - start, mark
    return marked
