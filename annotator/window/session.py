"""The only bridge between the window and the desk: commands go out, answers come back."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from annotator.desk.desk import Desk
from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError, WriteFailed

T = TypeVar("T")

Job = Callable[[Desk], Any]
Answer = Callable[[Any], None]


class _Worker(QObject):
    """Lives on the writer thread, which owns the desk and so the writing connection."""

    done = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._desk: Desk | None = None

    @Slot(int, object)
    def work(self, number: int, job: Job) -> None:
        """Does one job on the desk, which is opened by the first."""
        try:
            if self._desk is None:
                self._desk = self._open_desk()
            answer = job(self._desk)
        except Exception as error:  # noqa: BLE001 (a thread must not die; the window tells or raises it)
            self.failed.emit(number, error)
        else:
            self.done.emit(number, answer)

    @Slot()
    def close(self) -> None:
        """Closes the library, if it was opened."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None


class Session(QObject):
    """One open library. Everything asked of it is done in order on one thread and answered on the window's.

    Signals: `changed` after each step (Changes), `refused` for an error nobody else took
    (RedPencilError), `unsaved` with a change the disk did not take (it is kept, see `try_again`),
    `busy` when work starts or the last of it ends.
    """

    changed = Signal(object)
    refused = Signal(object)
    unsaved = Signal(object)
    busy = Signal(bool)
    _post = Signal(int, object)
    _close = Signal()

    def __init__(self, path: Path, open_desk: Callable[[Path], Desk] = Desk) -> None:
        super().__init__()
        self.path = path
        self._numbers = itertools.count(1)
        self._waiting: dict[int, tuple[Job, Answer | None, Answer | None]] = {}
        self._unsaved: list[tuple[Job, Answer | None, Answer | None]] = []
        self._thread = QThread()
        self._worker = _Worker(lambda: open_desk(path))
        self._worker.moveToThread(self._thread)
        self._post.connect(self._worker.work, Qt.ConnectionType.QueuedConnection)
        self._close.connect(self._worker.close, Qt.ConnectionType.BlockingQueuedConnection)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)
        self._thread.start()

    def run(self, command: Command, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Runs a command; `then` gets its Changes before `changed` is sent, `refused` the error instead."""
        self.ask(lambda desk: desk.run(command), then, refused)

    def undo(self, scope: str) -> None:
        """Takes back my newest step in an article or in the library."""
        self.ask(lambda desk: desk.undo(scope))

    def redo(self, scope: str) -> None:
        """Brings my last undone step there again."""
        self.ask(lambda desk: desk.redo(scope))

    def ask(self, job: Job, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Has a function of the desk computed aside; its answer, or its RedPencilError, comes back here."""
        self._send(job, then, refused)

    def try_again(self) -> None:
        """Sends every change that the disk did not take once more, in their order."""
        pending, self._unsaved = self._unsaved, []
        for job in pending:
            self._send(*job)

    @property
    def has_unsaved(self) -> bool:
        """Whether a change waits for the disk."""
        return bool(self._unsaved)

    @property
    def idle(self) -> bool:
        """Whether everything asked has been answered."""
        return not self._waiting

    def close(self) -> None:
        """Waits for what was asked, then closes the library and ends the thread."""
        if self._thread.isRunning():
            self._waiting.clear()
            self._close.emit()
            self._thread.quit()
            self._thread.wait()

    def _send(self, job: Job, then: Answer | None, refused: Answer | None) -> None:
        number = next(self._numbers)
        self._waiting[number] = (job, then, refused)
        if len(self._waiting) == 1:
            self.busy.emit(True)
        self._post.emit(number, job)

    @Slot(int, object)
    def _done(self, number: int, answer: object) -> None:
        if number not in self._waiting:  # closed meanwhile: it was done, and nobody is there to hear it
            return
        _, then, _ = self._take(number)
        if then is not None:
            then(answer)
        if isinstance(answer, Changes):
            self.changed.emit(answer)

    @Slot(int, object)
    def _failed(self, number: int, error: Exception) -> None:
        if number not in self._waiting:
            return
        job, then, refused = self._take(number)
        if isinstance(error, WriteFailed):
            self._unsaved.append((job, then, refused))
            self.unsaved.emit(error)
        elif not isinstance(error, RedPencilError):
            raise error
        elif refused is not None:
            refused(error)
        else:
            self.refused.emit(error)

    def _take(self, number: int) -> tuple[Job, Answer | None, Answer | None]:
        taken = self._waiting.pop(number)
        if not self._waiting:
            self.busy.emit(False)
        return taken
