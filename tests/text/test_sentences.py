import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge
from annotator.text.sentences import sentence_at, sentences, sentences_in, statement
from tests.strategies import texts


def _cut(text: str) -> list[str]:
    return [sentence.cut(text) for sentence in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The mayor left.", "She stayed."],
        ["Hi 😀 there.", "It is 🇩🇪 great.", "Über alles."],
        ["1. The mayor resigned.", "2. The board met."],
        ["a) First thing.", "b) Second thing."],
        ["He lives in Ft. Worth.", "He left."],
        ["Sen. Warren, Rep. Lee and Lt. Gov. Brown agreed.", "Gen. Smith did not."],
        ["“Why?” he asked.", "She left."],
        ["He works at Yahoo! and likes it.", "She does not."],
        ["(The firm denied it.)", "Then the mayor left."],
        ["He met Mr. Poe (of Acme Inc.) Monday.", "She did not."],
        ["The U.S. Senate met at 5 p.m.", "It adjourned."],
        ["It cost $1.5 million.", "No. 5 was sold."],
        ["Then he left.", "“We won.", "We will win."],
        ["Then he left.", '"We won.', "We will win."],
        ["He said: “We won. We will win.”", "They cheered."],
        ["La Sra. López y el Sr. García lo negaron.", "Las actas y los recibos no."],
        ["Das ist z. B. nicht von der Fa. Meier.", "Am 5. Mai kam Dr. Müller und ging."],
        ["Он сказал, что нет, т. е. почти ничего.", "Мэр ушёл."],
        ["قال الوزير إنه لم يفعل.", "هل هذا صحيح؟", "نعم."],
    ],
)
def test_sentences_of_one_paragraph(expected: list[str]) -> None:
    assert _cut(" ".join(expected)) == expected


def test_chinese_needs_no_spaces() -> None:
    assert _cut("市长否认了指控。他说：“我没有收钱。”记者问道。") == [
        "市长否认了指控。",
        "他说：“我没有收钱。”",
        "记者问道。",
    ]


def test_signs_alone_are_no_sentence_and_accents_stay_with_what_they_stand_on() -> None:
    assert _cut("他走了。😀") == ["他走了。😀"]
    assert _cut("他走了。\u0301她") == ["他走了。\u0301她"]
    assert _cut(" \u0301A.") == [" \u0301A."]


def test_a_newline_ends_a_sentence_and_white_space_is_in_none() -> None:
    text = "\n\n  A heading \n\u00a0He left.  She stayed. \n\n"
    assert _cut(text) == ["A heading", "He left.", "She stayed."]
    assert _cut(" \n ") == []


@given(texts())
def test_all_that_is_no_white_space_lies_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    covered = {at for sentence in found for at in range(sentence.start, sentence.end)}
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= covered
    for sentence in found:
        assert "\n" not in sentence.cut(text)
        assert is_grapheme_edge(text, sentence.start)
        assert is_grapheme_edge(text, sentence.end)


def test_long_paragraphs_are_cut_as_short_ones_are() -> None:
    one = "The mayor of 😀 town left. She said “it is so. Not so,” and went. "
    assert _cut(one * 300) == _cut(one) * 300


@pytest.mark.parametrize(
    "unit",
    ["The mayor left the hall early. ", "市长否认。他说：“没有。”", "😀. ", "(a ", '"', "a@b.c ", "\n"],
)
def test_a_long_text_does_not_take_for_ever(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    begin = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - begin < 5  # measured: 0.02 to 0.4 s; without windows the second takes 10 s


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor left.", "The mayor left"),
        ("市长否认了指控。", "市长否认了指控"),
        ("وہ گیا۔", "وہ گیا"),
        ("Why?", "Why?"),
        ("No!", "No!"),
        ("It was in the U.S.", "It was in the U.S."),
        ("It rose by 5.5.", "It rose by 5.5"),
        ("They went...", "They went..."),
        ("“Not one cent.”", "“Not one cent.”"),
        ("“We won.", "We won"),
        ("We will win.”", "We will win"),
        ("We will win again,” he said.", "We will win again,” he said"),
        ("“We won,” he said.", "“We won,” he said"),
        ('"We won.', "We won"),
        ("(“We won.", "We won"),
        ("It said so (twice).", "It said so (twice)"),
        ("It said so.)", "It said so"),
        ("the dogs of the workers’.", "the dogs of the workers’"),
        ("“", "“"),
        (".", "."),
    ],
)
def test_a_statement_drops_the_stop_and_lonely_marks(sentence: str, expected: str) -> None:
    text = f"Before. {sentence} After."
    span = Span(8, 8 + len(sentence))
    assert statement(text, span).cut(text) == expected


@given(texts())
def test_a_statement_lies_in_its_sentence(text: str) -> None:
    for sentence in sentences(text):
        found = statement(text, sentence)
        assert found
        assert sentence.contains(found)
        assert is_grapheme_edge(text, found.start)
        assert is_grapheme_edge(text, found.end)


def test_the_sentence_at_a_place() -> None:
    found = [Span(2, 5), Span(6, 9), Span(9, 12)]
    places = [None, None, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, None]
    assert [sentence_at(found, at) for at in range(14)] == [
        None if place is None else found[place] for place in places
    ]
    assert sentence_at([], 0) is None


@given(texts(), st.integers(0, 200))
def test_a_place_in_a_sentence_finds_it(text: str, offset: int) -> None:
    found = sentences(text)
    holding = [sentence for sentence in found if sentence.start <= offset < sentence.end]
    ending = [sentence for sentence in found if sentence.end == offset]
    assert sentence_at(found, offset) == next(iter(holding or ending), None)


@given(texts(), st.data())
def test_the_sentences_in_a_span_are_those_that_overlap_it(text: str, data: st.DataObject) -> None:
    found = list(sentences(text))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    span = Span(start, end)
    assert list(sentences_in(found, span)) == [each for each in found if len(span) and each.overlaps(span)]
