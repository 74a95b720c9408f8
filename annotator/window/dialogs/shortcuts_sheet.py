"""The sheet of all shortcuts."""

from collections.abc import Mapping, Sequence
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

from annotator.window.clearing import clearable
from annotator.window.frame.keys import BY_NEED, FIXED, NAMED, shown
from annotator.words import say

#: A line of the sheet: its group, the keys and what they do, all in words.
Line = tuple[str, str, str]

_LINE, _HEADING = 24, 36  # heights in pixels
_BETWEEN = 40  # from the longest keys to what they do


def lines(keys: Mapping[str, Sequence[str]]) -> list[Line]:
    """The lines for the keys of actions, as they are now, and for the keys that stay what they are."""
    changing = [
        (say(f"menu.{key.menu}"), shown(keys[key.name]), say(f"action.{key.name}"))
        for key in sorted(NAMED, key=lambda key: BY_NEED.index(key.menu))
        if keys[key.name]
    ]
    staying = [(say(f"keys.{key.menu}"), shown(key.keys), say(f"keys.{key.name}")) for key in FIXED]
    return [
        (group.replace("&", ""), held, meaning.replace("&", "").removesuffix("…"))
        for group, held, meaning in (*changing, *staying)
    ]


class ShortcutsSheet(QDialog):
    """Keys and what they do, in groups, with a field that narrows them down."""

    def __init__(self, said: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setWindowTitle(say("shortcuts.title"))
        self._build_filter()
        self._build_sheet(said)
        self._build_dialog()

    def _build_filter(self) -> None:
        self.filter = QLineEdit()
        self.filter.setAccessibleName(say("shortcuts.filter"))
        self.filter.setPlaceholderText(say("shortcuts.filter"))
        clearable(self.filter)
        self.filter.textChanged.connect(self._narrow)

    def _build_sheet(self, said: Sequence[Line]) -> None:
        self.sheet = QTreeWidget()
        self.sheet.setAccessibleName(say("shortcuts.list"))
        self.sheet.setColumnCount(2)
        self.sheet.setHeaderHidden(True)
        self.sheet.setRootIsDecorated(False)
        self.sheet.setIndentation(12)
        for group, members in groupby(said, lambda line: line[0]):
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
        """Shows the lines with all the words in keys or meaning, and the headings above them."""
        wanted = words.casefold().split()
        for heading, below in self._groups:
            for line in below:
                text = f"{line.text(0)} {line.text(1)}".casefold()
                line.setHidden(not all(each in text for each in wanted))
            heading.setHidden(all(line.isHidden() for line in below))
