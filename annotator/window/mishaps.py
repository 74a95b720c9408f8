"""Mistakes of the program itself: a plain sentence for the person, the traceback for who mends it."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from annotator.words import say


class Mishaps(QObject):
    """Stands in for `sys.excepthook`, which Qt's slots end in too. Signal: `happened` (the sentence)."""

    happened = Signal(str)

    def install(self) -> None:
        """Begins to watch."""
        sys.excepthook = self._caught

    @staticmethod
    def remove() -> None:
        """Leaves the watch to Python again."""
        sys.excepthook = sys.__excepthook__

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):  # Ctrl+C in the terminal is no mistake
            self.happened.emit(say("window.problem", name=kind.__name__))
