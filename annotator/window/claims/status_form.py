"""The fields of a claim's status: the value, why, and the correction where it needs one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.commands.statuses import StatusFields
from annotator.model.enums import StatusValue
from annotator.window.claims.segments import Choice
from annotator.window.claims.text_fields import LineField, NoteField
from annotator.window.claims.value_button import ValueButton
from annotator.window.plain import plain_label
from annotator.words import say


class StatusForm(QWidget):
    """A small form as one field.

    Signals: `typed`, `left` when the keyboard leaves a field, `done` by the keys that end one.
    """

    typed = Signal()
    left = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quote = ""
        self._build()

    @property
    def value(self) -> ValueButton:
        """How far the checking has come."""
        return self._value

    @property
    def reason(self) -> LineField:
        """Why it is so."""
        return self._reason

    @property
    def old_words(self) -> NoteField:
        """The words that are wrong."""
        return self._old

    @property
    def new_words(self) -> NoteField:
        """The words that should stand there."""
        return self._new

    def words(self) -> StatusFields:
        """What stands in the form."""
        fields = StatusFields(StatusValue(self._value.value), self._reason.text().strip())
        if fields.value is not StatusValue.NEEDS_CHANGE:
            return fields
        return replace(fields, old_words=self._old.words().strip(), new_words=self._new.words().strip())

    def set_words(self, words: StatusFields) -> None:
        """Fills the form, as no typing."""
        self._value.set_value(words.value)
        self._reason.set_words(words.reason)
        self._old.set_words(words.old_words)
        self._new.set_words(words.new_words)
        self._show_fields()

    def set_quote(self, quote: str) -> None:
        """The words a correction begins with, unless others are chosen."""
        self._quote = quote

    def choose(self, value: StatusValue) -> None:
        """Takes what a person chose; a correction begins with the words of the claim."""
        self._value.set_value(value)
        if value is StatusValue.NEEDS_CHANGE and not self._old.words().strip():
            self._old.set_words(self._quote)
        self._show_fields()
        self.typed.emit()
        self.left.emit()

    def correct(self, words: str) -> None:
        """Begins a correction of some words."""
        self._old.set_words(words)
        self.choose(StatusValue.NEEDS_CHANGE)
        self._new.setFocus()

    def _build(self) -> None:
        choices = [
            Choice(value, say(f"parts.status.{value.value}"), say(f"parts.status.{value.value}"))
            for value in StatusValue
        ]
        self._value = ValueButton(say("parts.status"), choices)
        self._value.asked.connect(self.choose)
        self._reason = LineField(say("parts.status_reason"), say("parts.status_reason_hint"))
        self._old = NoteField(say("parts.old_words"), say("parts.old_words_hint"))
        self._new = NoteField(say("parts.new_words"), say("parts.new_words_hint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._value, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_correction())
        column.addWidget(self._reason)
        for field in (self._reason, self._old, self._new):
            field.typed.connect(self.typed)
            field.left.connect(self.left)
            field.done.connect(self.done)
        self._show_fields()

    def _build_correction(self) -> QWidget:
        self._correction = QWidget()
        column = QVBoxLayout(self._correction)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(say("parts.old_words"), "quiet"))
        column.addWidget(self._old)
        column.addWidget(plain_label(say("parts.new_words"), "quiet"))
        column.addWidget(self._new)
        return self._correction

    def _show_fields(self) -> None:
        value = StatusValue(self._value.value)
        self._correction.setVisible(value is StatusValue.NEEDS_CHANGE)
        self._reason.setVisible(value is not StatusValue.UNCHECKED or bool(self._reason.text()))
