"""The window's actions, made from the table of keys, in their menus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from annotator.window.frame.keys import KEYS, MENUS, TEXT, Key
from annotator.words import say

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


class Actions:
    """All actions by name. Letters work only where the focus is in the article or the claims."""

    def __init__(self, window: QMainWindow, bar: QMenuBar, text_widgets: tuple[QWidget, ...]) -> None:
        self._by_name: dict[str, QAction] = {}
        self._build(window, bar, text_widgets)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def connect(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Says what each action does."""
        for name, handler in handlers.items():
            self[name].triggered.connect(lambda _=False, do=handler: do())

    def enable(self, names: tuple[str, ...], on: bool) -> None:
        """Turns actions on or off together."""
        for name in names:
            self[name].setEnabled(on)

    def _build(self, window: QMainWindow, bar: QMenuBar, text_widgets: tuple[QWidget, ...]) -> None:
        for name in MENUS:
            self._fill(bar.addMenu(say(f"menu.{name}")), name, window)
        for widget in text_widgets:
            widget.addActions([self[key.name] for key in KEYS if key.where == TEXT])

    def _fill(self, menu: QMenu, name: str, window: QMainWindow) -> None:
        for key in KEYS:
            if key.menu != name:
                continue
            if key.name:
                menu.addAction(self._make(key, window))
            else:
                menu.addSeparator()

    def _make(self, key: Key, window: QMainWindow) -> QAction:
        action = QAction(say(f"action.{key.name}"), window)
        action.setObjectName(key.name)
        action.setShortcuts([QKeySequence(keys) for keys in key.keys])
        if key.where == TEXT:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setMenuRole(_ROLES.get(key.name, QAction.MenuRole.NoRole))
        self._by_name[key.name] = action
        return action
