"""A combo box that shows that it is one."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox

_FROM_EDGE = 16  # pixels, like the arrow's half width
_HALF = 4


class Chooser(QComboBox):
    """Draws its arrow in the colour of its words, for a stylesheet can only take one from a picture."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().text().color(), 1.5))
            left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            x = self.width() - _FROM_EDGE if left_to_right else _FROM_EDGE
            y = self.height() / 2
            painter.drawPolyline(
                QPolygonF([QPointF(x - _HALF, y - 2), QPointF(x, y + 2), QPointF(x + _HALF, y - 2)])
            )
