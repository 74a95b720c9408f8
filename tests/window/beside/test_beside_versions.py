"""What each person made of the words: cut where not all have them, in order, and whose answer it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.enums import Tag, Verdict
from annotator.model.spans import Span
from annotator.window.beside.versions import Version, at_hand, parts, versions_of
from annotator.window.people import People
from tests.window.article.several import ADA, BOB, CORA, PEOPLE, group, of

TEXT = "The company denied it twice and said no more."
MINE = of(ADA, "mine", TEXT, "denied it")
BOBS = of(BOB, "bobs", TEXT, "company denied it twice")
CORAS = of(CORA, "coras", TEXT, "denied it twice and", Tag.FACT)
PLACES = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
LINES = {line.id: line for line in (MINE, BOBS, CORAS)}


@given(st.lists(PLACES, min_size=1, max_size=4))
def test_the_parts_are_the_words_and_own_ones_are_not_in_all_versions(spans: list[Span]) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(90))
    span, *others = spans
    found = parts(span.cut(text), span, others)
    assert "".join(part.words for part in found) == span.cut(text)
    at = span.start
    for part in found:
        for place in range(at, at + len(part.words)):
            shared = all(other.start <= place < other.end for other in others)
            assert part.own == (not shared)
        at += len(part.words)


@given(st.text("ab ", min_size=1, max_size=400))
def test_long_shared_words_lose_their_middle_only(words: str) -> None:
    (part,) = parts(words, Span(0, len(words)), [])
    assert not part.own
    if part.words != words:
        head, tail = part.words.split(" … ")
        assert words.startswith(head)
        assert words.endswith(tail)
        assert len(part.words) < len(words)


def test_mine_comes_first_and_who_has_nothing_last() -> None:
    found = versions_of(group(CORAS, MINE, missing=(BOB,)), People(PEOPLE), LINES.get)
    assert [version.person.id for version in found] == ["ada", "cora", "bob"]
    assert found[2].claim is None
    found = versions_of(group(BOBS, CORAS, missing=(ADA,)), People(PEOPLE), LINES.get)
    assert [version.person.id for version in found] == ["ada", "bob", "cora"]


def test_somebody_unknown_is_named_as_the_claim_says() -> None:
    (version,) = versions_of(group(BOBS), People([ADA]), LINES.get)
    assert (version.person.name, version.person.mine) == ("Bob Marlowe", False)


def test_a_claim_that_is_gone_has_no_version() -> None:
    found = versions_of(group(MINE, BOBS), People(PEOPLE), {"mine": MINE}.get)
    assert [version.claim for version in found] == [MINE]


def test_my_newest_word_is_the_answer() -> None:
    answered = replace(BOBS, verdicts=(("cora", Verdict.REJECTED), ("ada", Verdict.AGREED)))
    (version,) = versions_of(group(BOBS), People(PEOPLE), {"bobs": answered}.get)
    assert version.answer is Verdict.AGREED


@pytest.mark.parametrize(
    ("picked", "answered", "hand"),
    [
        (None, (), "bobs"),
        ("coras", (), "coras"),
        ("mine", (), "bobs"),
        (None, ("bobs",), "coras"),
        ("bobs", ("bobs",), "bobs"),
        (None, ("bobs", "coras"), "bobs"),
    ],
)
def test_the_answer_is_for_the_picked_claim_or_the_first_open_one(
    picked: str | None, answered: tuple[str, ...], hand: str
) -> None:
    versions = [
        Version(person, line, answer=Verdict.AGREED if line.id in answered else None)
        for person, line in ((ADA, MINE), (BOB, BOBS), (CORA, CORAS))
    ]
    found = at_hand(versions, picked)
    assert found is not None
    assert found.id == hand


def test_neither_my_own_nor_withdrawn_claims_can_be_answered() -> None:
    assert (
        at_hand([Version(ADA, MINE), Version(BOB, replace(BOBS, withdrawn=True)), Version(CORA)], None)
        is None
    )
