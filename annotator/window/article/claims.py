"""The claims of the page, asked by place."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.index import SpanIndex
from annotator.window.article.levels import levels

#: The id of the mark that stands for a claim until it is kept.
PENDING = ""


class PageClaims:
    """The article's claims and the names of their sources by place; offsets are code points.

    A pending mark is drawn as the claim will be, but is none yet: it has no letter and cannot be picked.
    Claims of people who are not `shown` (ids, None for everybody) have no place and cannot be found by it.
    """

    def __init__(self, lines: Iterable[ClaimLine] = (), shown: frozenset[str] | None = None) -> None:
        every = {line.id: line for line in lines}
        self._theirs = sum(not line.mine for line in every.values())
        self._shown = shown
        self._lines, self._aside = every, dict[str, ClaimLine]()
        if shown is not None:
            self._aside = {name: line for name, line in every.items() if not self._shows(line)}
            self._lines = {name: line for name, line in every.items() if name not in self._aside}
        self._places = SpanIndex((line.id, line.span) for line in self._lines.values())
        self._names = SpanIndex(
            ((line.id, number), name)
            for line in self._lines.values()
            for number, name in enumerate(line.names)
        )
        self._heights: dict[str, int] = {}
        self._order: list[tuple[int, int, str]] | None = None

    def __len__(self) -> int:
        return len(self._lines) - (PENDING in self._lines)

    @property
    def every(self) -> Iterator[ClaimLine]:
        """All claims there are, whether they are told of or not."""
        yield from (line for line in self._lines.values() if line.id != PENDING)
        yield from self._aside.values()

    @property
    def shown(self) -> frozenset[str] | None:
        """The ids of the people whose claims are told of; None for everybody's."""
        return self._shown

    @property
    def has_others(self) -> bool:
        """Whether somebody else has marked here, told of or not: it must be said then whose is whose."""
        return self._theirs > 0

    @property
    def pending(self) -> ClaimLine | None:
        """The mark that stands for a claim until it is kept."""
        return self._lines.get(PENDING)

    def put_pending(self, span: Span, tag: Tag) -> None:
        """Let a mark stand for a claim until `update` or `inherit` finds the claim there."""
        self.drop_pending()
        self._put(ClaimLine(PENDING, tag, span, "", (), (), 0, False, "", True, False))

    def drop_pending(self) -> None:
        """Take the mark away, if there is one."""
        self._forget(PENDING)
        self._heights.clear()

    def inherit(self, before: "PageClaims") -> None:
        """Take the mark over from other claims of the same page, unless its claim is here."""
        mark = before.pending
        if mark is not None and not any(_is_kept(mark, line) for line in self._lines.values()):
            self.put_pending(mark.span, mark.tag)

    def update(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Put or replace some claims and take others away; unknown ids among `removed` are fine."""
        for claim_id in removed:
            self._forget(claim_id)
        mark = self.pending
        for line in changed:
            self._forget(line.id)
            self._put(line)
            if mark is not None and _is_kept(mark, line):
                self._forget(PENDING)
        self._heights.clear()

    def get(self, claim_id: str | None) -> ClaimLine | None:
        """The claim, or None where the page has none by that id."""
        return self._lines.get(claim_id) if claim_id is not None else None

    def overlapping(self, start: int, end: int) -> list[ClaimLine]:
        """The claims that share a code point with `[start, end)`, in text order, the longer first."""
        return [self._lines[claim_id] for claim_id in self._places.overlapping(start, end)]

    def at(self, offset: int) -> list[str]:
        """The ids of the claims that hold the character, innermost first."""
        return [claim_id for claim_id in self._places.at(offset) if claim_id != PENDING]

    def within(self, start: int, end: int) -> list[ClaimLine]:
        """The claims that share a code point with `[start, end)`, without the pending mark."""
        return [line for line in self.overlapping(start, end) if line.id != PENDING]

    def rank(self, claim: ClaimLine) -> int:
        """Which of the article's claims it is in text order, from 1."""
        if self._order is None:
            self._order = sorted(text_order(line) for line in self._lines.values() if line.id != PENDING)
        return bisect_left(self._order, text_order(claim)) + 1

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

    def _shows(self, line: ClaimLine) -> bool:
        return self._shown is None or line.author in self._shown or line.id == PENDING

    def _put(self, line: ClaimLine) -> None:
        self._theirs += not line.mine
        if not self._shows(line):
            self._aside[line.id] = line
            return
        self._lines[line.id] = line
        self._places.put(line.id, line.span)
        for number, name in enumerate(line.names):
            self._names.put((line.id, number), name)
        if self._order is not None and line.id != PENDING:
            insort(self._order, text_order(line))

    def _forget(self, claim_id: str) -> None:
        line = self._lines.pop(claim_id, None)
        aside = self._aside.pop(claim_id, None) if line is None else None
        self._theirs -= any(not gone.mine for gone in (line, aside) if gone is not None)
        if line is None:
            return
        self._places.remove(claim_id)
        for number in range(len(line.names)):
            self._names.remove((claim_id, number))
        if self._order is not None and claim_id != PENDING:
            del self._order[bisect_left(self._order, text_order(line))]


def text_order(claim: ClaimLine) -> tuple[int, int, str]:
    """What claims are put in order by: where they begin, the longer first."""
    return claim.span.start, -claim.span.end, claim.id


def _is_kept(mark: ClaimLine, claim: ClaimLine) -> bool:
    return claim.mine and (claim.span, claim.tag) == (mark.span, mark.tag)
