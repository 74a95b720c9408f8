"""The list of sources to call: whose reply is due first, and where each stays while one works."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.formats.writers.call_sheet import entry_name, still_open
from annotator.model.call_sheet import CallEntry
from annotator.window.lists import set_up_list
from annotator.window.painted_words import medium, paint_lines, resized
from annotator.window.theme import Theme
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

#: The role under which a row's whole CallEntry stands.
ENTRY = Qt.ItemDataRole.UserRole

_SIDE = 14  # pixels, like all below
_ABOVE = 9
_BETWEEN = 2
_DOT = 6


class EntriesModel(QAbstractListModel):
    """One row for each source; a source that is there keeps its row while others come and go."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[CallEntry] = []

    @property
    def entries(self) -> Sequence[CallEntry]:
        """The sheets in the order of the list."""
        return self._entries

    def set_entries(self, entries: Sequence[CallEntry], *, afresh: bool) -> None:
        """Shows these sheets, given in the order of their urgency; `afresh` takes that order over."""
        places = {} if afresh else {entry.id: place for place, entry in enumerate(self._entries)}
        ordered = sorted(entries, key=lambda entry: places.get(entry.id, len(places)))
        if [entry.id for entry in ordered] == [entry.id for entry in self._entries]:
            self._entries = ordered
            if ordered:
                self.dataChanged.emit(self.index(0), self.index(len(ordered) - 1))
            return
        self.beginResetModel()
        self._entries = ordered
        self.endResetModel()

    def index_of(self, entry: str | None) -> QModelIndex:
        """The row of a source, by id; invalid where it has none."""
        rows = (row for row, each in enumerate(self._entries) if each.id == entry)
        return self.index(next(rows, -1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry_name(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry_name(entry)}, {still_open(entry)}"
        return None


class _EntryRow(QStyledItemDelegate):
    """Paints a source: its name and what is open; a name stands out while a reply is due."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetrics(resized(option.font, 0.92)).height()
        return QSize(100, QFontMetrics(option.font).height() + small + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: CallEntry = index.data(ENTRY)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        room = row.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        if entry.replies_needed:
            self._paint_dot(painter, option, room)
        painter.setPen(
            QColor(self.theme.ink if entry.to_confirm or entry.replies_needed else self.theme.secondary)
        )
        font = medium(option.font) if entry.replies_needed else option.font
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        dot = 2 * _DOT if entry.replies_needed else 0
        beside = room.adjusted(dot if mirrored else 0, 0, 0 if mirrored else -dot, 0)
        height = paint_lines(painter, font, entry_name(entry), beside, 1)
        painter.setPen(QColor(self.theme.secondary))
        below = room.adjusted(0, height + _BETWEEN, 0, 0)
        paint_lines(painter, resized(option.font, 0.92), still_open(entry), below, 1)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRectF) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(self.theme.hover))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(self.theme.card))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(self.theme.line))
        focused = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
        if option.state & focused == focused:
            painter.setPen(QColor(self.theme.secondary))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(2.5, 2.5, -2.5, -3.5), 6, 6)

    def _paint_dot(self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF) -> None:
        """A reply is due: the words below say so too."""
        middle = room.top() + QFontMetrics(option.font).height() / 2
        left = room.left() if option.direction == Qt.LayoutDirection.RightToLeft else room.right() - _DOT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(QRectF(left, middle - _DOT / 2, _DOT, _DOT))


class EntriesList(QListView):
    """The list itself. Signals: `picked` (CallEntry) another source, `opened` by Enter or a double click."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.entries = EntriesModel()
        self._row = _EntryRow(theme)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._row.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setModel(self.entries)
        set_up_list(self, say("call_sheet.sources"), self._row)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(current.data(ENTRY))
