from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.writers.passages import LONGEST, Passage, passages
from annotator.model.spans import Span
from tests.strategies import spans_in, texts


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts(min_size=1))
    return text, draw(st.lists(spans_in(text, empty=True), max_size=6))


def shown(found: list[Passage]) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(piece.words, piece.over) for piece in passage.pieces] for passage in found]


@given(marked())
def test_nothing_of_the_text_is_lost_but_what_parts_paragraphs(given_):
    text, spans = given_
    words = [passage.words for passage in passages(text, spans)]
    place = 0
    for paragraph in words:
        found = text.index(paragraph, place)
        assert not text[place:found].strip()
        place = found + len(paragraph)
    assert not text[place:].strip()


@given(marked())
def test_each_claim_begins_and_ends_once_and_covers_its_words(given_):
    text, spans = given_
    begun: list[int] = []
    ended: list[int] = []
    covered = dict.fromkeys(range(1, len(spans) + 1), "")
    for passage in passages(text, spans):
        for piece in passage.pieces:
            begun += piece.begin
            open_now = [number for number in begun if number not in ended]
            assert sorted(piece.over) == sorted(open_now)
            for number in piece.over:
                covered[number] += piece.words
            ended += piece.end
    assert sorted(begun) == sorted(ended) == sorted(covered)
    for number, words in covered.items():
        # Of its words only blanks between paragraphs may be missing.
        assert "".join(words.split()) == "".join(spans[number - 1].cut(text).split())


def test_overlaps_and_nesting():
    #       0123456789
    text = "abcdefghij"
    spans = [Span(0, 6), Span(2, 4), Span(4, 8)]
    assert shown(list(passages(text, spans))) == [
        [("ab", (1,)), ("cd", (1, 2)), ("ef", (1, 3)), ("gh", (3,)), ("ij", ())]
    ]


def test_a_claim_over_two_paragraphs_and_one_between_them():
    text = "ab\n\ncd"
    first, second = passages(text, [Span(1, 5), Span(2, 4), Span(3, 3)])
    assert [(piece.words, piece.over, piece.begin, piece.end) for piece in first.pieces] == [
        ("a", (), (), ()),
        ("b", (1,), (1,), ()),
    ]
    assert [(piece.words, piece.over, piece.begin, piece.end) for piece in second.pieces] == [
        ("", (1, 2, 3), (2, 3), (2, 3)),
        ("c", (1,), (), (1,)),
        ("d", (), (), ()),
    ]
    assert second.begun == (2, 3)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("one\ntwo\nthree", ["one", "two", "three"]),
        ("one\n \t\n\ntwo\n", ["one", "two\n"]),
        ("one\ntwo\n\n", ["one", "two"]),
        ("\n\n", ["\n\n"]),
        ("", [""]),
    ],
)
def test_paragraphs(text, paragraphs):
    assert [passage.words for passage in passages(text, [])] == paragraphs


def test_ten_thousand_claims_in_one_paragraph():
    text = "word " * 50_000
    spans = [Span(n * 25, n * 25 + 24) for n in range(10_000)]
    began = perf_counter()
    parts = list(passages(text, spans))
    assert perf_counter() - began < 2  # 0.1 s; a walk through all claims at each would take a minute
    assert [number for part in parts for number in part.begun] == list(range(1, 10_001))


def test_what_is_too_long_for_one_paragraph_is_parted_between_sentences():
    text = "This is a sentence. " * 1_200 + "x" * LONGEST * 2 + "\n\nshort"
    parts = [passage.words for passage in passages(text, ())]
    assert all(len(part) <= LONGEST for part in parts)
    assert parts[0].endswith("a sentence.")
    assert parts[1].startswith("This is")
    assert parts[-1] == "short"
    assert "".join("".join(parts).split()) == "".join(text.split())
