import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.index import SpanIndex

_SPANS = st.tuples(st.integers(0, 3_000), st.one_of(st.integers(0, 90), st.integers(0, 3_000))).map(
    lambda made: Span(made[0], made[0] + made[1])
)
_STEPS = st.lists(st.tuples(st.integers(0, 12), st.one_of(st.none(), _SPANS)), max_size=40)


def _shares(span: Span, start: int, end: int) -> bool:
    return bool(set(range(span.start, span.end)) & set(range(start, end)))


@given(_STEPS, st.lists(_SPANS, min_size=1, max_size=5), st.integers(0, 6_000))
def test_it_answers_as_a_look_at_every_span_would(
    steps: list[tuple[int, Span | None]], asked: list[Span], place: int
) -> None:
    index: SpanIndex[int] = SpanIndex()
    kept: dict[int, Span] = {}
    for key, span in steps:
        if key in kept:
            index.remove(key)
            del kept[key]
        if span is not None:
            index.put(key, span)
            kept[key] = span
    for query in asked:
        expected = [key for key, span in kept.items() if _shares(span, query.start, query.end)]
        expected.sort(key=lambda key: (kept[key].start, -kept[key].end))
        assert index.overlapping(query.start, query.end) == expected
    holding = [key for key, span in kept.items() if span.start <= place < span.end]
    assert [len(kept[key]) for key in index.at(place)] == sorted(len(kept[key]) for key in holding)
    assert set(index.at(place)) == set(holding)
    assert len(index) == len(kept)


def test_neighbours_do_not_overlap_and_the_longer_comes_first() -> None:
    index = SpanIndex([("inner", Span(5, 8)), ("outer", Span(5, 20)), ("before", Span(0, 5))])
    assert index.overlapping(5, 8) == ["outer", "inner"]
    assert index.overlapping(4, 5) == ["before"]
    assert index.overlapping(20, 30) == []
    assert index.overlapping(6, 6) == []
    assert index.at(5) == ["inner", "outer"]
    assert index.at(8) == ["outer"]


def test_equal_spans_come_in_the_order_they_were_put() -> None:
    index = SpanIndex((name, Span(3, 9)) for name in "zyx")
    assert index.overlapping(0, 100) == ["z", "y", "x"]
    assert index.at(3) == ["z", "y", "x"]


def test_a_key_has_one_span_and_can_be_asked_for_it() -> None:
    index = SpanIndex([("claim", Span(0, 5))])
    index.put("claim", Span(500, 900))
    assert index.overlapping(0, 100) == []
    assert index["claim"] == Span(500, 900)
    assert "claim" in index
    index.remove("claim")
    assert "claim" not in index
    assert index.overlapping(0, 1_000) == []
    with pytest.raises(KeyError):
        index.remove("claim")


def test_a_screenful_of_ten_thousand_claims_is_found_at_once() -> None:
    chance = random.Random(1)  # noqa: S311 - places, not secrets
    starts = [chance.randrange(999_000) for _ in range(10_000)]
    index = SpanIndex((n, Span(at, at + chance.choice([20, 60, 900]))) for n, at in enumerate(starts))
    index.put(-1, Span(0, 1_000_000))
    begin = time.perf_counter()
    for top in range(0, 1_000_000, 10_000):
        assert index.overlapping(top, top + 4_000)[0] == -1
    assert (time.perf_counter() - begin) / 100 < 0.003  # measured: 0.1 ms
