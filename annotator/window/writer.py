"""What lives on the writer thread: it owns the desk, and does what it is asked in order."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

from annotator.desk.desk import Begun, Desk
from annotator.desk.reopening import OpenDesk
from annotator.desk.rescuing import as_read, as_unsaved, is_doubtful, may_be_damage
from annotator.model.backups import Occasion
from annotator.model.changes import Changes
from annotator.model.errors import Cancelled, NotAllowed, RedPencilError, WriteFailed

if TYPE_CHECKING:
    from annotator.desk.backups import Copied

Job = Callable[[Desk], Any]
News = Callable[[Desk, Changes], Any]

#: A copy made at these holds what stands now: a change asked after it comes after it.
_BEFORE = frozenset({Occasion.MERGE, Occasion.RESTORE})


class Altered(NamedTuple):
    """What a change answers: what it touched, and what was read along with it."""

    changes: Changes
    news: Any


def in_words(error: Exception) -> RedPencilError:
    """What those who asked hear, be it of a mistake of the program, so that nobody waits for ever."""
    if isinstance(error, RedPencilError):
        return error
    return RedPencilError("window.problem", name=type(error).__name__)


def without_frames(error: WriteFailed) -> WriteFailed:
    """An error that is kept for long without the frames it came through: a cursor in one may hold a lock."""
    told: BaseException | None = error
    while told is not None:
        told = told.with_traceback(None).__cause__ or told.__context__
    return error


class Change:
    """One change on its way, done once however often it is tried: a disk may fail when it has taken it.

    `along` reads what goes with the answer; `of_one_step` is False for a job of several.
    """

    def __init__(self, job: Callable[[Desk], Changes], along: News, *, of_one_step: bool = True) -> None:
        self._job, self._along, self._of_one_step = job, along, of_one_step
        self._begun: Begun | None = None

    def __call__(self, desk: Desk) -> Altered:
        """Does it, or finds that it is done."""
        changes = desk.stands(self._begun) if self._begun else None
        if changes is None:
            changes = self._do(desk)
        try:
            return Altered(changes, self._along(desk, changes))
        except RedPencilError:  # the change was made all the same
            return Altered(changes, None)

    def _do(self, desk: Desk) -> Changes:
        before = desk.begun.step
        try:
            return self._job(desk)
        except Exception:
            begun = desk.begun
            self._begun = begun if self._of_one_step and begun.step != before else None
            raise


class _AfterTheCopy(Exception):
    """A job that has to wait until nothing is being copied."""


class Writer(QObject):
    """Does jobs, changes and copies; nothing it is asked gets lost.

    Changes that the disk did not take are kept here, and all later ones behind them: what came later
    must not be written over by what came before. An error that may mean damage has the library opened
    anew and the job done again; where that helps nothing, `doubted` asks for a look at all of it. While
    the library is copied, what is asked is done between the pages.

    Signals: the number of what was asked with its answer (`done`), the error (`failed`), or why it waits
    (`kept`); the number of a copy with what was copied, or the error (`not_copied`).
    """

    done = Signal(int, object)
    failed = Signal(int, object)
    kept = Signal(int, object)
    copied = Signal(int, object)
    not_copied = Signal(int, object)
    doubted = Signal()

    def __init__(self, path: Path, open_desk: Callable[[Path], Desk]) -> None:
        super().__init__()
        self._desk = OpenDesk(path, open_desk)
        self._kept: list[tuple[int, Job]] = []
        self._why: WriteFailed | None = None
        self._hurt = False
        self._copying = self._breaking_off = self._closing = False
        #: Changes that wait for the copy, and what follows them; None while none has to.
        self._held: list[Callable[[], None]] | None = None
        self._afterwards: list[Callable[[], None]] = []

    @Slot(int, object)
    def read(self, number: int, job: Job) -> None:
        """Does one job that changes nothing."""
        if self._held:
            self._held.append(partial(self.read, number, job))
            return
        try:
            answer = self._answer(job, self._desk.to_read)
        except _AfterTheCopy:
            self._afterwards.append(partial(self.read, number, job))
        except Exception as error:  # noqa: BLE001 (a thread must not die; the window tells or raises it)
            self.failed.emit(number, self._told(error))
        else:
            self.done.emit(number, answer)

    @Slot(int, object)
    def change(self, number: int, job: Job) -> None:
        """Does one job that changes the library, or keeps it until the disk takes changes again."""
        if self._hurt:
            self.failed.emit(number, NotAllowed("library.hurt"))
        elif self._why is not None:
            self._keep(number, job, self._why)
        elif self._held is not None:
            self._held.append(partial(self.change, number, job))
        else:
            self._change(number, job)

    @Slot()
    def again(self) -> None:
        """Does what was kept, in its order, as far as the disk takes it."""
        kept, why, self._kept, self._why = self._kept, self._why, [], None
        for number, job in kept:
            if self._hurt and why is not None:
                self._keep(number, job, why)
            else:
                self.change(number, job)

    @Slot(int, object)
    def back_up(self, number: int, occasion: Occasion) -> None:
        """Copies the library; what is asked meanwhile is done between the pages."""
        if self._copying:
            self._afterwards.append(partial(self.back_up, number, occasion))
            return
        self._copying = True
        self._held = [] if occasion in _BEFORE else None
        try:
            copied = self._copy(occasion)
        except Exception as error:  # noqa: BLE001 (as above)
            self.not_copied.emit(number, error)
        else:
            self.copied.emit(number, copied)
        finally:
            self._copied()

    @Slot()
    def make_again(self) -> None:
        """Makes afresh what follows from the rows; whether that helped shows at the next look."""
        with suppress(RedPencilError):
            self._desk.to_write().make_again()

    @Slot(int, object)
    def move(self, number: int, path: Path) -> None:
        """Goes on in a copy at another place, where what was kept is done first."""
        if self._copying:
            self._break_off(partial(self.move, number, path))
            return
        try:
            self._desk.move(path)
        except Exception as error:  # noqa: BLE001 (as above)
            self.failed.emit(number, error)
        else:
            self.done.emit(number, path)
            self.again()

    @Slot()
    def stop_writing(self) -> None:
        """From now on nothing is written; what was kept stays kept."""
        if self._copying:
            self._break_off(self.stop_writing)
            return
        self._hurt = True
        self._desk.stop_writing()

    @Slot()
    def rest(self) -> None:
        """Whoever waits for it knows that everything before is done, be it that a copy is given up for it."""
        if self._held:
            self._breaking_off = True
            self._release()

    @Slot()
    def close(self) -> None:
        """Closes the library, if it was opened, as soon as nothing is copied."""
        if self._copying:
            self._closing = self._breaking_off = True
        else:
            self._desk.close()

    def _change(self, number: int, job: Job) -> None:
        try:
            answer = self._answer(job, self._desk.to_write)
        except _AfterTheCopy:
            self._held = [partial(self.change, number, job)]
        except WriteFailed as error:
            self._keep(number, job, error)
        except Exception as error:  # noqa: BLE001 (as above)
            if self._desk.was_open and is_doubtful(error):
                self._keep(number, job, as_unsaved(error, self._desk.path))
            else:
                self.failed.emit(number, error)
        else:
            self.done.emit(number, answer)

    def _answer(self, job: Job, opened: Callable[[], Desk]) -> Any:
        """Does a job, a second time with the library opened anew where the first ended in doubt."""
        try:
            return job(opened())
        except Exception as error:
            if self._hurt or not self._desk.was_open or not is_doubtful(error):
                raise
            if self._copying:
                self._breaking_off = True
                raise _AfterTheCopy from error
        self._desk.anew()
        try:
            return job(opened())
        except Exception as error:
            if may_be_damage(error):
                self.doubted.emit()
            raise

    def _told(self, error: Exception) -> Exception:
        """What is told of a question without an answer."""
        if not self._desk.was_open:
            return error
        if self._hurt and (may_be_damage(error) or not isinstance(error, RedPencilError)):
            return RedPencilError("library.hurt_here")
        return as_read(error, self._desk.path)

    def _keep(self, number: int, job: Job, why: WriteFailed) -> None:
        self._kept.append((number, job))
        self._why = without_frames(why)
        self.kept.emit(number, why)

    def _copy(self, occasion: Occasion) -> "Copied":
        from annotator.desk.backups import copy

        if self._hurt:
            raise NotAllowed("library.hurt")
        return copy(self._desk.to_write(), occasion, self._let_through)

    def _let_through(self) -> None:
        """Does what is asked, in the middle of a copy. Raises Cancelled where that cannot go on."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        if self._breaking_off:
            raise Cancelled

    def _break_off(self, instead: Callable[[], None]) -> None:
        self._breaking_off = True
        self._afterwards.append(instead)

    def _copied(self) -> None:
        """Does what waited for the end of the copy."""
        self._copying = self._breaking_off = False
        self._release()
        if self._closing:
            self._desk.close()
            return
        afterwards, self._afterwards = self._afterwards, []
        for act in afterwards:
            act()

    def _release(self) -> None:
        held, self._held = self._held or [], None
        for act in held:
            act()
