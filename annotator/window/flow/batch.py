"""Files on their way in: read aside one after the other, each taken in before the next is read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.desk import commands
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.errors import RedPencilError
from annotator.window.aside import Aside
from annotator.window.session import Session
from annotator.words import say, say_all


@dataclass(slots=True)
class Report:
    """What came of a batch: ids of articles, sentences about problems, files whose encoding was guessed.

    `stopped` where the person did not let it come to its end.
    """

    came: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unsure: list[tuple[Path, Draft]] = field(default_factory=list)
    stopped: bool = False


class Batch(QObject):
    """One run over files, which may grow while it lasts; each article is wholly in or not at all.

    `read` makes a draft of a file, on another thread.
    Signals: `advanced` (files done, files in all), `finished` (Report).
    """

    advanced = Signal(int, int)
    finished = Signal(object)

    def __init__(self, session: Session, parent: QObject, read: Callable[[Path], Draft]) -> None:
        super().__init__(parent)
        self._session, self._read_file = session, read
        self._files: list[Path] = []
        self._total = 0
        self._aside: Aside | None = None
        self._report: Report | None = Report()

    def add(self, files: list[Path]) -> None:
        """Puts files behind those that wait."""
        self._files += files
        self._total += len(files)

    def start(self) -> None:
        """Reads the next file; after the last one, reports."""
        if not self._files:
            self._finish()
            return
        path = self._files.pop(0)
        self.advanced.emit(self._total - len(self._files) - 1, self._total)
        self._aside = Aside(lambda: self._read_file(path))
        self._aside.done.connect(lambda draft: self._read(path, draft))
        self._aside.failed.connect(self._failed)
        self._aside.start()

    def stop(self) -> None:
        """Ends at once: what came in stays, nothing else comes."""
        if self._aside is not None:
            self._aside.cancel()
        if self._report is not None:
            self._report.stopped = True
            self._report.unsure.clear()
            self._finish()

    def _read(self, path: Path, draft: Draft) -> None:
        if self._report is None:
            return
        if draft.sure:
            self._session.run(
                commands.articles.ImportArticle(draft),
                lambda changes: self._came_in(changes, draft),
                self._failed,
            )
        else:
            self._report.unsure.append((path, draft))
            self.start()

    def _came_in(self, changes: Changes, draft: Draft) -> None:
        if self._report is not None:
            self._report.came += changes.made
            self._report.problems += [say_all(key, values) for key, values in draft.notes]
            self.start()

    def _failed(self, error: Exception) -> None:
        if self._report is None:
            return
        if isinstance(error, RedPencilError):
            self._report.problems.append(say_all(error.key, error.values))
            self.start()
            return
        self._report.problems.append(say("window.problem", name=type(error).__name__))
        self.start()
        raise error  # a mistake of the program; the files behind it come in all the same

    def _finish(self) -> None:
        report, self._report = self._report, None
        self.finished.emit(report)
