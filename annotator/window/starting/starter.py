"""Opens libraries, each in a window of its own that takes the place of the one before."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from annotator.desk.desk import Desk
from annotator.desk.settings import Settings
from annotator.model.backups import Backup
from annotator.model.errors import RedPencilError
from annotator.window.frame.look import Look
from annotator.window.frame.main_window import MainWindow
from annotator.window.icons import application_icon
from annotator.window.session import Session
from annotator.window.starting.first_look import FirstLook, first_look
from annotator.window.starting.handing_over import library_to_open
from annotator.words import say

if TYPE_CHECKING:
    from annotator.desk.care import Report
    from annotator.window.starting.replacing import Replacing
    from annotator.window.theme import Theme

#: How long a window waits for its first article before it is shown without, in milliseconds.
PATIENCE = 700

#: How long after the first paint the rest is begun, in milliseconds.
LATER = 1_000

#: What a window tells once it is open.
Tell = Callable[[MainWindow], object]


class Starter(QObject):
    """Opens libraries: the one asked for at the start, and others from the menu.

    Signal: `gave_up` where none could be opened. `copy_report` puts on the clipboard what is known of
    mistakes of the program.
    """

    gave_up = Signal()

    def __init__(
        self, settings: Settings, reviewer: str = "", copy_report: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._settings, self._reviewer, self._copy_report = settings, reviewer, copy_report
        self._look = Look(settings)
        self._look.apply()
        self._sessions: list[Session] = []
        self.window: MainWindow | None = None
        self._behind: MainWindow | None = None  # one whose library was closed, until there is another

    @cached_property
    def replacing(self) -> "Replacing":
        """What works with files of libraries while the window waits; made when it is first asked for."""
        from annotator.window.starting.replacing import Replacing

        return Replacing(self)

    @property
    def theme(self) -> "Theme":
        """The colours of the windows."""
        return self._look.theme

    def last_library(self) -> Path:
        """The library that the environment names, else the one opened last, else the usual one."""
        return library_to_open(self._settings)

    def open(
        self,
        path: Path,
        files: Sequence[str | Path] = (),
        *,
        sample: bool = False,
        take_over: bool = False,
        report: "Report | None" = None,
        then: Tell | None = None,
    ) -> None:
        """Shows a window on a library; a refusal is told in a dialog, and the window that was open stays.

        `take_over` takes it from another machine that left it open. With a `report` of what is damaged in it
        the library is only read. `then` is called with the window once it is there.
        """
        reviewer, last = self._reviewer, self._settings.get("article")
        taking = iter([take_over])  # the first time only: else two would take it from each other for ever
        session = Session(
            path, lambda library: Desk(library, reviewer=reviewer, take_over=next(taking, False))
        )
        if report is not None:
            session.stop_writing(report)
        self._sessions.append(session)
        window = None if self.window else self._make(session)
        session.ask(
            lambda desk: first_look(desk, last, sample=sample and not files),
            lambda found: self._opened(session, window or self._make(session), found, files, then),
            lambda error: self._refused(session, window, error, files),
        )
        if window is not None:  # its first picture shows the article, unless that takes long to come
            QTimer.singleShot(PATIENCE, window, lambda: self._appear(session, window))

    @Slot(object)
    def open_other(self, path: Path) -> None:
        """Opens another library; where a window has it open already, that one comes to the front instead."""
        from annotator.host.calling import call_first
        from annotator.window.aside import ask_aside

        ask_aside(self, lambda: call_first(path), lambda taken: None if taken else self.open(path))

    @Slot(object)
    def restore(self, backup: Backup) -> None:
        """Puts an earlier version in the place of the library that is open, and opens that."""
        window = self.window
        if window is not None and window.may_leave():
            window.session.close()
            self.window, self._behind = None, window  # it stays in sight behind the dialog
            self.replacing.restore(window.session.path, backup, window)

    @Slot()
    def salvage(self) -> None:
        """Brings what can be read of the library that is open into a new one, and opens that."""
        if self.window is not None:
            self.replacing.salvage(self.window.session.path, self.window, _nothing)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Tells a mistake of the program in the window; not again while it stands there."""
        if self.window is not None and self.window.messages.words != words:
            action = say("crash.copy") if self._copy_report else ""
            self.window.messages.problem(words, action, self._copy_report)

    def give_up(self) -> None:
        """Nothing else is to be opened: what is open stays, else that is all."""
        if self.window is None:
            self.gave_up.emit()

    def leave_it(self) -> None:
        """Another window took what was to be opened: what is open stays, else the program is done here."""
        if self.window is None:
            QApplication.quit()

    def close(self) -> None:
        """Closes every library that was opened; what was asked of them is done first."""
        for session in self._sessions:
            session.close()

    def _make(self, session: Session) -> MainWindow:
        window = MainWindow(session, self._settings, self._look)
        window.setWindowIcon(application_icon())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.library_wanted.connect(self.open_other)
        window.restore_wanted.connect(self.restore)
        window.salvage_wanted.connect(self.salvage)
        return window

    def _opened(
        self,
        session: Session,
        window: MainWindow,
        found: FirstLook,
        files: Sequence[str | Path],
        then: Tell | None,
    ) -> None:
        before = self.window or self._behind
        QApplication.setQuitOnLastWindowClosed(False)  # between one window and the next there is none
        self._done_replacing()
        if before is not None and not before.close():
            self._let_go(session)  # something in the open library waits for the disk, and is not to be lost
            window.deleteLater()
            return
        self.window, self._behind = window, None
        window.start(*found)
        window.show()
        QApplication.setQuitOnLastWindowClosed(True)
        if files:
            window.importing.take_places(files)
        if session.report is not None:
            window.keeping.show_damage(session.report)
        if then is not None:
            then(window)
        # What the first change and the first pick need, made once the article can be read.
        QTimer.singleShot(0, window, lambda: session.ask(Desk.warm))
        QTimer.singleShot(100, window, window.editor.prepare)
        QTimer.singleShot(LATER, window, lambda: self._settle_in(window, first=before is None))

    def _settle_in(self, window: MainWindow, *, first: bool) -> None:
        from annotator.window.starting.arriving import settle_in

        settle_in(window, self._settings, first=first)

    def _appear(self, session: Session, window: MainWindow) -> None:
        if session in self._sessions:  # not beside the dialog that tells why there is none
            window.show()

    def _refused(
        self,
        session: Session,
        window: MainWindow | None,
        error: RedPencilError,
        files: Sequence[str | Path],
    ) -> None:
        from annotator.window.starting.refusing import ask_what_then

        if self.window is None:
            QApplication.setQuitOnLastWindowClosed(False)  # a dialog may be all there is now
        self._let_go(session)
        for gone in filter(None, (window, self._behind)):
            gone.close()
        self._behind = None
        self._done_replacing()
        ask_what_then(self, session.path, error, files)

    def _done_replacing(self) -> None:
        if "replacing" in self.__dict__:
            self.replacing.finish()

    def _let_go(self, session: Session) -> None:
        session.close()
        self._sessions.remove(session)


def _nothing() -> None:
    """Goes on as it is."""
