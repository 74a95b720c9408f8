"""What a reader takes for one character: grapheme clusters, looked for around a place only."""

import re
from functools import cache

from annotator.model.spans import Span

_PLAIN_PAIR = r"\p{Grapheme_Cluster_Break=Other}{2}"
_CLUSTER = r"\X"


def is_grapheme_edge(text: str, offset: int) -> bool:
    """Whether no grapheme cluster of the text is cut at a code point offset."""
    return offset == _edge_before(text, offset)


def to_graphemes(text: str, span: Span) -> Span:
    """The span with both ends moved outward to edges of grapheme clusters; an empty one stays empty.

    Clusters are the extended ones of Unicode's UAX #29.
    """
    start = _edge_before(text, span.start)
    if not span:
        return Span(start, start)
    end = _edge_before(text, span.end)
    return Span(start, span.end if end == span.end else _cluster_end(text, end))


def _edge_before(text: str, offset: int) -> int:
    """The last edge at or before `offset`."""
    edge = offset
    while 0 < edge < len(text) and not _surely_apart(text[edge - 1], text[edge]):
        edge -= 1
    # From an edge beyond doubt, whole clusters lead back to the place asked for.
    while edge < offset and (following := _cluster_end(text, edge)) <= offset:
        edge = following
    return edge


def _surely_apart(before: str, after: str) -> bool:
    """Whether two neighbours never share a cluster, whatever stands around them."""
    if before.isascii() and after.isascii():
        return before != "\r"
    return _compiled(_PLAIN_PAIR).fullmatch(before + after) is not None


def _cluster_end(text: str, start: int) -> int:
    found = _compiled(_CLUSTER).match(text, start)
    assert found is not None
    return found.end()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of `regex`, which can do what `re` can."""
    # It takes longer to import than all else here, and English text seldom needs it.
    import regex  # type: ignore[import-untyped]  # it comes without types

    compiled: re.Pattern[str] = regex.compile(pattern)
    return compiled
