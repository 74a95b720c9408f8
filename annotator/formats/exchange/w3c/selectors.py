"""Where a Web Annotation points: its source, and the passage by quote and by position.

Format: Web Annotation Data Model, W3C Recommendation of 23 February 2017, sections 3.2 and 4.2.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.formats.exchange.loading import Object, a_list, an_object, raw, words
from annotator.formats.exchange.marks import Tally, span_of
from annotator.model.spans import Span

#: Selectors in selectors that are looked into; nobody nests more.
_DEPTH = 4

#: Selectors that point into a page as a browser has it, which is not here. They mostly stand beside a quote.
_UNUSABLE = frozenset(
    (
        "RangeSelector",
        "XPathSelector",
        "FragmentSelector",
        "CssSelector",
        "DataPositionSelector",
        "SvgSelector",
    )
)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a target names: an IRI, and in it a passage if there is one."""

    source: str
    span: Span | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    whole: bool = False


def pointed(target: object, tally: Tally) -> Pointed:
    """What one target of an annotation points to; `whole` where no part of the source is chosen."""
    if isinstance(target, str):
        return Pointed(words(target), whole=True)
    found = an_object(target)
    source = source_of(found)
    selectors = list(_selectors(found.get("selector"), _DEPTH))
    span, quote, prefix, suffix = None, "", "", ""
    for selector in selectors:
        kind = words(selector.get("type"))
        if kind == "TextQuoteSelector" and not quote:
            quote = raw(selector.get("exact"))
            prefix, suffix = words(selector.get("prefix")), words(selector.get("suffix"))
        elif kind == "TextPositionSelector" and span is None:
            span = span_of(selector.get("start"), selector.get("end"))
        elif kind in _UNUSABLE:
            tally.leave(kind)
    return Pointed(source, span, quote, prefix, suffix, whole=not selectors)


def source_of(target: Object) -> str:
    """The IRI of what a target is about, "" where none is said."""
    source = target.get("source", target.get("id"))
    return words(source if isinstance(source, str) else an_object(source).get("id"))


def _selectors(found: object, depth: int) -> Iterator[Object]:
    """The selectors, and those that refine them or stand in a choice."""
    for selector in a_list(found) if depth else []:
        if isinstance(selector, dict):
            yield selector
            yield from _selectors(selector.get("refinedBy"), depth - 1)
            yield from _selectors(selector.get("items"), depth - 1)
