"""The right of reply on an allegation: whether those accused were asked, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.queries.people import me
from annotator.formats.writers.phrases import response_line
from annotator.model.enums import ResponseKind, Tag
from annotator.model.errors import RedPencilError
from annotator.model.rows import Reviewer
from annotator.model.views import ClaimView
from annotator.window.claims.begun import BegunWords
from annotator.window.claims.others import OthersWords
from annotator.window.claims.response_form import ResponseForm
from annotator.window.claims.saving import Saver
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.words import say


class ResponsePart(QWidget):
    """The part of the editor for the right of reply, saved at once. Signal: `back` when the person is done.

    Whether the allegation is answered follows from its links, and is shown here in their place.
    """

    back = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._claim = ""
        self._begun: BegunWords[tuple[ResponseKind, tuple[str, ...]]] = BegunWords()
        self._build()

    @property
    def form(self) -> ResponseForm:
        """The form with my own word on it."""
        return self._form

    @property
    def begun(self) -> BegunWords[tuple[ResponseKind, tuple[str, ...]]]:
        """The times that could not be read and wait, by claim."""
        return self._begun

    @property
    def has_begun(self) -> bool:
        """Whether a time was typed that could not be read, and so is not saved."""
        return self._begun.any_left or bool(self._claim and self._form.unreadable())

    @property
    def trouble(self) -> Trouble:
        """Where it says what was not saved."""
        return self._trouble

    def show_claim(self, view: ClaimView) -> None:
        """Shows the responses to an allegation; other claims have none, and the part hides."""
        other = view.id != self._claim
        self.setVisible(view.tag is Tag.ALLEGATION)
        self._claim = view.id
        mine = next((word for word in reversed(view.responses) if word.mine), None)
        fields = ResponseFields()
        if mine is not None:
            fields = ResponseFields(mine.kind, mine.asked_on, mine.asked_by, mine.due, mine.note)
        self._saver.show(view.id, fields)
        if other:
            self._trouble.clear()
            self._session.ask(me, then=self._on_me)
            if before := self._begun.take(view.id):
                self._form.set_lines(*before)
                self._tell_unreadable()
        self._answered.setText(say("parts.answered_by_count", count=len(view.links)) if view.links else "")
        self._answered.setVisible(bool(view.links))
        self._others.show_words([(word.reviewer, response_line(word), word.mine) for word in view.responses])

    def leave(self) -> None:
        """Saves what was typed, puts aside what cannot be, and forgets the claim."""
        self.flush()
        if self._claim and self._form.unreadable():
            self._begun.put(self._claim, (ResponseKind(self._form.kind.value), self._form.lines()))
        self._claim = ""

    def flush(self) -> None:
        """Saves at once what was typed."""
        self._saver.flush()

    def focus_field(self) -> None:
        """Puts the keyboard to the choice."""
        self._form.kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self._form = ResponseForm()
        self._answered = plain_label(wraps=True)
        self._others = OthersWords()
        self._trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(say("parts.response"), "quiet"))
        for part in (self._answered, self._others, self._form, self._trouble):
            column.addWidget(part)
        self._saver: Saver[ResponseFields] = Saver(self._session, self._form, Respond, self._refused)
        self._form.typed.connect(self._saver.touched)
        self._form.left.connect(self._on_left)
        self._form.done.connect(self.back)

    def _on_left(self) -> None:
        self._tell_unreadable()
        self._saver.flush()

    def _tell_unreadable(self) -> None:
        words = self._form.unreadable()
        tomorrow = say("parts.tomorrow")
        self._trouble.tell(say("parts.bad_moment", words=words, tomorrow=tomorrow) if words else "")

    def _on_me(self, reviewer: Reviewer | None) -> None:
        self._form.me = reviewer.name if reviewer else ""

    def _refused(self, claim: str, _: ResponseFields, error: RedPencilError) -> None:
        if claim == self._claim:
            self._trouble.tell_error(error)
