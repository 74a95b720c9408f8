"""Which tags met which, as a table whose cells are the darker the more often it happened."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotator.model.agreement import Confusion
from annotator.window.painted_words import medium, resized
from annotator.window.plain import as_tip
from annotator.window.theme import Theme
from annotator.words import number, say

Index = QModelIndex | QPersistentModelIndex

#: The role under which the share of a cell in the largest stands, 0 to 1.
_SHARE = Qt.ItemDataRole.UserRole

_CELL = 58  # pixels, like all below
_EDGE = 2
_ROUND = 6
#: How dark the darkest cell is, and from which share on its number is written in the ground's colour.
_DARKEST = 0.8
_TURNS = 0.55


class ConfusionModel(QAbstractTableModel):
    """The tags of the one at the rows, those of the other at the columns."""

    def __init__(self) -> None:
        super().__init__()
        self._confusion = Confusion((), ())
        self._names: tuple[str, str] = ("", "")

    def set_confusion(self, confusion: Confusion, names: Sequence[str]) -> None:
        """Shows another table, of two people by name; of more nobody is named."""
        self.beginResetModel()
        self._confusion = confusion
        self._names = (names[0], names[1]) if len(names) == 2 else ("", "")
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._confusion.tags)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return self.rowCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        count = self._confusion.counts[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return number(count)
        if role == _SHARE:
            return count / max(1, *(n for row in self._confusion.counts for n in row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._told(index, count))
        return self._told(index, count) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        tag = self._confusion.tags[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tag.letter
        told = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return as_tip(say(f"tag.{tag.value}")) if role in told else None

    def _told(self, index: Index, count: int) -> str:
        tags = [say(f"named.tag.{self._confusion.tags[n].value}") for n in (index.row(), index.column())]
        if self._names[0]:
            one, other = self._names
            return say("agreement.met", one=one, other=other, tag=tags[0], other_tag=tags[1], count=count)
        return say("agreement.met_any", tag=tags[0], other_tag=tags[1], count=count)


class ConfusionCell(QStyledItemDelegate):
    """A number on a ground that is the darker the larger it is; where both gave one tag it is framed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_CELL, _CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        share: float = index.data(_SHARE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.card))
        painter.drawRoundedRect(room, _ROUND, _ROUND)
        heat = QColor(self.theme.ink)
        heat.setAlphaF(_DARKEST * share)
        painter.setBrush(heat)
        painter.drawRoundedRect(room, _ROUND, _ROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        same, focused = index.row() == index.column(), option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(QColor(self.theme.secondary if same else self.theme.line))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        if focused:
            painter.setPen(QColor(self.theme.card if share > _TURNS else self.theme.ink))
            painter.drawRoundedRect(room.adjusted(3.5, 3.5, -3.5, -3.5), _ROUND - 2, _ROUND - 2)
        painter.setFont(medium(resized(option.font, 1.1)) if same else option.font)
        painter.setPen(QColor(self.theme.page if share > _TURNS else self.theme.ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class ConfusionTable(QTableView):
    """The table at its natural size; arrow keys go from cell to cell, each says itself in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cell = ConfusionCell(theme)
        self._model = ConfusionModel()
        self._build()

    def set_confusion(self, confusion: Confusion, names: Sequence[str]) -> None:
        """Shows another table; `names` are those of the people, at the rows first."""
        place = self.currentIndex().row(), self.currentIndex().column()
        self._model.set_confusion(confusion, names)
        self.setCurrentIndex(self._model.index(max(0, place[0]), max(0, place[1])))
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._cell.theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        cells = self._model.rowCount() * _CELL + 2 * self.frameWidth()
        heads = self.verticalHeader().sizeHint().width(), self.horizontalHeader().sizeHint().height()
        return QSize(cells + heads[0], cells + heads[1])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _build(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._cell)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("agreement.confusion"))
        self.setProperty("kind", "heat")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(_CELL)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
