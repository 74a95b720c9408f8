"""Earlier versions of the library: which there are, what differs, and the way back to one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.backups import Backup, BackupDifference
from annotator.window.keeping.difference_view import DifferenceView
from annotator.window.keeping.shelf_list import ShelfList
from annotator.window.plain import plain_label
from annotator.window.theme import Theme
from annotator.words import say

_LIST_WIDTH = 232  # pixels, like all below
_WIDTH, _HEIGHT = 720, 500
_EMPTY_WIDTH, _EMPTY_HEIGHT = 440, 170


class RestoreDialog(QDialog):
    """Lists the backups of a library, given newest first, beside what going back would change.

    Signals: `difference_wanted` for the one that is picked (Backup; see `show_difference`), `restore_wanted`
    (Backup).
    """

    difference_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(
        self, backups: Sequence[Backup], folder: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("keeping.title"))
        self.backups = tuple(backups)
        self._build_buttons()
        if backups:
            self._build_shelf(backups, theme)
            self._build_dialog(folder)
        else:
            self._build_empty()

    def begin(self, backup: Backup | None = None) -> None:
        """Picks a backup, the newest where none is named, and asks what differs."""
        if not self.backups:
            return
        row = self.backups.index(backup) if backup in self.backups else 0
        self.list.pick(row)
        self.list.setFocus()

    def show_difference(self, backup: Backup, difference: BackupDifference) -> None:
        """Says what going back would change, if that one is still picked."""
        if backup == self.list.backup:
            self.view.show_difference(difference)
            self.go_on.setEnabled(True)

    def show_problem(self, backup: Backup, words: str) -> None:
        """Says why nothing can be said of a backup, if that one is still picked; it cannot be restored."""
        if backup == self.list.backup:
            self.view.show_problem(words)

    def accept(self) -> None:
        """Asks for the version that is picked, and closes; not before it is said what that would change."""
        picked = self.list.backup
        if picked is not None and self.go_on.isEnabled():
            super().accept()
            self.restore_wanted.emit(picked)

    def _build_shelf(self, backups: Sequence[Backup], theme: Theme) -> None:
        self.list = ShelfList(backups)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.picked.connect(self._picked)
        self.list.doubleClicked.connect(self.accept)
        self.view = DifferenceView(theme)

    def _build_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        self.go_on = QPushButton(say("keeping.restore"))
        self.go_on.clicked.connect(self.accept)

    def _build_dialog(self, folder: Path) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.list)
        row.addWidget(self.view, 1)
        kept = plain_label(say("keeping.present_kept", folder=folder.name), "quiet", wraps=True)
        self.buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addLayout(row, 1)
        column.addWidget(kept)
        column.addWidget(self.buttons)
        self.resize(_WIDTH, _HEIGHT)
        self.go_on.setDefault(True)  # a dialog knows of it only from here on

    def _build_empty(self) -> None:
        none = plain_label(say("keeping.none"), wraps=True)
        none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.addWidget(none, 1)
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)
        column.addWidget(self.buttons)
        self.resize(_EMPTY_WIDTH, _EMPTY_HEIGHT)

    def _picked(self, backup: Backup) -> None:
        self.go_on.setEnabled(False)
        self.view.wait_for(backup)
        self.difference_wanted.emit(backup)
