"""Articles in: chosen, dropped, pasted or named on the command line."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.desk import commands
from annotator.desk.transfer import read_file, read_paste, readable_endings
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.errors import RedPencilError
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.flow.batch import Batch, Report
from annotator.window.session import Session
from annotator.words import say, say_all

#: How the names of files that colleagues send end.
_REVIEW_FILES = ".redpencil.json"


class Importing(QObject):
    """Reads files aside, one after the other, and takes them in; a guess is shown before it is final.

    `opened` carries the id of the article to show: the last that came in; `review_files` the files among
    those given that a colleague sent (list of Path).
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
        progress.cancelled.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether files are being read and taken in."""
        return self._batch is not None

    def choose_files(self) -> None:
        """Asks which files to import."""
        endings = " ".join(f"*{ending}" for ending in (*readable_endings(), _REVIEW_FILES))
        filters = f"{say('window.files_filter', endings=endings)};;{say('window.all_files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, say("window.open_files"), "", filters)
        if names:
            self.take_files([Path(name) for name in names])

    def take_files(self, files: list[Path]) -> None:
        """Imports files in their order; more may be added while some are being read."""
        from annotator.desk.deliveries import is_review_file

        sent = [file for file in files if is_review_file(file)]
        articles = [file for file in files if file not in sent]
        if sent:
            self.review_files.emit(sent)
        if articles and self._batch is not None:
            self._batch.add(articles)
        elif articles:
            self._batch = self._start(articles)
            self._batch.start()

    def paste(self) -> None:
        """Makes a new article of what lies on the clipboard, after a look at it."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take_paste(data.text() if data else "", data.html() if data else "")

    def take_paste(self, plain: str, html: str) -> None:
        """Shows what was pasted or dropped as text; it comes in when the person says so."""
        from annotator.window.dialogs.import_preview import ImportPreview

        if not plain.strip() and not html.strip():
            self._messages.notice(say("window.nothing_to_paste"))
            return
        try:
            draft = read_paste(plain, html)
        except RedPencilError as error:
            self._messages.notice(say_all(error.key, error.values))
            return
        preview = ImportPreview([draft], mendable=True, parent=self._window)
        preview.import_wanted.connect(self._take_drafts)
        preview.open()

    def add_sample(self, file: str) -> None:
        """Takes a sample in and opens it."""
        from annotator.desk.samples import AddSample

        self._session.run(AddSample(file), self._open_made)

    def stop(self) -> None:
        """Stops before the next file; what came in stays, nothing is half in."""
        if self._batch is not None:
            self._batch.stop()

    def _start(self, files: list[Path]) -> Batch:
        self._progress.start(say("window.reading", name=files[0].name))
        batch = Batch(self._session, self, read_file)
        batch.add(files)
        batch.advanced.connect(self._progress.set_progress)
        batch.finished.connect(self._finished)
        return batch

    def _finished(self, report: Report) -> None:
        batch, self._batch = self._batch, None
        if batch is not None:
            batch.deleteLater()
        self._progress.finish()
        if report.came:
            self.opened.emit(report.came[-1])
        if report.stopped:
            self._messages.notice(say("window.import_stopped", count=len(report.came)))
        elif len(report.came) > 1:
            self._messages.notice(say("window.imported", count=len(report.came)))
        if report.problems:
            self._messages.problem("\n".join(report.problems))
        if report.unsure:
            self._ask_about_guesses(report.unsure)

    def _ask_about_guesses(self, unsure: list[tuple[Path, Draft]]) -> None:
        from annotator.window.dialogs.import_preview import ImportPreview

        paths = [path for path, _ in unsure]
        preview = ImportPreview(
            [draft for _, draft in unsure],
            reread=lambda row, encoding: read_file(paths[row], encoding),
            parent=self._window,
        )
        preview.import_wanted.connect(self._take_drafts)
        preview.open()

    def _take_drafts(self, drafts: tuple[Draft, ...]) -> None:
        for draft in drafts[:-1]:
            self._session.run(commands.articles.ImportArticle(draft))
        for draft in drafts[-1:]:
            self._session.run(commands.articles.ImportArticle(draft), self._open_made)

    def _open_made(self, changes: Changes) -> None:
        self.opened.emit(changes.made[0])
