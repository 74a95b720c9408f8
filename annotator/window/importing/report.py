"""What came of many files: a window beside the work, from which each can be opened or looked at."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.window.clipboard import new_mime_data
from annotator.window.importing.outcomes import Line, Outcome, as_text, heading, in_short
from annotator.window.painted_words import medium, resized
from annotator.window.plain import plain_label
from annotator.window.ticks import TickedRow
from annotator.words import say

_SIZE = (780, 480)  # pixels
_ROW = 28  # high
_NAMES = 260
_LARGER = 1.2
_NUMBER = Qt.ItemDataRole.UserRole


class ReportWindow(QDialog):
    """A table of files in groups, what waits for a look first, with ticks.

    Signals: `article_wanted` (id), and `look_wanted` with the numbers of lines to be looked at (list of int).
    """

    article_wanted = Signal(str)
    look_wanted = Signal(object)

    def __init__(self, lines: Sequence[Line], rest: str = "", parent: QWidget | None = None) -> None:
        """`rest` is a sentence on what is in no line."""
        super().__init__(parent, Qt.WindowType.Window)
        self._lines = list(lines)
        self._rest = rest
        self._waiting: dict[int, QTreeWidgetItem] = {}
        self.setWindowTitle(say("importing.report"))
        self._build_head()
        self._build_table()
        self._build_foot()
        self._build_window()
        self._fill()
        self.table.setFocus()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as they are now."""
        return tuple(self._lines)

    @property
    def ticked(self) -> list[int]:
        """The numbers of the ticked lines that wait."""
        return [number for number, item in self._waiting.items() if _is_ticked(item)]

    def settle(self, number: int, words: str, article: str, *, new: bool) -> None:
        """Says of a line that waited that it came in; other lines keep their numbers."""
        line, outcome = self._lines[number], Outcome.NEW if new else Outcome.THERE
        self._lines[number] = replace(
            line, outcome=outcome, words=words, article=article, draft=None, claims=None
        )
        self._fill()

    def announce(self) -> None:
        """Has a screen reader say what came of it all."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._short.text()))

    def copy(self) -> None:
        """Puts the report on the clipboard, as text."""
        data = new_mime_data()
        data.setText(as_text(self._lines, self._rest))
        QGuiApplication.clipboard().setMimeData(data)

    def _build_head(self) -> None:
        self._short = plain_label(wraps=True)
        self._short.setFont(resized(medium(self._short.font()), _LARGER))

    def _build_table(self) -> None:
        self.table = table = QTreeWidget()
        table.setAccessibleName(say("importing.files"))
        table.setColumnCount(2)
        table.setHeaderLabels([say("importing.file"), say("importing.became")])
        table.setItemDelegate(TickedRow(table))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setIndentation(14)
        table.setItemsExpandable(False)
        table.setAllColumnsShowFocus(True)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.header().setStretchLastSection(True)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        table.itemActivated.connect(lambda item, _: self._open(item))
        table.currentItemChanged.connect(lambda item, _: self._tell(item))
        table.itemChanged.connect(lambda *_: self._count())
        self._whole = plain_label(kind="card", wraps=True)
        self._whole.setMargin(9)

    def _build_foot(self) -> None:
        self._others = plain_label(self._rest, "quiet", wraps=True)
        self._others.setVisible(bool(self._rest))
        self._later = plain_label(say("importing.later"), "quiet", wraps=True)
        self.look = QPushButton()
        self.look.clicked.connect(lambda: self.look_wanted.emit(self.ticked))
        self.copy_button = QPushButton(say("importing.copy"))
        self.copy_button.clicked.connect(self.copy)
        self.close_button = QPushButton(say("exchange.close"))
        self.close_button.clicked.connect(self.accept)
        for button in (self.look, self.copy_button, self.close_button):
            button.setAutoDefault(False)  # Enter in the table opens what stands there
        QShortcut(QKeySequence("Ctrl+W"), self, self.accept)

    def _build_window(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.look)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._short)
        column.addWidget(self.table, 1)
        for widget in (self._whole, self._others, self._later):
            column.addWidget(widget)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _fill(self) -> None:
        """Shows the lines under their headings; where something was ticked or picked, it stays so."""
        unticked = self._waiting.keys() - set(self.ticked)
        current = self.table.currentItem()
        picked = current.data(0, _NUMBER) if current is not None else None
        self._waiting = {}
        self.table.clear()
        for outcome in Outcome:
            there = [number for number, line in enumerate(self._lines) if line.outcome is outcome]
            if there:
                self.table.addTopLevelItem(self._group(outcome, there, unticked))
        self.table.expandAll()
        self.table.setColumnWidth(0, _NAMES)
        self._pick(picked)
        self._short.setText(in_short(self._lines))
        self._later.setVisible(any(line.outcome is Outcome.WAITS for line in self._lines))
        self._count()

    def _group(self, outcome: Outcome, there: Sequence[int], unticked: set[int]) -> QTreeWidgetItem:
        head = QTreeWidgetItem([heading(outcome, len(there))])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFont(0, medium(self.table.font()))
        head.setSizeHint(0, QSize(0, _ROW))  # of all rows: the first one tells
        head.setFirstColumnSpanned(True)
        for number in there:
            head.addChild(self._item(number, number not in unticked))
        return head

    def _item(self, number: int, ticked: bool) -> QTreeWidgetItem:
        line = self._lines[number]
        item = QTreeWidgetItem([line.name, line.words])
        item.setData(0, _NUMBER, number)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        if line.outcome is Outcome.WAITS:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._waiting[number] = item
        return item

    def _pick(self, number: int | None) -> None:
        """Picks the row of a line again; the first row where none was."""
        heads = (self.table.topLevelItem(n) for n in range(self.table.topLevelItemCount()))
        rows = (head.child(n) for head in heads if head is not None for n in range(head.childCount()))
        wanted = (row for row in rows if row is not None and number in (None, row.data(0, _NUMBER)))
        if (row := next(wanted, None)) is not None:
            self.table.setCurrentItem(row)

    def _line(self, item: QTreeWidgetItem | None) -> Line | None:
        number = item.data(0, _NUMBER) if item is not None else None
        return None if number is None else self._lines[number]

    def _open(self, item: QTreeWidgetItem) -> None:
        line = self._line(item)
        if line is None:
            return
        if line.outcome is Outcome.WAITS:
            self.look_wanted.emit([item.data(0, _NUMBER)])
        elif line.article:
            self.article_wanted.emit(line.article)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        """Says below the table all of what its row may have no room for."""
        line = self._line(item)
        self._whole.setText(f"{line.place}\n{line.words}" if line else "")

    def _count(self) -> None:
        count = len(self.ticked)
        self.look.setVisible(any(line.outcome is Outcome.WAITS for line in self._lines))
        self.look.setText(say("importing.look", count=count))
        self.look.setEnabled(count > 0)


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked
