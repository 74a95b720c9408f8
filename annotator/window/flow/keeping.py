"""Backups by themselves and when asked, the way to another place, and what a damaged library shows."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from annotator.desk.settings import Settings
from annotator.model.backups import Backup, BackupDifference, Occasion
from annotator.model.changes import Changes
from annotator.model.errors import Cancelled, RedPencilError
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.frame.look import Look
from annotator.window.session import Session
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.desk.care import Report
    from annotator.window.keeping.damage_strip import DamageStrip
    from annotator.window.keeping.versions import VersionChoice

#: How long after the first paint the backup of the start is made, and how often during work, in milliseconds.
AFTER_START = 5_000
WORK = 30 * 60_000


class Surroundings(NamedTuple):
    """What of the window this flow works with; `above` is the column over whose page a damage is told."""

    window: QWidget
    messages: MessageBar
    progress: ProgressCard
    above: QVBoxLayout
    look: Look


class Keeping(QObject):
    """Cares for the library behind the window.

    Signals: `restore_wanted` (Backup), `salvage_wanted`, `strip_made` with the strip that tells of damage,
    `way_back_known` with the newest sound backup of a damaged library and what it would cost (Backup or
    None, BackupDifference or None).
    """

    restore_wanted = Signal(object)
    salvage_wanted = Signal()
    strip_made = Signal(object)
    way_back_known = Signal(object, object)

    def __init__(self, session: Session, settings: Settings, parts: Surroundings) -> None:
        super().__init__()
        self._session, self._settings, self._parts = session, settings, parts
        self._changed_since = self._told = False
        self._stop, self._over = Event(), Event()
        self._choice: VersionChoice | None = None
        self._report: Report | None = None
        self._way_back: tuple[Backup | None, BackupDifference | None] | None = None  # None until it is known
        self.strip: DamageStrip | None = None
        self._work = QTimer(self)
        self._work.setInterval(WORK)
        self._work.timeout.connect(self._back_up_work)
        session.changed.connect(self._changed)
        session.damaged.connect(self.show_damage)
        session.moved.connect(self._moved)
        parts.progress.cancelled.connect(lambda: self._stop.set())

    def begin(self) -> None:
        """Has a backup made a little after the start, and one every half hour in which something changed."""
        QTimer.singleShot(AFTER_START, self, lambda: self.back_up(Occasion.START))
        self._work.start()

    def end(self) -> None:
        """Lets go of everything that is worked out aside: the window goes."""
        self._work.stop()
        for stop in (self._stop, self._over):
            stop.set()
        if self._choice is not None and isValid(self._choice):
            self._choice.end()

    def back_up(self, occasion: Occasion) -> None:
        """Has a backup made; what is asked of the library after it comes after the copy."""
        if self._session.report is None:
            self._session.back_up(occasion, refused=self._not_backed_up)

    def show_versions(self, first: Backup | None = None) -> None:
        """Shows the earlier versions of the library."""
        from annotator.window.keeping.versions import VersionChoice

        path, parts = self._session.path, self._parts
        self._choice = choice = VersionChoice(path, parts.look.theme, parts.window, self)
        choice.chosen.connect(self.restore_wanted)
        choice.begin(first)

    def save_backup(self) -> None:
        """Asks for a file and saves a backup there."""
        from annotator.window.keeping.places import choose_backup_file

        to = choose_backup_file(self._session.path, self._parts.window)
        if to is not None:
            self._save_backup(to)

    def save_elsewhere(self) -> None:
        """Asks for another place, and goes on there with all that the disk did not take here."""
        from annotator.window.keeping.places import choose_other_place

        to = choose_other_place(self._session.path, self._parts.window)
        if to is not None:
            self._parts.progress.start(say("keeping.moving", name=to.name))
            self._session.move_to(to, lambda _: self._parts.progress.finish(), self._failed)

    def show_damage(self, report: "Report") -> None:
        """Tells above the page what is hurt, for as long as the library is open, and what can be done."""
        from annotator.desk.care import named
        from annotator.window.keeping.damage_strip import DamageStrip
        from annotator.window.keeping.versions import find_way_back

        if self.strip is not None:
            return
        self._report = report
        self.strip = strip = DamageStrip([named(one) for one in report.hurt])
        strip.restore_wanted.connect(self._show_way_back)
        self.way_back_known.connect(strip.show_backup)
        strip.salvage_wanted.connect(self.salvage_wanted)
        strip.details_wanted.connect(self.show_details)
        self._parts.above.insertWidget(0, strip)
        self.strip_made.emit(strip)
        find_way_back(self, self._session.path, self._know_way_back, self._over)

    def show_details(self) -> None:
        """Lists everything that is hurt."""
        from annotator.desk.care import named
        from annotator.window.keeping.damage_dialog import RESTORE, SALVAGE, DamageDialog

        assert self._report is not None
        dialog = DamageDialog(
            say("damage.title"), say("damage_strip.title"), (RESTORE, SALVAGE), self._parts.window
        )
        dialog.show_hurt([named(one) for one in self._report.hurt])
        if self._way_back is not None:
            dialog.show_backup(*self._way_back)
        self.way_back_known.connect(dialog.show_backup)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ways = {RESTORE: self._show_way_back, SALVAGE: self.salvage_wanted.emit}
        dialog.chosen.connect(lambda way: ways[way]())
        dialog.open()

    def _changed(self, changes: Changes) -> None:
        self._changed_since = self._changed_since or bool(changes.step)

    def _back_up_work(self) -> None:
        if self._changed_since:
            self._changed_since = False
            self.back_up(Occasion.WORK)

    def _not_backed_up(self, error: RedPencilError) -> None:
        """Said once, and not over what is worse."""
        if isinstance(error, Cancelled) or self._told or self._session.has_unsaved or self._session.report:
            return
        self._told = True
        self._parts.messages.problem(
            say("keeping.not_backed_up", reason=say_all(error.key, error.values)),
            say("action.save_backup").replace("&", ""),
            self.save_backup,
        )

    def _save_backup(self, to: Path) -> None:
        from annotator.desk.backups import back_up_to
        from annotator.window.aside import ask_aside

        self._parts.progress.start(say("keeping.backing_up"))
        self._stop = stop = Event()
        path = self._session.path
        ask_aside(
            self,
            lambda: back_up_to(path, to, replace=True, stopped=stop.is_set),  # the dialog has asked
            lambda _: self._saved_backup(to),
            self._failed,
        )

    def _saved_backup(self, to: Path) -> None:
        self._parts.progress.finish()
        self._parts.messages.notice(say("keeping.backed_up", name=to.name))

    def _failed(self, error: RedPencilError) -> None:
        self._parts.progress.finish()
        words = say_all(error.key, error.values)
        if isinstance(error, Cancelled):
            self._parts.messages.notice(words)
        else:
            self._parts.messages.problem(words)

    def _moved(self, path: Path) -> None:
        self._settings.put(library=str(path))
        self._parts.messages.notice(say("saving.moved", path=path))

    def _know_way_back(self, backup: Backup | None, difference: BackupDifference | None) -> None:
        self._way_back = backup, difference
        self.way_back_known.emit(backup, difference)

    def _show_way_back(self) -> None:
        self.show_versions(self._way_back[0] if self._way_back else None)
