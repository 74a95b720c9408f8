"""Which actions are meant by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.window.palette.matching import PaletteEntry, matching


def entry(words, about=""):
    return PaletteEntry(words.lower(), words, lambda: None, about=about)


ENTRIES = [
    entry("Open library", "File"),
    entry("Next open point", "Review"),
    entry("Register of sources", "Claim"),
    entry("Reopen", "File"),
    entry("Größe ändern", "View"),
]


def found(typed, recent=()):
    return [each.words for each in matching(typed, ENTRIES, recent)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ["Open library", "Next open point", "Register of sources", "Reopen", "Größe ändern"]),
        ("open", ["Open library", "Next open point", "Reopen"]),  # beginnings before parts
        ("po op", ["Next open point"]),  # in any order
        ("NOP", ["Next open point"]),  # initials
        ("grosse", ["Größe ändern"]),
        ("andern", ["Größe ändern"]),  # without the accents
        ("file lib", ["Open library"]),
        ("open, library!", ["Open library"]),
        ("zzz", []),
        ("open zzz", []),
    ],
)
def test_what_is_typed_finds(typed, meant):
    assert found(typed) == meant


def test_what_was_chosen_last_comes_first_among_equals():
    assert found("", ["reopen", "register of sources"])[:2] == ["Reopen", "Register of sources"]
    assert found("open", ["reopen", "next open point"]) == ["Next open point", "Open library", "Reopen"]


@given(typed=st.text(max_size=12), recent=st.lists(st.text(max_size=5), max_size=3))
def test_anything_can_be_typed(typed, recent):
    assert set(matching(typed, ENTRIES, recent)) <= set(ENTRIES)


@given(words=st.sampled_from(ENTRIES), data=st.data())
def test_the_beginnings_of_an_entrys_words_find_it(words, data):
    parts = [part[: data.draw(st.integers(1, len(part)))] for part in words.words.split()]
    assert words in matching(" ".join(data.draw(st.permutations(parts))), ENTRIES)
