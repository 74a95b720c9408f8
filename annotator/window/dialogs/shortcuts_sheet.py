"""The sheet of all shortcuts."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.words import say

#: A line of the sheet: its group, the keys and what they do, all in words.
Line = tuple[str, str, str]

_LINE, _HEADING = 24, 36  # heights in pixels
_BETWEEN = 40  # from the longest keys to what they do


class ShortcutsSheet(QDialog):
    """Keys and what they do, in groups, with a field that narrows them down."""

    def __init__(self, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setWindowTitle(say("shortcuts.title"))
        self._build_filter()
        self._build_sheet(lines)
        self._build_dialog()

    def _build_filter(self) -> None:
        self.filter = QLineEdit()
        self.filter.setAccessibleName(say("shortcuts.filter"))
        self.filter.setPlaceholderText(say("shortcuts.filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)

    def _build_sheet(self, lines: Sequence[Line]) -> None:
        self.sheet = QTreeWidget()
        self.sheet.setAccessibleName(say("shortcuts.list"))
        self.sheet.setColumnCount(2)
        self.sheet.setHeaderHidden(True)
        self.sheet.setRootIsDecorated(False)
        self.sheet.setIndentation(12)
        for group, members in groupby(lines, lambda line: line[0]):
            heading = self._heading(group)
            below = [self._line(keys, meaning) for _, keys, meaning in members]
            heading.addChildren(below)
            self._groups.append((heading, below))
        self.sheet.expandAll()
        self.sheet.setColumnWidth(0, self.sheet.sizeHintForColumn(0) + _BETWEEN)

    def _heading(self, group: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem([group])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        heading.setSizeHint(0, QSize(0, _HEADING))
        self.sheet.addTopLevelItem(heading)
        heading.setFirstColumnSpanned(True)
        return heading

    def _line(self, keys: str, meaning: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem([keys, meaning])
        line.setSizeHint(0, QSize(self.fontMetrics().horizontalAdvance(keys), _LINE))
        return line

    def _build_dialog(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.addWidget(self.filter)
        column.addWidget(self.sheet, 1)
        column.addWidget(buttons)
        self.resize(640, 540)

    def _narrow(self, words: str) -> None:
        """Shows the lines with the words in keys or meaning, and the headings above them."""
        wanted = words.strip().casefold()
        for heading, lines in self._groups:
            for line in lines:
                line.setHidden(wanted not in f"{line.text(0)} {line.text(1)}".casefold())
            heading.setHidden(all(line.isHidden() for line in lines))
