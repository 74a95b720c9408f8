"""The field that takes the next key pressed as it is, instead of doing what it does elsewhere."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from annotator.window.frame.keys import plain
from annotator.window.frame.physical import sign_alone, us_sequence
from annotator.words import say

#: Keys that only hold others, and those by which one leaves the field and the dialog.
_NOT_TAKEN = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
}

_ROOM = 32  # pixels round the words of the empty field


class KeyField(QLineEdit):
    """Takes one key, held ones included. Signal: `pressed` with the keys as they are kept (`Ctrl+K`)."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(say("preferences.new_key"))
        self.setPlaceholderText(say("preferences.press"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.placeholderText()) + _ROOM)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() not in _NOT_TAKEN)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NOT_TAKEN:
            event.ignore()
            return
        self.pressed.emit(_keys(event))


def _keys(event: QKeyEvent) -> str:
    """What was pressed; of a sign that needs Shift, the sign alone, for other layouts have it elsewhere."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    as_it_is = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    keys = next(one for one in (us_sequence(event), sign_alone(event), as_it_is) if not one.isEmpty())
    return plain(keys.toString(QKeySequence.SequenceFormat.PortableText))
