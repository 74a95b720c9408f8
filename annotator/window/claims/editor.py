"""The editor of the picked claim: its form, or how to come to one."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedLayout, QWidget

from annotator.model.spans import Span
from annotator.model.views import ClaimView, PersonView
from annotator.text.whereabouts import Whereabouts
from annotator.window.claims.first_steps import FirstSteps
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say

if TYPE_CHECKING:
    from annotator.window.claims.answers import AnswersPart
    from annotator.window.claims.evidence import EvidencePart
    from annotator.window.claims.form import ClaimForm
    from annotator.window.claims.notes import Notes
    from annotator.window.claims.response import ResponsePart
    from annotator.window.claims.review_part import ReviewPart
    from annotator.window.claims.said_by import SaidBy
    from annotator.window.claims.status import StatusPart


class ClaimEditor(QWidget):
    """Shows one claim or none. The form is made when it is needed first, for a start need not wait for it.

    Signals: `back_to_article` when the person is done here, `show_span` (Span) of words in the article,
    `claim_wanted` (id) to see another claim, `link_wanted` to link the shown one, `codebook_wanted` to read
    what the tags mean. `answered` (claim, Verdict, reason), `answer_taken_back` (claim) and `reason_left` as
    those of the form.
    """

    back_to_article = Signal()
    show_span = Signal(object)
    claim_wanted = Signal(str)
    link_wanted = Signal()
    codebook_wanted = Signal()
    answered = Signal(str, object, str)
    answer_taken_back = Signal(str)
    reason_left = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._keys: Mapping[str, str] = {}
        self._people: Sequence[PersonView] = ()
        self._whereabouts = Whereabouts()
        self._build()

    @cached_property
    def form(self) -> "ClaimForm":
        """The form with all its fields."""
        from annotator.window.claims.form import ClaimForm

        form = ClaimForm(self._session, self._theme)
        form.back_to_article.connect(self.back_to_article)
        form.show_span.connect(self.show_span)
        form.claim_wanted.connect(self.claim_wanted)
        form.link_wanted.connect(self.link_wanted)
        form.codebook_wanted.connect(self.codebook_wanted)
        form.answered.connect(self.answered)
        form.answer_taken_back.connect(self.answer_taken_back)
        form.reason_left.connect(self.reason_left)
        form.answers.set_link_key(self._keys.get("link", ""))
        form.review.set_keys(self._keys)
        form.review.set_people(self._people)
        form.set_whereabouts(self._whereabouts)
        form.gone.connect(lambda: self.show_claim(None))
        self._pages.addWidget(form)
        return form

    def prepare(self) -> None:
        """Makes the form in an idle moment, before it is needed."""
        _ = self.form

    @property
    def claim(self) -> str | None:
        """The id of the claim that is shown."""
        return self.form.claim if self._has_form else None

    @property
    def review(self) -> "ReviewPart":
        """The part between people: whose claim it is, answers to it, what was said of it."""
        return self.form.review

    @property
    def said_by(self) -> "SaidBy":
        """The part that says who makes the claim."""
        return self.form.said_by

    @property
    def evidence(self) -> "EvidencePart":
        """The part for what bears on it."""
        return self.form.evidence

    @property
    def answers(self) -> "AnswersPart":
        """The part for links between denials and allegations."""
        return self.form.answers

    @property
    def response(self) -> "ResponsePart":
        """The part for the right of reply."""
        return self.form.response

    @property
    def status(self) -> "StatusPart":
        """The part for how far its content is checked."""
        return self.form.status

    @property
    def notes(self) -> "Notes":
        """The part for words about it."""
        return self.form.notes

    @property
    def has_begun(self) -> bool:
        """Whether something was begun, for whatever claim that is there, and could not be saved yet."""
        return self._has_form and self.form.has_begun

    def show_claim(self, view: ClaimView | None) -> None:
        """Shows a claim, or says how to pick one. What was typed for another claim is saved first."""
        if view is not None:
            self.form.show_claim(view)
            self._pages.setCurrentWidget(self.form)
        elif self._has_form:
            self.flush()
            self.form.leave()
            self._pages.setCurrentIndex(0)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        if self._has_form:
            self.form.set_theme(theme)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Takes the keys of actions by name, as they are written for people; empty for none."""
        self._keys = keys
        self._first_steps.set_keys(keys)
        if self._has_form:
            self.answers.set_link_key(keys.get("link", ""))
            self.review.set_keys(keys)

    def set_people(self, people: Sequence[PersonView]) -> None:
        """Knows the people of the article, with their colours."""
        self._people = people
        if self._has_form:
            self.review.set_people(people)

    def set_whereabouts(self, whereabouts: Whereabouts) -> None:
        """Knows on which pages or at what times the claims stood in the article's file."""
        self._whereabouts = whereabouts
        if self._has_form:
            self.form.set_whereabouts(whereabouts)

    def flush(self) -> None:
        """Saves at once what was typed; to be called before the window closes."""
        if self._has_form:
            self.form.flush()

    def focus_said_by(self) -> None:
        """Puts the keyboard into the field `Said by`."""
        if self.claim is not None:
            self.said_by.focus_field()

    def focus_answers(self) -> None:
        """Puts the keyboard where links are made; reported facts have no such place."""
        if self.claim is not None and self.answers.isVisibleTo(self):
            self.answers.focus_field()

    def focus_response(self) -> None:
        """Puts the keyboard to the right of reply; only allegations have one."""
        if self.claim is not None and self.response.isVisibleTo(self):
            self.response.focus_field()

    def focus_evidence(self) -> None:
        """Puts the keyboard into the field `Evidence`."""
        if self.claim is not None:
            self.evidence.focus_field()

    def focus_status(self) -> None:
        """Puts the keyboard to the status."""
        if self.claim is not None:
            self.status.focus_field()

    def focus_note(self) -> None:
        """Puts the keyboard into the field `Note`."""
        if self.claim is not None:
            self.notes.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_comment(self) -> None:
        """Puts the keyboard where a comment is written."""
        if self.claim is not None:
            self.review.focus_comment()

    def focus_plain_words(self) -> None:
        """Puts the keyboard into the field `In plain words`."""
        if self.claim is not None:
            self.notes.plain_words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say_by_selection(self, span: Span, words: str) -> None:
        """Begins a source from words selected in the article; Enter in the field confirms it."""
        if self.claim is not None:
            self.said_by.say_by_selection(span, words)

    def toggle_checked(self) -> None:
        """Ticks that the claim is said so and so worded, or unticks it."""
        if self.claim is not None:
            self.said_by.toggle_checked()

    def correct(self, words: str) -> None:
        """Begins a correction of words selected in the article."""
        if self.claim is not None:
            self.status.correct(words)

    @property
    def _has_form(self) -> bool:
        return "form" in self.__dict__

    def _build(self) -> None:
        self.setAccessibleName(say("editor.claim"))
        self.setMinimumWidth(280)
        self._pages = QStackedLayout(self)
        self._first_steps = FirstSteps()
        self._pages.addWidget(self._first_steps)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
