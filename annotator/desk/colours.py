"""Colours that tell people apart; red belongs to the pencil and is nobody's."""

import colorsys
import re
from collections.abc import Iterable
from math import dist

from annotator.model.errors import BadInput

#: Colours to choose from, in the order in which they are proposed.
COLOURS = (
    "#7768AE",
    "#2F7F86",
    "#8A6D3B",
    "#4A6FA5",
    "#6B7F3A",
    "#8C5A7B",
    "#3C8F5C",
    "#B0569B",
)

#: Two colours nearer than this are taken for one another (a distance in OKLab).
_NEAR = 0.055

#: Red: hues this near to it (of 1.0), if they are neither grey nor close to black or white.
_RED_HUES, _GREY, _DARK, _LIGHT = 0.05, 0.35, 0.2, 0.85

_FORM = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether a text is a colour as `#rrggbb`."""
    return _FORM.fullmatch(text) is not None


def is_red(colour: str) -> bool:
    """Whether a colour would be taken for the red of the pencil."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    return min(hue, 1 - hue) <= _RED_HUES and saturation >= _GREY and _DARK <= lightness <= _LIGHT


def refuse_unless_free(colour: str) -> None:
    """Raises BadInput for what is no colour, and for red."""
    if not is_colour(colour):
        raise BadInput("reviewer.no_colour")
    if is_red(colour):
        raise BadInput("reviewer.red")


def suggest(taken: Iterable[str]) -> str:
    """The first colour that is not near anybody's, or where there is none the one furthest from all."""
    others = [_oklab(colour) for colour in taken if is_colour(colour)]
    distances = {
        colour: min((dist(_oklab(colour), other) for other in others), default=1.0) for colour in COLOURS
    }
    free = [colour for colour, distance in distances.items() if distance >= _NEAR]
    return free[0] if free else max(COLOURS, key=lambda colour: distances[colour])


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _oklab(colour: str) -> tuple[float, float, float]:
    """Lightness and two hues in which equal distances look equal (B. Ottosson: OKLab, 2020)."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )
