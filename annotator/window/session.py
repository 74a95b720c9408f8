"""The only bridge between the window and the desk: commands go out, answers come back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from annotator.desk.desk import Desk
from annotator.desk.work import Command
from annotator.model.backups import Occasion
from annotator.model.changes import Changes
from annotator.model.errors import WriteFailed
from annotator.window.safekeeping import Safekeeping
from annotator.window.writer import Altered, Change, Job, News, Writer, in_words

if TYPE_CHECKING:
    from annotator.desk.care import Report

Answer = Callable[[Any], object]


class Session(QObject):
    """One open library. Everything asked of it is done in order on one thread and answered on the window's.

    Signals: `changed` after each step (Changes), before it `news` (Changes and what `read_along` had read,
    None where that could not be read), `refused` for an error nobody else took
    (RedPencilError), `unsaved` with the reason why the disk did not take a change (WriteFailed; the
    change is kept, see `try_again` and `move_to`), `saving` when changes are on their way or the last has
    arrived, `moved` when work goes on at another place (Path), `backed_up` when a copy was proved (Kept),
    `damaged` when the library is (Report); nothing is written to it from then on.
    """

    changed = Signal(object)
    news = Signal(object, object)
    refused = Signal(object)
    unsaved = Signal(object)
    saving = Signal(bool)
    moved = Signal(object)
    backed_up = Signal(object)
    damaged = Signal(object)
    _read = Signal(int, object)
    _change = Signal(int, object)
    _again = Signal()
    _move = Signal(int, object)
    _stop_writing = Signal()
    _rest = Signal()
    _close = Signal()

    def __init__(self, path: Path, open_desk: Callable[[Path], Desk] = Desk) -> None:
        super().__init__()
        self.path = path
        self.report: Report | None = None  # what is damaged, None while nothing is
        self._along: Callable[[], News] | None = None
        self.newest = 0  # the number of what was asked last: who may take long gives way to what comes after
        self._waiting: dict[int, tuple[Answer | None, Answer | None]] = {}
        self._saving: set[int] = set()
        self._unsaved: set[int] = set()
        self._thread = QThread()
        self._writer = Writer(path, open_desk)
        self._writer.moveToThread(self._thread)
        self._safe = Safekeeping(lambda: self.path)
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
        self._alter(lambda desk: desk.switch(desk.add_person(name, colour)), then, refused, of_one_step=False)

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
            self._set_out_again()
            self._again.emit()

    def move_to(self, path: Path, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Goes on in a copy at another place, where what waits is saved; the library here stays as it is.

        `then` gets the path; `refused` LibraryRefused where such a file exists or this library cannot even be
        read, WriteFailed where the place takes none: everything is as it was then.
        """
        self._move.emit(self._expect(partial(self._moved, then), refused), path)

    def back_up(self, occasion: Occasion, then: Answer | None = None, refused: Answer | None = None) -> None:
        """Has the library copied and the copy proved, while work goes on.

        `then` gets what was Kept, `refused` the error where there is no backup. A backup before a merge holds
        what stands now: what is asked after this comes after it.
        """
        self._safe.back_up(occasion, then or _ignore, refused or self.refused.emit)

    def stop_writing(self, report: "Report") -> None:
        """Only reads from now on: changes are refused, those that wait go on waiting."""
        self.report = report
        self._stop_writing.emit()

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
            self._safe.end()
            self._close.emit()
            self._thread.quit()
            self._thread.wait()

    def _connect(self) -> None:
        worker, safe = self._writer, self._safe
        queued, blocking = Qt.ConnectionType.QueuedConnection, Qt.ConnectionType.BlockingQueuedConnection
        self._read.connect(worker.read, queued)
        self._change.connect(worker.change, queued)
        self._again.connect(worker.again, queued)
        self._move.connect(worker.move, queued)
        self._stop_writing.connect(worker.stop_writing, queued)
        safe.copy_wanted.connect(worker.back_up, queued)
        safe.making_wanted.connect(worker.make_again, queued)
        self._rest.connect(worker.rest, blocking)
        self._close.connect(worker.close, blocking)
        worker.done.connect(self._done)
        worker.failed.connect(self._failed)
        worker.kept.connect(self._kept)
        worker.copied.connect(safe.copied)
        worker.not_copied.connect(safe.not_copied)
        worker.doubted.connect(safe.look)
        safe.backed_up.connect(self.backed_up)
        safe.damaged.connect(self._hurt)

    def _alter(
        self,
        job: Job,
        then: Answer | None = None,
        refused: Answer | None = None,
        *,
        of_one_step: bool = True,
    ) -> None:
        number = self._expect(then, refused)
        self._on_their_way({number})
        along = self._along() if self._along is not None else _nothing
        self._change.emit(number, Change(job, along, of_one_step=of_one_step))

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
        known = in_words(error)
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

    def _set_out_again(self) -> None:
        again, self._unsaved = self._unsaved, set()
        self._on_their_way(again)

    def _moved(self, then: Answer | None, path: Path) -> None:
        self.path = path
        if self._unsaved:
            self._set_out_again()
        self.moved.emit(path)
        if then is not None:
            then(path)
        self.back_up(Occasion.START, refused=_ignore)  # the copy was made in haste: now it is proved

    @Slot(object)
    def _hurt(self, report: "Report") -> None:
        self.stop_writing(report)
        self.damaged.emit(report)

    def _take(self, number: int) -> tuple[Answer | None, Answer | None]:
        self._unsaved.discard(number)  # tried again before the word came that it was kept
        return self._waiting.pop(number)

    def _arrived(self, number: int) -> None:
        if number in self._saving:
            self._saving.remove(number)
            if not self._saving:
                self.saving.emit(False)


def _nothing(_desk: Desk, _changes: Changes) -> None:
    """Reads nothing along."""


def _ignore(_: object) -> None:
    """Needs no answer."""
