"""The only bridge between the window and the desk: commands go out, answers come back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from annotator.desk.desk import Desk
from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError, WriteFailed

Job = Callable[[Desk], Any]
Answer = Callable[[Any], None]
News = Callable[[Desk, Changes], Any]


class Altered(NamedTuple):
    """What a change answers: what it touched, and what was read along with it."""

    changes: Changes
    news: Any


class _Worker(QObject):
    """Lives on the writer thread, which owns the desk and so the writing connection.

    Changes that the disk did not take are kept here, and all later ones behind them: what came later
    must not be written over by what came before.
    """

    done = Signal(int, object)
    failed = Signal(int, object)
    kept = Signal(int, object)

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._kept: list[tuple[int, Job]] = []
        self._why: WriteFailed | None = None

    @Slot(int, object)
    def read(self, number: int, job: Job) -> None:
        """Does one job that changes nothing."""
        try:
            answer = job(self._open())
        except Exception as error:  # noqa: BLE001 (a thread must not die; the window tells or raises it)
            self.failed.emit(number, error)
        else:
            self.done.emit(number, answer)

    @Slot(int, object)
    def change(self, number: int, job: Job) -> None:
        """Does one job that changes the library, or keeps it until the disk takes changes again."""
        if self._why is not None:
            self._keep(number, job, self._why)
            return
        try:
            answer = job(self._open())
        except WriteFailed as error:
            self._keep(number, job, error)
        except Exception as error:  # noqa: BLE001 (as above)
            self.failed.emit(number, error)
        else:
            self.done.emit(number, answer)

    @Slot()
    def again(self) -> None:
        """Does what was kept, in its order, as far as the disk takes it."""
        kept, self._kept, self._why = self._kept, [], None
        for number, job in kept:
            self.change(number, job)

    @Slot()
    def rest(self) -> None:
        """Does nothing: whoever waits for it knows that everything before is done."""

    @Slot()
    def close(self) -> None:
        """Closes the library, if it was opened."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _open(self) -> Desk:
        """The desk, which is opened by the first job."""
        if self._desk is None:
            self._desk = self._open_desk()
        return self._desk

    def _keep(self, number: int, job: Job, why: WriteFailed) -> None:
        self._kept.append((number, job))
        self._why = why
        self.kept.emit(number, why)


