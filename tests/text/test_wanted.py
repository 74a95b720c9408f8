"""What is typed into a search, and where it stands in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.terms import folded, indexed
from annotator.text.wanted import places, wanted
from tests.strategies import texts

TEXT = "The market’s 市长否认AI技术, a “café” too; ferries and Ferry 9."


def found(text: str, typed: str) -> list[str]:
    return [span.cut(text) for span in places(text, wanted(typed))]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ferr", ["ferries", "Ferry"]),  # the last word may go on
        ("ferry 9", ["Ferry", "9"]),  # the others may not
        ('"ferry', ["Ferry"]),  # still being typed
        ('"ferr"', []),
        ('"and ferry"', ["and Ferry"]),
        ("“AND FERRY”", ["and Ferry"]),
        ("cafe", ["café"]),
        ("CAFÉ", ["café"]),
        ("market's", ["market’s"]),
        ("市", ["市"]),
        ("否认", ["否认"]),
        ("长否认AI", ["长否认AI"]),
        ("术", ["术"]),
        ("ai技", ["AI技"]),
        ("arket", []),  # a word is found from its beginning
        ("i技", []),
        ("… ?", []),
        ("", []),
    ],
)
def test_where_it_stands(typed, words):
    assert found(TEXT, typed) == words


def test_a_run_in_the_middle_of_a_phrase_is_whole():
    assert found("市长 said", '"市长 said"') == ["市长 said"]
    assert found("市长人 said", '"市长 said"') == []
    assert found("a 市长 said", '"a 市长"') == ["a 市长"]
    assert found("a 大市长", '"a 市长"') == []


def test_the_same_word_twice_is_looked_for_once():
    assert len(wanted("ferry ferry ferry ")) == 2  # the last may go on


@given(st.text(max_size=80))
def test_anything_can_be_typed(typed):
    for phrase in wanted(typed):
        assert phrase.terms
        assert all(sign.isalnum() or not sign.isascii() for word in phrase.terms for sign in word)


def in_index(words: list[str], phrase) -> bool:
    """Whether the words of a text hold the phrase's terms side by side, as a full-text index would say."""
    wanted_, last = phrase.terms, len(phrase.terms) - 1
    for at in range(len(words) - last):
        side = words[at : at + last + 1]
        if side[:last] == list(wanted_[:last]) and (
            side[last].startswith(wanted_[last]) if phrase.is_beginning else side[last] == wanted_[last]
        ):
            return True
    return False


@given(texts(min_size=1), st.data())
def test_the_text_and_its_index_agree(text, data):
    """A phrase is in the index if and only if it has a place in the text: so each hit can be shown."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    typed = text[start:end].replace('"', " ")
    for phrase in wanted(typed if data.draw(st.booleans()) else f'"{typed}"'):
        spans = list(phrase.places(folded(text)))
        assert bool(spans) == in_index(indexed(text).split(), phrase), phrase
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
