"""The table of actions and their keys, in the groups of the menus."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.window.frame.keys import MENUS, NAMED, shown
from annotator.words import say

_NAME = Qt.ItemDataRole.UserRole
_HEADING = 32  # pixels
_LINE = 25


def action_words(name: str) -> str:
    """What an action is called, without the mark under its letter."""
    return say(f"action.{name}").replace("&", "").removesuffix("…")


class KeyTable(QTreeWidget):
    """Actions and their keys. Signal: `picked` with the name of the action a person goes to."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, QTreeWidgetItem] = {}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._build_frame()
        self._build_lines()
        self._action = NAMED[0].name
        self.setCurrentItem(self._lines[self._action])
        self.currentItemChanged.connect(self._tell)

    @property
    def action(self) -> str:
        """The name of the picked action."""
        return self._action

    def show_keys(self, keys: Mapping[str, Sequence[str]], changed: set[str]) -> None:
        """Shows the keys of all actions; those that are not the usual ones say so."""
        for name, line in self._lines.items():
            words = shown(keys[name]) or say("preferences.no_key")
            line.setText(1, say("preferences.changed", keys=words) if name in changed else words)

    def narrow(self, words: str) -> None:
        """Shows the actions with some words in what they do or in their keys, and picks the first."""
        wanted = words.casefold().split()
        for line in self._lines.values():
            text = f"{line.text(0)} {line.text(1)}".casefold()
            line.setHidden(not all(each in text for each in wanted))
        for group, lines in self._groups:
            group.setHidden(all(line.isHidden() for line in lines))
        seen = [line for line in self._lines.values() if not line.isHidden()]
        if seen and self._lines[self._action].isHidden():
            self.setCurrentItem(seen[0])

    def _build_frame(self) -> None:
        self.setAccessibleName(say("preferences.actions"))
        self.setColumnCount(2)
        self.setHeaderLabels([say("preferences.action"), say("preferences.its_keys")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _build_lines(self) -> None:
        for menu in MENUS:
            group = QTreeWidgetItem([say(f"menu.{menu}").replace("&", "")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setSizeHint(0, QSize(0, _HEADING))
            bold = group.font(0)
            bold.setBold(True)
            group.setFont(0, bold)
            self.addTopLevelItem(group)
            lines = [self._line(key.name) for key in NAMED if key.menu == menu]
            group.addChildren(lines)
            self._groups.append((group, lines))
        self.expandAll()

    def _line(self, name: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem([action_words(name)])
        line.setData(0, _NAME, name)
        line.setSizeHint(0, QSize(0, _LINE))
        self._lines[name] = line
        return line

    def _tell(self, now: QTreeWidgetItem | None) -> None:
        if now is not None and now.data(0, _NAME):
            self._action = now.data(0, _NAME)
            self.picked.emit(self._action)
