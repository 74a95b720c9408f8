"""How far the content of the picked claim is checked, with the reason and the correction."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.formats.writers.phrases import status_line
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimView
from annotator.window.claims.begun import BegunWords
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.others import OthersWords
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.saving import Saver
from annotator.window.claims.status_form import StatusForm
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.words import say

#: The refusal that has two remedies, a reason and evidence.
_NEEDS_REASON = "status.needs_reason"


class StatusPart(QWidget):
    """The part of the editor for the status, saved at once.

    What is refused for want of a reason or of evidence waits in the form and is saved when either is there.
    Signals: `back` when the person is done, `evidence_wanted` to add evidence.
    """

    back = Signal()
    evidence_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._claim = ""
        self._waits = False
        self._begun: BegunWords[StatusFields] = BegunWords()
        self._build()

    @property
    def form(self) -> StatusForm:
        """The form with my own word on it."""
        return self._form

    @property
    def begun(self) -> BegunWords[StatusFields]:
        """What was refused and waits, by claim."""
        return self._begun

    @property
    def has_begun(self) -> bool:
        """Whether a status was chosen, for whatever claim, that is not saved."""
        return self._waits or self._begun.any_left

    @property
    def trouble(self) -> Trouble:
        """Where it says what is missing."""
        return self._trouble

    def show_claim(self, view: ClaimView) -> None:
        """Shows what people said of a claim; what waits for a reason or evidence stays in the form."""
        if view.id != self._claim:
            self._turn_to(view)
        elif not self._waits:
            self._saver.show(view.id, _mine(view))
        self._others.show_words([(word.reviewer, status_line(word), word.mine) for word in view.statuses])
        if self._waits and view.evidence:
            self._try_again()

    def leave(self) -> None:
        """Saves what was typed, puts aside what waits, and forgets the claim."""
        if self._waits:
            self._begun.put(self._claim, self._form.words())
        else:
            self.flush()
        self._show_waiting(waits=False)
        self._claim = ""

    def flush(self) -> None:
        """Saves at once what was typed."""
        self._saver.flush()

    def focus_field(self) -> None:
        """Puts the keyboard to the choice."""
        self._form.value.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def correct(self, words: str) -> None:
        """Begins a correction of words selected in the article."""
        self._form.correct(words)

    def _build(self) -> None:
        self._form = StatusForm()
        self._others = OthersWords()
        self._trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(say("parts.status"), "quiet"))
        for part in (self._others, self._form, self._trouble, self._build_remedies()):
            column.addWidget(part)
        self._saver: Saver[StatusFields] = Saver(
            self._session, self._form, SetStatus, self._refused, self._saved
        )
        self._form.typed.connect(self._saver.touched)
        self._form.left.connect(self._saver.flush)
        self._form.done.connect(self.back)

    def _build_remedies(self) -> QWidget:
        """The two ways out, beside the sentence that asks for one."""
        self._remedies = QWidget()
        flow = FlowLayout()
        self._remedies.setLayout(flow)
        reason, evidence = self._form.reason, self.evidence_wanted
        for key, act in (("parts.say_why", reason.setFocus), ("parts.add_evidence", evidence.emit)):
            pill = Pill((Run(say(key)),))
            pill.setAccessibleName(say(key))
            pill.clicked.connect(lambda _=False, act=act: act())
            flow.addWidget(pill)
        self._remedies.hide()
        return self._remedies

    def _turn_to(self, view: ClaimView) -> None:
        self._claim = view.id
        self._form.set_quote(view.quote)
        self._saver.show(view.id, _mine(view))
        if before := self._begun.take(view.id):
            self._form.set_words(before)
            self._trouble.tell(say(_NEEDS_REASON))
            self._show_waiting(waits=True)

    def _try_again(self) -> None:
        self._saver.touched()
        self._saver.flush()

    def _saved(self, claim: str) -> None:
        if claim == self._claim:
            self._show_waiting(waits=False)
        else:
            self._begun.take(claim)

    def _refused(self, claim: str, words: StatusFields, error: RedPencilError) -> None:
        if claim != self._claim:
            self._begun.put(claim, words)
            return
        self._trouble.tell_error(error)
        self._show_waiting(waits=True)
        self._remedies.setVisible(error.key == _NEEDS_REASON)

    def _show_waiting(self, *, waits: bool) -> None:
        self._waits = waits
        self._remedies.setVisible(waits)
        if not waits:
            self._trouble.clear()


def _mine(view: ClaimView) -> StatusFields:
    word = next((word for word in reversed(view.statuses) if word.mine), None)
    if word is None:
        return StatusFields()
    return StatusFields(word.value, word.reason, word.old_words, word.new_words)
