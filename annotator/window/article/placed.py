"""Spans in order that do not overlap: sentences ticked off, places found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from annotator.model.spans import Span


class PlacedSpans:
    """Finds which of many disjoint spans stand where; offsets are code points."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)

    def __bool__(self) -> bool:
        return bool(self._spans)

    def __contains__(self, span: Span) -> bool:
        place = bisect_left(self._spans, span.start, key=lambda each: each.start)
        return place < len(self._spans) and self._spans[place] == span

    def overlapping(self, start: int, end: int) -> Iterator[Span]:
        """Those that share a code point with `[start, end)`, in order."""
        first = bisect_right(self._spans, start, key=lambda span: span.end)
        for place in range(first, len(self._spans)):
            if self._spans[place].start >= end:
                return
            yield self._spans[place]


def without(span: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of a span once the holes, which may overlap, are taken out of it."""
    left: list[Span] = []
    start = span.start
    for hole in sorted(holes, key=lambda each: each.start):
        if hole.start >= span.end:
            break
        if hole.start > start:
            left.append(Span(start, hole.start))
        start = max(start, hole.end)
    return [*left, Span(start, span.end)] if start < span.end else left
