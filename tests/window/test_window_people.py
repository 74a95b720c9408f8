"""People's colours stand out from every theme's grounds, and red is nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from annotator.desk.colours import COLOURS, is_red
from annotator.model.views import PersonView
from annotator.window.people import People, readable
from annotator.window.theme import THEMES, load_theme
from tests.window.article.test_strokes import contrast

HEX = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@pytest.mark.parametrize("name", THEMES)
@given(colour=HEX)
def test_any_colour_can_be_seen_on_every_ground(name: str, colour: str) -> None:
    theme = load_theme(name)
    least = 4.5 if name.startswith("contrast") else 3
    ink = readable(colour, theme)
    for ground in (theme.page, theme.panel, theme.card):
        assert contrast(ink, QColor(ground)) >= least


@given(colour=HEX)
def test_a_colour_that_can_be_seen_stays_as_it_is(colour: str) -> None:
    theme = load_theme("light")
    grounds = (theme.page, theme.panel, theme.card, theme.hover)
    if not is_red(colour) and min(contrast(QColor(colour), QColor(ground)) for ground in grounds) >= 3:
        assert readable(colour, theme).name() == colour


@pytest.mark.parametrize("colour", ["#B3261E", "#ff0000", "", "teal", "#12"])
def test_red_and_what_is_no_colour_become_the_secondary_ink(colour: str) -> None:
    theme = load_theme("light")
    assert readable(colour, theme) == QColor(theme.secondary)


def test_the_proposed_colours_stay_different_in_every_theme() -> None:
    for name in THEMES:
        theme = load_theme(name)
        assert len({readable(colour, theme).name() for colour in COLOURS}) == len(COLOURS)


def test_the_first_word_stands_for_a_name_where_it_tells_people_apart() -> None:
    people = People(
        PersonView(str(number), name, "#2F7F86")
        for number, name in enumerate(["Bob Marlowe", "Ana Ruiz", "Ana Vidal", ""])
    )
    assert [people.short_name(str(number)) for number in range(5)] == ["Bob", "Ana Ruiz", "Ana Vidal", "", ""]


def test_somebody_unknown_has_the_secondary_ink_and_no_name() -> None:
    theme = load_theme("dark")
    people = People()
    assert people.ink("x", theme) == QColor(theme.secondary)
    assert people.name("x") == ""
    assert people.me is None
