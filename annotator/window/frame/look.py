"""The application's colours: as the person chose, or as the system has them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.desk.settings import Settings
from annotator.window.theme import THEMES, Theme, current_theme, load_theme, palette, stylesheet


class Look(QObject):
    """Applies a theme to the whole application; `changed` carries it to who paints by hand (Theme)."""

    changed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self.apply())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: self.apply())

    @property
    def theme(self) -> Theme:
        """The theme that is due now."""
        chosen = self._settings.get("theme")
        return load_theme(chosen) if chosen in THEMES else current_theme()

    def choose(self, name: str) -> None:
        """Takes the name of a theme, or `system`, and keeps the choice."""
        self._settings.put(theme=name)
        self.apply()

    def apply(self) -> None:
        """Gives palette and stylesheet to the application."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = self.theme
        sheet = stylesheet(theme)
        if app.styleSheet() != sheet:  # Qt would polish every widget anew
            app.setPalette(palette(theme))
            app.setStyleSheet(sheet)
        self.changed.emit(theme)
