"""When a library cannot be opened: why, and what to do instead."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QPushButton

from annotator.model.backups import Backup, BackupDifference
from annotator.model.errors import RedPencilError
from annotator.window.aside import ask_aside
from annotator.window.dialogs.refusal import choose_library
from annotator.window.keeping.damage_dialog import OTHER, READ, RESTORE, SALVAGE, DamageDialog
from annotator.window.keeping.versions import VersionChoice, find_way_back
from annotator.window.plain import plain_warning
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.desk.care import Report
    from annotator.window.starting.starter import Starter

#: What is looked into before anything is offered.
_DAMAGED = "library.damaged"
#: What a library may look like of which the beginning is gone: where it has backups, it was one.
_BEYOND_RECOGNITION = frozenset({"library.foreign", "library.empty"})
#: Where the person may know better than the program whether somebody else is at work.
_ELSEWHERE = "library.elsewhere"
#: Where a window may have it that was started a moment ago, and does not listen yet.
_BUSY = "library.busy"
#: How long a window takes at most until it listens, and how often it is called meanwhile, in seconds.
_UNTIL_IT_LISTENS, _BETWEEN_CALLS = 4.0, 0.3


def ask_what_then(
    starter: "Starter", path: Path, error: RedPencilError, files: Sequence[str | Path] = ()
) -> None:
    """Tells why a library was refused, and does what the person answers.

    `files` were to be shown: where a window has the library and hears of them there is nothing to ask.
    """
    if error.key == _BUSY:
        ask_aside(
            starter,
            lambda: _called_in_time(path, files),
            lambda taken: starter.leave_it() if taken else _ask_for_another(starter, path, error),
        )
    elif error.key == _DAMAGED:
        Damaged(starter, path, error).ask()
    elif error.key in _BEYOND_RECOGNITION:
        from annotator.desk.backups import shelf

        ask_aside(starter, lambda: shelf(path), lambda found: _once_a_library(starter, path, error, found))
    else:
        _ask_for_another(starter, path, error)


def _called_in_time(path: Path, files: Sequence[str | Path]) -> bool:
    """Whether the window that has a library took the files, now or as soon as it listens."""
    from annotator.host.calling import call_first

    over = monotonic() + _UNTIL_IT_LISTENS
    while not (taken := call_first(path, files)) and monotonic() < over:
        sleep(_BETWEEN_CALLS)
    return taken


def _once_a_library(starter: "Starter", path: Path, error: RedPencilError, found: tuple[Backup, ...]) -> None:
    if found:
        Damaged(starter, path, error).ask()
    else:
        _ask_for_another(starter, path, error)


def _ask_for_another(starter: "Starter", path: Path, error: RedPencilError) -> None:
    why = say_all(error.key, error.values)
    box = plain_warning(say("window.name"), say("window.cannot_open"), why, starter.window)
    role = QMessageBox.ButtonRole.ActionRole
    anyway: QPushButton | None = None
    if error.key == _ELSEWHERE:
        anyway = box.addButton(say("damage.anyway"), role)
    other = box.addButton(say("window.other_library"), role)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.exec()
    if anyway is not None and box.clickedButton() is anyway:
        starter.open(path, take_over=True)
    elif box.clickedButton() is other:
        _choose_other(starter)
    else:
        starter.give_up()


def _choose_other(starter: "Starter") -> None:
    other = choose_library(starter.window)
    if other is not None:
        starter.open(other)
    else:
        starter.give_up()


class Damaged(QObject):
    """Asks what to do about a library that was found damaged as it was opened."""

    def __init__(self, starter: "Starter", path: Path, error: RedPencilError) -> None:
        super().__init__(starter)
        self._starter, self._path, self._error = starter, path, error
        self._report: Report | None = None
        self._backup: Backup | None = None

    def ask(self) -> None:
        """Says what is hurt as soon as that is known, and offers the ways out."""
        from annotator.desk.proving import prove

        key = "damage.found" if self._error.key == _DAMAGED else self._error.key
        why = say_all(key, {**self._error.values, "name": self._path.name})
        ways = (RESTORE, SALVAGE, READ, OTHER)
        self.dialog = dialog = DamageDialog(say("damage.title"), why, ways, self._starter.window)
        dialog.chosen.connect(self._chosen)
        dialog.rejected.connect(self._starter.give_up)
        dialog.open()
        over = Event()
        dialog.finished.connect(lambda _: over.set())
        dialog.finished.connect(dialog.deleteLater)
        ask_aside(
            dialog,
            lambda: prove(self._path, stopped=over.is_set),
            self._know_hurt,
            lambda error: None if over.is_set() else self._know_nothing(error),
        )
        find_way_back(dialog, self._path, self._know_way_back, over)

    def _know_hurt(self, report: "Report") -> None:
        from annotator.desk.care import named

        self._report = report
        self.dialog.show_hurt([named(one) for one in report.hurt])

    def _know_nothing(self, error: RedPencilError) -> None:
        """It cannot even be read."""
        self.dialog.show_unreadable(say_all(error.key, error.values))

    def _know_way_back(self, backup: Backup | None, difference: BackupDifference | None) -> None:
        self._backup = backup
        self.dialog.show_backup(backup, difference)

    def _chosen(self, way: str) -> None:
        starter = self._starter
        if way == RESTORE:
            choice = VersionChoice(self._path, starter.theme, starter.window, self)
            choice.chosen.connect(self._restore)
            choice.given_up.connect(self.ask)
            choice.begin(self._backup)
        elif way == SALVAGE:
            starter.replacing.salvage(self._path, starter.window, self.ask)
        elif way == READ:
            starter.open(self._path, report=self._report)
        else:
            _choose_other(starter)

    def _restore(self, backup: Backup) -> None:
        self._starter.replacing.restore(self._path, backup, self._starter.window)
