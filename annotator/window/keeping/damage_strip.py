"""The strip above the page of a damaged library: what is hurt, what was kept, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.backups import Backup, BackupDifference
from annotator.window.claims.flow import FlowLayout
from annotator.window.keeping.wording import first_few, loss, when
from annotator.window.painted_words import medium
from annotator.window.plain import plain_label
from annotator.words import say


class DamageStrip(QFrame):
    """Stays as long as the library is open; folds to a line for who goes on reading.

    Signals, from its buttons: `restore_wanted`, `salvage_wanted`, `details_wanted`.
    """

    restore_wanted = Signal()
    salvage_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._folded = False
        self._build_head()
        self._build_words(names)
        self._build_buttons()
        self._build_strip()

    @property
    def words(self) -> str:
        """All that it says now."""
        labels = (self._title, self._hurt, self._kept)
        return " ".join(label.text() for label in labels if not label.isHidden())

    def show_backup(self, backup: Backup | None, difference: BackupDifference | None) -> None:
        """Offers the newest sound backup with what would be lost; or says that there is none."""
        self.restore.setVisible(backup is not None)
        if backup is None:
            self._kept.setText(say("damage_strip.no_backup"))
            return
        at = when(backup.made, inside=True)
        self.restore.setText(say("damage_strip.restore", when=at))
        if difference is not None:
            self._kept.setText(say("damage_strip.loss", when=at, loss=loss(difference)))

    def fold(self, on: bool) -> None:
        """Leaves one line, or shows everything again."""
        self._more.setVisible(not on)
        self.folding.setText(say("damage_strip.unfold" if on else "damage_strip.fold"))
        self._folded = on

    def _build_head(self) -> None:
        self._more = QWidget()
        self._title = plain_label(say("damage_strip.title"), "alarm", wraps=True)
        self._title.setFont(medium(self._title.font()))
        self.folding = QPushButton(say("damage_strip.fold"))
        self.folding.clicked.connect(lambda: self.fold(not self._folded))

    def _build_words(self, names: Sequence[str]) -> None:
        hurt = say("damage_strip.hurt", names=first_few(names)) if names else say("damage_strip.unnamed")
        self._hurt = plain_label(hurt, wraps=True)
        self._kept = plain_label(say("damage_strip.kept"), "quiet", wraps=True)

    def _build_buttons(self) -> None:
        self.restore, self.salvage, self.details = QPushButton(), QPushButton(), QPushButton()
        self.restore.hide()
        self.salvage.setText(say("damage_strip.salvage"))
        self.details.setText(say("damage_strip.details"))
        signals = (self.restore_wanted, self.salvage_wanted, self.details_wanted)
        for button, signal in zip((self.restore, self.salvage, self.details), signals, strict=True):
            button.clicked.connect(signal)

    def _build_strip(self) -> None:
        self.setAccessibleName(say("damage_strip.title"))
        self.setProperty("kind", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.folding, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QWidget()
        flow = FlowLayout(10)
        buttons.setLayout(flow)
        for button in (self.restore, self.salvage, self.details):
            flow.addWidget(button)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(6)
        for widget in (self._hurt, self._kept, buttons):
            more.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._more)
