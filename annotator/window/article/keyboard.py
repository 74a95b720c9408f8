"""What the keys do on the page: from sentence to sentence, word to word, page to page."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.sentences import sentence_at
from annotator.window.article.stops import (
    Caret,
    character_after,
    reach_sentences,
    reach_words,
    sentence_after,
    word_after,
)

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_OTHERS = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_SENTENCE_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGE_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SIDE_KEYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}

#: To the article's ends: the system's own keys, Ctrl+Home and Ctrl+End on most.
_FAR_KEYS = {
    QKeySequence.StandardKey.MoveToStartOfDocument: (-1, False),
    QKeySequence.StandardKey.MoveToEndOfDocument: (1, False),
    QKeySequence.StandardKey.SelectStartOfDocument: (-1, True),
    QKeySequence.StandardKey.SelectEndOfDocument: (1, True),
}


class KeyPage(Protocol):
    """What the keyboard asks of the page and does to it; offsets are code points."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> Sequence[Span]: ...
    @property
    def picked_claim(self) -> ClaimLine | None: ...

    def caret(self) -> Caret: ...
    def runs_left(self, offset: int) -> bool: ...
    def turn(self, by: int) -> int: ...
    def move_caret(self, caret: Caret, sight: Span) -> None: ...
    def pick_by_user(self, claim_id: str | None) -> None: ...
    def tick_by_user(self, *, on: bool) -> None: ...
    def give_up(self) -> bool: ...


class Keyboard:
    """Turns keys into moves of the cursor and of the selection's end, always by whole characters.

    Plain arrows go by sentence and by word, Ctrl by character as it does for the mouse; Shift selects.
    """

    def __init__(self, page: KeyPage) -> None:
        self._page = page

    def owns(self, event: QKeyEvent) -> bool:
        """Whether a key is the page's own and no shortcut: Space and arrows, with Shift or without."""
        own = event.key() in (Qt.Key.Key_Space, *_SENTENCE_KEYS, *_SIDE_KEYS)
        return own and not event.modifiers() & _OTHERS

    def press(self, event: QKeyEvent) -> bool:
        """A key goes down; whether it is done with."""
        key, extend = event.key(), bool(event.modifiers() & _SHIFT)
        if key == Qt.Key.Key_Escape:
            return self._page.give_up()
        for standard, (by, selecting) in _FAR_KEYS.items():
            if event.matches(standard):
                self.go_to_sentence(by * max(len(self._page.sentences), 1), extend=selecting)
                return True
        others = event.modifiers() & _OTHERS
        if key in _SIDE_KEYS and others in (Qt.KeyboardModifier.NoModifier, _CONTROL):
            self._go_aside(_SIDE_KEYS[Qt.Key(key)], extend=extend, exactly=bool(others))
        elif others:
            return False
        elif key in _SENTENCE_KEYS:
            self.go_to_sentence(_SENTENCE_KEYS[Qt.Key(key)], extend=extend)
        elif key in _PAGE_KEYS:
            self._turn(_PAGE_KEYS[Qt.Key(key)], extend=extend)
        elif key == Qt.Key.Key_Space:
            self._page.tick_by_user(on=not extend)
        else:
            return False
        return True

    def go_to_sentence(self, by: int, *, extend: bool = False) -> None:
        """So many sentences on; a picked claim is left. With `extend` the selection grows or shrinks."""
        sentences = self._page.sentences
        if extend:
            caret = reach_sentences(sentences, self._page.caret(), by)
            self._page.move_caret(caret, self._moving_end(caret))
            return
        number = sentence_after(sentences, self._origin(by), by)
        if number is not None:
            self.go_to(sentences[number])

    def go_to(self, span: Span) -> None:
        """The cursor to the beginning of some words; a picked claim is left."""
        self._page.move_caret(Caret(span.start, span.start), span)
        self._page.pick_by_user(None)

    def _origin(self, by: int) -> Caret:
        """From where sentences are counted: the end of the picked claim towards which one goes."""
        caret, claim = self._page.caret(), self._page.picked_claim
        if claim is None or not claim.span.start <= caret.at <= claim.span.end:
            return caret
        ends = (claim.span.start, claim.span.end)
        return Caret(*ends) if by > 0 else Caret(*reversed(ends))

    def _go_aside(self, to_the_right: bool, *, extend: bool, exactly: bool) -> None:
        """By a word or a character to the side that the key points at, as the paragraph runs."""
        text, caret = self._page.text, self._page.caret()
        forward = to_the_right != self._page.runs_left(caret.at)
        if extend and not exactly:
            caret = reach_words(text, caret, forward=forward)
        else:
            after = character_after if exactly else word_after
            at = after(text, caret.at, forward=forward)
            caret = Caret(caret.anchor if extend else at, at)
        self._page.move_caret(caret, Span(caret.at, caret.at))

    def _turn(self, by: int, *, extend: bool) -> None:
        """A page on; the sentence that comes to stand where the cursor's stood is the cursor's then."""
        sentences, caret = self._page.sentences, self._page.caret()
        at = self._page.turn(by)
        there, here = sentence_after(sentences, Caret(at, at), 0), sentence_after(sentences, caret, 0)
        if there is None or here is None:
            return
        if extend:
            self.go_to_sentence(there - here, extend=True)
        else:
            self.go_to(sentences[there])

    def _moving_end(self, caret: Caret) -> Span:
        """The sentence at the selection's moving end."""
        at = max(caret.at - 1, 0) if caret.is_forward else caret.at
        return sentence_at(self._page.sentences, at) or Span(caret.at, caret.at)
