"""Red Pencil's own JSON, read back: articles with their claims, as `writers.json_` writes them."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from annotator.formats.exchange.contents import WORKED_OUT
from annotator.formats.exchange.loading import (
    Object,
    a_list,
    an_object,
    lines,
    objects,
    parsed,
    raw,
    words,
)
from annotator.formats.exchange.marks import Tally, mark, moment, received, span_of
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.formats.writers.json_ import VERSION, write
from annotator.model.enums import Origin, ResponseKind, SourceKind, Stance, StatusValue, Verdict
from annotator.model.errors import BadInput
from annotator.model.features import Feature
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.views import (
    AppearanceView,
    AttributionView,
    CommentView,
    EvidenceView,
    ResponseView,
    ReviewView,
    SourceView,
    StatusView,
)
from annotator.text.canonical import kept

_OURS = re.compile(rb'\s*\{\s*"format"\s*:\s*"redpencil"\s*,\s*"version"')
_OUR_LINES = re.compile(rb'\s*\{"type"\s*:\s*"article"\s*,\s*"format"\s*:\s*"redpencil"')
_MARK = b"\xef\xbb\xbf"

_E = TypeVar("_E", bound=StrEnum)


def knows(data: bytes) -> bool:
    """Whether the bytes begin as `json_.write` begins."""
    return _OURS.match(data.removeprefix(_MARK)) is not None


def knows_lines(data: bytes) -> bool:
    """Whether the bytes begin as `jsonl.write` begins."""
    return _OUR_LINES.match(data.removeprefix(_MARK)) is not None


def read(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The claims of a JSON file of ours; raises BadInput for any other and for one of a newer version."""
    document = an_object(parsed(data, name))
    _check_version(document, name)
    tally = Tally(name)
    texts = [received_text(article, tally) for article in objects(document.get("articles"))]
    return received("json", name, texts, tally)


