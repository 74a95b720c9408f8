import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.utf16 import Utf16Map
from tests.strategies import texts


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts())
def test_every_offset_maps_as_the_encoder_counts_and_back(text: str) -> None:
    mapped = Utf16Map(text)
    assert mapped.length_units == _units(text)
    for offset in range(len(text) + 1):
        units = mapped.units(offset)
        assert units == _units(text[:offset])
        assert mapped.offset(units) == offset
        assert mapped.offset(units, up=True) == offset


@given(texts())
def test_inside_a_pair_the_place_snaps_to_the_character(text: str) -> None:
    mapped = Utf16Map(text)
    for offset, sign in enumerate(text):
        if ord(sign) > 0xFFFF:
            inside = mapped.units(offset) + 1
            assert mapped.offset(inside) == offset
            assert mapped.offset(inside, up=True) == offset + 1


def test_an_example_by_hand() -> None:
    mapped = Utf16Map("a😀b🇩🇪c")
    assert [mapped.units(offset) for offset in range(7)] == [0, 1, 3, 4, 6, 8, 9]


@pytest.mark.parametrize("text", ["abc", "a😀c"])
@pytest.mark.parametrize("place", [-1, 5])
def test_places_outside_the_text_are_refused(text: str, place: int) -> None:
    mapped = Utf16Map(text)
    with pytest.raises(ValueError, match="not in a text"):
        mapped.units(place)
    with pytest.raises(ValueError, match="not in a text"):
        mapped.offset(place)


@given(st.integers(0, 200_000))
def test_a_long_text_of_emoji_is_still_exact(offset: int) -> None:
    assert _LONG.units(offset) == offset + (offset + 1) // 2
    assert _LONG.offset(_LONG.units(offset)) == offset


def test_a_place_in_a_long_text_takes_no_walk_through_it() -> None:
    begin = time.perf_counter()
    for offset in range(0, 200_000, 100):
        _LONG.units(offset)
    assert time.perf_counter() - begin < 0.5  # 2,000 walks through 100,000 emoji would take minutes


_LONG = Utf16Map("😀a" * 100_000)
