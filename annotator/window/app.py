"""Starts the application: one process, one window, one library."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines, article_page
from annotator.desk.settings import Settings
from annotator.host.paths import APP, is_named, library_path
from annotator.model.errors import NothingFound, RedPencilError
from annotator.model.views import ArticleLine, ArticlePage
from annotator.window.flow.reading import BEGINNING
from annotator.window.frame.look import Look
from annotator.window.frame.main_window import MainWindow
from annotator.window.icons import application_icon
from annotator.window.mishaps import Mishaps
from annotator.window.session import Session
from annotator.window.translation import speak_as_chosen

#: How long a window waits for its first article before it is shown without, in milliseconds.
_PATIENCE = 700


def show(files: Sequence[str] = (), library: str = "", reviewer: str = "", sample: bool = False) -> int:
    """Opens the window and answers with the exit code when it is closed.

    `files`, folders and addresses are imported and shown; `sample` adds the first sample to a library without
    articles.
    """
    app, settings = make_application(), Settings()
    speak_as_chosen(app, settings)
    starter = Starter(settings, reviewer)
    starter.gave_up.connect(lambda: app.exit(1))
    mishaps = Mishaps()
    # Queued: it may have happened on another thread, or in the middle of painting.
    mishaps.happened.connect(starter.tell, Qt.ConnectionType.QueuedConnection)
    mishaps.install()
    path = Path(library).absolute() if library else starter.last_library()
    try:
        starter.open(path, files, sample=sample)
        return app.exec()
    finally:
        starter.close()
        mishaps.remove()


def make_application() -> QApplication:
    """The Qt application, named as desktops know it."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP)
    app.setApplicationDisplayName("")
    app.setDesktopFileName(APP)
    app.setStyle("Fusion")
    return app


class Starter(QObject):
    """Opens libraries: the one asked for at the start, and others from the menu.

    Signal: `gave_up` where none could be opened.
    """

    gave_up = Signal()

    def __init__(self, settings: Settings, reviewer: str = "") -> None:
        super().__init__()
        self._settings, self._reviewer = settings, reviewer
        self._look = Look(settings)
        self._look.apply()
        self._sessions: list[Session] = []
        self.window: MainWindow | None = None

    def last_library(self) -> Path:
        """The library that the environment names, else the one opened last, else the usual one."""
        last = self._settings.get("library")
        return Path(last) if _is_file(last) and not is_named() else library_path()

    def open(self, path: Path, files: Sequence[str | Path] = (), *, sample: bool = False) -> None:
        """Shows a window on a library; a refusal is told in a dialog, and the window that was open stays."""
        reviewer, last = self._reviewer, self._settings.get("article")
        session = Session(path, lambda library: Desk(library, reviewer=reviewer))
        self._sessions.append(session)
        window = None if self.window else self._make(session)
        session.ask(
            lambda desk: _first_look(desk, last, sample=sample and not files),
            lambda found: self._opened(session, window or self._make(session), found, files),
            lambda error: self._refused(session, window, error),
        )
        if window is not None:  # its first picture shows the article, unless that takes long to come
            QTimer.singleShot(_PATIENCE, window, lambda: self._appear(session, window))

    @Slot(str)
    def tell(self, words: str) -> None:
        """Tells a mistake of the program in the window; not again while it stands there."""
        if self.window is not None and self.window.messages.words != words:
            self.window.messages.problem(words)

    def close(self) -> None:
        """Closes every library that was opened; what was asked of them is done first."""
        for session in self._sessions:
            session.close()

    def _make(self, session: Session) -> MainWindow:
        window = MainWindow(session, self._settings, self._look)
        window.setWindowIcon(application_icon())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.library_wanted.connect(self.open)
        return window

    def _opened(
        self,
        session: Session,
        window: MainWindow,
        found: tuple[ArticlePage | None, tuple[ArticleLine, ...]],
        files: Sequence[str | Path],
    ) -> None:
        if self.window is not None and not self.window.close():
            session.close()  # something in the open library waits for the disk, and is not to be lost
            self._sessions.remove(session)
            window.deleteLater()
            return
        self.window = window
        window.start(*found)
        window.show()
        if files:
            window.importing.take_places(files)
        # What the first change and the first pick need, made once the article can be read.
        QTimer.singleShot(0, window, lambda: session.ask(Desk.warm))
        QTimer.singleShot(100, window, window.editor.prepare)

    def _appear(self, session: Session, window: MainWindow) -> None:
        if session in self._sessions:  # not beside the dialog that tells why there is none
            window.show()

    def _refused(self, session: Session, window: MainWindow | None, error: RedPencilError) -> None:
        from annotator.window.dialogs.refusal import ask_for_another

        session.close()
        self._sessions.remove(session)
        if window is not None:
            window.close()
        other = ask_for_another(error, self.window)
        if other is not None:
            self.open(other)
        elif self.window is None:
            self.gave_up.emit()


def _is_file(path: str) -> bool:
    """Whether a path leads to a file; a kept one may lead nowhere, or be none at all."""
    try:
        return Path(path).is_file()
    except OSError:  # longer than any path
        return False


def _first_look(desk: Desk, last: str, *, sample: bool) -> tuple[ArticlePage | None, tuple[ArticleLine, ...]]:
    """The article opened last, else the newest one, and the list."""
    lines = article_lines(desk)
    if not lines and sample:
        _add_first_sample(desk)
        lines = article_lines(desk)
    for article in (last, *(line.id for line in lines[:1])):
        try:
            return article_page(desk, article, before=BEGINNING), lines
        except NothingFound:
            continue
    return None, lines


def _add_first_sample(desk: Desk) -> None:
    from annotator.desk.samples import AddSample, samples

    for offered in samples()[:1]:
        desk.run(AddSample(offered.file))
