"""Files and folders on their way in: all read aside first, then taken in by one step that can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from annotator.desk.commands.articles import ImportArticles
from annotator.desk.reading_files import Gathered, already_here, gather
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.errors import Cancelled, RedPencilError
from annotator.window.aside import Aside
from annotator.window.session import Session
from annotator.words import say, say_all

#: Reads places, telling how far it is, until it is stopped; as `reading_files.gather` does.
Gather = Callable[[list[Path], Callable[[int, int, str], None], Callable[[], bool]], Gathered]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a batch.

    `made` are the ids of the articles of `sure`, in their order, and empty where `problem` says why none of
    them could be taken in; `here` are those that were in the library before. `stopped` where the person did
    not let it come to its end: then nothing came in.
    """

    read: Gathered = Gathered()
    made: tuple[str, ...] = ()
    here: frozenset[str] = frozenset()
    problem: str = ""
    stopped: bool = False

    @property
    def sure(self) -> tuple[tuple[str, Draft], ...]:
        """The articles that nobody needs to look at first, each with the place it came from."""
        unsure = set(self.read.unsure)
        return tuple(one for number, one in enumerate(self.read.articles) if number not in unsure)

    @property
    def unsure(self) -> tuple[tuple[str, Draft], ...]:
        """Those that a person should look at before they come in."""
        return tuple(self.read.articles[number] for number in self.read.unsure)


class Batch(QObject):
    """One run over files and folders, which may grow while it reads.

    Signals: `advanced` (how many of how many are done, the name of the next), from another thread, and
    `finished` (Report).
    """

    advanced = Signal(int, int, str)
    finished = Signal(object)

    def __init__(self, session: Session, parent: QObject, read: Gather = gather) -> None:
        super().__init__(parent)
        self._session, self._gather = session, read
        self._waiting: list[Path] = []
        self._read = Gathered()
        self._stop = Event()
        self._aside: Aside | None = None
        self._over = False

    def add(self, places: list[Path]) -> None:
        """Puts files and folders behind those that wait."""
        self._waiting += places

    def start(self) -> None:
        """Reads what waits; once nothing does, takes in what is sure, and reports."""
        places, self._waiting = self._waiting, []
        self._aside = Aside(lambda: self._gather(places, self.advanced.emit, self._stop.is_set))
        self._aside.done.connect(self._gathered)
        self._aside.failed.connect(self._failed)
        self._aside.start()

    def stop(self) -> None:
        """Ends what is being read at once; what is being taken in goes out again, unless it is in already."""
        self._stop.set()
        if self._aside is not None:
            self._aside.cancel()
            self._finish(Report(stopped=True))

    def _gathered(self, found: Gathered) -> None:
        self._read = together(self._read, found)
        if self._waiting:
            self.start()
            return
        self._aside = None
        report = Report(self._read)
        drafts = self._read.drafts
        if drafts:
            self._session.ask(
                lambda desk: already_here(desk, drafts),
                lambda here: self._take_in(Report(self._read, here=here)),
                lambda error: self._refused(report, error),
            )
        else:
            self._finish(report)

    def _take_in(self, report: Report) -> None:
        if self._stop.is_set():
            self._finish(Report(stopped=True))
        elif not report.sure:
            self._finish(report)
        else:
            self._session.run(
                ImportArticles(tuple(draft for _, draft in report.sure), self._tell),
                lambda changes: self._came_in(report, changes),
                lambda error: self._refused(report, error),
            )

    def _tell(self, done: int, total: int) -> None:
        """Hears on the writer thread how far it is."""
        if self._stop.is_set():
            raise Cancelled
        self.advanced.emit(done, total, "")

    def _came_in(self, report: Report, changes: Changes) -> None:
        self._finish(Report(report.read, tuple(changes.made), report.here))

    def _refused(self, report: Report, error: RedPencilError) -> None:
        if isinstance(error, Cancelled):
            self._finish(Report(stopped=True))
        else:
            self._finish(Report(report.read, here=report.here, problem=say_all(error.key, error.values)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._finish(Report(stopped=True))
            return
        self._finish(Report(problem=say("window.problem", name=type(error).__name__)))
        raise error  # a mistake of the program

    def _finish(self, report: Report) -> None:
        if not self._over:
            self._over, self._aside = True, None
            self.finished.emit(report)


def together(one: Gathered, other: Gathered) -> Gathered:
    """What was read in two goes."""
    return Gathered(
        one.articles + other.articles,
        one.claims + other.claims,
        one.reviews + other.reviews,
        one.problems + other.problems,
        one.passed_over + other.passed_over,
    )
