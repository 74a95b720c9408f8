"""The window's actions, made from the table of keys, in their menus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from annotator.window.frame.keys import KEYS, MENUS, NAMED, PAGE, TEXT, WINDOW, Key, chosen
from annotator.window.frame.physical import OtherScripts
from annotator.words import say

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


class Actions:
    """All actions by name. Letters work only where the focus is in the article or the claims.

    The first of the `text_widgets` is the article.
    """

    def __init__(self, window: QMainWindow, bar: QMenuBar, text_widgets: tuple[QWidget, ...]) -> None:
        self._by_name: dict[str, QAction] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._build(window, bar, text_widgets)
        self.apply({})

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of each action, as they are now."""
        return dict(self._keys)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action in the order of the menus; its object name is its id."""
        return tuple(self._by_name.values())

    def apply(self, own: Mapping[str, object], *, letters: bool = True) -> None:
        """Takes the keys a person gave to actions, at once; without `letters` no single letters."""
        self._keys = chosen(own, letters=letters)
        for name, keys in self._keys.items():
            self[name].setShortcuts([QKeySequence(one) for one in keys])

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
        window.addActions(self._of(WINDOW))  # their keys work where the menus are out of sight too
        for widget in text_widgets:
            widget.addActions(self._of(TEXT))
        text_widgets[0].addActions(self._of(PAGE))
        other_scripts = OtherScripts(window)
        for watched in (window, *text_widgets):
            watched.installEventFilter(other_scripts)

    def _of(self, where: str) -> list[QAction]:
        return [self[key.name] for key in NAMED if key.where == where]

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
        if key.where != WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setMenuRole(_ROLES.get(key.name, QAction.MenuRole.NoRole))
        self._by_name[key.name] = action
        return action
