"""The person's own settings; each takes effect at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.queries.about_me import AboutMe
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.preferences.appearance import AppearancePage
from annotator.window.preferences.keys_page import KeysPage
from annotator.window.preferences.me import MePage
from annotator.window.preferences.reading import ReadingPage
from annotator.window.theme import THEMES, Theme, current_theme, load_theme
from annotator.words import say

_SIZE = QSize(620, 520)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds now: `zoom` in percent, `columns` in characters.

    `language` is a code and `theme` the name of one, or both `system`; `face` is a family of type, empty for
    our own; `keys` are the person's own by the action's name, `letters` whether single ones work.
    """

    me: AboutMe
    language: str = "system"
    zoom: int = 100
    columns: int = 66
    face: str = ""
    theme: str = "system"
    keys: Mapping[str, object] = field(default_factory=dict)
    letters: bool = True


class PreferencesDialog(QDialog):
    """A page for each kind of settings, whose signals it hands on.

    Signals: `language_chosen` (code), `zoom_chosen` (percent), `columns_chosen` (characters), `face_chosen`
    (family), `theme_chosen` (name), `keys_chosen` (own keys, single letters); those about me are `me`'s own.
    """

    language_chosen = Signal(str)
    zoom_chosen = Signal(int)
    columns_chosen = Signal(int)
    face_chosen = Signal(str)
    theme_chosen = Signal(str)
    keys_chosen = Signal(object, bool)

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("preferences.title"))
        self._build_pages(now)
        self._build_dialog()
        self._connect()

    def show_zoom(self, percent: int) -> None:
        """Follows a zoom that was made on the page."""
        self.reading.show_zoom(percent)

    def _build_pages(self, now: Preferences) -> None:
        self.me = MePage(now.me, _theme(now.theme))
        self.reading = ReadingPage(now.zoom, now.columns, now.face)
        self.appearance = AppearancePage(now.theme, now.language)
        self.keys = KeysPage(now.keys, letters=now.letters)
        self.pages = QTabWidget()
        self.pages.setAccessibleName(say("preferences.title"))
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.pages.tabBar().setAccessibleName(say("preferences.pages"))
        for name in ("me", "reading", "appearance", "keys"):
            self.pages.addTab(getattr(self, name), say(f"preferences.{name}"))

    def _build_dialog(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(*margins(7, 0, 18, 0))
        foot.addWidget(plain_label(say("preferences.at_once"), "quiet", wraps=True), 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(11, 4, 0, 14))
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.resize(_SIZE)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field must not press one

    def _connect(self) -> None:
        self.appearance.language_chosen.connect(self.language_chosen)
        self.reading.zoom_chosen.connect(self.zoom_chosen)
        self.reading.columns_chosen.connect(self.columns_chosen)
        self.reading.face_chosen.connect(self.face_chosen)
        self.appearance.theme_chosen.connect(self.theme_chosen)
        self.appearance.theme_chosen.connect(lambda name: self.me.colours.set_theme(_theme(name)))
        self.keys.keys_chosen.connect(self.keys_chosen)


def _theme(name: str) -> Theme:
    return load_theme(name) if name in THEMES else current_theme()
