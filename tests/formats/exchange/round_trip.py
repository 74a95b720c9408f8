"""Any library, and what of it a format that carries this and that gives back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from annotator.formats.kinds import Format
from annotator.model.enums import Origin, ResponseKind, SourceKind, Stance, StatusValue, Tag, Verdict
from annotator.model.features import Feature
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Received, ReceivedText
from annotator.model.spans import Span
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    AttributionView,
    ClaimView,
    CommentView,
    EvidenceView,
    LinkView,
    ResponseView,
    ReviewView,
    SourceView,
    StatusView,
)
from annotator.text.anchors import context
from annotator.text.identity import article_id, fingerprint
from tests.formats.strategies import WORDS

PEOPLE = {
    "Rosa": "01a20000-0000-7000-8000-000000000001",
    "ليلى": "01a20000-0000-7000-8000-000000000002",
    "Zoë 👩‍🚒": "01a20000-0000-7000-8000-000000000003",
}
TIMES = st.sampled_from(["2026-11-20T09:00:00.000Z", "2026-11-21T23:59:59.999Z"])
_NAMES = st.sampled_from(list(PEOPLE))
_IDS = st.integers(4096, 4099).map(lambda n: str(UUID(int=(1 << 120) + n)))
_MAYBE = st.one_of(st.just(""), WORDS)

_SOURCES = st.builds(
    SourceView,
    id=_IDS,
    kind=st.sampled_from(SourceKind),
    name=WORDS,
    role=_MAYBE,
    url=_MAYBE,
    note=_MAYBE,
    description=_MAYBE,
    reason=_MAYBE,
    confidential=st.booleans(),
)
_MORE = {"reviewer": _NAMES, "mine": st.just(False)}
_EVIDENCE = st.builds(
    EvidenceView,
    id=st.just(""),
    source=_SOURCES,
    stance=st.sampled_from(Stance),
    locator=_MAYBE,
    quote=_MAYBE,
    url=_MAYBE,
    seen_on=st.sampled_from(["", "2026-11-19"]),
    **_MORE,
)
_RESPONSES = st.builds(
    ResponseView,
    kind=st.sampled_from(ResponseKind),
    asked_on=st.sampled_from(["", "2026-11-20T14:30+01:00"]),
    asked_by=_MAYBE,
    due=st.just(""),
    note=_MAYBE,
    at=TIMES,
    **_MORE,
)
_STATUSES = st.builds(
    StatusView,
    value=st.sampled_from(StatusValue),
    reason=_MAYBE,
    old_words=_MAYBE,
    new_words=_MAYBE,
    at=TIMES,
    **_MORE,
)


@st.composite
def libraries(draw: st.DrawFn) -> tuple[ArticleExport, ...]:
    """One or two articles with claims that overlap and nest, answer one another and are worked on."""
    texts = draw(st.lists(WORDS.filter(str.strip), min_size=1, max_size=2, unique=True))
    return tuple(draw(_articles(text, n)) for n, text in enumerate(texts))


@st.composite
def _articles(draw: st.DrawFn, text: str, number: int) -> ArticleExport:
    bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda b: b[0] < b[1])
    spans = sorted(Span(*found) for found in draw(st.lists(bounds, max_size=4)))
    ids = [str(UUID(int=(7 << 120) + number * 100 + n)) for n in range(len(spans))]
    claims = [draw(_claims(text, span, id_)) for span, id_ in zip(spans, ids, strict=True)]
    appearance = AppearanceView(
        "",
        draw(_MAYBE),
        draw(_MAYBE),
        draw(st.sampled_from(["", "https://post.example/ferry?a=1&b=ü"])),
        "2026-11-19",
        "ferry.txt",
        "utf-8",
        draw(TIMES),
    )
    places = tuple(Place(span, PlaceKind.PAGE, "iv") for span in spans[:1])
    return ArticleExport(
        article_id(text),
        draw(WORDS),
        text,
        fingerprint(text),
        draw(st.sampled_from([(), (appearance,)])),
        tuple(_linked(draw, claims)),
        language=draw(st.sampled_from(["", "en", "ar"])),
        places=places,
        remarks=tuple(draw(st.lists(WORDS, max_size=1))),
    )


@st.composite
def _claims(draw: st.DrawFn, text: str, span: Span, id_: str) -> ClaimView:
    prefix, suffix = context(text, span)
    name = draw(_NAMES)
    named = draw(_NAMES)
    review = ReviewView(
        "", draw(st.sampled_from(Verdict)), draw(_MAYBE), None, PEOPLE[named], named, False, ""
    )
    comment = CommentView("", draw(WORDS), PEOPLE[named], named, False, draw(TIMES))
    attribution = AttributionView("", draw(_SOURCES), "word", span, "said", draw(st.booleans()), named, False)
    statuses = tuple(draw(st.lists(_STATUSES, max_size=2)))
    responses = tuple(draw(st.lists(_RESPONSES, max_size=1)))
    return ClaimView(
        id=id_,
        article=article_id(text),
        tag=draw(st.sampled_from(Tag)),
        span=span,
        quote=span.cut(text),
        prefix=prefix,
        suffix=suffix,
        note=draw(_MAYBE),
        private_note=draw(_MAYBE),
        plain_words=draw(_MAYBE),
        origin=draw(st.sampled_from(Origin)),
        withdrawn=draw(st.booleans()),
        reviewer=name,
        mine=False,
        created="2026-11-20T09:00:00.000Z",
        modified=draw(TIMES),
        attributions=draw(st.sampled_from([(), (attribution,)])),
        evidence=tuple(draw(st.lists(_EVIDENCE, max_size=1))),
        answers_nothing=draw(_MAYBE),
        responses=responses,
        response=responses[-1].kind.value if responses else "",
        statuses=statuses,
        status=statuses[-1].value if statuses else StatusValue.UNCHECKED,
        reviews=draw(st.sampled_from([(), (review,)])),
        comments=draw(st.sampled_from([(), (comment,)])),
        author=PEOPLE[name],
    )


def _linked(draw: st.DrawFn, claims: list[ClaimView]) -> Iterable[ClaimView]:
    """The claims, each denial answering some of the allegations."""
    allegations = [claim for claim in claims if claim.tag is Tag.ALLEGATION]
    answered = {
        claim.id: tuple(one.id for one in allegations if draw(st.booleans()))
        for claim in claims
        if claim.tag is Tag.DENIAL
    }
    for claim in claims:
        links = tuple(
            LinkView(denial.id, denial.tag, denial.span, denial.quote, denial.reviewer, False)
            for denial in claims
            if claim.id in answered.get(denial.id, ())
        )
        yield replace(claim, answers=answered.get(claim.id, ()), links=links)


def sent(form: Format, articles: tuple[ArticleExport, ...]) -> list[dict[str, Any]]:
    """What of the articles the format says it carries, ready to compare."""
    return [_article(form.carries, article) for article in articles]


def came_back(form: Format, received: Received) -> list[dict[str, Any]]:
    """The same of what was read."""
    return [_article(form.carries, text) for text in received.texts]


def back(form: Format, articles: tuple[ArticleExport, ...], name: str = "a.json") -> Received:
    """The articles written and read again."""
    assert form.write is not None
    assert form.read_claims is not None
    beside = form.write_beside(articles) if form.write_beside else {}
    data = b"".join(form.write(articles))
    assert form.knows is not None
    assert form.knows(data) or not any(article.claims for article in articles)
    return form.read_claims(data, name, beside)


def _article(carries: frozenset[Feature], article: ArticleExport | ReceivedText) -> dict[str, Any]:
    """Claims are compared in the order of their places, whatever order a file has them in."""
    if isinstance(article, ReceivedText):
        found = [(mark.label, mark.claim) for mark in article.marks]
    else:
        found = [(claim.tag.value, claim) for claim in article.claims]
    found.sort(key=lambda one: (one[1].span, one[0]))
    names = {claim.id: n for n, (_, claim) in enumerate(found)}
    told: dict[Feature, Any] = {
        Feature.TEXT: article.text,
        Feature.DETAILS: (article.title, article.language, [replace(a, id="") for a in article.appearances]),
        Feature.PLACES: article.places,
    }
    known = {feature: value for feature, value in told.items() if feature in carries}
    return known | {
        "claims": [(label, claim.span, claim.quote, _claim(carries, claim, names)) for label, claim in found]
    }


def _claim(carries: frozenset[Feature], claim: ClaimView, names: dict[str, int]) -> dict[Feature, Any]:
    told: dict[Feature, Any] = {
        Feature.LINKS: sorted(names[id_] for id_ in claim.answers if id_ in names),
        Feature.PEOPLE: (claim.reviewer, claim.author),
        Feature.NOTES: (claim.note, claim.plain_words, claim.private_note),
        Feature.SOURCES: [(replace(a, id=""), claim.answers_nothing) for a in claim.attributions],
        Feature.EVIDENCE: [replace(e, id="") for e in claim.evidence],
        Feature.RESPONSES: (claim.response, claim.responses),
        Feature.STATUS: (claim.status, claim.statuses),
        Feature.REVIEWS: (claim.reviews, claim.comments, claim.version_of),
        Feature.DATES: (claim.created, claim.modified),
    }
    return {feature: value for feature, value in told.items() if feature in carries}
