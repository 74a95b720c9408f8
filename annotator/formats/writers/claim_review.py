"""ClaimReview: settled claims as fact checks that search programs and archives of fact checks read.

Format: schema.org ClaimReview (version 29) as JSON-LD 1.1. Only claims with a settled status, of articles
with a web address, for a review without either says nothing. Google showed such reviews until June 2025;
others still read them, and what is put into a page keeps being valid.
"""

import json
from collections.abc import Iterable
from datetime import date

from annotator.formats.kinds import Format, Group
from annotator.model.drafts import Note
from annotator.model.enums import SourceKind, StatusValue
from annotator.model.features import Feature
from annotator.model.views import AppearanceView, ArticleExport, ClaimView, SourceView
from annotator.words import say

#: What a claim's content can come to; the others are no result.
SETTLED = frozenset(
    {StatusValue.CONFIRMED, StatusValue.NEEDS_CHANGE, StatusValue.DISPUTED, StatusValue.CANNOT_VERIFY}
)

#: So that the words can stand in a page's script element and never end it.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029\x7f"}

_PEOPLE = {SourceKind.PERSON: "Person", SourceKind.ORGANISATION: "Organization"}
_NOT_CITED = frozenset({SourceKind.ANONYMOUS, SourceKind.ARTICLE, SourceKind.UNNAMED})


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """One document with a graph of reviews, a review at a time."""
    yield b'{"@context": "https://schema.org", "@graph": ['
    for n, (article, claim, where) in enumerate(_settled(articles)):
        words = json.dumps(_review(article, claim, where), ensure_ascii=False, indent=1)
        yield (",\n" if n else "\n").encode() + words.translate(_ESCAPED).encode()
    yield b"\n]}\n"


def leaves_out(articles: tuple[ArticleExport, ...]) -> tuple[Note, ...]:
    """How many claims are not settled, and how many stand in articles without a web address."""
    settled = sum(1 for article in articles for claim in article.claims if _is_settled(claim))
    unsettled = sum(len(article.claims) for article in articles) - settled
    nowhere = settled - sum(1 for _ in _settled(articles))
    told = (("claim_review.unsettled", unsettled), ("claim_review.without_address", nowhere))
    return tuple((key, {"count": count}) for key, count in told if count)


def _settled(
    articles: tuple[ArticleExport, ...],
) -> Iterable[tuple[ArticleExport, ClaimView, AppearanceView]]:
    for article in articles:
        where = next((seen for seen in article.appearances if _is_address(seen.url)), None)
        if where is not None:
            yield from ((article, claim, where) for claim in article.claims if _is_settled(claim))


def _is_settled(claim: ClaimView) -> bool:
    return claim.status in SETTLED and not claim.withdrawn


def _review(article: ArticleExport, claim: ClaimView, where: AppearanceView) -> dict[str, object]:
    status = claim.statuses[-1] if claim.statuses else None
    reviewer = status.reviewer if status else claim.reviewer
    return _known(
        {
            "@type": "ClaimReview",
            "url": where.url,
            "claimReviewed": claim.plain_words or claim.quote,
            "author": {"@type": "Person", "name": reviewer} if reviewer else None,
            "datePublished": _day(status.at if status else claim.modified),
            "reviewRating": _known(
                {
                    "@type": "Rating",
                    "alternateName": _capital(say(f"status.{claim.status.value}")),
                    "ratingExplanation": status.reason if status else "",
                }
            ),
            "itemReviewed": _item(article, claim, where),
            "citation": [_cited(source, url) for source, url in _evidence(claim)],
        }
    )


def _item(article: ArticleExport, claim: ClaimView, where: AppearanceView) -> dict[str, object]:
    """The claim as it was made: by whom, and where it stands."""
    speaker = claim.attributions[0].source if claim.attributions else None
    stands = _known(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "url": where.url,
            "datePublished": _day(where.published),
            "publisher": {"@type": "Organization", "name": where.publisher} if where.publisher else None,
        }
    )
    return _known(
        {
            "@type": "Claim",
            "text": claim.quote,
            "author": _author(speaker),
            "datePublished": _day(where.published),
            "appearance": stands,
        }
    )


def _author(speaker: SourceView | None) -> dict[str, object] | None:
    """Who says it, where that is a person or an organisation with a name."""
    kind = _PEOPLE.get(speaker.kind) if speaker else None
    if speaker is None or kind is None:
        return None
    link = speaker.url if _is_address(speaker.url) else ""
    return _known({"@type": kind, "name": speaker.name, "jobTitle": _job(speaker), "sameAs": link})


def _job(speaker: SourceView) -> str:
    return speaker.role if speaker.kind is SourceKind.PERSON else ""


def _evidence(claim: ClaimView) -> Iterable[tuple[SourceView, str]]:
    """Sources of evidence, once each, with the most exact address."""
    found = {
        piece.source.id: (piece.source, piece.url or piece.source.url)
        for piece in reversed(claim.evidence)
        if piece.source.kind not in _NOT_CITED
    }
    return reversed(found.values())


def _cited(source: SourceView, url: str) -> dict[str, object]:
    return _known({"@type": "CreativeWork", "name": source.name, "url": url if _is_address(url) else ""})


def _known(fields: dict[str, object]) -> dict[str, object]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _is_address(words: str) -> bool:
    return words.lower().startswith(("https://", "http://"))


def _day(at: str) -> str:
    """The day of a moment in ISO 8601, "" for what is none."""
    try:
        return date.fromisoformat(at[:10]).isoformat()
    except ValueError:
        return ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


FORMAT = Format(
    "claimreview",
    (".claimreview.json",),
    Group.TOOLS,
    write=write,
    leaves_out=leaves_out,
    for_programs=True,
    tells=frozenset((Feature.ARTICLES, Feature.DETAILS, Feature.OVERLAPS, Feature.STATUS)),
    limits=(("claim_review.limits", {}),),
)
