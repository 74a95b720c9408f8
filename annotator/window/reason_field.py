"""A line that asks for a reason in the place of what was pressed, with no dialog."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_CLOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ReasonField(QLineEdit):
    """Asks why. Signals: `given` (the reason) by Enter, `closed` by Escape or if empty.

    Where it `may_be_empty`, Enter gives an empty reason too.
    """

    given = Signal(str)
    closed = Signal()

    def __init__(self, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self.may_be_empty = may_be_empty

    def event(self, event: QEvent) -> bool:
        """Takes its keys before the same keys of the window."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and event.key() in _CLOSES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _CLOSES:
            super().keyPressEvent(event)
        elif event.key() != Qt.Key.Key_Escape and (self.text().strip() or self.may_be_empty):
            self.given.emit(self.text().strip())
        else:
            self.closed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text().strip() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.closed.emit()
