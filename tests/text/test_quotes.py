import time

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.quotes import find_quote
from tests.strategies import spans_in, texts

TEXT = "He said no. She said no. They said no to it."


def test_of_several_places_the_surroundings_say_which() -> None:
    assert find_quote(TEXT, "said no", prefix="She ") == Span(16, 23)
    assert find_quote(TEXT, "said no", suffix=" to it") == Span(30, 37)
    assert find_quote(TEXT, "said no", prefix="nothing like it ", near=20) == Span(16, 23)
    assert find_quote(TEXT, "said no", near=99) == Span(30, 37)
    assert find_quote(TEXT, "said no") == Span(3, 10)


def test_what_does_not_stand_there_is_not_found() -> None:
    assert find_quote(TEXT, "said yes") is None
    assert find_quote(TEXT, "") is None


@given(data=st.data(), text=texts(min_size=1))
def test_any_words_of_a_text_are_found_where_they_are_said_to_stand(data: st.DataObject, text: str) -> None:
    span = data.draw(spans_in(text))
    prefix, suffix = text[: span.start], text[span.end :]
    assert find_quote(text, span.cut(text), prefix, suffix, span.start) == span


def test_a_letter_that_stands_everywhere_does_not_hold_it_up() -> None:
    before = time.process_time()
    for near in range(100):
        find_quote("a" * 1_000_000, "a", "b" * 32, "c" * 32, near)
    assert time.process_time() - before < 2
