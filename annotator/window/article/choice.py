"""One of several claims is to be chosen: by its number, by arrows and Enter, or by a click."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from annotator.window.article.letters import Letter

#: So many claims have a number: as many as there are digits.
NUMBERED = 9

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = _SHIFT | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


class Choice:
    """The claims to choose from, by id; the nearest ones have numbers, which they keep to the end.

    `claims` come the nearest first, `in_order` are the same as they stand in the text.
    """

    def __init__(self, claims: Sequence[str], in_order: Sequence[str]) -> None:
        self.current = claims[0]
        self._numbers = {claim: number for number, claim in enumerate(claims[:NUMBERED], 1)}
        self._left = list(in_order)
        self._there = set(in_order)

    def __contains__(self, claim: object) -> bool:
        return claim in self._there

    def __len__(self) -> int:
        return len(self._left)

    @property
    def left(self) -> tuple[str, ...]:
        """Those that can still be chosen, as they stand in the text."""
        return tuple(self._left)

    def number(self, claim: str) -> int | None:
        """The claim's number, from 1; None for one that is too far away."""
        return self._numbers.get(claim)

    def numbered(self, number: int) -> str | None:
        """The claim with a number, if it can still be chosen."""
        return next(
            (claim for claim, own in self._numbers.items() if own == number and claim in self._there), None
        )

    def step(self, by: int) -> None:
        """Go to the next or the previous claim in the text."""
        place = self._left.index(self.current) + by
        self.current = self._left[min(max(place, 0), len(self._left) - 1)]

    def drop(self, claim: str) -> None:
        """Take a claim out; the next one in the text becomes the current one."""
        if claim not in self._there:
            return
        self._there.discard(claim)
        place = self._left.index(claim)
        del self._left[place]
        if claim == self.current and self._left:
            self.current = self._left[min(place, len(self._left) - 1)]


class ChoosingPage(Protocol):
    """What the chooser asks of the page and does to it; points are pixels of the viewport."""

    @property
    def choice(self) -> Choice | None: ...

    def letter_at(self, point: QPointF) -> Letter | None: ...
    def claims_under(self, point: QPointF) -> list[str]: ...
    def show_candidate(self) -> None: ...
    def make_choice(self, claim: str, *, go_on: bool) -> None: ...
    def end_choice(self) -> None: ...


class Chooser:
    """Takes keys and clicks while a choice is going on; with Shift it goes on after the chosen claim."""

    def __init__(self, page: ChoosingPage) -> None:
        self._page = page

    def overrides(self, event: QKeyEvent) -> bool:
        """Whether a key must not act as a shortcut now: letters, digits, all others without Ctrl or Alt."""
        function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        return self._page.choice is not None and not function_key and _is_plain(event)

    def key(self, event: QKeyEvent) -> bool:
        """A key goes down; whether it is done with, as all plain keys are during a choice."""
        choice = self._page.choice
        if choice is None or not _is_plain(event):
            return False
        go_on = bool(event.modifiers() & _SHIFT)
        from annotator.window.article.digits import digit_of  # a start has no choice

        number = digit_of(event)
        if number is not None:
            claim = choice.numbered(number)
            if claim is not None:
                self._page.make_choice(claim, go_on=go_on)
        elif event.key() == Qt.Key.Key_Escape:
            self._page.end_choice()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._page.make_choice(choice.current, go_on=go_on)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            choice.step(1 if event.key() == Qt.Key.Key_Down else -1)
            self._page.show_candidate()
        return True

    def click(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """The left button goes down: on a candidate it is chosen, elsewhere the choice ends.

        Whether there was a choice.
        """
        choice = self._page.choice
        if choice is None:
            return False
        letter = self._page.letter_at(point)
        pointed = [claim.id for claim in letter.claims] if letter else self._page.claims_under(point)
        claim = next((each for each in pointed if each in choice), None)
        if claim is None:
            self._page.end_choice()
        else:
            self._page.make_choice(claim, go_on=bool(modifiers & _SHIFT))
        return True


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~_PLAIN
