"""A place in a canonical text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range `[start, end)` of a text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words of `text` that stand in the span."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Spans(Sequence[Span]):
    """Many spans in order, each made when it is asked for: a long text has ten thousand sentences."""

    def __init__(self, bounds: Sequence[Sequence[int]]) -> None:
        """`bounds` holds `[start, end]` for each."""
        self._bounds = bounds

    def __len__(self) -> int:
        return len(self._bounds)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> "Spans": ...

    def __getitem__(self, index: int | slice) -> "Span | Spans":
        if isinstance(index, slice):
            return Spans(self._bounds[index])
        start, end = self._bounds[index]
        return Span(start, end)
