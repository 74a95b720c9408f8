"""The keys that hold: the usual ones, a person's own, and what may not be."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.window.frame.keys import (
    BY_NAME,
    FIXED,
    NAMED,
    chosen,
    fits,
    holder,
    is_single,
    plain,
    shown,
)

USUAL = {key.name: key.keys for key in NAMED}
SOME_KEYS = ["A", "D", "Q", "1", "?", "Ctrl+K", "ctrl+f", "Ctrl+Shift+A", "F8", "Up", "Return", "", "Space"]

owns = st.dictionaries(
    st.sampled_from([*(key.name for key in NAMED), "nothing like it"]),
    st.one_of(
        st.lists(st.sampled_from(SOME_KEYS), max_size=3), st.none(), st.text(), st.lists(st.integers())
    ),
    max_size=8,
)


def test_without_own_keys_the_usual_ones_hold() -> None:
    assert chosen({}) == USUAL


def test_own_keys_hold_and_are_taken_from_whoever_had_them() -> None:
    held = chosen({"palette": ["ctrl+f", "Ctrl+K"]})
    assert held["palette"] == ("Ctrl+F", "Ctrl+K")
    assert held["find"] == ()
    assert held["undo"] == USUAL["undo"]


def test_the_same_key_may_mean_two_things_in_two_places() -> None:
    held = chosen({"next_sentence": ["N"]})
    assert held["next_sentence"] == ("N",)
    assert held["note"] == ()  # counts in the article as well
    assert holder("allegation", "Alt+I", USUAL) is None  # in fields it is something else
    assert holder("undo", "Alt+I", USUAL) in FIXED


def test_without_letters_no_letter_is_left() -> None:
    held = chosen({}, letters=False)
    assert held["allegation"] == ()
    assert held["nothing_here"] == ("Space",)
    assert held["start_earlier"] == ("Alt+Left",)
    assert not any(is_single(keys) for each in held.values() for keys in each)


def test_a_single_letter_is_no_key_where_one_types() -> None:
    assert fits("allegation", "Q")
    assert not fits("undo", "Q")
    assert not fits("undo", "Shift+Q")
    assert not fits("undo", "no key at all")
    assert fits("undo", "F5")
    assert chosen({"undo": ["Q"]})["undo"] == ()


def test_keys_are_shown_as_people_write_them() -> None:
    assert shown(("Ctrl+Shift+Z", "Ctrl+Y")) == "Ctrl+Shift+Z, Ctrl+Y"
    assert shown(()) == ""


@given(own=owns, letters=st.booleans())
def test_whatever_is_in_the_file_no_key_means_two_things(own: dict[str, object], letters: bool) -> None:
    held = chosen(own, letters=letters)
    assert held.keys() == USUAL.keys()
    for name, keys in held.items():
        assert all(plain(one) == one and fits(name, one) for one in keys)
        assert [holder(name, one, held) for one in keys] == [None] * len(keys)
    for name, keys in own.items():
        if name in BY_NAME and not isinstance(keys, list):
            assert set(held[name]) <= set(USUAL[name])
