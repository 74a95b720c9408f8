"""The few words around what was found."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.snippets import LENGTH, snippet
from annotator.text.wanted import places, wanted
from tests.strategies import texts


def marked(text: str, typed: str) -> str:
    """A snippet with what was found between brackets."""
    found = snippet(text, wanted(typed))
    words, done = "", 0
    for span in found.found:
        words += f"{found.words[done : span.start]}[{span.cut(found.words)}]"
        done = span.end
    return words + found.words[done:]


def test_a_short_text_is_shown_whole():
    assert marked("The ferry\n\nsank.", "ferr") == "The [ferry]  sank."


def test_a_long_text_is_cut_between_words():
    text = "before " * 60 + "the ferry sank " + "after " * 60
    shown = marked(text, "ferry")
    assert shown.startswith("…before before")
    assert "the [ferry] sank after" in shown
    assert shown.endswith(("after…", "after …"))
    assert len(shown) <= LENGTH + 25


def test_nothing_found_shows_the_beginning():
    found = snippet("The ferry sank. " * 30, wanted("zebra"))
    assert found.words.startswith("The ferry sank. The")
    assert (found.found, found.place) == ((), None)


def test_where_most_of_the_words_stand_together():
    text = "The mayor came. " + "Nothing else. " * 30 + "The mayor denied the ferry."
    found = snippet(text, wanted("mayor ferry"))
    assert found.place.start == text.rindex("mayor")
    assert marked(text, "mayor ferry").endswith("The [mayor] denied the [ferry].")


def test_a_place_late_in_a_long_text():
    text = "word " * 60_000 + "ferry " + "word " * 1_000
    found = snippet(text, wanted("ferry"))
    assert found.place.cut(text) == "ferry"


@given(texts(min_size=1), st.integers(0, 3_000), st.data())
def test_the_place_and_the_marks_are_the_words_looked_for(text, before, data):
    text = "x " * before + text
    start = data.draw(st.integers(2 * before, len(text) - 1))
    phrases = wanted(text[start : start + 6].replace('"', " "))
    found = snippet(text, phrases)
    if not places(text, phrases):
        assert found.place is None
        return
    assert found.place in places(text, phrases, most=100_000)
    for span in found.found:
        assert places(span.cut(found.words), phrases)
