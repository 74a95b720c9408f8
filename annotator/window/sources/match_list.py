"""The list of matches under a field. It lies over the window and never takes the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.model.views import SourceView
from annotator.window.painted_words import isolated
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

_MATCH = Qt.ItemDataRole.UserRole
_PADDING = 9
_ROWS = 7


@dataclass(frozen=True, slots=True)
class Match:
    """One row: a source of the register, or None for a new one; `about` stands beside the name."""

    source: SourceView | None
    name: str
    about: str
    by_enter: bool = False


class _Matches(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Match, ...] = ()

    def set_rows(self, rows: Sequence[Match]) -> None:
        """Shows other matches."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match = self._rows[index.row()]
        if role == _MATCH:
            return match
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{match.name}, {match.about}"
        return None


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        match: Match = index.data(_MATCH)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        room = _paint_end(painter, option, room, match)
        metrics = QFontMetrics(option.font)
        name = metrics.elidedText(match.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setFont(option.font)
        side = _side(option, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(room), side | Qt.AlignmentFlag.AlignVCenter, isolated(name))
        painter.restore()


def _side(option: QStyleOptionViewItem, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """The side in the window's direction, so that the painter does not mirror it by itself."""
    return QStyle.visualAlignment(option.direction, side)


def _paint_end(painter: QPainter, option: QStyleOptionViewItem, room: QRect, match: Match) -> QRect:
    """Paints what stands at the row's end, and gives back the room that is left for the name."""
    words = f"{match.about}  ↵" if match.by_enter else match.about
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    side = _side(option, Qt.AlignmentFlag.AlignRight)
    painter.drawText(QRectF(room), side | Qt.AlignmentFlag.AlignVCenter, words)
    taken = QFontMetrics(option.font).horizontalAdvance(words) + _PADDING
    leftward = option.direction == Qt.LayoutDirection.RightToLeft
    return room.adjusted(taken, 0, 0, 0) if leftward else room.adjusted(0, 0, -taken, 0)


class MatchList(QListView):
    """Matches for what is typed in a field, which keeps the focus. Signal: `taken` (Match) by a click."""

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self._matches = _Matches()
        self._build()

    def offer(self, matches: Sequence[Match]) -> None:
        """Shows the matches at the field, the first chosen if Enter takes it; hides if there are none."""
        self._matches.set_rows(matches)
        if matches and matches[0].by_enter:
            self.setCurrentIndex(self._matches.index(0, 0))
        if not matches or not self._field.isVisible():
            self.hide()
            return
        self.setAccessibleName(say("editor.sources_found", count=len(matches)))
        self._place(len(matches))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Chooses the next row down (1) or up (-1); past the ends none is chosen."""
        count = self._matches.rowCount()
        here = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else count)
        self.setCurrentIndex(self._matches.index(here + by, 0))

    @property
    def chosen(self) -> Match | None:
        """The row that the arrow keys have chosen, if the list shows."""
        index = self.currentIndex()
        return index.data(_MATCH) if self.isVisible() and index.isValid() else None

    def _build(self) -> None:
        self.setModel(self._matches)
        self.setItemDelegate(_Row(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "card")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContentsMargins(0, 0, 0, 0)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self.clicked.connect(lambda index: self.taken.emit(index.data(_MATCH)))
        self.hide()

    def _place(self, count: int) -> None:
        """Below the field, or above it where the window ends; the window may have changed since."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        row = self.sizeHintForRow(0)
        height = row * min(count, _ROWS) + 2 * self.frameWidth() + 4
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if corner.y() + height > window.height():
            corner = self._field.mapTo(window, QPoint(0, -height - 2))
        self.setGeometry(corner.x(), max(0, corner.y()), self._field.width(), height)
