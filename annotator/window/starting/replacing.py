"""An earlier version put in the place of a library, and what can be read of one brought into a new one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from annotator.model.backups import Backup
from annotator.model.damage import Salvage
from annotator.model.errors import Cancelled
from annotator.window.keeping.busy_dialog import BusyDialog
from annotator.window.keeping.damage_dialog import DamageDialog
from annotator.window.keeping.places import choose_salvage_file
from annotator.window.keeping.wording import when
from annotator.window.plain import plain_warning
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.desk.backups import Restored
    from annotator.window.frame.main_window import MainWindow
    from annotator.window.starting.starter import Starter


class Replacing(QObject):
    """Works with the file of a library while the window waits, behind a dialog that stays until `finish`."""

    def __init__(self, starter: "Starter") -> None:
        super().__init__(starter)
        self._starter = starter
        self._busy: BusyDialog | None = None

    def restore(self, path: Path, backup: Backup, window: QWidget | None) -> None:
        """Puts a backup in the place of a library, on which no session may be open, and opens that."""
        from annotator.desk.backups import restore

        def restored(done: "Restored") -> None:
            self._starter.open(path, then=lambda opened: _tell_restored(opened, backup, done))

        def failed(words: str) -> None:
            self.finish()
            _tell(words, window)  # before it is opened again, which a damaged one may refuse
            self._starter.open(path)

        self._do(
            say("keeping.restoring", when=when(backup.made, inside=True)),
            lambda stopped: restore(path, backup.path, stopped=stopped),
            restored,
            failed,
            window,
        )

    def salvage(self, path: Path, window: QWidget | None, given_up: Callable[[], object]) -> None:
        """Brings what can be read of a library into a new one, which the person names, and opens that."""
        from annotator.desk.proving import salvage

        def saved(found: Salvage) -> None:
            self._starter.open(found.path, then=lambda opened: _tell_salvaged(opened, found))

        def failed(words: str) -> None:
            self.finish()
            _tell(words, window)
            given_up()

        to = choose_salvage_file(path, window)
        if to is None:
            given_up()
        else:
            self._do(
                say("damage.salvaging"),
                lambda stopped: salvage(path, to, stopped),
                saved,
                failed,
                window,
            )

    def finish(self) -> None:
        """Takes the dialog away: a library is open, or it was told why not."""
        if self._busy is not None:
            self._busy.done_with()
            self._busy = None

    def _do(
        self,
        words: str,
        work: Callable[[Callable[[], bool]], Any],
        then: Callable[[Any], object],
        failed: Callable[[str], object],
        window: QWidget | None,
    ) -> None:
        self._busy = busy = BusyDialog(words, work, window)
        busy.answered.connect(then)
        busy.failed.connect(
            lambda error: failed("" if isinstance(error, Cancelled) else say_all(error.key, error.values))
        )
        busy.begin()


def _tell(words: str, window: QWidget | None) -> None:
    """Says why it was not done; nothing to who stopped it."""
    if words:
        plain_warning(say("window.name"), words, parent=window).exec()


def _tell_restored(window: "MainWindow", backup: Backup, restored: "Restored") -> None:
    made, before, kept = when(backup.made, inside=True), restored.backup, restored.kept
    if before is not None:
        words = say("keeping.restored", when=made)
        window.messages.problem(words, say("keeping.go_back"), lambda: window.restore_wanted.emit(before))
    elif kept is not None:
        window.messages.problem(say("keeping.restored_beside", when=made, name=kept.name))
    else:
        window.messages.problem(say("keeping.restored_only", when=made))


def _tell_salvaged(window: "MainWindow", done: Salvage) -> None:
    from annotator.desk.care import named, told

    words = " ".join(told(done))
    names = [say("damage.lost", thing=named(one)) for one in done.named]
    names += [say("damage.mended", thing=named(one)) for one in done.mended]

    def show_names() -> None:
        dialog = DamageDialog(say("damage.lost_title"), words, (), window)
        dialog.show_hurt(names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    if names:
        window.messages.problem(words, say("damage_strip.details"), show_names)
    else:
        window.messages.problem(words)
