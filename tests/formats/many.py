"""One long article with thousands of claims as writers get it, the same on every run, without a library."""

import random

from annotator.model.enums import Origin, ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.spans import Span
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    AttributionView,
    ClaimView,
    EvidenceView,
    LinkView,
    ResponseView,
    SourceView,
    StatusView,
)
from annotator.text.anchors import context
from annotator.text.identity import article_id, fingerprint

_WORDS = ("the mayor said", "nobody asked", "for money", "in spring", "when members met", "café 市长 😀")
_AT = "2026-11-20T09:00:00.000Z"


def long_article(claims: int) -> ArticleExport:
    """An article with that many claims, which overlap and nest.

    Half of them have a speaker, every fourth a piece of evidence, every eighth denial answers the claim
    before it, every tenth has a status and a response.
    """
    random_ = random.Random(20_261)  # noqa: S311 (repeatable, not secret)
    text = _text(random_, claims * 100)
    named = [SourceView(f"source-{n:03}", SourceKind.PERSON, f"Speaker {n}", "clerk") for n in range(40)]
    made: list[ClaimView] = []
    for n in range(claims):
        start = n * 100 + random_.randrange(20)
        span = Span(start, start + random_.randint(60, 120))
        made.append(_claim(n, text, span, random_.choice(named), made[-1] if n % 8 == 7 else None))
    where = AppearanceView(
        "p", "Post", "R. Ahn", "https://post.example/a", "2026-11-19", "a.txt", "utf-8", _AT
    )
    return ArticleExport(article_id(text), "A long article", text, fingerprint(text), (where,), tuple(made))


def _text(random_: random.Random, length: int) -> str:
    words: list[str] = []
    count = 0
    while count < length + 200:
        words.append(" ".join(random_.choices(_WORDS, k=random_.randint(6, 24))).capitalize() + ".")
        count += len(words[-1]) + 1
    return " ".join(words)


def _claim(n: int, text: str, span: Span, source: SourceView, before: ClaimView | None) -> ClaimView:
    prefix, suffix = context(text, span)
    said = (AttributionView(f"a{n}", source, "the mayor", None, "said", n % 4 == 0, "Rosa", True),)
    backed = (
        EvidenceView(
            f"e{n}",
            source,
            Stance.SUPPORTS,
            f"p. {n}",
            "so",
            "https://b.example/",
            "2026-11-19",
            "Rosa",
            True,
        ),
    )
    status = (StatusView(StatusValue.CONFIRMED, "the ledger says so", "", "", "Rosa", True, _AT),)
    response = (
        ResponseView(ResponseKind.ASKED, "2026-11-20T14:30+01:00", "Rosa", "", "", "Rosa", True, _AT),
    )
    return ClaimView(
        id=f"claim-{n:06}",
        article=article_id(text[:1]),
        tag=Tag.DENIAL if before else (Tag.ALLEGATION, Tag.FACT)[n % 2],
        span=span,
        quote=span.cut(text),
        prefix=prefix,
        suffix=suffix,
        note="ask again" if n % 5 == 0 else "",
        private_note="",
        plain_words="",
        origin=Origin.PERSON,
        withdrawn=False,
        reviewer="Rosa",
        mine=True,
        created=_AT,
        modified=_AT,
        attributions=said if n % 2 == 0 else (),
        evidence=backed if n % 4 == 0 else (),
        answers=(before.id,) if before else (),
        links=(LinkView(before.id, before.tag, before.span, before.quote, "Rosa", True),) if before else (),
        status=StatusValue.CONFIRMED if n % 10 == 0 else StatusValue.UNCHECKED,
        statuses=status if n % 10 == 0 else (),
        responses=response if n % 10 == 0 else (),
        response="asked" if n % 10 == 0 else "",
    )
