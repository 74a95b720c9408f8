"""Claims out: to a file, or to the clipboard as formatted text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.desk.transfer import Choice, ExportReport, export_to, formats_out, formatted
from annotator.model.errors import RedPencilError
from annotator.model.views import ArticleLine
from annotator.window.clipboard import formatted_text
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.flow.reading import Reading
from annotator.window.links import open_folder
from annotator.window.session import Session
from annotator.words import say, say_all


class Exporting(QObject):
    """Asks what to export and where to, has it written aside, and says what came of it."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        window: QWidget,
        messages: MessageBar,
        progress: ProgressCard,
        chosen: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__()
        self._session, self._reading, self._window = session, reading, window
        self._messages, self._progress = messages, progress
        self._chosen = chosen
        self.known: tuple[ArticleLine, ...] = ()

    def know_articles(self, lines: tuple[ArticleLine, ...]) -> None:
        """Takes note of the articles there are."""
        self.known = lines

    def ask(self) -> None:
        """Opens the dialog."""
        from annotator.window.dialogs.export_dialog import ExportDialog, Offer

        page = self._reading.page
        articles = sum(not line.sample for line in self.known)  # samples stay out of the library's exports
        offer = Offer(articles=articles)
        if page is not None:
            offer = Offer(page.id, page.title, len(self._reading.lines), self._chosen(), articles)
        dialog = ExportDialog(offer, formats_out(), self._window)
        dialog.export_wanted.connect(self.write)
        dialog.open()

    def write(self, path: Path, choice: Choice, format_name: str) -> None:
        """Writes a file; the dialog has asked about one that is there."""
        self._progress.start(say("window.exporting"))
        self._session.ask(
            lambda desk: export_to(desk, Path(path), choice, format_name),
            self._written,
            self._refused,
        )

    def copy(self) -> None:
        """Puts the chosen claims, or all of the article, on the clipboard as formatted text."""
        chosen = self._chosen()
        choice = Choice((self._reading.article,), chosen if len(chosen) > 1 else None)
        count = len(chosen) if len(chosen) > 1 else len(self._reading.lines)
        if not count:
            self._messages.notice(say("window.no_claims"))
            return
        self._session.ask(
            lambda desk: formatted(desk, choice), lambda found: self._copied(found, count), self._refused
        )

    def _copied(self, found: tuple[str, str], count: int) -> None:
        QGuiApplication.clipboard().setMimeData(formatted_text(*found))
        self._messages.notice(say("window.copied", count=count))

    def _written(self, report: ExportReport) -> None:
        self._progress.finish()
        words = say("export.done", count=report.claims, name=report.path.name)
        folder = report.path.absolute().parent
        self._messages.notice(words, say("window.open_folder"), lambda: open_folder(folder))

    def _refused(self, error: RedPencilError) -> None:
        self._progress.finish()
        self._messages.problem(say_all(error.key, error.values))
