"""The small parts that the forms of the editor are made of."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def entry_line(name: str, hint: str) -> QLineEdit:
    """A line with its name for screen readers and what it says while it is empty."""
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def entry_button(words: str) -> QPushButton:
    """A button that Enter presses only where it has the keyboard."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    return button


def ends_entry(event: QKeyEvent) -> bool:
    """Whether it is Enter or Escape."""
    return event.key() in _KEYS


def keeps_ends(event: QEvent) -> bool:
    """Takes Enter and Escape for a form before the window's shortcuts see them; tells whether it did."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if ends := ends_entry(event):
        event.accept()
    return ends
