"""Whose claims stand in the open article."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.model.views import ClaimLine
from annotator.window.card_button import CardButton, CardWords
from annotator.window.plain import plain_label
from annotator.window.theme import Theme, current_theme
from annotator.words import say

#: How often each tag was given, as a sentence of its own.
_COUNTS = {
    Tag.ALLEGATION: "people.allegations",
    Tag.DENIAL: "people.denials",
    Tag.FACT: "people.facts",
}


class PeoplePanel(QWidget):
    """A card for each reviewer, myself first, with the number of claims under each tag.

    Signal: `claim_picked` with the id of the first claim of the reviewer whose card was chosen.
    """

    claim_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = current_theme()
        self._cards: list[CardButton] = []
        self._build_column()
        self.set_claims(())

    def set_claims(self, claims: Sequence[ClaimLine]) -> None:
        """Counts these claims, given in text order."""
        people: dict[str, list[ClaimLine]] = {}
        for claim in sorted(claims, key=lambda claim: not claim.mine):
            people.setdefault(claim.reviewer, []).append(claim)
        gone, had_focus = self._cards, [card.hasFocus() for card in self._cards]
        self._cards = [self._card(name, theirs) for name, theirs in people.items()]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place, card)
            card.show()  # at once, so that the keyboard can come to it
        if any(had_focus) and self._cards:
            self._cards[min(had_focus.index(True), len(self._cards) - 1)].setFocus()
        for card in gone:
            card.hide()
            card.deleteLater()
        self._hint.setVisible(not any(not claim.mine for claim in claims))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)

    def _build_column(self) -> None:
        self._hint = plain_label(say("people.none"), "quiet", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint.setContentsMargins(4, 24, 4, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 14, 14, 14)
        self._column.setSpacing(8)
        self._column.addWidget(self._hint)
        self._column.addStretch()

    def _card(self, name: str, claims: list[ClaimLine]) -> CardButton:
        shown = say("people.me", name=name) if claims[0].mine else name
        counts = {tag: sum(claim.tag == tag for claim in claims) for tag in Tag}
        words = " · ".join(say(_COUNTS[tag], count=count) for tag, count in counts.items() if count)
        card = CardButton(CardWords(shown, words), self._theme)
        card.clicked.connect(lambda: self.claim_picked.emit(claims[0].id))
        return card
