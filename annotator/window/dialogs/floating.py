"""Cards that float over the widget they belong to, and move with its size."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

_MARGIN = 16  # pixels


class FloatingCard(QFrame):
    """A card in the middle of its parent's lower edge; hidden until it has something to say.

    While a part of the parent is shown that was given as `within`, the card keeps to that part.
    """

    def __init__(self, parent: QWidget, within: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over = parent
        self._within = within or parent
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        for watched in {parent, self._within}:
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def place(self) -> None:
        """Takes the room its words need, and its place."""
        most = max(200, self.over.width() - 2 * _MARGIN)
        width = min(self.sizeHint().width(), most)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, max(height, self.minimumSizeHint().height()))
        room = self._room()
        left = room.left() + (room.width() - width) // 2
        self.move(QPoint(left, room.top() + room.height() - self.height() - _MARGIN))
        self.raise_()

    def _room(self) -> QRect:
        part = self._within if self._within.isVisibleTo(self.over) else self.over
        return QRect(part.mapTo(self.over, QPoint(0, 0)), part.size())
