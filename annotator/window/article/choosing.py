"""The sheet while one of several claims is chosen."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent

from annotator.model.views import ClaimLine
from annotator.window.article.choice import Choice
from annotator.window.article.claims import text_order
from annotator.window.article.spoken import SpokenSheet
from annotator.words import say

#: The page loses the focus for a moment only: a choice goes on.
_BRIEFLY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ChoosingSheet(SpokenSheet):
    """Numbers claims and tells which was chosen; what keys and clicks mean is the chooser's to know."""

    choice_made = Signal(str, bool)  # the claim's id, and whether the choice goes on
    choice_ended = Signal()  # after the last claim was chosen, or without any

    @property
    def choice(self) -> Choice | None:
        """The choice that is going on."""
        return self._choice

    def set_claims(self, lines: Iterable[ClaimLine]) -> None:
        """Show these claims and no others."""
        super().set_claims(lines)
        self._drop_candidates()

    def update_claims(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Show some claims anew and others no longer; a removed one is not picked any more."""
        super().update_claims(changed, removed)
        self._drop_candidates()

    def pick(self, claim_id: str | None, *, scroll: bool = False) -> None:
        """Mark a claim as the picked one; a choice that was made for another one is over."""
        if claim_id != self._picked:
            self.end_choice()
        super().pick(claim_id, scroll=scroll)

    def begin_choice(self, claims: Sequence[str]) -> None:
        """Let one of these claims be chosen, given by id, the nearest first; unknown ones are left out."""
        lines = [line for line in map(self._claims.get, claims) if line is not None]
        if not lines:
            return
        self.end_choice()
        self._choice = Choice(
            [line.id for line in lines], [line.id for line in sorted(lines, key=text_order)]
        )
        self.setFocus()
        self._announce(say("speech.choose", count=len(lines)))
        self.show_candidate()

    def end_choice(self) -> None:
        """End the choice, if one is going on, without a claim."""
        if self._choice is not None:
            self._choice = None
            self.viewport().update()
            self._announce(say("speech.choice_over"))
            self.choice_ended.emit()

    def show_candidate(self) -> None:
        """Bring the claim that Enter would choose into sight, and say which it is."""
        choice = self._choice
        claim = self._claims.get(choice.current) if choice is not None else None
        if choice is not None and claim is not None:
            self.keep_in_sight(claim.span)
            self._announce(self._speech.candidate(claim, self._claims, choice.number(claim.id)))
        self.viewport().update()

    def make_choice(self, claim: str, *, go_on: bool) -> None:
        """Say which claim was chosen; without `go_on`, or another one left, the choice is over."""
        choice = self._choice
        if choice is None:
            return
        choice.drop(claim)
        go_on = go_on and len(choice) > 0
        self._choice = choice if go_on else None
        self.choice_made.emit(claim, go_on)
        self.show_candidate()
        if not go_on:
            self.choice_ended.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere: a choice is over, but a click there is heard before, for it may choose."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self._end_if_left)
        elif event.reason() not in _BRIEFLY:
            self.end_choice()

    def _end_if_left(self) -> None:
        if not self.hasFocus():
            self.end_choice()

    def _drop_candidates(self) -> None:
        """A claim that is gone cannot be chosen."""
        choice = self._choice
        if choice is None:
            return
        for claim in choice.left:
            if self._claims.get(claim) is None:
                choice.drop(claim)
        if not len(choice):
            self.end_choice()
