"""The formats to choose from, under headings that say for whom they are."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.desk.transfer import FormatInfo
from annotator.window.lists import set_up_list
from annotator.window.painted_words import medium, resized
from annotator.words import say

#: For whom formats are, in the order of the list.
_GROUPS = ("people", "tools", "sources")

_FORMAT, _SPOKEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole
_SIDE = 10  # pixels, like all below
_HIGH, _HEADING, _ABOVE_HEADING = 26, 26, 8
_WIDTH = 268

Index = QModelIndex | QPersistentModelIndex


class FormatList(QListView):
    """A list of formats of which one is chosen. Signal: `chosen` once it is another (FormatInfo)."""

    chosen = Signal(object)

    def __init__(self, formats: Sequence[FormatInfo]) -> None:
        super().__init__()
        self.formats = _in_order(formats)
        self._build()

    @property
    def format(self) -> FormatInfo:
        """The format that is chosen."""
        found: FormatInfo = self.currentIndex().data(_FORMAT)
        return found

    def choose(self, name: str) -> None:
        """Chooses a format by its name; the first where there is none of that name."""
        names = [form.name for form in self.formats]
        wanted = self.formats[names.index(name) if name in names else 0]
        model = self.model()
        places = (model.index(row, 0) for row in range(model.rowCount()))
        self.setCurrentIndex(next(place for place in places if place.data(_FORMAT) == wanted))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)
        if current.data(_FORMAT) is not None:
            self.chosen.emit(current.data(_FORMAT))

    def _build(self) -> None:
        model = QStandardItemModel(self)
        for group, forms in groupby(self.formats, key=_group):
            model.appendRow(_heading(say(f"formats.group.{group}")))
            for form in forms:
                model.appendRow(_row(form))
        self.setModel(model)
        set_up_list(self, say("export_dialog.formats"), _Row(self))
        self.setFixedWidth(_WIDTH)


class _Row(QStyledItemDelegate):
    """A format's name with its ending at the other side, or a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        more = option.fontMetrics.height() - 16  # of a person's larger type
        heading = index.data(_FORMAT) is None
        above = _ABOVE_HEADING if heading and index.row() else 0
        return QSize(100, (_HEADING if heading else _HIGH) + above + max(0, more))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        form: FormatInfo | None = index.data(_FORMAT)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        if form is None:
            painter.setFont(medium(resized(option.font, 0.92)))
            painter.setPen(quiet)
            bottom = side | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room.adjusted(0, 0, 0, -4), bottom, index.data())
        else:
            self._paint_ground(painter, option)
            painter.setPen(quiet)
            other = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
            painter.setFont(resized(option.font, 0.92))
            painter.drawText(room, other | Qt.AlignmentFlag.AlignVCenter, form.ending)
            taken = painter.fontMetrics().horizontalAdvance(form.ending) + _SIDE
            painter.setFont(option.font)
            painter.setPen(option.palette.color(QPalette.ColorRole.Text) if form.there else quiet)
            self._paint_name(painter, option, room, taken, index.data())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        focus = QStyle.StateFlag.State_Active | QStyle.StateFlag.State_HasFocus
        if option.state & focus == focus and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    @staticmethod
    def _paint_name(
        painter: QPainter, option: QStyleOptionViewItem, room: QRect, taken: int, words: str
    ) -> None:
        left_to_right = option.direction == Qt.LayoutDirection.LeftToRight
        mine = room.adjusted(0, 0, -taken, 0) if left_to_right else room.adjusted(taken, 0, 0, 0)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, mine.width())
        painter.drawText(mine, side | Qt.AlignmentFlag.AlignVCenter, elided)


def _in_order(formats: Sequence[FormatInfo]) -> tuple[FormatInfo, ...]:
    """By group, within a group as they come; what has no group of the list stands among the tools."""
    return tuple(sorted(formats, key=lambda form: _GROUPS.index(_group(form))))


def _group(form: FormatInfo) -> str:
    return form.group if form.group in _GROUPS else "tools"


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _row(form: FormatInfo) -> QStandardItem:
    item = QStandardItem(form.called)
    item.setData(form, _FORMAT)
    item.setData(say("export_dialog.row", name=form.called, ending=form.ending), _SPOKEN)
    return item
