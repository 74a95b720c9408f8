import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge
from annotator.text.snap import is_word_edge, move_end, move_start, to_words, word_at
from tests.strategies import texts_with_spans

_SENTENCE = "He said, “Not one cent left,” twice – now."


def _snapped(text: str, selected: str) -> str:
    start = text.index(selected)
    return to_words(text, Span(start, start + len(selected))).cut(text)


@pytest.mark.parametrize(
    ("text", "selected", "expected"),
    [
        ("the mayor denied it", "yor den", "mayor denied"),
        ("the mayor denied it", " mayor ", "mayor"),
        ("a\n mayor \u00a0b", "\n mayor \u00a0", "mayor"),
        ("the workers don’t say", "n’", "don’t"),
        ("the workers don't say", "t", "the"),
        ("the workers don't say", "'t ", "don't"),
        ("the workers’ side", "work", "workers"),
        ("a well-known self‑made man", "known self", "well-known self‑made"),
        ("it cost 1,200.5, they say", "2", "1,200.5"),
        ("it cost 1,200.5, they say", "5,", "1,200.5,"),
        ("yes, 5,no", "n", "no"),
        ("at 12:30 in the U.S. house", "0 in the U", "12:30 in the U.S"),
        ("un e\u0301te\u0301 chaud", "t", "e\u0301te\u0301"),
        ("co\u00adoperate", "op", "co\u00adoperate"),
        ("one\u200btwo", "t", "two"),
        ("قال الوزيرُ إنه", "زي", "الوزيرُ"),
        ('דובר צה"ל מסר', "ה", 'צה"ל'),
        ('he "a"b', "a", "a"),
        ("市长否认了指控", "否", "否"),
        ("市长A4否认", "A", "A4"),
        ("ひらがな", "ら", "ら"),
        ("한국어는", "국", "국"),
        ("ไทย", "ท", "ท"),
        ("ok 👩‍👩‍👧 ok", "\u200d👩", "👩‍👩‍👧"),
        ("“Not one”", "Not", "Not"),
        ("“Not one”", "“N", "“Not"),
        ("x_1 = 2", "1", "x_1"),
    ],
)
def test_a_selection_takes_whole_words(text: str, selected: str, expected: str) -> None:
    assert _snapped(text, selected) == expected


@pytest.mark.parametrize("span", [Span(1, 3), Span(2, 2), Span(0, 0)])
def test_white_space_alone_is_no_selection(span: Span) -> None:
    assert to_words("a  b", span) == Span(span.start, span.start)


@given(texts_with_spans(empty=True))
def test_words_are_whole_and_stay_as_they_are(given_span: tuple[str, Span]) -> None:
    text, span = given_span
    found = to_words(text, span)
    assert bool(found) == bool(span.cut(text).strip())
    assert to_words(text, found) == found
    assert is_word_edge(text, found.start) or not found
    assert is_word_edge(text, found.end) or not found
    assert is_grapheme_edge(text, found.start)
    assert is_grapheme_edge(text, found.end)
    stripped = span.cut(text).strip()
    assert stripped in found.cut(text)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("one two", 0, "one"),
        ("one two", 2, "one"),
        ("one two", 3, "one"),
        ("one two", 4, "two"),
        ("one two", 7, "two"),
        ("one  two", 4, ""),
        ("one, two", 3, "one"),
        ("one ” two", 4, "”"),
        ("市长", 1, "长"),
        ("", 0, ""),
    ],
)
def test_the_word_at_a_place(text: str, offset: int, expected: str) -> None:
    found = word_at(text, offset)
    assert found.cut(text) == expected
    assert found or found.start == offset


def _moves(move: str, span: Span) -> list[str]:
    """What the span holds after each step until nothing moves."""
    step, forward = {"start": move_start, "end": move_end}[move.split()[0]], move.endswith("forward")
    seen = []
    while (moved := step(_SENTENCE, span, forward)) != span:
        span = moved
        seen.append(span.cut(_SENTENCE))
    return seen


def test_edges_move_by_words_past_signs_a_claim_does_not_begin_or_end_with() -> None:
    one = Span(14, 17)
    assert one.cut(_SENTENCE) == "one"
    assert _moves("start back", one) == ["Not one", "“Not one", "said, “Not one", "He said, “Not one"]
    assert _moves("end forward", one) == [
        "one cent",
        "one cent left",
        "one cent left,”",
        "one cent left,” twice",
        "one cent left,” twice – now",
        "one cent left,” twice – now.",
    ]
    whole = Span(14, 29)
    assert whole.cut(_SENTENCE) == "one cent left,”"
    assert _moves("start forward", whole) == ["cent left,”", "left,”"]
    assert _moves("end back", whole) == ["one cent left", "one cent", "one"]


@given(texts_with_spans(), st.booleans())
def test_moved_edges_stay_on_words_and_leave_something(given_span: tuple[str, Span], forward: bool) -> None:
    text, selected = given_span
    span = to_words(text, selected)
    if not span:
        return
    for moved in (move_start(text, span, forward), move_end(text, span, forward)):
        assert moved
        assert moved.end <= len(text)
        assert is_word_edge(text, moved.start)
        assert is_word_edge(text, moved.end)
    assert move_start(text, span, forward).end == span.end
    assert move_end(text, span, forward).start == span.start
    assert forward == (move_start(text, span, forward).start > span.start) or (
        move_start(text, span, forward) == span
    )
