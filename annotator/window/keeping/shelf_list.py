"""The backups of a library in a list, the newest on top."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.backups import Backup
from annotator.window.keeping.wording import made_at, when
from annotator.window.lists import set_up_list
from annotator.window.painted_words import medium, paint_lines, resized
from annotator.words import megabytes, say

_BACKUP, _ABOUT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SIDE, _ABOVE = 12, 7  # pixels

Index = QModelIndex | QPersistentModelIndex


class ShelfList(QListView):
    """A list of backups of which one is picked. Signal: `picked` once it is another (Backup)."""

    picked = Signal(object)

    def __init__(self, backups: Sequence[Backup]) -> None:
        super().__init__()
        self._build(backups)

    @property
    def backup(self) -> Backup | None:
        """The backup that is picked."""
        found: Backup | None = self.currentIndex().data(_BACKUP)
        return found

    def pick(self, row: int) -> None:
        """Picks a backup by its place in the list."""
        self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)
        if current.isValid():
            self.picked.emit(current.data(_BACKUP))

    def _build(self, backups: Sequence[Backup]) -> None:
        model = QStandardItemModel(self)
        for backup in backups:
            model.appendRow(_item(backup))
        self.setModel(model)
        set_up_list(self, say("keeping.list"), _Row(self))


class _Row(QStyledItemDelegate):
    """When a backup was made, and below it at what."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetrics(resized(option.font, 0.92))
        return QSize(100, option.fontMetrics.height() + small.height() + 2 * _ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._paint_ground(painter, option)
        room = QRectF(option.rect).adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        height = paint_lines(painter, medium(option.font), index.data(), room, 1)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        below = room.adjusted(0, height, 0, 0)
        paint_lines(painter, resized(option.font, 0.92), index.data(_ABOUT), below, 1)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        line = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        painter.fillRect(line, option.palette.color(QPalette.ColorRole.Mid))
        focus = QStyle.StateFlag.State_Active | QStyle.StateFlag.State_HasFocus
        if option.state & focus == focus and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))


def _item(backup: Backup) -> QStandardItem:
    at, about = when(backup.made), f"{made_at(backup)} · {megabytes(backup.size)}"
    item = QStandardItem(at)
    item.setData(backup, _BACKUP)
    item.setData(about, _ABOUT)
    item.setData(f"{at}, {about}", _SPOKEN)
    return item
