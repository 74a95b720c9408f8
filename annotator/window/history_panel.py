"""Who did what when, the newest on top, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.history import describe
from annotator.model.steps import StepLine
from annotator.window.lists import set_up_list
from annotator.window.painted_words import paint_lines, resized
from annotator.window.plain import plain_label
from annotator.window.theme import Theme, current_theme
from annotator.words import say
from annotator.words.dates import local_day, local_time

Index = QModelIndex | QPersistentModelIndex

_ROW = Qt.ItemDataRole.UserRole
_PADDING = 14
_ABOVE = 6
_TIME = 46  # the width of the column of times, in pixels


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the history: the heading of a day where `time` is empty, else one step."""

    words: str
    time: str = ""
    about: str = ""
    undone: bool = False

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        return ", ".join(part for part in (self.time, self.words, self.about) if part)


class HistoryModel(QAbstractListModel):
    """Steps under the headings of their days."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def set_lines(self, lines: Sequence[StepLine]) -> None:
        """Shows other steps, given newest first."""
        self.beginResetModel()
        self.rows = []
        for day, steps in groupby(lines, lambda line: local_day(line.at)):
            self.rows.append(Row(day))
            self.rows += map(_row, steps)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = not self.rows[index.row()].time
        return Qt.ItemFlag.ItemIsEnabled if heading else super().flags(index)


class HistoryRow(QStyledItemDelegate):
    """Paints a step: its time, what was done (struck through where undone), and who did it."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = current_theme()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(_ROW)
        line = QFontMetrics(option.font).height()
        if not row.time:
            return QSize(0, line + 3 * _ABOVE)
        view = option.widget
        width = view.viewport().width() - 2 * _PADDING - _TIME  # type: ignore[attr-defined]  # any QWidget, says the stub
        lines = 1 if QFontMetrics(option.font).horizontalAdvance(row.words) <= width else 2
        return QSize(0, lines * line + QFontMetrics(resized(option.font, 0.9)).height() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        room = QRectF(option.rect).adjusted(_PADDING, _ABOVE, -_PADDING, -_ABOVE)
        small = resized(option.font, 0.9)
        painter.save()
        if row.time and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.hover))
        if row.time and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.secondary))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -3, -2), 6, 6)
        painter.setPen(QColor(self.theme.secondary))
        if not row.time:
            paint_lines(painter, small, row.words, room.adjusted(0, _ABOVE, 0, 0), 1)
        else:
            paint_lines(painter, small, row.time, room.adjusted(0, 1, 0, 0), 1)
            self._paint_step(painter, option, row, room.adjusted(_TIME, 0, 0, 0))
        painter.restore()

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, room: QRectF) -> None:
        font = resized(option.font, 1)
        font.setStrikeOut(row.undone)
        painter.setPen(QColor(self.theme.secondary if row.undone else self.theme.ink))
        height = paint_lines(painter, font, row.words, room, 2)
        painter.setPen(QColor(self.theme.secondary))
        paint_lines(painter, resized(option.font, 0.9), row.about, room.adjusted(0, height, 0, 0), 1)


class HistoryPanel(QWidget):
    """The steps of the open article, or of the library."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel()
        self._delegate = HistoryRow()
        self._lines: Sequence[StepLine] = ()
        self._build_list()
        self._build_pages()

    def set_lines(self, lines: Sequence[StepLine]) -> None:
        """Shows these steps, given newest first; the same ones again move nothing."""
        if lines == self._lines:
            return
        self._lines = lines
        self._model.set_lines(lines)
        self._pages.setCurrentIndex(0 if lines else 1)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def _build_list(self) -> None:
        self.list = QListView()
        self.list.setModel(self._model)
        set_up_list(self.list, say("history_panel.list"), self._delegate)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)

    def _build_pages(self) -> None:
        nothing = plain_label(say("history_panel.none"), "quiet", wraps=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        nothing.setContentsMargins(18, 40, 18, 18)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(nothing)
        self._pages.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)


def _row(line: StepLine) -> Row:
    about = " · ".join(filter(None, [line.reviewer, say("history_panel.undone") if line.undone else ""]))
    return Row(describe(line), local_time(line.at), about, line.undone)
