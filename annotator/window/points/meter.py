"""How far the article is: two thin bars and what they say, for the foot of the window."""

import math
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.window.meter import Meter
from annotator.window.painted_words import isolated
from annotator.window.theme import Theme
from annotator.words import number, say

if TYPE_CHECKING:
    from annotator.model.points import Progress

_WIDE = 44  # pixels


class ProgressMeter(Meter):
    """The share of sentences read above the share of claims settled; the words beside them say both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, say("meter.name"), _WIDE, parent)
        self.set_progress(None)

    def set_progress(self, progress: "Progress | None") -> None:
        """Shows how far an article is; nothing where none is open."""
        self.setVisible(progress is not None)
        if progress is None:
            self.set_shares((), "")
        else:
            self.set_shares((progress.read, progress.settled), _words(progress))


def _words(progress: "Progress") -> str:
    # Rounded down: all is read when the last sentence is.
    read = say("meter.read", share=number(math.floor(progress.read * 100)))
    if not progress.claims:
        return say("meter.both", read=read, settled=say("meter.no_claims"))
    settled = say("meter.settled", settled=number(progress.claims_settled), claims=number(progress.claims))
    return say("meter.both", read=isolated(read), settled=isolated(settled))
