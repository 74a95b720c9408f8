import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.canonical import canonical
from annotator.text.positions import Positions
from tests.strategies import raw_texts

UNKEPT = "\x00" + "".join(map(chr, range(0xD800, 0xE000)))


@pytest.mark.parametrize(
    ("raw", "words", "start"),
    [
        ("One\r\n\r\ntwo", "two", 5),
        ("\ufeff\ufeffOne two", "two", 4),
        ("\x00\ufeffOne\x00 two", "two", 4),
        ("One\r\x00\ntwo", "two", 4),
        ("One\u2028two\u2029", "two", 4),
        ("One\rtwo", "two", 4),
        ("a\ud83d two", "two", 2),
        ("One \ufefftwo", "two", 5),  # one that does not stand at the beginning stays
        ("🚢\r\n😀 two", "two", 4),
    ],
)
def test_words_are_found_where_they_stand_in_the_canonical_text(raw: str, words: str, start: int) -> None:
    made = Positions(raw)
    at = raw.index(words)
    assert made.span(at, at + len(words)) == Span(start, start + len(words))
    assert made.text[start : start + len(words)] == words


def test_what_is_no_span_of_the_text_is_none() -> None:
    made = Positions("One\r\ntwo")
    assert [made.span(-1, 2), made.span(3, 2), made.span(0, 9), made.span(9, 9)] == [None] * 4
    assert made.span(0, 8) == Span(0, 7)
    assert made.span(4, 4) == Span(3, 3)  # in the middle of what is one newline now


@given(raw=raw_texts(), ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_every_span_holds_the_same_words(raw: str, ends: tuple[int, int]) -> None:
    """Its ends stand behind as many code points as are left of those before them, counted one by one."""
    start, end = sorted(min(one, len(raw)) for one in ends)
    made = Positions(raw)
    span = made.span(start, end)
    assert span is not None
    assert made.text == canonical(raw)
    assert (span.start, span.end) == (kept(raw, start), kept(raw, end))


def kept(raw: str, position: int) -> int:
    """How many code points of the canonical text come from before a position, counted one by one."""
    count, begun = 0, False
    for at in range(position):
        one, rest = raw[at], raw[at + 1 :].lstrip(UNKEPT)
        if one in UNKEPT or (not begun and one in "\ufeff\ufffe"):
            continue
        begun = True
        count += not (one == "\r" and rest.startswith("\n"))
    return count
