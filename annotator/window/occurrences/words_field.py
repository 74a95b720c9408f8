"""The field with the words to look for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_DOWNWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsField(QLineEdit):
    """Down and Enter go to what was found; Enter tags nothing yet. Signal: `left_downwards`."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWNWARDS:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
