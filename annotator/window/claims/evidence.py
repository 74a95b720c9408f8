"""What bears on the picked claim: the cards of what is there, and the form for more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EditEvidence, EvidenceFields, RemoveEvidence
from annotator.desk.work import Command
from annotator.model.views import ClaimView, EvidenceView
from annotator.window.claims.begun import BegunWords
from annotator.window.claims.evidence_card import EvidenceCard
from annotator.window.claims.evidence_form import Begun, EvidenceForm
from annotator.window.claims.tab_order import walk_before
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.book import SourceBook
from annotator.window.sources.source_field import Named
from annotator.window.theme import Theme
from annotator.words import say


class EvidencePart(QWidget):
    """The part of the editor for evidence. Signal: `back` when the person is done here."""

    back = Signal()

    def __init__(self, session: Session, book: SourceBook, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._book = book
        self._theme = theme
        self._view: ClaimView | None = None
        self._cards: list[EvidenceCard] = []
        self._begun: BegunWords[Begun] = BegunWords()
        self._build()

    @property
    def form(self) -> EvidenceForm:
        """The form for evidence."""
        return self._form

    @property
    def cards(self) -> tuple[EvidenceCard, ...]:
        """The cards, in order."""
        return tuple(self._cards)

    def show_claim(self, view: ClaimView) -> None:
        """Shows a claim's evidence; what was begun for a claim waits there until it is shown again."""
        other = self._view is None or view.id != self._view.id
        shown = () if self._view is None else self._view.evidence
        self._view = view
        if other and (before := self._begun.take(view.id)):
            self._form.resume(before)
        if other or view.evidence != shown:
            self._rebuild(view.evidence)
        edited = self._form.edited
        if edited is not None and edited.id not in (each.id for each in view.evidence):
            self._form.empty()

    @property
    def has_begun(self) -> bool:
        """Whether something was typed, for whatever claim, and not added yet."""
        return self._begun.any_left or self._form.begun() is not None

    @property
    def begun(self) -> BegunWords[Begun]:
        """What was begun and waits, by claim."""
        return self._begun

    def leave(self) -> None:
        """Puts aside what was begun for the claim shown until now."""
        if self._view is not None:
            self._begun.put(self._view.id, self._form.begun())
        self._view = None
        self._form.empty()
        self._form.fold()

    def focus_field(self) -> None:
        """Puts the keyboard into the field for the source of new evidence."""
        self._form.focus_field()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._form.set_theme(theme)
        for card in self._cards:
            card.set_theme(theme)

    def _build(self) -> None:
        self._form = EvidenceForm(self._book)
        self._form.set_theme(self._theme)
        self._form.given.connect(self._on_given)
        self._form.back.connect(self._on_back)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(say("editor.evidence"), "quiet"))
        column.addLayout(self._shown)
        column.addWidget(self._form)

    def _rebuild(self, evidence: tuple[EvidenceView, ...]) -> None:
        focused = next((n for n, card in enumerate(self._cards) if _holds_focus(card)), None)
        for card in self._cards:
            self._shown.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(each) for each in evidence]
        for card in self._cards:
            self._shown.addWidget(card)
            card.show()
        walk_before(self._form.field, [stop for card in self._cards for stop in card.tab_stops()])
        if focused is not None and self._cards:
            self._cards[min(focused, len(self._cards) - 1)].setFocus()
        elif focused is not None:
            self._form.focus_field()

    def _card(self, evidence: EvidenceView) -> EvidenceCard:
        card = EvidenceCard(evidence, self._theme)
        card.edit_wanted.connect(lambda: self._form.edit(evidence))
        card.removed.connect(lambda: self._run(RemoveEvidence(evidence.id)))
        return card

    def _on_given(self, named: Named | None, fields: EvidenceFields) -> None:
        if self._view is None:
            return
        claim, edited = self._view.id, self._form.edited
        source = None if named is None else self._source_of(named)
        if edited is not None:
            command: Command = EditEvidence(edited.id, fields, source)
        else:
            assert source is not None, "a new piece always names its source"
            command = AddEvidence(claim, source, fields)
        then = lambda _: self._on_done(claim)  # noqa: E731 (named for the line's length)
        self._session.run(command, then=then, refused=self._form.trouble.tell_error)

    def _source_of(self, named: Named) -> NewSource | str:
        return named.source.id if named.source else self._form.new_source(named.name)

    def _on_done(self, claim: str) -> None:
        if self._view is not None and self._view.id == claim:
            self._form.empty()
            self._form.focus_field()
        else:
            self._begun.take(claim)

    def _on_back(self) -> None:
        self._form.fold()
        self.back.emit()

    def _run(self, command: Command) -> None:
        self._session.run(command, refused=self._form.trouble.tell_error)


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
