"""The keys of one action as pills; pressing one takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.frame.keys import shown
from annotator.window.plain import as_tip, plain_label
from annotator.words import say


class KeyRow(QWidget):
    """Keys side by side. Signal: `removed` with the keys that a person takes away."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pills: list[QWidget] = []
        self._build()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Shows other keys."""
        for old in self._pills:
            old.hide()
            old.deleteLater()
        self._pills = [self._pill(one) for one in keys] or [plain_label(say("preferences.no_key"), "quiet")]
        for pill in self._pills:
            self._flow.addWidget(pill)
            pill.show()

    def _build(self) -> None:
        self._flow = FlowLayout()
        self.setLayout(self._flow)

    def _pill(self, keys: str) -> Pill:
        native = shown([keys])
        pill = Pill((Run(native), Run("×", quiet=True)))
        pill.setAccessibleName(say("preferences.remove_key", keys=native))
        pill.setToolTip(as_tip(say("preferences.remove_key", keys=native)))
        pill.clicked.connect(lambda: self.removed.emit(keys))
        return pill
