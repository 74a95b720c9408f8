"""How an occurrence looks in its list: a tick, the words in their context, and what is there already."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from annotator.text.direction import begins_right
from annotator.text.utf16 import Utf16Map
from annotator.window.occurrences.rows import OCCURRENCE, Index, Occurrence
from annotator.window.painted_words import resized
from annotator.window.theme import Theme
from annotator.window.ticks import TickedRow

_ABOVE = 8  # pixels, like all below
_SIDE = 12
_BOX = 34
_LINES = 2


class OccurrenceCard(TickedRow):
    """Paints a row: its words in ink and heavier, their context quieter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _LINES * QFontMetrics(option.font).height() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row as the style draws it, and over it the words."""
        self.initStyleOption(option, index)
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = (_SIDE, _BOX) if option.direction == Qt.LayoutDirection.RightToLeft else (_BOX, _SIDE)
        room = option.rect.adjusted(left, _ABOVE, -right, -_ABOVE)
        shown: Occurrence = index.data(OCCURRENCE)
        self._paint_words(painter, option.font, shown, room, 1 if shown.taken else _LINES)
        self._paint_taken(painter, option, shown.taken, room)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.secondary))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -3.5), 6, 6)
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, shown: Occurrence, room: QRect, most: int) -> None:
        """Paints the words in their context, on so many lines at most."""
        layout = QTextLayout(shown.line, font)
        side = Qt.AlignmentFlag.AlignRight if begins_right(shown.line) else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._emphasis(shown)])
        layout.beginLayout()
        for number in range(most):
            line = layout.createLine()
            if line.isValid():
                line.setLineWidth(room.width())
                line.setPosition(QPointF(0, number * QFontMetrics(font).height()))
        layout.endLayout()
        painter.setPen(QColor(self.theme.secondary))
        layout.draw(painter, QPointF(room.topLeft()))

    def _paint_taken(self, painter: QPainter, option: QStyleOptionViewItem, taken: str, room: QRect) -> None:
        font = resized(option.font, 0.9)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        words = QFontMetrics(font).elidedText(taken, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, words)

    def _emphasis(self, shown: Occurrence) -> QTextLayout.FormatRange:
        """The words in ink and heavier; the layout counts in UTF-16 units."""
        units = Utf16Map(shown.before + shown.words)
        start = units.units(len(shown.before))
        emphasis = QTextLayout.FormatRange()
        emphasis.start, emphasis.length = start, units.length_units - start
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(QColor(self.theme.ink))
        emphasis.format = look
        return emphasis
