"""The bin: articles that were removed, to be taken out again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.views import ArticleLine
from annotator.window.articles.list_model import about, spoken
from annotator.window.plain import plain_label
from annotator.words import say

_ID = Qt.ItemDataRole.UserRole


class BinDialog(QDialog):
    """Lists the removed articles beside an open window. Signal: `restore_wanted` with an id."""

    restore_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("bin.title"))
        self._build_list()
        self._build_dialog()
        self.set_lines(())

    def set_lines(self, lines: Sequence[ArticleLine]) -> None:
        """Shows what lies in the bin."""
        self.list.clear()
        for line in lines:
            item = QListWidgetItem("\n".join([line.title, "".join(about(line))]))
            item.setData(_ID, line.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(line))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(lines))
        self.restore.setEnabled(bool(lines))
        self._hint.setText(say("bin.hint" if lines else "bin.empty"))

    def _build_list(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(say("bin.list"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(lambda _: self._restore())

    def _build_dialog(self) -> None:
        self._hint = plain_label(kind="quiet", wraps=True)
        self.restore = QPushButton(say("bin.restore"))
        self.restore.clicked.connect(self._restore)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addStretch()
        column.addWidget(buttons)
        self.resize(440, 380)

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.restore_wanted.emit(item.data(_ID))