def read_lines(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The claims of a JSON Lines file of ours: a line for each article, then one for each of its claims.

    Raises BadInput for any other and for one of a newer version.
    """
    articles: dict[str, dict[str, Any]] = {}
    for _number, line in lines(data, name):
        found = an_object(line)
        if found.get("type") == "article":
            _check_version(found, name)
            articles[words(found.get("id"))] = {**found, "claims": []}
        elif found.get("type") == "claim" and (article := articles.get(words(found.get("article")))):
            article["claims"].append(found)
    tally = Tally(name)
    texts = [received_text(article, tally) for article in articles.values()]
    return received("json lines", name, texts, tally)


def _check_version(document: Object, name: str) -> None:
    if document.get("format") != "redpencil":
        raise BadInput("exchange.foreign", name=name)
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BadInput("exchange.newer", name=name)


def received_text(article: Object, tally: Tally) -> ReceivedText:
    """An article of the file with its claims."""
    text = raw(article.get("text"))
    marks = (_mark(claim, text) for claim in objects(article.get("claims")))
    return ReceivedText(
        text,
        tuple(found for each in marks for found in tally.take(each)),
        **about_text(article, text),
    )


def about_text(article: Object, text: str) -> dict[str, Any]:
    """The fields of `ReceivedText` that an article's object has, but for the marks."""
    return {
        "title": words(article.get("title")),
        "sha256": words(article.get("sha256")),
        "language": words(article.get("language")),
        "appearances": tuple(map(_appearance, objects(article.get("appearances")))),
        "remarks": tuple(filter(None, map(words, a_list(article.get("remarks"))))),
        "places": tuple(_places(objects(article.get("places")), text)),
    }


def said_of_claim(claim: Object) -> dict[str, Any]:
    """The fields of `ClaimView` that a claim's object has, but for tag, place and quote."""
    responses = tuple(map(_response, objects(claim.get("responses"))))
    statuses = tuple(map(_status, objects(claim.get("statuses"))))
    return {
        **_strings(
            claim,
            "id",
            "article",
            "note",
            "private_note",
            "plain_words",
            "answers_nothing",
            "reviewer",
            "author",
        ),
        "created": moment(claim.get("created")),
        "modified": moment(claim.get("modified")),
        "origin": _one_of(Origin, claim.get("origin"), Origin.IMPORT),
        "withdrawn": claim.get("withdrawn") is True,
        "version_of": words(claim.get("version_of")) or None,
        "answers": tuple(filter(None, map(words, a_list(claim.get("answers"))))),
        "attributions": tuple(map(_attribution, objects(claim.get("attributions")))),
        "evidence": tuple(map(_evidence, objects(claim.get("evidence")))),
        "responses": responses,
        "response": responses[-1].kind.value if responses else "",
        "statuses": statuses,
        "status": statuses[-1].value if statuses else StatusValue.UNCHECKED,
        "reviews": tuple(map(_review, objects(claim.get("reviews")))),
        "comments": tuple(map(_comment, objects(claim.get("comments")))),
    }


def _mark(claim: Object, text: str) -> Mark | None:
    span = span_of(claim.get("start"), claim.get("end"))
    said = said_of_claim(claim)
    said |= {key: words(claim[key]) for key in ("prefix", "suffix") if claim.get(key)}
    return mark(words(claim.get("tag")), text, span, raw(claim.get("quote")), **said)


def _strings(found: Object, *names: str) -> dict[str, Any]:
    return {name: words(found.get(name)) for name in names}


def _one_of(kind: type[_E], value: object, otherwise: _E) -> _E:
    return _known(kind).get(value, otherwise) if isinstance(value, str) else otherwise


@cache
def _known(kind: type[_E]) -> dict[str, _E]:
    return {one.value: one for one in kind}


def _source(found: Object) -> SourceView:
    return SourceView(
        id=words(found.get("source_id")),
        kind=_one_of(SourceKind, found.get("kind"), SourceKind.PERSON),
        name=words(found.get("source")),
        url=words(found.get("source_url")),
        note=words(found.get("source_note")),
        confidential=found.get("confidential") is True,
        **_strings(found, "role", "description", "reason"),
    )


def _attribution(found: Object) -> AttributionView:
    return AttributionView(
        id="",
        source=_source(found),
        span=span_of(found.get("start"), found.get("end")),
        checked=found.get("checked") is True,
        mine=False,
        **_strings(found, "words", "cue", "reviewer"),
    )


def _evidence(found: Object) -> EvidenceView:
    return EvidenceView(
        id="",
        source=_source(found),
        stance=_one_of(Stance, found.get("stance"), Stance.CONTEXT),
        mine=False,
        **_strings(found, "locator", "quote", "url", "seen_on", "reviewer"),
    )


def _response(found: Object) -> ResponseView:
    return ResponseView(
        kind=_one_of(ResponseKind, found.get("kind"), ResponseKind.NOT_ASKED),
        mine=False,
        **_strings(found, "asked_on", "asked_by", "due", "note", "reviewer", "at"),
    )


def _status(found: Object) -> StatusView:
    return StatusView(
        value=_one_of(StatusValue, found.get("status"), StatusValue.UNCHECKED),
        mine=False,
        **_strings(found, "reason", "old_words", "new_words", "reviewer", "at"),
    )


def _review(found: Object) -> ReviewView:
    return ReviewView(
        id="",
        verdict=_one_of(Verdict, found.get("verdict"), Verdict.TO_DISCUSS),
        version=words(found.get("version")) or None,
        mine=False,
        outdated=found.get("outdated") is True,
        **_strings(found, "reason", "author", "reviewer", "at"),
    )


def _comment(found: Object) -> CommentView:
    return CommentView(id="", mine=False, **_strings(found, "body", "author", "reviewer", "at"))


def _appearance(found: Object) -> AppearanceView:
    names = ("publisher", "byline", "url", "published", "file", "encoding", "imported")
    return AppearanceView(id="", **_strings(found, *names))


def _places(found: Iterable[Object], text: str) -> Iterable[Place]:
    kinds = {kind.value: kind for kind in PlaceKind}
    for place in found:
        span = span_of(place.get("start"), place.get("end"))
        kind, value = kinds.get(words(place.get("kind"))), words(place.get("value"))
        if span is not None and span.end <= len(text) and kind is not None and value:
            yield Place(span, kind, kept(value))


FORMAT = Format(
    "json",
    (".json",),
    Group.TOOLS,
    read_claims=read,
    write=write,
    knows=knows,
    limit=CLAIMS_LIMIT,
    for_programs=True,
    default_for=(".json",),
    carries=frozenset(Feature) - WORKED_OUT,
    tells=WORKED_OUT,
)
