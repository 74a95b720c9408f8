"""What long work shows of itself: how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotator.window.dialogs.floating import FloatingCard
from annotator.window.plain import plain_label
from annotator.words import say

#: Work shorter than this shows nothing, in milliseconds.
PATIENCE = 500
_WIDTH = 320  # pixels
#: How a thin bar looks that says how far work is.
THIN = """
QProgressBar { border: none; border-radius: 3px; background: palette(mid); }
QProgressBar::chunk { border-radius: 3px; background: palette(text); }
"""


class ProgressCard(FloatingCard):
    """Appears when work takes longer than half a second. Signal: `cancelled` by the person."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._appear)
        self._build_card()

    def start(self, label: str) -> None:
        """Begins to wait; nobody knows yet how long."""
        self.tell(label)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._patience.start()

    def tell(self, label: str) -> None:
        """Says what is being done now."""
        self._label.setText(label)
        self._bar.setAccessibleName(label)

    def set_progress(self, done: int, total: int) -> None:
        """Shows how much is done of what there is to do."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def finish(self) -> None:
        """Goes away."""
        self._patience.stop()
        self.hide()

    def _build_card(self) -> None:
        self._label = plain_label(wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setStyleSheet(THIN)
        self._cancel = QPushButton(say("progress.cancel"))
        self._cancel.clicked.connect(self._stop)
        self.setFixedWidth(_WIDTH)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._label)
        column.addLayout(row)

    def _appear(self) -> None:
        self.show()
        self.place()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
