"""A short list in which each row has a tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from annotator.window.painted_words import isolated
from annotator.window.ticks import TickedRow

_ID = Qt.ItemDataRole.UserRole
_MOST = 4  # rows in sight before the list scrolls


class TickedList(QListWidget):
    """Rows to tick, told apart by ids. Signal: `ticks_changed`."""

    ticks_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(TickedRow(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(lambda _: self.ticks_changed.emit())

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked rows, in their order."""
        items = map(self.item, range(self.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def set_rows(self, rows: Sequence[tuple[str, str]], ticked: Collection[str] = ()) -> None:
        """Shows rows, given as (id, words), some of them ticked."""
        self.clear()
        for row, words in rows:
            item = QListWidgetItem(isolated(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setData(_ID, row)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if row in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)
        heights = [self.sizeHintForRow(row) for row in range(min(self.count(), _MOST))]
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + 2)

    def tick(self, row: str, on: bool = True) -> None:
        """Ticks a row by its id, or takes its tick away."""
        for item in map(self.item, range(self.count())):
            if item.data(_ID) == row:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
