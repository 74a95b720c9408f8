"""The layer over the list of open points on which its buttons stand."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}


class Strips(QWidget):
    """Lies beside a list and over it: what stands inside a list no screen reader finds but its rows.

    There is nothing of it but the buttons; keys, wheel and clicks that they do not take go on to the list.
    """

    def __init__(self, below: QAbstractScrollArea) -> None:
        super().__init__(below.parentWidget())
        self._below = below

    def cover(self, strips: list[QRect]) -> None:
        """Takes the place of what it lies over, and is there on these rectangles of it only."""
        under = self._below.viewport()
        corner = self._below.mapToParent(under.pos())
        self.setGeometry(QRect(corner, under.size()))
        shape = QRegion()
        for strip in strips:
            shape += strip & self.rect()
        self.setMask(shape)
        self.setVisible(not shape.isEmpty())
        self.raise_()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            return QCoreApplication.sendEvent(self._below, event)
        if event.type() in _MOUSE:
            return QCoreApplication.sendEvent(self._below.viewport(), event)
        return super().event(event)
