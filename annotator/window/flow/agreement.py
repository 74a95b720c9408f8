"""Agreement: one window of it, for the article that is open."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import Theme

if TYPE_CHECKING:
    from annotator.window.agreement.window import AgreementWindow


class Agreeing(QObject):
    """Opens the window of agreement, made when it is asked for first.

    Signals: `claim_wanted` (article id, claim id), `article_wanted` (id).
    """

    claim_wanted = Signal(str, str)
    article_wanted = Signal(str)

    def __init__(self, session: Session, reading: Reading, window: QWidget, theme: Theme) -> None:
        super().__init__()
        self._session, self._reading, self._window, self._theme = session, reading, window, theme

    @cached_property
    def figures(self) -> "AgreementWindow":
        """The window of agreement."""
        from annotator.window.agreement.window import AgreementWindow

        made = AgreementWindow(self._session, self._theme, self._reading.article, self._window)
        made.claim_wanted.connect(self.claim_wanted)
        made.article_wanted.connect(self.article_wanted)
        return made

    def show(self) -> None:
        """Shows the figures of the open article, or of the library where none is open."""
        self.figures.show_for(self._reading.article)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        if "figures" in self.__dict__:
            self.figures.set_theme(theme)
