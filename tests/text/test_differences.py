"""Two texts compared: their passages join to them, and say word by word what changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.text.differences import Differences, differences
from annotator.text.graphemes import is_grapheme_edge
from tests.strategies import texts


@st.composite
def _two(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts that have something in common, as drafts of one article have."""
    pieces = draw(st.lists(texts(), max_size=6))
    other = draw(st.lists(st.one_of(texts(), st.sampled_from(pieces or ["."])), max_size=6))
    return "".join(pieces), "".join(other)


def pairs_of_texts() -> SearchStrategy[tuple[str, str]]:
    return st.one_of(_two(), st.tuples(texts(), texts()))


def told(found: Differences, one: str, other: str) -> list[tuple[str, str]]:
    """What differs, as the words of either side."""
    return [(passage.one.cut(one), passage.other.cut(other)) for passage in found.differing]


@given(pairs_of_texts(), st.sampled_from([0, 3, 40_000]))
def test_the_passages_of_either_side_join_to_its_text(pair: tuple[str, str], most: int) -> None:
    one, other = pair
    found = differences(one, other, most)
    assert "".join(passage.one.cut(one) for passage in found.passages) == one
    assert "".join(passage.other.cut(other) for passage in found.passages) == other
    ends = 0, 0
    for passage in found.passages:
        assert (passage.one.start, passage.other.start) == ends
        ends = passage.one.end, passage.other.end


@given(pairs_of_texts(), st.sampled_from([0, 3, 40_000]))
def test_what_is_the_same_is_the_same_and_kinds_take_turns(pair: tuple[str, str], most: int) -> None:
    one, other = pair
    found = differences(one, other, most)
    for passage in found.passages:
        assert passage.one or passage.other
        assert passage.differs or passage.one.cut(one) == passage.other.cut(other)
        assert not passage.differs or passage.one.cut(one) != passage.other.cut(other)
    assert all(
        before.differs != after.differs
        for before, after in zip(found.passages, found.passages[1:], strict=False)
    )


@given(pairs_of_texts())
def test_no_character_is_cut(pair: tuple[str, str]) -> None:
    one, other = pair
    for passage in differences(one, other).passages:
        assert is_grapheme_edge(one, passage.one.start), one
        assert is_grapheme_edge(other, passage.other.start), other


@given(texts())
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    found = differences(text, text)
    assert found.differing == ()
    assert not found.rough
    assert differences(text, "").differing == (differences(text, "").passages if text else ())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("She denied it.", "She never denied it.", [("", " never")]),
        ("She denied it.", "She confirmed it.", [("denied", "confirmed")]),
        ("It was 5,000 euros.", "It was 6,000 euros.", [("5", "6")]),
        # A lone space or comma in between does not make two differences of one.
        ("The old mayor left.", "The new council left.", [("old mayor", "new council")]),
        ("He came, too.", "She went, too.", [("He came", "She went")]),
        # But a new paragraph does.
        ("Old.\n\nOlder.", "New.\n\nNewer.", [("Old", "New"), ("Older", "Newer")]),
        ("First.\n\nSecond.\n\nThird.", "First.\n\nThird.", [("Second.\n\n", "")]),
        ("Nothing else.", "Nothing else.\n\nEver.", [("", "\n\nEver.")]),
        ("市长否认了指控。", "市长承认了指控。", [("否", "承")]),
        ("cafe\u0301 noir", "cafe noir", [("cafe\u0301", "cafe")]),
        ("a \u0301b", "a b", [(" \u0301", " ")]),
    ],
)
def test_what_differs_is_told_by_words(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert told(differences(one, other), one, other) == expected


def test_a_change_everywhere_is_still_told_word_by_word() -> None:
    one = "".join(f"Paragraph {n} tells what the witness number {n} said.\n\n" for n in range(300))
    other = one.replace("witness", "expert")
    found = differences(one, other)
    assert told(found, one, other) == [("witness", "expert")] * 300
    assert not found.rough


def test_in_a_text_of_some_length_full_stops_still_tell_where_a_sentence_ended() -> None:
    before = "".join(f"Witness {n} said that the grant was paid in year {n}.\n\n" for n in range(20))
    one = before + "The books were open since the autumn.\n\nA hearing is due."
    other = before.replace("grant", "loan") + "The books were open.\n\nNobody replied.\n\nA hearing is due."
    expected = [*[("grant", "loan")] * 20, (" since the autumn", ""), ("", "Nobody replied.\n\n")]
    assert told(differences(one, other), one, other) == expected


def test_a_stretch_beyond_the_limit_differs_as_a_whole() -> None:
    one, other = "Same.\n\nOne two three four.\n\nSame too.", "Same.\n\nOne two five four.\n\nSame too."
    assert told(differences(one, other), one, other) == [("three", "five")]
    rough = differences(one, other, most=4)
    assert told(rough, one, other) == [("One two three four.\n\n", "One two five four.\n\n")]
    assert rough.rough
