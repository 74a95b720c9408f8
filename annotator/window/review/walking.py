"""Going from difference to difference, in text order and round at the end."""

from collections.abc import Sequence

from annotator.model.comparing import Group
from annotator.window.review.page import ReviewPage, key_of


class Walk:
    """Knows where one is. It walks what waits for my answer; where `everything` is to be seen, all."""

    def __init__(self) -> None:
        self.at: Group | None = None
        self.everything = False

    def next(self, page: ReviewPage, by: int) -> Group | None:
        """Goes to the next difference (the one before with -1) and gives it; None where nothing differs.

        Where nothing waits for my answer any more, it walks all.
        """
        walked: Sequence[Group] = page.differences if self.everything or not page.open else page.open
        if not walked:
            return None
        here = self.at
        ordered = walked if by > 0 else walked[::-1]
        if here is None:
            self.at = ordered[0]
        else:
            apart = (group for group in ordered if key_of(group) != key_of(here))
            further = (group for group in apart if (place(group) > place(here)) is (by > 0))
            self.at = next(further, ordered[0])
        return self.at


def place(group: Group) -> tuple[int, int, str]:
    """Where a difference stands among others."""
    return group.span.start, group.span.end, key_of(group)
