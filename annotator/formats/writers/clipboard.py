"""Copy as formatted text: what pastes well into a word processor or a mail, and its plain companion.

Styles stand in the elements and nothing is loaded from anywhere, as pasted HTML is stripped of all else.
"""

from collections.abc import Iterable
from html import escape

from annotator.formats.writers.outline import ArticleOutline, ClaimOutline, Fact, outline
from annotator.formats.writers.phrases import addresses_apart
from annotator.model.enums import Tag
from annotator.model.views import ArticleExport
from annotator.words import say

_HEAD = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\n'
_FOOT = "</body></html>\n"

#: Background and line of each tag: the window's tints, opaque, on white paper.
_COLOURS = {Tag.ALLEGATION: "#f8e3c4", Tag.DENIAL: "#cfe3f2", Tag.FACT: "#cbe5db"}
_LINES = {Tag.ALLEGATION: "solid #d98200", Tag.DENIAL: "dashed #2b7fc1", Tag.FACT: "dotted #1e8a63"}


def formatted(articles: tuple[ArticleExport, ...]) -> tuple[str, str]:
    """The articles as HTML and as plain text; prepare them first (see `registry.formatted`)."""
    outlines = [outline(article) for article in articles]
    html = _HEAD + "".join(map(_html, outlines)) + _FOOT
    plain = "\n\n".join("\n".join(_plain(article)) for article in outlines) + "\n"
    return html, plain


def _html(article: ArticleOutline) -> str:
    sources = _listed(article.sources)
    parts = (
        f'<h1 dir="auto" style="font-size:16pt; margin:12pt 0 4pt 0">{escape(article.title)}</h1>\n',
        *(f'<p dir="auto" style="margin:0">{_words(line)}</p>\n' for line in article.appeared),
        f'<p style="margin:0 0 8pt 0">{escape(article.summary)}</p>\n',
        *map(_html_claim, article.claims),
        f'<h2 style="font-size:13pt">{escape(say("export.sources"))}</h2>\n{sources}' if sources else "",
    )
    return "".join(parts)


def _html_claim(claim: ClaimOutline) -> str:
    tag = f"background-color:{_COLOURS[claim.tag]}; color:#23211e; font-weight:bold"
    quote = f"margin:4pt 24pt; padding-left:8pt; border-left:2pt {_LINES[claim.tag]}"
    heading = f'<span style="{tag}">{escape(claim.heading)}</span>'
    return (
        f'<p style="margin:12pt 0 0 0">{claim.number}. {heading}</p>\n'
        f'<blockquote dir="auto" style="{quote}">{_broken(escape(claim.quote))}</blockquote>\n'
        f"{''.join(map(_html_fact, claim.facts))}"
    )


def _html_fact(fact: Fact) -> str:
    label = f"<b>{escape(fact.label)}:</b>"
    if len(fact.values) == 1:
        return f'<p dir="auto" style="margin:0">{label} {_words(fact.values[0])}</p>\n'
    return f'<p style="margin:0">{label}</p>\n{_listed(fact.values)}'


def _listed(values: Iterable[str]) -> str:
    items = "".join(f'<li dir="auto">{_words(value)}</li>\n' for value in values)
    return f'<ul style="margin-top:0">\n{items}</ul>\n' if items else ""


def _words(words: str) -> str:
    """Escaped words with their line breaks, web addresses as links."""
    return "".join(
        f'<a href="{escape(piece)}">{escape(piece)}</a>' if is_address else _broken(escape(piece))
        for piece, is_address in addresses_apart(words)
    )


def _broken(escaped: str) -> str:
    return escaped.replace("\n", "<br>")


def _plain(article: ArticleOutline) -> Iterable[str]:
    yield article.title
    yield from article.appeared
    yield article.summary
    for claim in article.claims:
        yield f"\n{claim.number}. {claim.heading}"
        yield say("export.quoted", words=claim.quote)
        for fact in claim.facts:
            yield f"{fact.label}: {'; '.join(fact.values)}"
    if article.sources:
        yield f"\n{say('export.sources')}"
        yield from article.sources
