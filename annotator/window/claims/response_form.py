"""The fields of a response to an allegation; only those are shown that belong to what is chosen."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from annotator.desk.commands.responses import ResponseFields
from annotator.model.enums import ResponseKind
from annotator.window.claims.moments import moment_of, read_moment, shown_moment
from annotator.window.claims.segments import Choice
from annotator.window.claims.text_fields import LineField
from annotator.window.claims.value_button import ValueButton
from annotator.window.plain import plain_label
from annotator.words import say

_ASKED = (ResponseKind.ASKED, ResponseKind.DECLINED, ResponseKind.NO_REPLY)
_DUE = (ResponseKind.ASKED, ResponseKind.NO_REPLY)


class ResponseForm(QWidget):
    """A small form as one field.

    Signals: `typed`, `left` when the keyboard leaves a line, `done` by Enter or Escape in a line.
    """

    typed = Signal()
    left = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._read = ResponseFields()
        self.me = ""
        self._build()

    @property
    def kind(self) -> ValueButton:
        """What came of asking."""
        return self._kind

    def words(self) -> ResponseFields:
        """What stands in the form; for a time that cannot be read, the one before."""
        return ResponseFields(
            ResponseKind(self._kind.value),
            _moment(self._asked_on, self._read.asked_on),
            self._asked_by.text().strip(),
            _moment(self._due, self._read.due),
            self._note.text().strip(),
        )

    def set_words(self, words: ResponseFields) -> None:
        """Fills the form, as no typing."""
        self._read = words
        lines = (shown_moment(words.asked_on), words.asked_by, shown_moment(words.due), words.note)
        self.set_lines(words.kind, lines)

    def lines(self) -> tuple[str, ...]:
        """What stands in the lines, letter by letter."""
        return tuple(line.text() for line in self._lines())

    def set_lines(self, kind: ResponseKind, lines: tuple[str, ...]) -> None:
        """Puts letters into the lines, as no typing."""
        self._kind.set_value(kind)
        for line, words in zip(self._lines(), lines, strict=True):
            line.set_words(words)
        self._show_rows()

    def unreadable(self) -> str:
        """The first time that cannot be read, as typed; empty if all can."""
        now = datetime.now()
        return next((line.text() for line in self._moments() if read_moment(line.text(), now) is None), "")

    def choose(self, kind: ResponseKind) -> None:
        """Takes what a person chose; who asked and when is me and now unless it is said."""
        fields, now = self.words(), moment_of(datetime.now())
        if kind is ResponseKind.NOT_ASKED:
            fields = ResponseFields(note=fields.note)
        else:
            fields = replace(
                fields, kind=kind, asked_on=fields.asked_on or now, asked_by=fields.asked_by or self.me
            )
        if kind is ResponseKind.NO_REPLY and not fields.due:
            fields = replace(fields, due=now)
        self.set_words(fields)
        self.typed.emit()
        self.left.emit()

    def _build(self) -> None:
        choices = [
            Choice(kind, say(f"parts.response.{kind.value}"), say(f"parts.response.{kind.value}"))
            for kind in ResponseKind
        ]
        self._kind = ValueButton(say("parts.response"), choices)
        self._kind.asked.connect(self.choose)
        hint = say("parts.moment_hint", tomorrow=say("parts.tomorrow"))
        self._asked_on = LineField(say("parts.asked_on_long"), hint)
        self._asked_by = LineField(say("parts.asked_by_long"), "")
        self._due = LineField(say("parts.due_long"), hint)
        self._note = LineField(say("parts.response_note_long"), say("parts.response_note_hint"))
        for line in self._lines():
            line.typed.connect(self.typed)
            line.left.connect(self._on_left)
            line.done.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._build_rows())
        self._show_rows()

    def _build_rows(self) -> QFormLayout:
        self._rows = QFormLayout()
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setVerticalSpacing(6)
        self._due_label = plain_label(kind="quiet")
        self._rows.addRow(plain_label(say("parts.asked_on"), "quiet"), self._asked_on)
        self._rows.addRow(plain_label(say("parts.asked_by"), "quiet"), self._asked_by)
        self._rows.addRow(self._due_label, self._due)
        self._rows.addRow(plain_label(say("parts.response_note"), "quiet"), self._note)
        return self._rows

    def _lines(self) -> tuple[LineField, ...]:
        return self._asked_on, self._asked_by, self._due, self._note

    def _moments(self) -> tuple[LineField, LineField]:
        return self._asked_on, self._due

    def _show_rows(self) -> None:
        kind = ResponseKind(self._kind.value)
        for line in (self._asked_on, self._asked_by):
            self._rows.setRowVisible(line, kind in _ASKED)
        self._rows.setRowVisible(self._due, kind in _DUE)
        self._rows.setRowVisible(self._note, kind in _ASKED or bool(self._note.text()))
        none_came = kind is ResponseKind.NO_REPLY
        self._due_label.setText(say("parts.no_reply_by" if none_came else "parts.due"))
        self._due.setAccessibleName(say("parts.no_reply_by_long" if none_came else "parts.due_long"))

    def _on_left(self) -> None:
        """Writes times as they were understood, so that `tomorrow 10:00` shows which day that is."""
        now = datetime.now()
        for line in self._moments():
            understood = read_moment(line.text(), now)
            if understood is not None and shown_moment(understood) != line.text():
                line.set_words(shown_moment(understood))
        self.left.emit()


def _moment(line: LineField, before: str) -> str:
    """The time that stands in a line; the one before where it is the same or cannot be read."""
    if line.text() == shown_moment(before):
        return before
    understood = read_moment(line.text(), datetime.now())
    return before if understood is None else understood