class Session(QObject):
    """One open library. Everything asked of it is done in order on one thread and answered on the window's.

    Signals: `changed` after each step (Changes), before it `news` (Changes and what `read_along` had read,
    None where that could not be read), `refused` for an error nobody else took
    (RedPencilError), `unsaved` with the reason why the disk did not take a change (WriteFailed; the
    change is kept, see `try_again`), `saving` when changes are on their way or the last has arrived.
    """

    changed = Signal(object)
    news = Signal(object, object)
    refused = Signal(object)
    unsaved = Signal(object)
    saving = Signal(bool)
    _read = Signal(int, object)
    _change = Signal(int, object)
    _again = Signal()
    _rest = Signal()
    _close = Signal()

    def __init__(self, path: Path, open_desk: Callable[[Path], Desk] = Desk) -> None:
        super().__init__()
        self.path = path
        self._along: Callable[[], News] | None = None
        self.newest = 0  # the number of what was asked last: who may take long gives way to what comes after
        self._waiting: dict[int, tuple[Answer | None, Answer | None]] = {}
        self._saving: set[int] = set()
        self._unsaved: set[int] = set()
        self._thread = QThread()
        self._worker = _Worker(lambda: open_desk(path))
        self._worker.moveToThread(self._thread)
        self._connect()
        self._thread.start()

    def read_along(self, along: Callable[[], News]) -> None:
        """Has something read with every change, in the same turn of the writer; `news` brings it.

        `along` is asked as a change is sent, and gives the function that reads.
        """
        self._along = along

    def run(self, command: Command, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Runs a command; `then` gets its Changes before `changed` is sent, `refused` the error instead."""
        self._alter(lambda desk: desk.run(command), then, refused)

    def switch(self, reviewer: str, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Lets another person of this machine work from now on; answered as `run` is."""
        self._alter(lambda desk: desk.switch(reviewer), then, refused)

    def add_person(
        self, name: str, colour: str, then: Answer | None = None, refused: Answer | None = None
    ) -> None:
        """Makes one more person of this machine, who works from now on; answered as `run` is."""
        self._alter(lambda desk: desk.switch(desk.add_person(name, colour)), then, refused)

    def undo(self, scope: str, refused: Answer | None = None) -> None:
        """Takes back my newest step in an article or in the library."""
        self._alter(lambda desk: desk.undo(scope), refused=refused)

    def redo(self, scope: str, refused: Answer | None = None) -> None:
        """Brings my last undone step there again."""
        self._alter(lambda desk: desk.redo(scope), refused=refused)

    def ask(self, job: Job, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Has a question to the desk answered aside; the answer, or its RedPencilError, comes back here.

        What changes the library goes through `run`, `undo` and `redo`, which keep the order of changes.
        """
        number = self._expect(then, refused)
        self._read.emit(number, job)

    def try_again(self) -> None:
        """Tries once more to save every change that the disk did not take, in their order."""
        if self._unsaved:
            again, self._unsaved = self._unsaved, set()
            self._on_their_way(again)
            self._again.emit()

    @property
    def has_unsaved(self) -> bool:
        """Whether a change waits for the disk."""
        return bool(self._unsaved)

    @property
    def idle(self) -> bool:
        """Whether everything asked has been answered, but for what waits for the disk."""
        return len(self._waiting) == len(self._unsaved)

    def settle(self) -> None:
        """Waits until everything asked so far is done and its answers are given."""
        if self._thread.isRunning():
            self._rest.emit()
            QCoreApplication.sendPostedEvents(self)

    def close(self) -> None:
        """Waits for what was asked, then closes the library and ends the thread."""
        if self._thread.isRunning():
            self._waiting.clear()
            self._unsaved.clear()
            self._close.emit()
            self._thread.quit()
            self._thread.wait()

    def _connect(self) -> None:
        worker = self._worker
        queued, blocking = Qt.ConnectionType.QueuedConnection, Qt.ConnectionType.BlockingQueuedConnection
        self._read.connect(worker.read, queued)
        self._change.connect(worker.change, queued)
        self._again.connect(worker.again, queued)
        self._rest.connect(worker.rest, blocking)
        self._close.connect(worker.close, blocking)
        worker.done.connect(self._done)
        worker.failed.connect(self._failed)
        worker.kept.connect(self._kept)

    def _alter(self, job: Job, then: Answer | None = None, refused: Answer | None = None) -> None:
        number = self._expect(then, refused)
        self._on_their_way({number})
        along = self._along() if self._along is not None else _nothing
        self._change.emit(number, lambda desk: _altered(desk, job, along))

    def _expect(self, then: Answer | None, refused: Answer | None) -> int:
        self.newest += 1
        self._waiting[self.newest] = (then, refused)
        return self.newest

    def _on_their_way(self, numbers: set[int]) -> None:
        begins = not self._saving
        self._saving |= numbers
        if begins:
            self.saving.emit(True)

    @Slot(int, object)
    def _done(self, number: int, answer: object) -> None:
        if number not in self._waiting:  # closed meanwhile: it was done, and nobody is there to hear it
            return
        then, _ = self._take(number)
        altered = answer if isinstance(answer, Altered) else None
        try:
            if then is not None:
                then(altered.changes if altered else answer)
        finally:  # a mistake in who asked must not keep the change from who shows it
            if altered:
                self.news.emit(altered.changes, altered.news)
                self.changed.emit(altered.changes)
            self._arrived(number)

    @Slot(int, object)
    def _failed(self, number: int, error: Exception) -> None:
        if number not in self._waiting:
            return
        _, refused = self._take(number)
        known = error if isinstance(error, RedPencilError) else _mistake(error)
        try:
            (refused or self.refused.emit)(known)
        finally:
            self._arrived(number)
        if known is not error:
            raise error  # for whoever watches for mistakes of the program

    @Slot(int, object)
    def _kept(self, number: int, error: WriteFailed) -> None:
        if number in self._waiting:
            self._unsaved.add(number)
            self.unsaved.emit(error)
            self._arrived(number)

    def _take(self, number: int) -> tuple[Answer | None, Answer | None]:
        self._unsaved.discard(number)  # tried again before the word came that it was kept
        return self._waiting.pop(number)

    def _arrived(self, number: int) -> None:
        if number in self._saving:
            self._saving.remove(number)
            if not self._saving:
                self.saving.emit(False)


def _altered(desk: Desk, job: Job, along: News) -> Altered:
    changes = job(desk)
    try:
        return Altered(changes, along(desk, changes))
    except RedPencilError:  # the change was made all the same
        return Altered(changes, None)


def _nothing(_desk: Desk, _changes: Changes) -> None:
    """Reads nothing along."""


def _mistake(error: Exception) -> RedPencilError:
    """What those who asked hear of a mistake of the program, so that nobody waits for ever."""
    return RedPencilError("window.problem", name=type(error).__name__)
