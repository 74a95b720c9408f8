"""Spans asked by place, and what is left of a span without some of it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.window.article.placed import PlacedSpans, without

CUTS = st.lists(st.integers(0, 60), max_size=20, unique=True).map(sorted)


def disjoint(cuts: list[int]) -> list[Span]:
    """Every other stretch between the cuts."""
    return [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


@given(cuts=CUTS, start=st.integers(0, 60), length=st.integers(1, 20))
def test_those_that_overlap_a_stretch_are_found_in_order(cuts: list[int], start: int, length: int) -> None:
    spans = disjoint(cuts)
    stretch = Span(start, start + length)
    found = list(PlacedSpans(reversed(spans)).overlapping(stretch.start, stretch.end))
    assert found == [span for span in spans if span.overlaps(stretch)]


@given(cuts=CUTS, start=st.integers(0, 60), length=st.integers(1, 20))
def test_a_span_is_in_if_it_is_one_of_them(cuts: list[int], start: int, length: int) -> None:
    spans = disjoint(cuts)
    span = Span(start, start + length)
    assert (span in PlacedSpans(spans)) == (span in spans)
    assert all(each in PlacedSpans(spans) for each in spans)


@given(
    start=st.integers(0, 30),
    length=st.integers(0, 20),
    holes=st.lists(st.tuples(st.integers(0, 50), st.integers(1, 10)), max_size=6),
)
def test_without_leaves_exactly_the_characters_outside_the_holes(
    start: int, length: int, holes: list[tuple[int, int]]
) -> None:
    span = Span(start, start + length)
    spans = [Span(begin, begin + size) for begin, size in holes]
    left = without(span, spans)
    kept = [place for part in left for place in range(part.start, part.end)]
    expected = [
        place
        for place in range(span.start, span.end)
        if not any(hole.start <= place < hole.end for hole in spans)
    ]
    assert kept == expected
    assert all(left)
