"""The figures as rows: what each is called and means, its value with a bar, and what it rests on."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.desk.figures import FigureLine, figure_lines
from annotator.model.agreement import Agreement, Measure
from annotator.window.lists import set_up_list
from annotator.window.meter import paint_share
from annotator.window.painted_words import isolated, medium, paint_lines, resized
from annotator.window.plain import as_tip
from annotator.window.theme import Theme
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

#: The roles under which a row's line and its measure stand.
_LINE = Qt.ItemDataRole.UserRole
MEASURE = Qt.ItemDataRole.UserRole + 1

_SIDE = 14  # pixels, like all below
_ABOVE = 9
_NUMBERS, _NUMBERS_BRIEF = 190, 128
_ROOMY = 520  # narrower ones leave more room to the words, and give the coverage as a number alone
_BETWEEN = 18
_BAR = 3


class FiguresModel(QAbstractListModel):
    """A row for each figure."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[FigureLine, Measure]] = []

    def set_agreement(self, agreement: Agreement) -> None:
        """Shows other figures; rows keep their places."""
        rows = list(zip(figure_lines(agreement), agreement.measures, strict=True))
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, measure = self._rows[index.row()]
        if role == _LINE:
            return line
        if role == MEASURE:
            return measure
        if role == Qt.ItemDataRole.AccessibleTextRole:
            about = filter(None, (line.name, line.value, line.n, _covered(line), line.meaning))
            return ", ".join(about)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(line.meaning)
        return line.name if role == Qt.ItemDataRole.DisplayRole else None


class FigureRow(QStyledItemDelegate):
    """Name over meaning at the one side, the value over its bar and what it rests on at the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetrics(resized(option.font, 0.9)).height()
        return QSize(200, QFontMetrics(medium(option.font)).height() + 2 * small + 2 + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FigureLine = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.hover))
        painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), QColor(self.theme.line))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = QRectF(option.rect).adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        taken = _NUMBERS if room.width() >= _ROOMY else _NUMBERS_BRIEF
        numbers = QRectF(room.left() if mirrored else room.right() - taken, room.top(), taken, room.height())
        words = QRectF(room)
        words.setWidth(room.width() - taken - _BETWEEN)
        if mirrored:
            words.moveRight(room.right())
        self._paint_words(painter, option, line, words)
        self._paint_numbers(painter, option, index, numbers)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: FigureLine, room: QRectF
    ) -> None:
        painter.setPen(QColor(self.theme.ink))
        height = paint_lines(painter, medium(option.font), line.name, room, 1)
        painter.setPen(QColor(self.theme.secondary))
        paint_lines(painter, resized(option.font, 0.9), line.meaning, room.adjusted(0, height + 2, 0, 0), 2)

    def _paint_numbers(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRectF
    ) -> None:
        line, measure = index.data(_LINE), index.data(MEASURE)
        undefined = measure.value is None
        large, small = medium(resized(option.font, 1.15)), resized(option.font, 0.9)
        end = (
            Qt.AlignmentFlag.AlignLeft
            if option.direction == Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignRight
        )
        end |= Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(small if undefined else large)
        painter.setPen(QColor(self.theme.secondary if undefined else self.theme.ink))
        painter.drawText(room, end | Qt.AlignmentFlag.AlignTop, line.value)
        bar = QRectF(room.left(), room.top() + QFontMetrics(large).height() + 4, room.width(), _BAR)
        if not undefined:
            share = max(0.0, min(measure.value, 1.0))  # what is below nothing has an empty bar
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            paint_share(painter, bar, share, (self.theme.line, self.theme.ink), mirrored=mirrored)
        coverage = _covered(line) if room.width() >= _NUMBERS else line.coverage
        about = " · ".join(filter(None, map(isolated, (line.n, coverage))))
        painter.setFont(small)
        painter.setPen(QColor(self.theme.secondary))
        shown = QFontMetrics(small).elidedText(about, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, end | Qt.AlignmentFlag.AlignBottom, shown)


class FiguresList(QListView):
    """All figures. Signal: `measure_picked` with the name of the one the keys or a click are on."""

    measure_picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row = FigureRow(theme)
        self._model = FiguresModel()
        self._build()

    @property
    def measure(self) -> str:
        """The name of the picked figure."""
        index = self.currentIndex()
        return str(index.data(MEASURE).name) if index.isValid() else ""

    def set_agreement(self, agreement: Agreement, first: str) -> None:
        """Shows other figures; the picked one stays, at first it is the named one."""
        self._model.set_agreement(agreement)
        if not self.currentIndex().isValid():
            names = [measure.name for measure in agreement.measures]
            self.setCurrentIndex(self._model.index(names.index(first)))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._row.theme = theme
        self.viewport().update()

    def _build(self) -> None:
        self.setModel(self._model)
        set_up_list(self, say("agreement.figures"), self._row)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(lambda *_: self.measure_picked.emit(self.measure))


def _covered(line: FigureLine) -> str:
    return say("agreement.covered", share=line.coverage) if line.coverage else ""
