"""At which height below the words each claim's underline runs."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping
from typing import TypeVar

from annotator.model.spans import Span

K = TypeVar("K", bound=Hashable)

#: How many underlines find room between two lines of text.
HEIGHTS = 4


def levels(spans: Mapping[K, Span]) -> dict[K, int]:
    """A height for each span, 0 nearest to the words: spans that overlap get different ones.

    Shorter spans come nearer, as brackets nest; what finds no free height shares the last one.
    """
    rows: list[list[Span]] = [[] for _ in range(HEIGHTS)]
    heights = {}
    for key, span in sorted(spans.items(), key=lambda entry: (len(entry[1]), entry[1].start)):
        heights[key] = _first_free(rows, span)
    return heights


def _first_free(rows: list[list[Span]], span: Span) -> int:
    """Take the first row where nothing overlaps the span; the rows hold disjoint spans in order."""
    for height, row in enumerate(rows):
        place = bisect_left(row, span)
        after_ends = place == len(row) or row[place].start >= span.end
        if after_ends and (place == 0 or row[place - 1].end <= span.start):
            row.insert(place, span)
            return height
    return HEIGHTS - 1
