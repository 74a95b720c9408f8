"""The colours of both themes against the contrast WCAG asks for, and what Qt gets of them."""

import json
from itertools import combinations

import pytest
from PySide6.QtCore import Qt

from annotator.host.paths import resource
from annotator.model.enums import Tag
from annotator.window.theme import Theme, current_theme, load_theme, palette, stylesheet

THEMES = ("light", "dark")


def channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(colour: list[float]) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grey(colour: list[float]) -> list[float]:
    """What a screen without colours shows (Rec. 601 weights)."""
    value = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    return [value] * 3


def over(base: list[float], tint: str, alpha: float) -> list[float]:
    return [alpha * top + (1 - alpha) * below for top, below in zip(channels(tint), base, strict=True)]


def grounds(theme: Theme) -> list[list[float]]:
    """Every ground that words of the article can stand on: tints of up to three tags, selected or not."""
    found = []
    for base in (theme.page, theme.selection):
        for count in range(4):
            for tags in combinations(Tag, count):
                ground = channels(base)
                for tag in tags:
                    ground = over(ground, theme.tags[tag].tint, theme.tint)
                found.append(ground)
    return found


@pytest.mark.parametrize("name", THEMES)
def test_words_are_readable_on_every_tint(name: str) -> None:
    theme = load_theme(name)
    ink = channels(theme.ink)
    assert len(grounds(theme)) == 16
    for ground in grounds(theme):
        assert contrast(ink, ground) >= 4.5
        assert contrast(grey(ink), grey(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_quiet_words_and_the_accent_are_readable_on_all_grounds_of_the_window(name: str) -> None:
    theme = load_theme(name)
    for ground in (theme.page, theme.panel, theme.card):
        assert contrast(channels(theme.ink), channels(ground)) >= 4.5
        assert contrast(channels(theme.secondary), channels(ground)) >= 4.5
        assert contrast(channels(theme.accent), channels(ground)) >= 4.5
    assert contrast(channels(theme.ink), channels(theme.hover)) >= 4.5


@pytest.mark.parametrize("tag", Tag)
@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_with_and_without_colour(name: str, tag: Tag) -> None:
    theme = load_theme(name)
    mark = channels(theme.tags[tag].mark)
    own_tint = over(channels(theme.page), theme.tags[tag].tint, theme.tint)
    for ground in (channels(theme.page), channels(theme.card), channels(theme.panel), own_tint):
        assert contrast(mark, ground) >= 3
        assert contrast(grey(mark), grey(ground)) >= 3
    letter = channels(theme.tags[tag].letter)
    assert contrast(letter, mark) >= 4.5
    assert contrast(grey(letter), grey(mark)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_nothing_but_the_accent_is_red_and_the_selection_is_grey(name: str) -> None:
    theme = load_theme(name)
    red, green, blue = channels(theme.accent)
    assert red > 1.5 * green
    assert red > 1.5 * blue
    selection = channels(theme.selection)
    assert max(selection) - min(selection) < 0.06


def test_the_scheme_of_the_system_chooses_the_theme(qapp: object) -> None:
    assert current_theme(Qt.ColorScheme.Dark).name == "dark"
    assert current_theme(Qt.ColorScheme.Light).name == "light"
    assert current_theme(Qt.ColorScheme.Unknown).name == "light"
    assert current_theme().name in THEMES


@pytest.mark.parametrize("name", THEMES)
def test_palette_and_stylesheet_carry_the_themes_colours(qapp: object, name: str) -> None:
    theme = load_theme(name)
    assert palette(theme).windowText().color().name().upper() == theme.ink
    sheet = stylesheet(theme)
    assert "@" not in sheet
    assert theme.accent in sheet
    assert "QMenu" not in sheet.replace("QMenuBar", "")


def test_both_themes_name_the_same_colours() -> None:
    light, dark = (json.loads(resource(f"themes/{name}.json").read_text("utf-8")) for name in THEMES)
    assert light.keys() == dark.keys()
