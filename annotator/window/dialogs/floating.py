"""Cards that float over the widget they belong to, and move with its size."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

_MARGIN = 16  # pixels


class FloatingCard(QFrame):
    """A card in the middle of its parent's lower edge; hidden until it has something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.over = parent
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        parent.installEventFilter(self)
        if isinstance(parent, QStackedWidget):
            parent.currentChanged.connect(self.raise_)  # a page that comes to the front covers everything

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
        self.move(QPoint((self.over.width() - width) // 2, self.over.height() - self.height() - _MARGIN))
        self.raise_()
