"""Work that has nothing to do with the library, done on another thread and answered on the window's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from annotator.window.writer import in_words

Answer = Callable[[Any], object]


class Aside(QObject):
    """One piece of work; `done` carries its answer, `failed` its exception, `ended` comes after either.

    Cancelling lets go of the answer: the thread ends by itself and nobody hears of it but by `ended`.
    """

    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

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
        if isValid(self):  # who asked may have gone, and taken it along
            self.ended.emit()


#: What was asked by `ask_aside` and has no answer yet.
_asked: set[Aside] = set()


def ask_aside(owner: QObject, work: Callable[[], Any], then: Answer, failed: Answer | None = None) -> Aside:
    """Has one piece of work done aside; nobody hears of it once its owner is gone, or it was cancelled.

    `failed` hears of its RedPencilError, or nobody does. A mistake of the program goes to who watches for
    them; `failed` hears that there was one, so that nobody waits for ever.
    """
    aside = Aside(work)
    _asked.add(aside)

    def end() -> None:
        _asked.discard(aside)
        aside.deleteLater()

    def answered(answer: object) -> None:
        if isValid(owner):
            then(answer)

    def went_wrong(error: Exception) -> None:
        known = in_words(error)
        if failed is not None and isValid(owner):
            failed(known)
        if known is not error:
            raise error

    aside.done.connect(answered)
    aside.failed.connect(went_wrong)
    aside.ended.connect(end)
    aside.start()
    return aside
