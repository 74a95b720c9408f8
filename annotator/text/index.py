"""Which spans stand where: the index behind painting and clicking."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from annotator.model.spans import Span

K = TypeVar("K", bound=Hashable)

#: Spans of up to 64 code points share the finest grid.
_FINEST = 6


class SpanIndex(Generic[K]):
    """Spans under keys, asked by place; keys of equal spans come in the order they were put.

    Spans of similar length share a grid whose cells are at least as long as they are, and each is kept
    in the cell where it starts: what overlaps a range starts in one of its cells or in the one before.
    """

    def __init__(self, entries: Iterable[tuple[K, Span]] = ()) -> None:
        self._spans: dict[K, Span] = {}
        self._grids: dict[int, dict[int, dict[K, Span]]] = defaultdict(lambda: defaultdict(dict))
        for key, span in entries:
            self._spans[key] = span
        for key, span in self._spans.items():
            level = _level(span)
            self._grids[level][span.start >> level][key] = span

    def __len__(self) -> int:
        return len(self._spans)

    def __contains__(self, key: K) -> bool:
        return key in self._spans

    def __getitem__(self, key: K) -> Span:
        return self._spans[key]

    def put(self, key: K, span: Span) -> None:
        """Keep a span under a key, instead of the one it had."""
        if key in self._spans:
            self.remove(key)
        self._spans[key] = span
        level = _level(span)
        self._grids[level][span.start >> level][key] = span

    def remove(self, key: K) -> None:
        """Forget a key; KeyError where it is not kept."""
        span = self._spans.pop(key)
        level = _level(span)
        grid = self._grids[level]
        cell = span.start >> level
        del grid[cell][key]
        if not grid[cell]:
            del grid[cell]
        if not grid:
            del self._grids[level]

    def overlapping(self, start: int, end: int) -> list[K]:
        """The keys whose spans share a code point with `[start, end)`, by start, the longer first."""
        found = [(span.start, -span.end, key) for key, span in self._near(start, end)]
        found.sort(key=lambda entry: entry[:2])
        return [key for _, _, key in found]

    def at(self, offset: int) -> list[K]:
        """The keys whose spans hold the code point at `offset`, the shortest first."""
        found = sorted(self._near(offset, offset + 1), key=lambda entry: len(entry[1]))
        return [key for key, _ in found]

    def _near(self, start: int, end: int) -> Iterator[tuple[K, Span]]:
        for level, grid in self._grids.items():
            for cell in range((start >> level) - 1, ((end - 1) >> level) + 1):
                # `get`, for a look must not make cells.
                for key, span in grid.get(cell, {}).items():
                    if max(start, span.start) < min(end, span.end):
                        yield key, span


def _level(span: Span) -> int:
    """The power of two that is the cell size of the span's grid."""
    return max(_FINEST, (span.end - span.start - 1).bit_length())
