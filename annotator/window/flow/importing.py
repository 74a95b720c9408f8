"""Articles and claims in: chosen, dropped, pasted, fetched or named on the command line."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.desk.transfer import read_file, read_paste
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.text.addresses import is_address
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.session import Session
from annotator.words import number, say, say_all

if TYPE_CHECKING:
    from annotator.window.flow.batch import Batch, Report
    from annotator.window.flow.reporting import Reporting


class Importing(QObject):
    """Reads files aside and takes them in; a guess is shown before it is final.

    Signals: `opened` with the id of the article to show, the last that came in; `review_files` with the files
    among those given that a colleague sent (list of Path).
    """

    opened = Signal(str)
    review_files = Signal(object)

    def __init__(
        self, session: Session, window: QWidget, messages: MessageBar, progress: ProgressCard
    ) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._messages, self._progress = messages, progress
        self._batch: Batch | None = None
        self._named: list[Path] = []
        progress.cancelled.connect(self.stop)

    @cached_property
    def reporting(self) -> "Reporting":
        """What shows guesses, claims and reports; made when there is something to show."""
        from annotator.window.flow.reporting import Reporting

        made = Reporting(self._session, self._window, self._messages, self)
        made.opened.connect(self.opened)
        return made

    @property
    def busy(self) -> bool:
        """Whether files are being read and taken in."""
        return self._batch is not None

    def choose_files(self) -> None:
        """Asks which files to import."""
        from annotator.window.importing.choosing import choose_files

        if files := choose_files(self._window):
            self.take_files(files)

    def choose_folder(self) -> None:
        """Asks which folder to import whole."""
        from annotator.window.importing.choosing import choose_folder

        if (folder := choose_folder(self._window)) is not None:
            self.take_files([folder])

    def take_places(self, places: Sequence[str | Path]) -> None:
        """Takes files and folders at once, and asks about the first of the addresses."""
        addresses = [place for place in map(str, places) if is_address(place)]
        if files := [Path(place) for place in places if str(place) not in addresses]:
            self.take_files(files)
        if addresses:
            self.ask_address(addresses[0])
        if len(addresses) > 1:
            self._messages.notice(say("address.only_one"))

    def take_files(self, files: list[Path]) -> None:
        """Imports files and whole folders in their order; more may be added while some are being read."""
        from annotator.desk.deliveries import is_review_file

        sent = [file for file in files if is_review_file(file)]
        others = [file for file in files if file not in sent]
        if sent:
            self.review_files.emit(sent)
        self._named += others
        if others and self._batch is not None:
            self._batch.add(others)
        elif others:
            self._start(others)

    def paste(self) -> None:
        """Makes a new article of what lies on the clipboard, after a look at it."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take_paste(data.text() if data else "", data.html() if data else "")

    def take_paste(self, plain: str, html: str) -> None:
        """Shows what was pasted or dropped as text; it comes in when the person says so.

        Of an address alone the page may be meant: the person is asked, and nothing is fetched before.
        """
        from annotator.window.importing.address import only_address

        if address := only_address(plain):
            self.ask_address(address)
            return
        if not plain.strip() and not html.strip():
            self._messages.notice(say("window.nothing_to_paste"))
            return
        try:
            draft = read_paste(plain, html)
        except RedPencilError as error:
            self._messages.notice(say_all(error.key, error.values))
            return
        self.reporting.preview([draft], mendable=True)

    def take_drop(self, data: QMimeData) -> None:
        """Takes what was dropped: files and folders at once, links and text after a look."""
        named = [url.toLocalFile() if url.isLocalFile() else url.toString() for url in data.urls()]
        places = [place for place, url in zip(named, data.urls(), strict=True) if _is_place(place, url)]
        if places:
            self.take_places(places)
        else:
            self.take_paste(data.text(), data.html())

    def ask_address(self, proposal: str = "") -> None:
        """Asks for the address of a page, which is fetched only then; `proposal` may stand there already."""
        from annotator.window.importing.address import AddressDialog, only_address

        proposal = proposal or only_address(QGuiApplication.clipboard().text())
        dialog = AddressDialog(proposal, self._window)
        dialog.fetched.connect(lambda draft: self.reporting.preview([draft]))
        dialog.open()

    def add_sample(self, file: str) -> None:
        """Takes a sample in and opens it."""
        from annotator.desk.samples import AddSample

        self._session.run(AddSample(file), self._open_made)

    def stop(self) -> None:
        """Stops at once; nothing of what was being read comes in."""
        if self._batch is not None:
            self._batch.stop()

    def _start(self, places: list[Path]) -> None:
        from annotator.window.flow.batch import Batch

        first = places[0]
        folder = first.is_dir()
        self._progress.start(say("importing.gathering") if folder else say("window.reading", name=first.name))
        self._batch = Batch(self._session, self)
        self._batch.add(places)
        self._batch.advanced.connect(self._advanced)
        self._batch.finished.connect(self._finished)
        self._batch.start()

    def _advanced(self, done: int, total: int, name: str) -> None:
        if self._batch is None:  # told on another thread before it ended
            return
        self._progress.set_progress(done, total)
        if not name:
            self._progress.tell(say("importing.taking_in"))
        elif total > 1:
            told = {"number": number(done + 1), "count": number(total), "name": name}
            self._progress.tell(say("importing.one_of", **told))

    def _finished(self, report: "Report") -> None:
        batch, self._batch = self._batch, None
        named, self._named = self._named, []
        if batch is not None:
            batch.deleteLater()
        self._progress.finish()
        if report.stopped:
            self._messages.notice(say("importing.stopped"))
            return
        if report.read.reviews:
            self.review_files.emit(list(report.read.reviews))
        if report.made:
            self.opened.emit(report.made[-1])
        self._tell(report, named)

    def _tell(self, report: "Report", named: Sequence[Path]) -> None:
        """Says what came of it: in a report where there is more to say than how many came in."""
        from annotator.window.flow.reporting import is_plain

        read = report.read
        count = len(read.articles) + len(read.claims) + len(read.problems)
        if count == 0:
            if report.problem:
                self._messages.problem(report.problem)
            elif not read.reviews:
                self._tell_nothing(named, read.passed_over)
        elif count > 1 and not is_plain(report, named):
            self.reporting.show(report)
        elif count > 1:
            if report.here.isdisjoint(report.made):  # else the command has told it
                self._messages.notice(say("window.imported", count=len(report.made)))
        else:
            self._tell_one(report)

    def _tell_one(self, report: "Report") -> None:
        """What came of a single file: a problem, a draft to be looked at, claims, or notes on an article."""
        from annotator.window.flow.reporting import problems_of

        problems = problems_of(report)
        if problems:
            self._messages.problem("\n".join(problems))
        if report.unsure:
            ((place, draft),) = report.unsure
            self.reporting.preview([draft], reread=lambda _, encoding: read_file(Path(place), encoding))
        if report.read.claims:
            ((_, received),) = report.read.claims
            self.reporting.receive(received)

    def _tell_nothing(self, named: Sequence[Path], passed_over: int) -> None:
        sentences = [say("importing.nothing", name=named[0].name)] if named else []
        if passed_over:
            sentences.append(say("reading.passed_over", count=passed_over))
        if sentences:
            self._messages.notice(" ".join(sentences))

    def _open_made(self, changes: Changes) -> None:
        self.opened.emit(changes.made[-1])


def _is_place(place: str, url: QUrl) -> bool:
    """Whether something that was dropped can be read; mail addresses or pictures within a page cannot."""
    return url.isLocalFile() or is_address(place)
