"""What ties a claim to its words: the quote and what stands around it."""

from annotator.model.spans import Span

#: How many code points of context an anchor keeps on either side.
CONTEXT = 32


def context(text: str, span: Span) -> tuple[str, str]:
    """The 32 code points before and after a span, fewer at the ends of the text."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def holds(text: str, span: Span, quote: str) -> bool:
    """Whether the quote is exactly what stands in the span."""
    # A slice that reaches past the end is cut short in silence, so the length is compared too.
    return len(quote) == len(span) and span.cut(text) == quote
