"""Mistakes of the program itself: a plain sentence for the person, the traceback for who mends it."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from annotator.desk.versions import versions
from annotator.host.crashes import RunLog
from annotator.window.overrides import is_asked_by_qt, mend_overrides
from annotator.words import say


class Mishaps(QObject):
    """Stands in for Python's hooks, which Qt's slots end in too. Signal: `happened` (the sentence).

    It comes from whatever thread it happened on, perhaps in the middle of painting: connect it queued. What
    Qt asks for by itself would fail again at every look, so each place of such a mistake is told once.
    """

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._log = RunLog(f"{versions()}, Qt {qVersion()}")
        self._known: set[tuple[str, int]] = set()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Begins to watch, and to keep what a crash would leave for the next start."""
        self._log.begin()
        mend_overrides()
        sys.excepthook = lambda _kind, error, _trace: self._caught(error)
        threading.excepthook = lambda told: self._caught(told.exc_value)
        sys.unraisablehook = lambda told: self._caught(told.exc_value)

    def remove(self) -> None:
        """Leaves the watch to whom it was taken from: this run has ended as it should."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        self._log.end()

    def copy_report(self) -> None:
        """Puts on the clipboard what can be handed on of this run: kinds and places of mistakes."""
        QGuiApplication.clipboard().setText(self._log.text)

    def _caught(self, error: BaseException | None) -> None:
        if error is None or self._again(error.__traceback__):
            return
        sys.__excepthook__(type(error), error, error.__traceback__)
        if isinstance(error, Exception):  # Ctrl+C in the terminal is no mistake
            self._log.note(error)
            self.happened.emit(say("window.problem", name=type(error).__name__))

    def _again(self, trace: TracebackType | None) -> bool:
        """Whether Qt asked once more for what has failed before."""
        if trace is None or not any(is_asked_by_qt(frame.name) for frame in traceback.extract_tb(trace, 2)):
            return False
        while trace.tb_next is not None:
            trace = trace.tb_next
        place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        known = place in self._known
        self._known.add(place)
        return known
