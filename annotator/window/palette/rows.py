"""The rows of the palette: what they hold and how they are drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.window.painted_words import isolated, resized
from annotator.window.palette.matching import PaletteEntry
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
_SIDE = 14  # pixels, like all below
_TALL = 13
_BETWEEN = 12
_CAP = 5


class PaletteRows(QAbstractListModel):
    """The entries in the order they are offered."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[PaletteEntry, ...] = ()

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Offers other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(entry)
        return None


def spoken(entry: PaletteEntry) -> str:
    """An entry as a screen reader says it."""
    return say("palette.with_keys", action=entry.words, keys=entry.keys) if entry.keys else entry.words


class PaletteRow(QStyledItemDelegate):
    """Draws what an entry does at the side where lines begin, and its keys at the other."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + _TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: PaletteEntry = index.data(ENTRY)
        colour = option.palette.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour(QPalette.ColorRole.Highlight))
            painter.fillRect(self._bar(option), colour(QPalette.ColorRole.Text))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        room = self._paint_keys(painter, option, room, entry.keys)
        room = self._paint_words(painter, option, room, entry.words, QPalette.ColorRole.Text)
        self._paint_words(painter, option, room, entry.about, QPalette.ColorRole.PlaceholderText)
        painter.restore()

    @staticmethod
    def _bar(option: QStyleOptionViewItem) -> QRect:
        """A bar at the edge: what is chosen must be seen without colour too."""
        return QStyle.visualRect(
            option.direction,
            option.rect,
            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
        )

    @staticmethod
    def _paint_keys(painter: QPainter, option: QStyleOptionViewItem, room: QRect, keys: str) -> QRect:
        """Paints the keys in a cap; gives back the room that is left."""
        if not keys:
            return room
        font = resized(option.font, 0.9)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(keys) + 2 * _CAP, metrics.height() + 3
        place = QRect(room.right() - width, room.center().y() - height // 2, width, height)
        cap = QRectF(QStyle.visualRect(option.direction, room, place))
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return _without(option, room, width, at_end=True)

    @staticmethod
    def _paint_words(
        painter: QPainter, option: QStyleOptionViewItem, room: QRect, words: str, role: QPalette.ColorRole
    ) -> QRect:
        """Paints words where lines begin, cut short where room lacks; gives back the room that is left."""
        metrics = QFontMetrics(option.font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room.width()))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role))
        middle = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(room), middle, isolated(words))
        return _without(option, room, metrics.horizontalAdvance(words), at_end=False)


def _without(option: QStyleOptionViewItem, room: QRect, width: int, *, at_end: bool) -> QRect:
    """The room without what stands at one of its ends, as the reading goes."""
    at_right = at_end is (option.direction == Qt.LayoutDirection.LeftToRight)
    taken = width + _BETWEEN
    return room.adjusted(0, 0, -taken, 0) if at_right else room.adjusted(taken, 0, 0, 0)
