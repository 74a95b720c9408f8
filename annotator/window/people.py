"""People as the window shows them: by name first, in a colour that can be seen on the theme's grounds."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QColor

from annotator.model.views import PersonView
from annotator.window.theme import Theme

#: The contrast that marks need to their ground (WCAG 2.2, 1.4.11), and that where more of it is wished.
_LEAST, _LEAST_BY_WISH = 3.0, 4.5
_STEP = 0.02


class People:
    """Looks people up by id; whom it does not know has no name and the secondary ink."""

    def __init__(self, people: Iterable[PersonView] = ()) -> None:
        self._by_id = {person.id: person for person in people}

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def me(self) -> PersonView | None:
        """The one who works now."""
        return next((person for person in self._by_id.values() if person.mine), None)

    def get(self, person: str) -> PersonView | None:
        """Somebody by id."""
        return self._by_id.get(person)

    def name(self, person: str) -> str:
        """Somebody's name; empty where it is not known."""
        found = self._by_id.get(person)
        return found.name if found else ""

    def short_name(self, person: str) -> str:
        """The first word of somebody's name where that tells them apart; empty where it is not known."""
        first = _first_word(self.name(person))
        alike = [other for other in self._by_id.values() if _first_word(other.name) == first]
        return first if len(alike) == 1 else self.name(person)

    def ink(self, person: str, theme: Theme) -> QColor:
        """Somebody's colour, readable on a theme."""
        found = self._by_id.get(person)
        return readable(found.colour, theme) if found else QColor(theme.secondary)


def readable(colour: str, theme: Theme) -> QColor:
    """A person's colour in the lightness that lets it be seen on page, panels and cards of a theme.

    Red belongs to the pencil: a person who comes with it, or with no colour at all, has the secondary ink.
    """
    from annotator.desk.colours import is_colour, is_red

    if not is_colour(colour) or is_red(colour):
        return QColor(theme.secondary)
    least = _LEAST_BY_WISH if theme.name.startswith("contrast") else _LEAST
    return QColor(_readable(colour.lower(), (theme.page, theme.panel, theme.card, theme.hover), least))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def _readable(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """Goes away from the grounds' lightness step by step, until the colour stands out from all of them."""
    papers = [QColor(ground) for ground in grounds]
    own = QColor(colour)
    hue, saturation, lightness = max(own.hslHueF(), 0.0), own.hslSaturationF(), own.lightnessF()
    away = 1.0 if papers[0].lightnessF() < 0.5 else 0.0
    found = own
    while min(contrast(found, paper) for paper in papers) < least and lightness != away:
        lightness = min(lightness + _STEP, away) if away else max(lightness - _STEP, away)
        found = QColor(QColor.fromHslF(hue, saturation, lightness).name())
    return found.name()


def _first_word(name: str) -> str:
    return name.split()[0] if name.split() else ""


def _luminance(colour: QColor) -> float:
    """The relative luminance (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
