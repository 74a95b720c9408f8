"""Underlines of claims that overlap run at different heights."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.window.article.levels import HEIGHTS, levels

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(st.dictionaries(st.integers(), spans, max_size=25))
def test_spans_that_overlap_share_a_height_only_where_none_is_free(found: dict[int, Span]) -> None:
    heights = levels(found)
    assert heights.keys() == found.keys()
    for key, span in found.items():
        others = [heights[other] for other, place in found.items() if other != key and place.overlaps(span)]
        assert 0 <= heights[key] < HEIGHTS
        if heights[key] in others:
            assert heights[key] == HEIGHTS - 1


def test_brackets_nest_with_the_inner_one_nearest() -> None:
    assert levels({"outer": Span(0, 30), "inner": Span(5, 10), "apart": Span(40, 45)}) == {
        "inner": 0,
        "outer": 1,
        "apart": 0,
    }


def test_spans_that_only_touch_share_a_height() -> None:
    assert levels({"one": Span(0, 5), "next": Span(5, 9)}) == {"one": 0, "next": 0}
