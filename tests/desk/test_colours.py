"""Colours that tell people apart."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.colours import COLOURS, is_colour, is_red, refuse_unless_free, suggest
from annotator.model.errors import BadInput

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_what_is_offered_is_no_red_and_each_only_once():
    assert not [colour for colour in COLOURS if is_red(colour)]
    assert len(set(COLOURS)) == len(COLOURS)


@pytest.mark.parametrize("colour", ["#B3261E", "#9C0006", "#FF8A7A", "#FF9E93", "#ff0000", "#CC0000"])
def test_the_pencils_red_is_nobodys_in_any_theme(colour):
    assert is_red(colour)
    with pytest.raises(BadInput, match=r"reviewer\.red"):
        refuse_unless_free(colour)


@pytest.mark.parametrize(
    "colour", ["#000000", "#ffffff", "#808080", "#0000ff", "#00aa00", "#8A6D3B", "#112233"]
)
def test_other_colours_are_free(colour):
    refuse_unless_free(colour)


@given(st.floats(0.1, 0.9))
def test_hues_far_from_red_are_free(hue):
    rgb = colorsys.hls_to_rgb(hue, 0.5, 1.0)
    assert not is_red("#" + "".join(f"{round(part * 255):02x}" for part in rgb))


@pytest.mark.parametrize("text", ["", "#fff", "red", "#12345", "#1234567", "123456", "#12345G", "#12345\n"])
def test_what_is_no_colour(text):
    assert not is_colour(text)


@given(st.lists(colours, max_size=12))
def test_a_proposed_colour_is_one_of_those_offered(taken):
    assert suggest(taken) in COLOURS


@pytest.mark.parametrize("count", range(len(COLOURS)))
def test_while_there_are_colours_left_nobody_gets_one_that_is_taken(count):
    assert suggest(COLOURS[:count]) == COLOURS[count]


def test_a_colour_near_to_somebodys_is_passed_over():
    assert suggest(["#7768AF"]) == COLOURS[1]  # a shade off the first


def test_where_all_are_taken_the_one_used_least_like_the_others_is_proposed():
    assert suggest([*COLOURS, "not a colour"]) in COLOURS
