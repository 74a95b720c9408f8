"""Nothing but the page: for reading without being looked at by panels."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.window.frame.layout import Panels


class FocusMode(QObject):
    """Hides the panels and the bars. Signal: `turned` (on or off), for what has to be said."""

    turned = Signal(bool)

    def __init__(self, window: QMainWindow, panels: Panels, bars: Iterable[QWidget]) -> None:
        super().__init__(window)
        self._panels, self._bars, self.on = panels, tuple(bars), False

    def toggle(self) -> None:
        """Leaves the page alone, or brings everything back as it was."""
        self.on = not self.on
        self._panels.leave_page_alone(self.on)
        for bar in self._bars:
            bar.setVisible(not self.on)
        self.turned.emit(self.on)
