"""What is hurt in a library, thing by thing, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model.backups import Backup, BackupDifference
from annotator.window.keeping.thin_bar import ThinBar
from annotator.window.keeping.wording import loss, when
from annotator.window.painted_words import medium
from annotator.window.plain import plain_label
from annotator.words import say

#: What can be done; `damage.way.<name>` says it, `damage.why.<name>` what it means.
RESTORE, SALVAGE, READ, OTHER = "restore", "salvage", "read", "other"

_WIDTH, _LIST_HEIGHT = 660, 124  # pixels


class DamageDialog(QDialog):
    """Says what is hurt and offers the ways out. Signal: `chosen` with one of them, once it has closed.

    What is hurt, or was, and which backup is sound are told when they are known: `show_hurt`, `show_backup`.
    """

    chosen = Signal(str)

    def __init__(self, title: str, why: str, ways: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._build_hurt()
        self._build_ways(ways)
        self._build_dialog(why)

    def show_hurt(self, names: Sequence[str]) -> None:
        """Lists what is hurt, each thing by its name."""
        self.hurt.addItems(list(names) or [say("damage.unnamed")])
        self.hurt.setCurrentRow(0)
        self._pages.setCurrentIndex(1)
        if READ in self.ways:
            self.ways[READ][0].setEnabled(True)

    def show_unreadable(self, why: str) -> None:
        """Says why nothing of the library can be shown."""
        self.hurt.addItem(why)
        self.hurt.setWordWrap(True)
        self._pages.setCurrentIndex(1)

    def show_backup(self, backup: Backup | None, difference: BackupDifference | None) -> None:
        """Offers the newest sound backup with what would be lost; says where there is none."""
        if RESTORE not in self.ways:
            return
        button, why = self.ways[RESTORE]
        button.setEnabled(backup is not None)
        if backup is None:
            why.setText(say("damage.no_backup"))
        else:
            button.setText(say("damage.restore_version", when=when(backup.made, inside=True)))
            lost = loss(difference)
            why.setText(say("damage.restore_why", loss=lost) if lost else say("damage.comparing"))
        self._fit()

    def _build_hurt(self) -> None:
        self.hurt = QListWidget()
        self.hurt.setAccessibleName(say("damage.list"))
        self.hurt.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hurt.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget()
        self._pages.setFixedHeight(_LIST_HEIGHT)
        self._pages.addWidget(ThinBar(say("damage.looking")))
        self._pages.addWidget(self.hurt)

    def _build_ways(self, ways: Sequence[str]) -> None:
        self.ways: dict[str, tuple[QPushButton, QLabel]] = {}
        for way in ways:
            button = QPushButton(say(f"damage.way.{way}"))
            button.clicked.connect(lambda _=False, way=way: self._choose(way))
            self.ways[way] = button, plain_label(say(f"damage.why.{way}"), "quiet", wraps=True)
        for way in {RESTORE, READ} & set(self.ways):  # until it is known whether there is anything
            self.ways[way][0].setEnabled(False)

    def _build_dialog(self, why: str) -> None:
        self.why = plain_label(why, wraps=True)
        self.why.setFont(medium(self.why.font()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(6)
        column.addWidget(self.why)
        if self.ways:
            column.addWidget(plain_label(say("damage.hurt"), "quiet"))
        column.addWidget(self._pages)
        column.addSpacing(6)
        column.addLayout(self._grid_of_ways())
        column.addSpacing(8)
        column.addStretch()
        column.addWidget(buttons)
        self.setFixedWidth(_WIDTH)
        self._fit()
        # Nothing is begun by a key that was meant for something else.
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _grid_of_ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (button, explained) in enumerate(self.ways.values()):
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            explained.setMinimumHeight(button.sizeHint().height())
            explained.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(explained, row, 1)
        return grid

    def _fit(self) -> None:
        """As high as what it says now needs: a window does not ask its wrapped labels by itself."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def _choose(self, way: str) -> None:
        self.accept()
        self.chosen.emit(way)
