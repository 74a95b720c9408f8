"""Room for the questions of a dialog: as much as they need, and where a screen is low, they scroll."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.window.margins import margins

_ELSEWHERE = 120  # pixels for the title bar, the buttons and the screen's own bars
_BAR_GAP = 8


class Whole(QScrollArea):
    """Widgets one below the other, of one width in pixels; only a low screen cuts them."""

    def __init__(self, width: int, between: int) -> None:
        super().__init__()
        self._wide = width
        self._build(between)

    @property
    def column(self) -> QVBoxLayout:
        """Where the widgets go."""
        return self._column

    def sizeHint(self) -> QSize:
        bar = _BAR_GAP + self.verticalScrollBar().sizeHint().width() if self._needed > self._most else 0
        return QSize(self._wide + bar, min(self._needed, self._most))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @property
    def _needed(self) -> int:
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(self._wide)
        return self._column.totalSizeHint().height()

    @property
    def _most(self) -> int:
        return self.screen().availableGeometry().height() - _ELSEWHERE

    def _fit(self) -> None:
        """Has a bar only where it scrolls: one that came too early would take width, and so stay needed."""
        low, policy = self._needed > self._most, Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if low else policy.ScrollBarAlwaysOff)
        self._column.setContentsMargins(*margins(0, 0, _BAR_GAP if low else 0, 0))
        self.updateGeometry()

    def _build(self, between: int) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys walk through what is in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("whole")
        inside.setStyleSheet("#whole { background: transparent; }")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(between)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
