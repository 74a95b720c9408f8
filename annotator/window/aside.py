"""Work that has nothing to do with the library, done on another thread and answered on the window's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Aside(QObject):
    """One piece of work; `done` carries its answer, `failed` its exception.

    Cancelling lets go of the answer: the thread ends by itself and nobody hears of it.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self._cancelled = False

    def start(self) -> None:
        """Begins."""
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Lets go of the answer."""
        self._cancelled = True

    def _run(self) -> None:
        try:
            answer = self._work()
        except Exception as error:  # noqa: BLE001 (a thread must not die; the window tells it)
            if not self._cancelled:
                self.failed.emit(error)
        else:
            if not self._cancelled:
                self.done.emit(answer)
