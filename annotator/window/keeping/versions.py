"""Choosing among the earlier versions of a library, what differs being worked out aside."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk import backups
from annotator.model.backups import Backup, BackupDifference
from annotator.model.errors import RedPencilError
from annotator.window.aside import ask_aside
from annotator.window.keeping.restore_dialog import RestoreDialog
from annotator.window.theme import Theme
from annotator.words import say_all


class VersionChoice(QObject):
    """Shows what lies on the shelf of a library. Signals: `chosen` (Backup), `given_up`."""

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, path: Path, theme: Theme, window: QWidget | None, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._theme, self._window = path, theme, window
        self._stop = Event()

    def begin(self, first: Backup | None = None) -> None:
        """Opens the dialog, with one of the backups picked."""
        path = self._path
        ask_aside(
            self,
            lambda: (backups.shelf(path), backups.folder_of(path)),
            lambda found: self._show(found[0], found[1], first),
        )

    def end(self) -> None:
        """Lets go of what is being worked out."""
        self._stop.set()

    def _show(self, found: Sequence[Backup], folder: Path, first: Backup | None) -> None:
        self.dialog = dialog = RestoreDialog(found, folder, self._theme, self._window)
        dialog.difference_wanted.connect(self._compare)
        dialog.restore_wanted.connect(self.chosen)
        dialog.rejected.connect(self.given_up)
        dialog.finished.connect(self._ended)
        dialog.begin(first)
        dialog.open()

    def _compare(self, backup: Backup) -> None:
        self._stop.set()  # what was picked before interests nobody any more
        self._stop = stop = Event()
        ask_aside(
            self.dialog,
            lambda: backups.difference(self._path, backup, stopped=stop.is_set),
            lambda difference: self.dialog.show_difference(backup, difference),
            lambda error: self._tell(backup, error, stop),
        )

    def _tell(self, backup: Backup, error: RedPencilError, stop: Event) -> None:
        if not stop.is_set():
            self.dialog.show_problem(backup, say_all(error.key, error.values))

    def _ended(self) -> None:
        self._stop.set()
        self.dialog.deleteLater()
        self.deleteLater()


def find_way_back(
    owner: QObject,
    path: Path,
    tell: Callable[[Backup | None, BackupDifference | None], None],
    over: Event | None = None,
) -> None:
    """Looks aside for the newest sound backup, then for what would be lost with it; `tell` hears of both.

    Once `over` is set nobody wants to know any more.
    """
    stopped = (over or Event()).is_set

    def found(backup: Backup | None) -> None:
        tell(backup, None)
        if backup is not None:
            ask_aside(
                owner,
                lambda: backups.difference(path, backup, stopped=stopped),
                lambda difference: tell(backup, difference),
            )

    ask_aside(owner, lambda: backups.newest_sound(path, stopped=stopped), found)
