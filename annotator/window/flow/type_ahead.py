"""Keys that are pressed on the way to a field: a fast hand does not wait for the disk."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class TypeAhead(QObject):
    """Keeps the keys that are pressed while a field is on its way, and gives them to it in their order.

    Without it the letters of a name would mark the article. Keys with Ctrl or Alt and function keys act as
    ever.
    """

    def __init__(self) -> None:
        super().__init__()
        self._from: QWidget | None = None
        self._keys: list[QKeyEvent] = []

    def begin(self) -> None:
        """Keeps what is typed from now on where the keyboard is, besides what is kept already."""
        if self._from is None:
            self._from = QApplication.focusWidget()
            if self._from is not None:
                self._from.installEventFilter(self)

    def end(self) -> None:
        """Gives what was kept to where the keyboard is now."""
        keys = self._keys
        self.give_up()
        for key in keys:
            field = QApplication.focusWidget()  # Enter and Escape may have left the one before
            if field is not None:
                QApplication.sendEvent(field, key)

    def give_up(self) -> None:
        """Keeps nothing any more, and forgets what was kept."""
        if self._from is not None:
            self._from.removeEventFilter(self)
        self._from, self._keys = None, []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not _is_typed(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._keys.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        return True


def _is_typed(event: QKeyEvent) -> bool:
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return not is_function and not event.modifiers() & _CHORD
