"""The call sheet: one window of it, for the article that is open."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import Theme

if TYPE_CHECKING:
    from annotator.window.call_sheet.window import CallSheetWindow


class Calling(QObject):
    """Opens the call sheet, made when it is asked for first. Signal: `claim_wanted` (article, claim)."""

    claim_wanted = Signal(str, str)

    def __init__(self, session: Session, reading: Reading, window: QWidget, theme: Theme) -> None:
        super().__init__()
        self._session, self._reading, self._window, self._theme = session, reading, window, theme

    @cached_property
    def sheet(self) -> "CallSheetWindow":
        """The window of the call sheet."""
        from annotator.window.call_sheet.window import CallSheetWindow

        sheet = CallSheetWindow(self._session, self._theme, self._reading.article, self._window)
        sheet.claim_wanted.connect(self.claim_wanted)
        return sheet

    def show(self) -> None:
        """Shows the sheet for the open article, or for all where none is open."""
        self.sheet.show_for(self._reading.article)

    def flush(self) -> None:
        """Saves what is being typed there."""
        if "sheet" in self.__dict__:
            self.sheet.flush()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        if "sheet" in self.__dict__:
            self.sheet.set_theme(theme)
