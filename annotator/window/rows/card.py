"""What the cards of such a list have in common: heights that are asked once, headings, ground and frame."""

from collections.abc import Hashable
from typing import Generic

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.window.painted_words import medium, resized
from annotator.window.rows.model import Index, R, RowsModel
from annotator.window.theme import Theme

SIDE = 14  # pixels, like all below
ABOVE = 9
BETWEEN = 5


class RowCard(QStyledItemDelegate, Generic[R]):
    """Paints the rows of a list whose width and type it knows."""

    def __init__(self, model: RowsModel[R], theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._model = model
        self._font, self._room = QFont(), 0
        self._sizes: dict[Hashable, QSize] = {}

    def measure_for(self, view: QAbstractScrollArea) -> None:
        """Knows the type and the width of the list before it asks every row for its height."""
        font = view.font()
        room = view.viewport().width() - 2 * SIDE - self._beside(font)
        if room != self._room or font != self._font:
            self._font, self._room = font, room
            self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.rows[index.row()]  # asked of thousands at a time: the shortest way
        shape = row.shape
        if shape not in self._sizes:
            self._sizes[shape] = QSize(100, self._height(row))
        return self._sizes[shape]

    def _beside(self, font: QFont) -> int:
        """How much of the width the mark before the words takes."""
        raise NotImplementedError

    def _height(self, row: R) -> int:
        """How high a row is, in the type and width of the list."""
        raise NotImplementedError

    @staticmethod
    def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        painter.setFont(medium(smaller(option.font)))
        room = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, -BETWEEN)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        row = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(self.theme.hover))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(self.theme.card))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(self.theme.line))
        focus = QStyle.StateFlag.State_Active | QStyle.StateFlag.State_HasFocus
        if option.state & focus == focus and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(self.theme.secondary))
            painter.drawRoundedRect(row.adjusted(2.5, 2.5, -2.5, -3.5), 6, 6)


def smaller(font: QFont) -> QFont:
    """The type of what stands below a title."""
    return resized(font, 0.92)
