"""Whose keys Ctrl+Z and Ctrl+Shift+Z are while a field has the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_TURNS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FieldUndo(QObject):
    """A field keeps the keys of undo and redo while it has typing of its own to take back or bring again.

    Else they are the window's: after a source was entered, Ctrl+Z takes the source back.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(turn) for turn in _TURNS) or _has_typing(watched):
            return False
        event.ignore()
        return True

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        for field in (before, now):
            if isinstance(field, (QLineEdit, QPlainTextEdit)):
                field.removeEventFilter(self)
        if isinstance(now, (QLineEdit, QPlainTextEdit)):
            now.installEventFilter(self)


def _has_typing(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() or field.isRedoAvailable()
    assert isinstance(field, QPlainTextEdit)
    return field.document().isUndoAvailable() or field.document().isRedoAvailable()
