"""A reviewer's colour as a dot; whose it is stands beside it in words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_DOT = 9  # pixels


class Dot(QWidget):
    """A reviewer's colour as a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.setFixedSize(_DOT + 4, _DOT + 4)

    def set_colour(self, colour: QColor | str) -> None:
        """Takes a colour, also as `#rrggbb`."""
        self._colour = QColor(colour)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour)
            painter.drawEllipse(QRectF(2, 2, _DOT, _DOT))
