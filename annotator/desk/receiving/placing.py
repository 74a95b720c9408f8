"""Where a mark of a file stands in the article's text."""

from dataclasses import dataclass

from annotator.desk.receiving.articles import Target
from annotator.model.received import Mark
from annotator.model.spans import Span
from annotator.text.canonical import canonical
from annotator.text.quotes import find_quote

_START = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place, None where its words do not stand in the text; `quote` is what the file quotes.

    `moved` where the words stand elsewhere than the file says.
    """

    mark: Mark
    span: Span | None
    quote: str
    moved: bool = False


def placed(target: Target, mark: Mark) -> Placed:
    """Takes the position where it has the words that the file quotes, else looks for those words."""
    claim = mark.claim
    quote = canonical(claim.quote)
    said = claim.span if claim.span.end else None
    if said is not None and target.positions is not None:
        span = target.positions.span(said.start, said.end)
        words = span.cut(target.body) if span else ""
        if words.strip() and words == (quote or words):
            return Placed(mark, span, words)
    prefix, suffix = canonical(claim.prefix), canonical(claim.suffix)
    there = target.own.span(said.start, said.end) if said is not None else None
    if not quote and there is not None:
        quote = there.cut(target.own.text)
    if not quote.strip():
        return Placed(mark, None, quote)
    near = there if there is not None else said if said is not None else _START
    span = find_quote(target.body, quote, prefix, suffix, near.start)
    return Placed(mark, span, quote, moved=said is not None)


def near_by(target: Target, words: str, span: Span | None, claim: Span) -> Span | None:
    """Where the words that name a source stand: at their position, else where it is nearest to the claim."""
    words = canonical(words)
    if span is not None and target.positions is not None:
        there = target.positions.span(span.start, span.end)
        if there is not None and len(there) and there.cut(target.body) == (words or there.cut(target.body)):
            return there
    return find_quote(target.body, words, near=claim.start)
