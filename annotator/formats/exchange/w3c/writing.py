"""Claims as Web Annotations: the W3C's own words for what it has words for, ours beside them."""

import json
import re
from collections.abc import Iterable

from annotator.formats.exchange.w3c.terms import AS_JSON, CONTEXT, PLAIN, TEXT, claim_iri
from annotator.formats.review_file.terms import prefix
from annotator.formats.writers.json_ import about_article, claim_object
from annotator.host.ids import is_uuid
from annotator.model.enums import Origin
from annotator.model.rows import Reviewer
from annotator.model.views import ArticleExport, ClaimView
from annotator.text.identity import fingerprint

Object = dict[str, object]

#: A web address as RFC 3987 would have it, as far as that keeps other things out.
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")

#: What is not said of a claim because it is so of most.
_USUAL = {"origin": Origin.PERSON.value, "withdrawn": False}


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """One AnnotationCollection in UTF-8, its annotations on one page, an annotation at a time."""
    claims = [(article, claim) for article in articles for claim in article.claims]
    said = " ".join((*(article.id for article in articles), *(claim.id for _, claim in claims)))
    name = f"urn:redpencil:export:{fingerprint(said)}"
    head = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": "Red Pencil"},
        "total": len(claims),
        "articles": [about_article(article) for article in articles],
    }
    yield _json(head).removesuffix("\n}").encode()
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    yield f',\n "first": {_json(page).removesuffix(chr(10) + "}")},\n "items": ['.encode()
    for n, (article, claim) in enumerate(claims):
        yield (",\n" if n else "\n").encode() + _json(annotation(article, claim)).encode()
    yield b"\n]}\n}\n"


def annotation(article: ArticleExport, claim: ClaimView) -> Object:
    """A claim as an annotation whose body is the tag and whose target is the passage."""
    modified = {"modified": claim.modified} if claim.modified != claim.created else {}
    return {
        "id": claim_iri(claim.id),
        "type": "Annotation",
        "motivation": "classifying",
        "creator": _person(claim),
        "created": claim.created,
        **modified,
        "body": _bodies(claim),
        "target": _target(article, claim),
        **_ours(claim),
    }


def _person(claim: ClaimView) -> Object:
    named = {"id": prefix(Reviewer) + claim.author} if is_uuid(claim.author) else {}
    return {**named, "type": "Person", "name": claim.reviewer}


def _bodies(claim: ClaimView) -> list[Object]:
    said = [("classifying", claim.tag.value), ("commenting", claim.note)]
    return [
        {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}
        for purpose, words in said
        if words
    ]


def _target(article: ArticleExport, claim: ClaimView) -> Object:
    """The passage: its positions hold in the canonical text; the page it stands on is the scope."""
    url = next((one.url for one in article.appearances if _IRI.fullmatch(one.url)), "")
    quoted = {"exact": claim.quote, "prefix": claim.prefix, "suffix": claim.suffix}
    return {
        "type": "SpecificResource",
        "source": TEXT + article.sha256,
        **({"scope": url} if url else {}),
        "selector": [
            {"type": "TextQuoteSelector", **quoted},
            {"type": "TextPositionSelector", "start": claim.span.start, "end": claim.span.end},
        ],
    }


def _ours(claim: ClaimView) -> Object:
    """What else is known of the claim, as far as there is anything."""
    whole = claim_object(claim)
    said: Object = {name: whole[name] for name in (*PLAIN, *AS_JSON) if whole.get(name)}
    if claim.answers:
        said["answers"] = [claim_iri(id_) for id_ in claim.answers]
    if claim.version_of:
        said["version_of"] = claim_iri(claim.version_of)
    return {name: value for name, value in said.items() if _USUAL.get(name) != value}


def _json(found: Object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)
