"""The fields for longer words, which save what is typed and are left by keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST, _MOST = 2, 8  # lines a note shows before it scrolls
_AROUND = 20  # pixels of border and padding above and below the lines


class LineField(QLineEdit):
    """One line. Signals: `typed`, `left` when the keyboard goes elsewhere, `done` by Enter or Escape."""

    typed = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.textEdited.connect(lambda _: self.typed.emit())

    def words(self) -> str:
        """What stands in the field."""
        return self.text()

    def set_words(self, words: str) -> None:
        """Puts other words there, as no typing."""
        self.setText(words)
        self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        return _keep_keys(event, _ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_Escape):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(QPlainTextEdit):
    """Several lines of plain text; Enter is a newline. Signals as in `LineField`, `done` by Ctrl+Enter."""

    typed = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._filling = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)
        self._fit()

    def words(self) -> str:
        """What stands in the field, letter by letter (Qt's own reading turns some spaces into others)."""
        lines, block = [], self.document().firstBlock()
        while block.isValid():
            lines.append(block.text().replace("\u2028", "\n"))
            block = block.next()
        return "\n".join(lines)

    def set_words(self, words: str) -> None:
        """Puts other words there, as no typing."""
        self._filling = True
        self.setPlainText(words)
        self._filling = False

    def event(self, event: QEvent) -> bool:
        return _keep_keys(event, ()) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if entered or event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _on_changed(self) -> None:
        self._fit()
        if not self._filling:
            self.typed.emit()

    def _fit(self) -> None:
        """Grows with what is written, up to some lines."""
        lines = max(_LEAST, min(_MOST, round(self.document().size().height())))
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + _AROUND)


def _keep_keys(event: QEvent, keys: tuple[Qt.Key, ...]) -> bool:
    """Takes Escape, Ctrl+Enter and the given keys for the field before the window's shortcuts see them."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.key() in (*keys, Qt.Key.Key_Escape) or (control and event.key() in _ENTER):
        event.accept()
        return True
    return False
