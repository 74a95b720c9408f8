"""What came of an import is shown, and what waits in it is looked at: guesses, and claims of other tools."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk.commands.articles import ImportArticles
from annotator.desk.reading_files import already_here, told
from annotator.desk.transfer import read_file
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.received import Received
from annotator.text.identity import article_id
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.flow.batch import Report
from annotator.window.flow.receiving import Receiving
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.window.importing.report import ReportWindow

#: So many files that came in without a question need no report.
HANDFUL = 5

#: Reads a draft, by its place among those given, once more in another encoding; raises RedPencilError.
Reread = Callable[[int, str], Draft]


class Reporting(QObject):
    """Shows reports and previews. Signal: `opened` with the id of the article to show."""

    opened = Signal(str)

    def __init__(self, session: Session, window: QWidget, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        self._receiving = Receiving(session, window, messages, self)
        self._receiving.opened.connect(self.opened)

    def preview(
        self, drafts: Sequence[Draft], reread: Reread | None = None, *, mendable: bool = False
    ) -> None:
        """Shows drafts that come in, by one step, when the person says so."""
        from annotator.window.importing.preview import ImportPreview

        preview = ImportPreview(drafts, reread, mendable=mendable, parent=self._window)
        preview.import_wanted.connect(self._take_in)
        preview.open()

    def receive(self, received: Received) -> None:
        """Shows claims of another tool, which come in when the person says so."""
        self._receiving.look_at(received, self._window)

    def show(self, report: Report) -> None:
        """Opens a report beside the window."""
        from annotator.window.importing.outcomes import outcomes
        from annotator.window.importing.report import ReportWindow

        passed_over = report.read.passed_over
        rest = say("reading.passed_over", count=passed_over) if passed_over else ""
        window = ReportWindow(outcomes(report), rest, self._window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds the texts of what waits
        window.article_wanted.connect(self.opened)
        window.look_wanted.connect(lambda numbers: self._look(window, numbers))
        window.show()
        window.announce()

    def _take_in(self, drafts: tuple[Draft, ...]) -> None:
        self._session.run(ImportArticles(drafts), self._open_last)

    def _open_last(self, changes: Changes) -> None:
        self.opened.emit(changes.made[-1])

    def _look(self, window: "ReportWindow", numbers: Sequence[int]) -> None:
        """Shows what waits in a report: all drafts together, then the claims file by file."""
        drafts = [number for number in numbers if window.lines[number].draft is not None]
        claims = [number for number in numbers if window.lines[number].claims is not None]
        if drafts:
            self._preview_waiting(window, drafts, lambda: self._receive_waiting(window, claims))
        else:
            self._receive_waiting(window, claims)

    def _preview_waiting(
        self, window: "ReportWindow", numbers: Sequence[int], then: Callable[[], None]
    ) -> None:
        from annotator.window.importing.preview import ImportPreview

        lines = [window.lines[number] for number in numbers]
        preview = ImportPreview(
            [line.draft for line in lines if line.draft is not None],
            lambda row, encoding: read_file(Path(lines[row].place), encoding),
            parent=window,
        )
        preview.import_wanted.connect(
            lambda drafts: self._take_waiting(window, [numbers[row] for row in preview.chosen_rows], drafts)
        )
        preview.accepted.connect(then)
        preview.open()

    def _take_waiting(
        self, window: "ReportWindow", numbers: Sequence[int], drafts: tuple[Draft, ...]
    ) -> None:
        """Takes in what was looked at, and says so in the report."""

        def came_in(here: frozenset[str]) -> None:
            for number, draft in zip(numbers, drafts, strict=True):
                article = article_id(draft.text)
                window.settle(number, draft.title, article, new=article not in here)

        def take(here: frozenset[str]) -> None:
            def done(changes: Changes) -> None:
                self._open_last(changes)
                while_there(window, came_in)(here)

            self._session.run(ImportArticles(drafts), done)

        self._session.ask(lambda desk: already_here(desk, drafts), take)

    def _receive_waiting(self, window: "ReportWindow", numbers: Sequence[int]) -> None:
        """Shows the claims of one file; of the next once these came in."""
        if not numbers:
            return
        number, rest = numbers[0], numbers[1:]
        received = window.lines[number].claims
        assert received is not None

        def came_in(told: tuple[str, str]) -> None:
            words, article = told
            window.settle(number, words, article, new=True)
            self._receive_waiting(window, rest)

        self._receiving.look_at(received, window, while_there(window, came_in))


def is_plain(report: Report, named: Sequence[Path]) -> bool:
    """Whether a few files came in with nothing to say of any of them."""
    read = report.read
    odd = read.unsure or read.claims or read.problems or read.passed_over or report.problem
    noted = any(draft.notes for draft in read.drafts)
    few = len(read.articles) <= HANDFUL and not any(place.is_dir() for place in named)
    return few and not odd and not noted


def problems_of(report: Report) -> list[str]:
    """What went wrong with files, and what was left out or mended in those that came in, in sentences."""
    sentences = [told(problem) for problem in report.read.problems]
    if report.problem:
        return [*sentences, report.problem]
    notes = [note for _, draft in report.sure for note in draft.notes]
    return sentences + [say_all(key, values) for key, values in notes]
