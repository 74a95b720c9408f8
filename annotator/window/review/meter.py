"""How much is answered: a thin bar, and what it says beside it."""

from annotator.window.meter import Meter
from annotator.window.painted_words import isolated
from annotator.window.theme import Theme
from annotator.words import number, say

_WIDE = 64  # pixels


class AnsweredMeter(Meter):
    """The share of differences that were answered, as a bar and in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("review.meter"), _WIDE)

    def set_counts(self, answered: int, count: int) -> None:
        """Shows so many of so many answered."""
        share = answered / count if count else 0.0
        words = say("review.meter_answered", answered=number(answered), all=number(count))
        self.set_shares((share,), isolated(words))
