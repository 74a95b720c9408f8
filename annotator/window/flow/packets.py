"""Packets: the grid of who is done with what, and new ones."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.window.packets.window import PacketsWindow
from annotator.window.session import Session
from annotator.window.theme import Theme


class Packets(QObject):
    """Shows the grid. Signals: `article_wanted` (id), `packet_wanted` to make a new packet."""

    article_wanted = Signal(str)
    packet_wanted = Signal()

    def __init__(self, session: Session, window: QWidget, theme: Theme) -> None:
        super().__init__()
        self._session, self._window, self._theme = session, window, theme

    @cached_property
    def grid(self) -> PacketsWindow:
        """The window of packets; made when it is first asked for."""
        made = PacketsWindow(self._session, self._theme, self._window)
        made.article_wanted.connect(self.article_wanted)
        made.packet_wanted.connect(self.packet_wanted)
        return made

    def show(self) -> None:
        """Shows the grid; one that is open comes to the front."""
        self.grid.show()
        self.grid.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        if "grid" in self.__dict__:
            self.grid.set_theme(theme)
