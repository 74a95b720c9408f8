"""Articles in: chosen, dropped, pasted or named on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.samples import AddSample
from annotator.desk.transfer import read_file, read_paste, readable_endings
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.errors import RedPencilError
from annotator.window.aside import Aside
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.session import Session
from annotator.words import say, say_all


class Importing(QObject):
    """Reads files aside, one after the other, and takes them in; a guess is shown before it is final.

    `opened` carries the id of the article to show: the last that came in.
    """

    opened = Signal(str)

    def __init__(
        self, session: Session, window: QWidget, messages: MessageBar, progress: ProgressCard
    ) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._messages, self._progress = messages, progress
        self._files: list[Path] = []
        self._total = 0
        self._unsure: list[tuple[Path, Draft]] = []
        self._problems: list[str] = []
        self._came: list[str] = []
        self._aside: Aside | None = None
        progress.cancelled.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Whether files are being read and taken in."""
        return self._aside is not None

    def choose_files(self) -> None:
        """Asks which files to import."""
        endings = " ".join(f"*{ending}" for ending in readable_endings())
        filters = f"{say('window.files_filter', endings=endings)};;{say('window.all_files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, say("window.open_files"), "", filters)
        if names:
            self.take_files([Path(name) for name in names])

    def take_files(self, files: list[Path]) -> None:
        """Imports files in their order; more may be added while some are being read."""
        self._files += files
        self._total += len(files)
        if self._aside is None:
            self._progress.start(say("window.reading", name=files[0].name))
            self._next()

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
        self._session.run(AddSample(file), self._open_made)

    def _next(self) -> None:
        """Reads the next file; after the last one, shows what was guessed and says what failed."""
        if not self._files:
            self._finish()
            return
        path = self._files.pop(0)
        self._progress.set_progress(self._total - len(self._files) - 1, self._total)
        self._read_aside(
            lambda: read_file(path), lambda draft: self._read(path, draft), lambda error: self._failed(error)
        )

    def _read_aside(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[RedPencilError], None],
    ) -> None:
        self._aside = Aside(work)
        self._aside.done.connect(done)
        self._aside.failed.connect(failed)
        self._aside.start()

    def _read(self, path: Path, draft: Draft) -> None:
        if draft.sure:
            self._session.run(
                ImportArticle(draft), lambda changes: self._came_in(changes, draft), self._failed
            )
        else:
            self._unsure.append((path, draft))
            self._next()

    def _came_in(self, changes: Changes, draft: Draft) -> None:
        self._came += changes.made
        self._problems += [say_all(key, values) for key, values in draft.notes]
        self._next()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RedPencilError):
            raise error
        self._problems.append(say_all(error.key, error.values))
        self._next()

    def _stop(self) -> None:
        """Stops before the next file; what came in stays, nothing is half in."""
        self._files.clear()
        if self._aside is not None:
            self._aside.cancel()
        self._finish()

    def _finish(self) -> None:
        self._aside = None
        self._total = 0
        self._progress.finish()
        came, self._came = self._came, []
        problems, self._problems = self._problems, []
        if came:
            self.opened.emit(came[-1])
        if len(came) > 1:
            self._messages.notice(say("window.imported", count=len(came)))
        if problems:
            self._messages.problem("\n".join(problems))
        if self._unsure:
            self._ask_about_guesses()

    def _ask_about_guesses(self) -> None:
        from annotator.window.dialogs.import_preview import ImportPreview

        unsure, self._unsure = self._unsure, []
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
            self._session.run(ImportArticle(draft))
        for draft in drafts[-1:]:
            self._session.run(ImportArticle(draft), self._open_made)

    def _open_made(self, changes: Changes) -> None:
        self.opened.emit(changes.made[0])
