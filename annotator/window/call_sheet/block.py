"""Some cards below each other, which a long sheet need not measure again with every other card."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

_BETWEEN = 10  # pixels


class Block(QWidget):
    """Holds cards and keeps their height until something about them changes.

    Qt would ask each widget of a thousand cards whenever one more comes below them.
    """

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self._build(cards)

    @property
    def empty(self) -> bool:
        """Whether no card is left."""
        return not self._column.count()

    def put(self, card: QWidget, after: QWidget) -> None:
        """Puts one more card below one that is here."""
        self._column.removeWidget(card)
        self._column.insertWidget(self._column.indexOf(after) + 1, card)

    def take(self, card: QWidget) -> None:
        """Lets a card go."""
        self._column.removeWidget(card)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._column.totalHeightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._column.totalMinimumSize().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _build(self, cards: Sequence[QWidget]) -> None:
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_BETWEEN)
        for card in cards:
            self._column.addWidget(card)
        self._inside.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fit(self) -> None:
        """Gives the cards the height they need, even while Qt has not found the room yet."""
        self._inside.setGeometry(0, 0, self.width(), self.heightForWidth(self.width()))
