"""What was begun for a claim and not added yet: it waits there until the claim is shown again."""

from collections.abc import Iterable
from typing import Generic, TypeVar

B = TypeVar("B")


class BegunWords(Generic[B]):
    """What waits, by claim. For claims that are gone it waits too: undo brings them back."""

    def __init__(self) -> None:
        self._waiting: dict[str, B] = {}
        self._gone: set[str] = set()

    @property
    def claims(self) -> frozenset[str]:
        """The claims for which something waits, there or gone."""
        return frozenset(self._waiting)

    @property
    def any_left(self) -> bool:
        """Whether something waits for a claim that is there."""
        return bool(self._waiting.keys() - self._gone)

    def put(self, claim: str, begun: B | None) -> None:
        """Puts something aside for a claim; None for nothing."""
        if begun is not None:
            self._waiting[claim] = begun

    def take(self, claim: str) -> B | None:
        """Gives back what waits for a claim, which is shown again."""
        self._gone.discard(claim)
        return self._waiting.pop(claim, None)

    def note_gone(self, claims: Iterable[str]) -> None:
        """Notes that claims were deleted: who closes the window need not hear of their words."""
        self._gone.update(claims)

    def note_there(self, claims: Iterable[str]) -> None:
        """Notes that claims are there, perhaps again."""
        self._gone.difference_update(claims)
