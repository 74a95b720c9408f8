"""BibTeX: articles and sources for LaTeX and reference managers.

Format: BibTeX 0.99d in UTF-8, with the types and fields of biblatex for what stands on the web (`@online`,
`url`, `urldate`, `date`), which BibTeX itself passes over. Accents stay as they are; what LaTeX would take
for an order is written so that it prints. Values stand in two pairs of braces, so that no style changes
their capitals.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

from annotator.formats.kinds import Format, Group
from annotator.formats.writers.references import Kind, Reference, date_parts, leaves_out, references
from annotator.model.features import Feature
from annotator.model.views import ArticleExport

_TYPES = {Kind.NEWS: "article", Kind.PAGE: "online"}
_OTHER = "misc"

_PRINTED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}

#: What orders something, and signs of which LaTeX would make one other: dashes, quotation marks, ¿ and ¡.
_ORDERS = re.compile(r"[\\{}~^#$%&_<>|]|(?<=-)-|(?<=')'|(?<=`)`|(?<=,),|(?<=[?!])`")

#: What a web address keeps as it is; everything else of it is written in hexadecimal.
_ADDRESS = "%#?&=+/:;,.@!$'()*~[]_-"


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """An entry at a time, with a blank line after each."""
    for reference in references(articles):
        fields = "".join(f",\n  {name} = {{{value}}}" for name, value in _fields(reference) if value)
        yield f"@{_TYPES.get(reference.kind, _OTHER)}{{{reference.key}{fields}\n}}\n\n".encode()


def _fields(reference: Reference) -> Iterable[tuple[str, str]]:
    yield "author", _kept(reference.author)
    yield "title", _kept(reference.title)
    yield "journal", _kept(reference.container)
    yield "year", "".join(date_parts(reference.issued)[:1])
    yield "date", reference.issued
    yield "url", quote(reference.url, safe=_ADDRESS)
    yield "urldate", reference.seen
    yield "note", _kept(reference.note)


def _kept(words: str) -> str:
    """Words that print as they are."""
    return f"{{{_ORDERS.sub(_printed, words)}}}" if words else ""


def _printed(found: re.Match[str]) -> str:
    return _PRINTED.get(found[0], f"{{}}{found[0]}")


FORMAT = Format(
    "bibtex",
    (".bib",),
    Group.SOURCES,
    write=write,
    leaves_out=leaves_out,
    for_programs=True,
    tells=frozenset((Feature.ARTICLES, Feature.DETAILS)),
    limits=(("references.limits", {}),),
)
