"""The words about the picked claim: in plain words, the note, and the note for oneself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.desk.commands.claims import WriteNote, WritePlainWords
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimView
from annotator.window.claims.saving import Saver
from annotator.window.claims.text_fields import LineField, NoteField
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.ticks import Tick
from annotator.words import say


class Notes(QWidget):
    """The part of the editor for notes; a colleague's can only be read. Signal: `back`."""

    back = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._claim = ""
        self._build(session)

    @property
    def note(self) -> NoteField:
        """The note that is handed on with the claim."""
        return self._note

    @property
    def private_note(self) -> NoteField:
        """The note that stays here."""
        return self._private

    @property
    def plain_words(self) -> LineField:
        """The claim in one sentence that needs no context."""
        return self._plain

    @property
    def trouble(self) -> Trouble:
        """Where it says why something was not saved."""
        return self._trouble

    def show_claim(self, view: ClaimView) -> None:
        """Shows a claim's words; what is being typed for the same claim stays."""
        if view.id != self._claim:
            self._trouble.clear()
            self._toggle.setChecked(bool(view.private_note))
        self._claim = view.id
        for saver, words in zip(self._savers, (view.plain_words, view.note, view.private_note), strict=True):
            saver.show(view.id, words)
        self._plain.setReadOnly(not view.mine)
        self._note.setReadOnly(not view.mine)
        self._toggle.setVisible(view.mine)
        self._private.setVisible(view.mine and self._toggle.isChecked())
        if view.private_note and not self._toggle.isChecked():
            self._toggle.setChecked(True)

    def flush(self) -> None:
        """Saves at once what was typed."""
        for saver in self._savers:
            saver.flush()

    def _build(self, session: Session) -> None:
        self._plain = LineField(say("editor.plain_words"), say("editor.plain_words_hint"))
        self._note = NoteField(say("editor.note"), say("editor.note_hint"))
        self._private = NoteField(say("editor.private_note"), say("editor.private_note_hint"))
        self._toggle = Tick(say("editor.private_note"))
        self._toggle.toggled.connect(self._private.setVisible)
        self._trouble = Trouble()
        self._private.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        parts: tuple[QWidget, ...] = (
            _heading("editor.note"),
            self._note,
            _heading("editor.plain_words"),
            self._plain,
            self._toggle,
            self._private,
            self._trouble,
        )
        for part in parts:
            column.addWidget(part)
        self._connect(session)

    def _connect(self, session: Session) -> None:
        def told(_claim: str, _words: str, error: RedPencilError) -> None:
            self._trouble.tell_error(error)

        fields: tuple[LineField | NoteField, ...] = (self._plain, self._note, self._private)
        self._savers = (
            Saver(session, self._plain, WritePlainWords, told),
            Saver(session, self._note, WriteNote, told),
            Saver(session, self._private, lambda claim, words: WriteNote(claim, words, private=True), told),
        )
        for saver, field in zip(self._savers, fields, strict=True):
            field.typed.connect(saver.touched)
            field.left.connect(saver.flush)
            field.done.connect(self.back)


def _heading(key: str) -> QLabel:
    return plain_label(say(key), "quiet")
