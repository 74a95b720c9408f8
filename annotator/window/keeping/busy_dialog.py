"""Long work for which the window waits, with a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.window.aside import ask_aside
from annotator.window.keeping.thin_bar import ThinBar
from annotator.words import say

_WIDTH = 380  # pixels


class BusyDialog(QDialog):
    """Has a piece of work done on another thread and lets nothing else be done in the window meanwhile.

    `work` is given a function that says whether the person wants it stopped; it raises Cancelled then.
    Signals: `answered` with what it gives, `failed` with its RedPencilError. It stays until `done_with`,
    so that nothing is touched in between.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(
        self, words: str, work: Callable[[Callable[[], bool]], Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._build(words)
        self._work = work

    def begin(self) -> None:
        """Begins, and comes up."""
        self.open()
        ask_aside(self, lambda: self._work(self._stop.is_set), self.answered.emit, self.failed.emit)

    def done_with(self) -> None:
        """Goes away."""
        self.accept()
        self.deleteLater()

    def reject(self) -> None:
        """Asks the work to stop; the dialog stays until it has."""
        self._stop.set()
        self._cancel.setEnabled(False)

    def _build(self, words: str) -> None:
        self.setWindowTitle(say("window.name"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(ThinBar(words))
        column.addWidget(buttons)
        self.setFixedWidth(_WIDTH)
