"""Claims as UIMA CAS, which INCEpTION takes: XMI with its type system in a ZIP file, or JSON.

Format: UIMA CAS XMI (Apache UIMA, OASIS UIMA 1.0) and UIMA CAS JSON 0.4.0. Positions are UTF-16 units, which
dkpro-cassis counts.
"""

from collections.abc import Iterable
from typing import Any

from annotator.formats.exchange.archives import stems, zipped
from annotator.formats.exchange.contents import address, links, the_only
from annotator.formats.exchange.inception.types import (
    ANSWERS,
    CLAIM,
    DOCUMENT,
    FROM,
    TO,
    Cas,
    cassis,
    type_system,
)
from annotator.formats.exchange.xml_words import unwritable, writable
from annotator.formats.writers.outline import ClaimOutline, outline
from annotator.model.drafts import Note
from annotator.model.views import ArticleExport, ClaimView

_FORMAT_SHOWN = "INCEpTION"


def write_zip(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """A ZIP file with XMI for each article and one type system; raises BadInput where the package lacks."""
    package = cassis(_FORMAT_SHOWN)
    types = type_system(package)
    files = {"TypeSystem.xml": types.to_xml().encode()}
    for stem, article in zip(stems(articles), articles, strict=True):
        files[f"{stem}.xmi"] = _cas(package, types, article).to_xmi().encode()
    yield zipped(files)


def write_json(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """One article as CAS JSON; raises BadInput for several, and where the package lacks."""
    article = the_only(articles)
    package = cassis(_FORMAT_SHOWN)
    yield _cas(package, type_system(package), article).to_json().encode()


def leaves_out(articles: tuple[ArticleExport, ...]) -> tuple[Note, ...]:
    """Says how many characters of the texts are replaced by signs."""
    count = sum(unwritable(article.text) for article in articles)
    return (("exchange.signs", {"count": count}),) if count else ()


def _cas(package: Any, types: Any, article: ArticleExport) -> Cas:
    """One article with its claims and the links between them."""
    text = writable(article.text)
    cas = package.Cas(typesystem=types, sofa_string=text, sofa_mime="text/plain")
    document = types.get_type(DOCUMENT)
    cas.add(
        document(
            begin=0,
            end=len(text),
            language=article.language or "x-unspecified",
            documentTitle=writable(article.title),
            documentUri=writable(address(article)),
        )
    )
    made = {}
    for claim, line in zip(article.claims, outline(article).claims, strict=True):
        made[claim.id] = _claim(types.get_type(CLAIM), claim, line)
    answers = types.get_type(ANSWERS)
    arcs = [
        answers(begin=made[to].begin, end=made[to].end, **{FROM: made[denial], TO: made[to]})
        for denial, to in links(article.claims)
    ]
    cas.add_all([*made.values(), *arcs])
    return cas


def _claim(kind: Any, claim: ClaimView, line: ClaimOutline) -> Any:
    said = {
        "tag": claim.tag.value,
        "reviewer": claim.reviewer,
        "status": claim.status.value,
        "plain_words": claim.plain_words,
        "note": claim.note,
        "remarks": "\n".join(fact.line for fact in line.facts),
    }
    known = {name: writable(words) for name, words in said.items() if words}
    return kind(begin=claim.span.start, end=claim.span.end, **known)
