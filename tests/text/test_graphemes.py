import pytest
import regex
from hypothesis import given

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge, to_graphemes
from tests.strategies import texts, texts_with_spans


def edges(text: str) -> set[int]:
    """All edges, found by going through the whole text."""
    return {0} | {cluster.end() for cluster in regex.finditer(r"\X", text)}


@given(texts())
def test_a_look_around_finds_the_edges_of_a_walk_through_all(text: str) -> None:
    assert {at for at in range(len(text) + 1) if is_grapheme_edge(text, at)} == edges(text)


@given(texts_with_spans(empty=True))
def test_spans_grow_to_the_nearest_edges(given_span: tuple[str, Span]) -> None:
    text, span = given_span
    found = to_graphemes(text, span)
    assert found.start == max(at for at in edges(text) if at <= span.start)
    assert found.end == (min(at for at in edges(text) if at >= span.end) if span else found.start)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("ae\u0301b", Span(2, 3), Span(1, 3)),
        ("ae\u0301b", Span(0, 2), Span(0, 3)),
        ("🇩🇪🇫🇷🇪🇸", Span(3, 4), Span(2, 4)),
        ("a👩‍👩‍👧b", Span(3, 4), Span(1, 6)),
        ("a\r\nb", Span(0, 2), Span(0, 3)),
        ("abc", Span(1, 2), Span(1, 2)),
    ],
)
def test_examples_by_hand(text: str, span: Span, expected: Span) -> None:
    assert to_graphemes(text, span) == expected
