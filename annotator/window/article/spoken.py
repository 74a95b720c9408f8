"""The marked sheet with somebody at it: the cursor's sentence and the picked claim are said aloud."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.model.spans import Span
from annotator.model.views import ClaimLine, PersonView
from annotator.text.whereabouts import Whereabouts
from annotator.window.article.shared import SharedSheet
from annotator.window.article.speech import Speech


class SpokenSheet(SharedSheet):
    """Follows the cursor; screen readers, which know nothing of what is painted, are told what it meets."""

    sentence_entered = Signal(object)  # the Span of the sentence that the keyboard is at now
    spoken = Signal(str)  # what a screen reader was asked to say

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = Speech()
        self._entered: Span | None = None
        self.selectionChanged.connect(self._cursor_moved)
        self.cursorPositionChanged.connect(self._cursor_moved)

    def set_people(self, people: Sequence[PersonView]) -> None:
        """Know these people's names and colours."""
        super().set_people(people)
        self._speech.people = self._people

    def set_whereabouts(self, whereabouts: Whereabouts) -> None:
        """Know on which pages or at what times the words stood in the article's file."""
        super().set_whereabouts(whereabouts)
        self._speech.whereabouts = whereabouts

    def update_claims(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Show some claims anew and others no longer; a removed one is not picked any more."""
        super().update_claims(changed, removed)
        self._enter_sentence()

    def pick(self, claim_id: str | None, *, scroll: bool = False) -> None:
        """Mark a claim as the picked one, without a signal; the cursor goes there if nothing is selected."""
        other = claim_id != self._picked
        self._picked = claim_id
        claim = self.picked_claim
        if claim is not None:
            at = self.cursor_offset()
            if not self.textCursor().hasSelection() and not claim.span.start <= at < claim.span.end:
                with QSignalBlocker(self):
                    self.put_caret(claim.span.start, claim.span.start, scroll=False)
            if scroll:
                self.scroll_to(claim.span)
        self._enter_sentence()
        self._speak(claim if other else None)
        self.viewport().update()

    def _cursor_moved(self) -> None:
        self.viewport().update()
        self._enter_sentence()
        self._speak()

    def _begin_anew(self) -> None:
        """Of another article nothing was said yet."""
        self._speech.forget()
        self._entered = None

    def _enter_sentence(self) -> None:
        sentence = self.cursor_sentence
        if sentence != self._entered:
            self._entered = sentence
            if sentence is not None:
                self.sentence_entered.emit(sentence)

    def _speak(self, picked: ClaimLine | None = None) -> None:
        """Say what is new at the cursor, or the claim that was picked, to somebody who is at the page."""
        if not self.hasFocus():
            return
        sentence, at = self.cursor_sentence, self.cursor_offset()
        reach = sentence or Span(at, min(at + 1, len(self.text)))
        within = self._claims.within(reach.start, reach.end)
        ticked = sentence is not None and sentence in self._read
        said = self._speech.moved(self.text, sentence, within, self._claims, ticked=ticked)
        for words in said if picked is None else [self._speech.claim(picked, self._claims)]:
            self._announce(words)

    def _announce(self, words: str) -> None:
        self.spoken.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
