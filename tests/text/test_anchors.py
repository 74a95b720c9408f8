from hypothesis import given

from annotator.model.spans import Span
from annotator.text.anchors import CONTEXT, context, holds
from tests.strategies import texts_with_spans


@given(texts_with_spans())
def test_context_and_quote_stand_side_by_side_in_the_text(given_span: tuple[str, Span]) -> None:
    text, span = given_span
    before, after = context(text, span)
    assert before + span.cut(text) + after in text
    assert len(before) == min(CONTEXT, span.start)
    assert len(after) == min(CONTEXT, len(text) - span.end)
    assert holds(text, span, span.cut(text))
    assert not holds(text, span, span.cut(text) + "x")


def test_context_counts_characters_and_not_units() -> None:
    text = "😀" * 40 + "quote" + "é" * 40
    assert context(text, Span(40, 45)) == ("😀" * 32, "é" * 32)


def test_a_quote_is_held_letter_by_letter() -> None:
    assert holds("the mayor", Span(4, 9), "mayor")
    assert not holds("the mayor", Span(4, 9), "Mayor")
    assert not holds("the mayor", Span(3, 8), "mayor")
    assert not holds("the mayor", Span(4, 12), "mayor")
    assert not holds("e\u0301", Span(0, 2), "é")
