"""The field that says what to find, with the keys that act on a hit while it has the keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.model.enums import Tag
from annotator.window.article.digits import digit_of
from annotator.words import say

#: The tags by the digits that stand for them with Ctrl; the digits alone are typed.
TAG_DIGITS = dict(enumerate(Tag, start=1))

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindField(QLineEdit):
    """Signals: `stepped` by Enter (1) or Shift+Enter (-1), `tag_pressed` (Tag) by Ctrl and a digit."""

    stepped = Signal(int)
    tag_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("find.field"))
        self.setPlaceholderText(say("find.field"))

    def event(self, event: QEvent) -> bool:
        # Before the window's shortcuts: here these keys are the field's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _tag(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tag = _tag(event)
        if tag is not None:
            self.tag_pressed.emit(tag)
        elif event.key() in _ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def _tag(event: QKeyEvent) -> Tag | None:
    """The tag that Ctrl and a digit stand for."""
    keys = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if keys != Qt.KeyboardModifier.ControlModifier:
        return None
    return TAG_DIGITS.get(digit_of(event) or 0)
