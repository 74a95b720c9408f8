"""The colours of the window, read from `resources/themes`, and what Qt makes of them."""

import json
import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from annotator.host.paths import resource
from annotator.model.enums import Tag

#: The themes by the names of their files.
THEMES = ("light", "dark", "contrast", "contrast_dark")


@dataclass(frozen=True, slots=True)
class TagColours:
    """The colours of one tag: underlines and dots, the tint's hue, the letter on a mark."""

    mark: str
    tint: str
    letter: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window as `#RRGGBB`; `tint` and `pale` are opacities, 0 to 1.

    `tint` is that of a tag's tint, `pale` what is left of a sentence ticked as read under the page's colour;
    `cursor` marks the sentence the keyboard is at, `hit` lies behind what was found, `hit_current` behind the
    one in turn. What must be settled has the accent, and nothing else is red.
    """

    name: str
    page: str
    panel: str
    card: str
    hover: str
    line: str
    border: str
    ink: str
    secondary: str
    accent: str
    selection: str
    cursor: str
    hit: str
    hit_current: str
    pale: float
    tint: float
    tags: dict[Tag, TagColours]

    def tinted(self, tag: Tag) -> QColor:
        """The see-through colour that lies behind a claim's words."""
        colour = QColor(self.tags[tag].tint)
        colour.setAlphaF(self.tint)
        return colour


@cache
def load_theme(name: str) -> Theme:
    """The theme of `resources/themes/NAME.json`."""
    data = json.loads(resource(f"themes/{name}.json").read_text(encoding="utf-8"))
    tags = {Tag(tag): TagColours(**colours) for tag, colours in data.pop("tags").items()}
    return Theme(tags=tags, **data)


def current_theme(
    scheme: Qt.ColorScheme | None = None, contrast: Qt.ContrastPreference | None = None
) -> Theme:
    """The theme for a colour scheme and a wish for contrast, the system's where none is given.

    An unknown scheme counts as light.
    """
    hints = QGuiApplication.styleHints()
    scheme = hints.colorScheme() if scheme is None else scheme
    contrast = hints.accessibility().contrastPreference() if contrast is None else contrast
    dark = scheme == Qt.ColorScheme.Dark
    if contrast == Qt.ContrastPreference.HighContrast:
        return load_theme("contrast_dark" if dark else "contrast")
    return load_theme("dark" if dark else "light")


def palette(theme: Theme) -> QPalette:
    """The palette for widgets that no rule of the stylesheet names."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in (
        (roles.Window, theme.panel),
        (roles.WindowText, theme.ink),
        (roles.Base, theme.card),
        (roles.AlternateBase, theme.panel),
        (roles.Text, theme.ink),
        (roles.PlaceholderText, theme.secondary),
        (roles.Button, theme.card),
        (roles.ButtonText, theme.ink),
        (roles.BrightText, theme.accent),
        (roles.ToolTipBase, theme.card),
        (roles.ToolTipText, theme.ink),
        (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.ink),
        (roles.Accent, theme.accent),
        (roles.Link, theme.tags[Tag.DENIAL].mark),
        (roles.Mid, theme.line),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.secondary))
    return made


def stylesheet(theme: Theme) -> str:
    """The look of the whole application; menus stay the system's own.

    The dynamic property `kind` sets a widget apart: `panel`, `card`, `quiet` (secondary words) and
    `alarm` (what must be settled).
    """
    sheet = resource("themes/window.qss").read_text(encoding="utf-8")
    return re.sub("@([a-z]+)@", lambda found: str(getattr(theme, found[1])), sheet)
