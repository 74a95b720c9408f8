"""The claims of the page, asked by place."""

from collections.abc import Iterable

from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.index import SpanIndex
from annotator.window.article.levels import levels


class PageClaims:
    """The article's claims and the names of their sources by place; offsets are code points."""

    def __init__(self, lines: Iterable[ClaimLine] = ()) -> None:
        self._lines = {line.id: line for line in lines}
        self._places = SpanIndex((line.id, line.span) for line in self._lines.values())
        self._names = SpanIndex(
            ((line.id, number), name)
            for line in self._lines.values()
            for number, name in enumerate(line.names)
        )
        self._heights: dict[str, int] = {}

    def update(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Put or replace some claims and take others away; unknown ids among `removed` are fine."""
        for claim_id in removed:
            self._forget(claim_id)
        for line in changed:
            self._forget(line.id)
            self._lines[line.id] = line
            self._places.put(line.id, line.span)
            for number, name in enumerate(line.names):
                self._names.put((line.id, number), name)
        self._heights.clear()

    def get(self, claim_id: str | None) -> ClaimLine | None:
        """The claim, or None where the page has none by that id."""
        return self._lines.get(claim_id) if claim_id is not None else None

    def overlapping(self, start: int, end: int) -> list[ClaimLine]:
        """The claims that share a code point with `[start, end)`, in text order, the longer first."""
        return [self._lines[claim_id] for claim_id in self._places.overlapping(start, end)]

    def at(self, offset: int) -> list[str]:
        """The ids of the claims that hold the character, innermost first."""
        return self._places.at(offset)

    def names(self, start: int, end: int) -> list[Span]:
        """Where sources are named between two offsets."""
        return [self._names[key] for key in self._names.overlapping(start, end)]

    def height(self, claim: ClaimLine) -> int:
        """The height of the claim's underline, 0 nearest to the words."""
        if claim.id not in self._heights:
            self._heights.update(levels(self._entangled(claim.span)))
        return self._heights[claim.id]

    def _entangled(self, span: Span) -> dict[str, Span]:
        """All that overlaps the span, what overlaps those, and so on: they share out the heights."""
        while True:
            found = {
                claim_id: self._places[claim_id]
                for claim_id in self._places.overlapping(span.start, span.end)
            }
            wider = Span(
                min((each.start for each in found.values()), default=span.start),
                max((each.end for each in found.values()), default=span.end),
            )
            if wider == span:
                return found
            span = wider

    def _forget(self, claim_id: str) -> None:
        line = self._lines.pop(claim_id, None)
        if line is None:
            return
        self._places.remove(claim_id)
        for number in range(len(line.names)):
            self._names.remove((claim_id, number))
