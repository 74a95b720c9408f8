"""Copy as formatted text: what pastes well into a word processor or a mail, and its plain companion.

Styles stand in the elements and nothing is loaded from anywhere, as pasted HTML is stripped of all else.
"""

from collections.abc import Iterable
from html import escape

from annotator.formats.writers.characters import printable
from annotator.formats.writers.outline import ArticleOutline, ClaimOutline, Fact, Section, outline
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
    """The articles as HTML and as plain text; prepare them first (see `outgoing.formatted`)."""
    outlines = [outline(article) for article in articles]
    html = _HEAD + "".join(map(_html, outlines)) + _FOOT
    plain = "\n\n".join("\n".join(_plain(article)) for article in outlines) + "\n"
    return html, printable(plain)


def _html(article: ArticleOutline) -> str:
    parts = (
        f'<h1 dir="auto" style="font-size:16pt; margin:12pt 0 4pt 0">{_escaped(article.title)}</h1>\n',
        *(f'<p dir="auto" style="margin:0">{_words(line)}</p>\n' for line in article.appeared),
        f'<p style="margin:0 0 8pt 0">{_escaped(article.summary)}</p>\n',
        *map(_html_claim, article.claims),
        *map(_html_section, article.sections),
    )
    return "".join(parts)


def _html_claim(claim: ClaimOutline) -> str:
    tag = f"background-color:{_COLOURS[claim.tag]}; color:#23211e; font-weight:bold"
    quote = f"margin:4pt 24pt; padding-left:8pt; border-left:2pt {_LINES[claim.tag]}"
    heading = f'<span style="{tag}">{_escaped(claim.heading)}</span>'
    return (
        f'<p style="margin:12pt 0 0 0">{claim.number}. {heading}</p>\n'
        f'<blockquote dir="auto" style="{quote}">{_broken(_escaped(claim.quote))}</blockquote>\n'
        f"{''.join(map(_html_fact, claim.facts))}"
    )


def _html_fact(fact: Fact) -> str:
    label = f"<b>{_escaped(fact.label)}:</b>"
    if len(fact.values) == 1:
        return f'<p dir="auto" style="margin:0">{label} {_words(fact.values[0])}</p>\n'
    return f'<p style="margin:0">{label}</p>\n{_listed(fact.values)}'


def _html_section(section: Section) -> str:
    parts = (
        (f'<p style="margin:4pt 0 0 0"><b>{_escaped(name)}</b></p>\n' if name else "")
        + _listed(lines, "ol" if section.numbered else "ul")
        for name, lines in section.parts
    )
    return f'<h2 style="font-size:13pt">{_escaped(section.heading)}</h2>\n{"".join(parts)}'


def _listed(values: Iterable[str], element: str = "ul") -> str:
    items = "".join(f'<li dir="auto">{_words(value)}</li>\n' for value in values)
    return f'<{element} style="margin-top:0">\n{items}</{element}>\n'


def _escaped(words: str) -> str:
    return escape(printable(words))


def _words(words: str) -> str:
    """Escaped words with their line breaks, web addresses as links."""
    return "".join(
        f'<a href="{_escaped(piece)}">{_escaped(piece)}</a>' if is_address else _broken(_escaped(piece))
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
            yield fact.line
    for section in article.sections:
        yield f"\n{section.heading}"
        for name, lines in section.parts:
            yield from filter(None, (name,))
            yield from (f"{n}. {line}" if section.numbered else line for n, line in enumerate(lines, start=1))
