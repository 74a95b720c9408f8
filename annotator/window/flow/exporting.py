"""Claims out: to a file, or to the clipboard as formatted text."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.desk.desk import Desk
from annotator.desk.leaving_out import would_leave_out
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.people import people
from annotator.desk.settings import Settings
from annotator.desk.transfer import Choice, ExportReport, export_to, formats_out, formatted
from annotator.model.errors import Cancelled, RedPencilError
from annotator.model.views import ArticleLine, PersonView
from annotator.window.clipboard import formatted_text
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.flow.reading import Reading
from annotator.window.links import open_folder
from annotator.window.session import Session
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.window.exporting.dialog import ExportDialog


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
        settings: Settings,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._window = session, reading, window
        self._messages, self._progress = messages, progress
        self._chosen, self._settings = chosen, settings
        self._stop = Event()
        self.known: tuple[ArticleLine, ...] = ()
        progress.cancelled.connect(lambda: self._stop.set())

    def know_articles(self, lines: tuple[ArticleLine, ...]) -> None:
        """Takes note of the articles there are."""
        self.known = lines

    @property
    def has_something(self) -> bool:
        """Whether there is an article to export: the open one, or one that is no sample."""
        return self._reading.page is not None or any(not line.sample for line in self.known)

    def ask(self) -> None:
        """Opens the dialog, once it is known how many articles there are."""
        self._session.ask(_offered, lambda found: self._show_dialog(*found))

    def _show_dialog(self, lines: tuple[ArticleLine, ...], colleagues: tuple[PersonView, ...]) -> None:
        from annotator.window.dialogs.once import open_once
        from annotator.window.exporting.dialog import ExportDialog, Offer

        page = self._reading.page
        articles = sum(not line.sample for line in lines)  # samples stay out of the library's exports
        offer = Offer(articles=articles, colleagues=colleagues)
        if page is not None:
            chosen = self._chosen()
            offer = Offer(page.id, page.title, len(self._reading.lines), chosen, articles, colleagues)
        dialog = ExportDialog(
            offer,
            formats_out(),
            self._window,
            folder=self._settings.get("export_folder"),
            usual=self._settings.get("export_format"),
        )
        dialog.export_wanted.connect(self.write)
        dialog.losses_wanted.connect(lambda choice, name: self._count_losses(dialog, choice, name))
        open_once(dialog)

    def _count_losses(self, dialog: "ExportDialog", choice: Choice, name: str) -> None:
        from annotator.window.dialogs.once import while_there

        self._session.ask(
            lambda desk: would_leave_out(desk, choice, name),
            while_there(dialog, lambda notes: dialog.tell_losses(choice, name, notes)),
            lambda _: None,  # pressing Export will say what is wrong
        )

    def write(self, path: Path, choice: Choice, format_name: str) -> None:
        """Writes a file, replacing one that is there: the dialog has asked.

        Folder and format are proposed next time.
        """
        self._settings.put(export_folder=str(path.parent), export_format=format_name)
        self._progress.start(say("window.exporting"))
        self._stop = stop = Event()  # one for each export: a late Cancel must not stop the next
        self._session.ask(
            lambda desk: export_to(desk, path, choice, format_name, stop.is_set),
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
            lambda desk: formatted(desk, choice), lambda found: self._copied(found, count), self._tell
        )

    def _copied(self, found: tuple[str, str], count: int) -> None:
        QGuiApplication.clipboard().setMimeData(formatted_text(*found))
        self._messages.notice(say("window.copied", count=count))

    def _written(self, report: ExportReport) -> None:
        self._progress.finish()
        words = say("export.done", count=report.claims, name=report.path.name)
        folder = report.path.absolute().parent
        opening = say("window.open_folder"), lambda: open_folder(folder)
        if not report.left_out:
            self._messages.notice(words, *opening)
            return
        lines = "\n".join(say_all(key, values) for key, values in report.left_out)
        told = say("export_dialog.done_without", done=words, count=len(report.left_out))
        self._messages.notice(
            told, say("export_dialog.left_out"), lambda: self._messages.problem(lines, *opening)
        )

    def _refused(self, error: RedPencilError) -> None:
        self._progress.finish()
        self._tell(error)

    def _tell(self, error: RedPencilError) -> None:
        words = say_all(error.key, error.values)
        if isinstance(error, Cancelled):
            self._messages.notice(words)
        else:
            self._messages.problem(words)


def _offered(desk: Desk) -> tuple[tuple[ArticleLine, ...], tuple[PersonView, ...]]:
    """The articles there are, and the colleagues whose claims may be chosen."""
    return article_lines(desk), tuple(person for person in people(desk) if not person.mine)
