"""What makes the window a person's own: preferences, keys, the palette, the codebook beside the work."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from annotator.desk.settings import Settings
from annotator.model.enums import Tag
from annotator.window.flow.people import keep_me
from annotator.window.frame.actions import Actions
from annotator.window.frame.keys import BY_NAME, BY_NEED, shown
from annotator.window.frame.look import Look
from annotator.window.session import Session
from annotator.words import say

if TYPE_CHECKING:
    from annotator.desk.queries.about_me import AboutMe
    from annotator.window.codebook.card import CodebookCard
    from annotator.window.palette.card import Palette
    from annotator.window.palette.matching import PaletteEntry, Provider
    from annotator.window.preferences.dialog import PreferencesDialog

#: How many actions the palette remembers as chosen last.
_RECENT = 12
#: What the palette does not offer: itself.
_NOT_OFFERED = ("palette",)


class Comfort(QObject):
    """Opens each of them when it is asked for, and keeps what was chosen.

    Signals for the page: `zoom_chosen` (percent), `columns_chosen` (characters), `face_chosen` (a family of
    type, empty for our own). `keys_known` carries the keys of actions by name, as people of this system write
    them, for who shows them beside something to press.
    """

    zoom_chosen = Signal(int)
    columns_chosen = Signal(int)
    face_chosen = Signal(str)
    keys_known = Signal(object)

    def __init__(
        self, session: Session, window: QMainWindow, settings: Settings, look: Look, actions: Actions
    ) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._settings, self._look, self._actions = settings, look, actions
        self._tag: Tag | None = None
        self.more: Provider | None = None  # what the palette offers besides actions
        self.take_keys()

    def take_keys(self) -> None:
        """Lets the keys hold that the person chose, and tells them."""
        self._actions.apply(self._settings.get("keys"), letters=self._settings.get("letters"))
        self.keys_known.emit(self.keys)

    @property
    def keys(self) -> dict[str, str]:
        """The first key of each action by its name, as people of this system write it; empty for none."""
        return {name: shown(keys[:1]) for name, keys in self._actions.keys.items()}

    @cached_property
    def palette(self) -> "Palette":
        """The palette, made when it is needed first."""
        from annotator.window.palette.card import Palette

        palette = Palette(self._window)
        palette.chosen.connect(self._remember)
        return palette

    @cached_property
    def codebook(self) -> "CodebookCard":
        """The card with the codebook, made when it is needed first."""
        from annotator.window.codebook.card import CodebookCard

        card = CodebookCard(self._look.theme, self._window)
        self._look.changed.connect(card.set_theme)
        return card

    def show_preferences(self) -> None:
        """Opens the person's own settings."""
        from annotator.desk.queries.about_me import about_me

        self._session.ask(about_me, self._open_preferences)

    def show_keys(self) -> None:
        """Opens the sheet of all keys, as they are now."""
        from annotator.window.dialogs.once import open_once
        from annotator.window.dialogs.shortcuts_sheet import ShortcutsSheet, lines

        open_once(ShortcutsSheet(lines(self._actions.keys), self._window))

    def show_palette(self) -> None:
        """Opens the palette; closes it if it is open."""
        if self.palette.isVisible():
            self.palette.give_up()
        else:
            self.palette.offer(self._entries(), self._settings.get("recent"), self.more)

    def show_codebook(self) -> None:
        """Opens the codebook beside the work, at the picked claim's tag."""
        self.codebook.show_tag(self._tag)
        self.codebook.show()
        self.codebook.raise_()
        self.codebook.activateWindow()

    def know_tag(self, tag: Tag | None) -> None:
        """Takes the picked claim's tag, None while none is picked; a codebook in sight goes there."""
        self._tag = tag
        if "codebook" in self.__dict__ and self.codebook.isVisible() and tag is not None:
            self.codebook.show_tag(tag)

    def _entries(self) -> "list[PaletteEntry]":
        """The actions that can be done now."""
        from annotator.window.palette.matching import PaletteEntry

        keys = self.keys
        entries = [
            PaletteEntry(
                name=(name := action.objectName()),
                words=action.text().replace("&", "").removesuffix("…"),
                run=action.trigger,
                keys=keys[name],
                about=say(f"menu.{BY_NAME[name].menu}").replace("&", ""),
            )
            for action in self._actions.all
            if action.isEnabled() and not action.menu() and action.objectName() not in _NOT_OFFERED
        ]
        return sorted(entries, key=lambda entry: BY_NEED.index(BY_NAME[entry.name].menu))

    def _remember(self, name: str) -> None:
        if name in BY_NAME:
            recent = [name, *(known for known in self._settings.get("recent") if known != name)]
            self._settings.put(recent=recent[:_RECENT])

    def _open_preferences(self, found: "AboutMe | None") -> None:
        from annotator.window.preferences.dialog import Preferences, PreferencesDialog

        if found is None:
            return
        chosen = self._settings.get
        now = Preferences(
            me=found,
            language=chosen("language"),
            zoom=chosen("zoom"),
            columns=chosen("columns"),
            face=chosen("face"),
            theme=chosen("theme"),
            keys=chosen("keys"),
            letters=chosen("letters"),
        )
        self._connect_preferences(PreferencesDialog(now, self._window))

    def _connect_preferences(self, dialog: "PreferencesDialog") -> None:
        from annotator.window.dialogs.once import open_once

        keep_me(self._session, dialog.me)
        dialog.language_chosen.connect(lambda code: self._settings.put(language=code))
        dialog.zoom_chosen.connect(self.zoom_chosen)
        dialog.columns_chosen.connect(lambda columns: self._settings.put(columns=columns))
        dialog.columns_chosen.connect(self.columns_chosen)
        dialog.face_chosen.connect(lambda face: self._settings.put(face=face))
        dialog.face_chosen.connect(self.face_chosen)
        dialog.theme_chosen.connect(self._look.choose)
        dialog.keys_chosen.connect(self._keep_keys)
        open_once(dialog)

    def _keep_keys(self, own: Mapping[str, list[str]], letters: bool) -> None:
        self._settings.put(keys=dict(own), letters=letters)
        self.take_keys()
