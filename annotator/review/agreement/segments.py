"""A person's claims as a line of segments that do not overlap, which measures on characters need."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from annotator.model.comparing import Marked
from annotator.model.enums import Tag

#: The tags that a stretch of text bears for one person; none in the gaps between claims.
Value = frozenset[Tag]
GAP: Value = frozenset()

#: Start and end in code points, and the tags between.
Segment = tuple[int, int, Value]


def segments(claims: Iterable[Marked], length: int) -> list[Segment]:
    """One person's text from 0 to `length` with its gaps, cut where the set of tags changes.

    It is cut too where claims lie side by side and none of the person's claims reaches across. So two claims
    next to each other are two units, and claims that overlap never count as marked by two people.
    """
    edges = []
    for claim in claims:
        edges += [(claim.span.start, 1, claim.tag), (claim.span.end, -1, claim.tag)]
    found: list[Segment] = []
    reaching = dict.fromkeys(Tag, 0)
    start, value, open_ = 0, GAP, 0
    for offset, here in groupby(sorted(edges), itemgetter(0)):
        across = open_
        for _, step, tag in here:  # what ends comes before what begins
            reaching[tag] += step
            open_ += step
            across = min(across, open_)
        after = frozenset([tag for tag, n in reaching.items() if n])
        if after != value or not across:
            if start < offset:
                found.append((start, offset, value))
            start, value = offset, after
    if start < length:
        found.append((start, length, value))
    return found
