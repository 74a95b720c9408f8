"""The field for a comment: sent by Ctrl+Enter or the button, and not before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.text_fields import NoteField
from annotator.words import say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Words(NoteField):
    """As a note, but that Ctrl+Enter sends. Signal: `entered`."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CommentField(QWidget):
    """A new comment, or one of mine that is being edited.

    Signals: `sent` (the comment's id, empty for a new one, and the words), `done` by Escape.
    """

    sent = Signal(str, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._comment = ""
        self._build()

    @property
    def field(self) -> NoteField:
        """Where the words are typed."""
        return self._field

    @property
    def send_button(self) -> Pill:
        """The button that sends them."""
        return self._send

    @property
    def give_up_button(self) -> Pill:
        """The button that lets go of them."""
        return self._give_up

    @property
    def begun(self) -> tuple[str, str] | None:
        """The comment and the words that were typed and not sent; None for nothing."""
        words = self._field.words()
        return (self._comment, words) if words.strip() else None

    def put(self, comment: str, words: str) -> None:
        """Puts words there: those of a comment to be edited, or begun ones; nothing for a new one."""
        self._comment = comment
        self._field.set_words(words)
        self._tell()

    def _build(self) -> None:
        self._field = _Words(say("thread.comment"), say("thread.hint"))
        self._field.typed.connect(self._tell)
        self._field.entered.connect(self._give)
        self._field.done.connect(self.done)
        self._send = Pill()
        self._send.clicked.connect(self._give)
        self._give_up = Pill([Run(say("thread.give_up"), quiet=True)])
        self._give_up.setAccessibleName(say("thread.give_up_long"))
        self._give_up.clicked.connect(self._let_go)
        buttons = FlowLayout(5)
        buttons.addWidget(self._send)
        buttons.addWidget(self._give_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._field)
        column.addLayout(buttons)
        self._tell()

    def _tell(self) -> None:
        """The buttons are there as soon as there is something to send."""
        words = say("thread.save" if self._comment else "thread.send")
        key = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._send.set_runs([Run(words), Run(key, cap=True)])
        self._send.setAccessibleName(words)
        self._send.setVisible(self.begun is not None)
        self._give_up.setVisible(self.begun is not None)

    def _give(self) -> None:
        if (begun := self.begun) is not None:
            self._let_go()
            self.sent.emit(begun[0], begun[1].strip())

    def _let_go(self) -> None:
        """Empties the field; the keyboard, which may be at one of the buttons, goes there before they do."""
        self._field.setFocus()
        self.put("", "")
