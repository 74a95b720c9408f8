"""JSON: everything an export holds, for programs; positions are code points in the article's `text`."""

import json
from collections.abc import Iterable

from annotator.model.enums import Tag
from annotator.model.places import Place
from annotator.model.points import OpenPoint
from annotator.model.review_views import SignOffView
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    AttributionView,
    ClaimView,
    CommentView,
    EvidenceView,
    ResponseView,
    ReviewView,
    SourceView,
    StatusView,
)

VERSION = 1


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """One UTF-8 document, an article at a time; field names only ever grow within a version."""
    yield f'{{"format": "redpencil", "version": {VERSION}, "articles": ['.encode()
    for n, article in enumerate(articles):
        yield b",\n" if n else b"\n"
        yield json.dumps(article_object(article), ensure_ascii=False, indent=1).encode()
    yield b"\n]}\n"


def article_object(article: ArticleExport) -> dict[str, object]:
    """An article with its text and its claims in text order."""
    return about_article(article) | {"claims": [claim_object(claim) for claim in article.claims]}


def about_article(article: ArticleExport) -> dict[str, object]:
    """An article with all but its claims."""
    return {
        "id": article.id,
        "title": article.title,
        "sha256": article.sha256,
        "text": article.text,
        "language": article.language,
        "appearances": [_appearance(appearance) for appearance in article.appearances],
        "places": [_place(place) for place in article.places],
        "remarks": list(article.remarks),
        "points": [_point(point) for point in article.points],
        "sign_off": _sign_off(article.sign_off) if article.sign_off else None,
    }


def claim_object(claim: ClaimView) -> dict[str, object]:
    """A claim under its outside names; a private note only where there is one to show."""
    shown: dict[str, object] = {
        "id": claim.id,
        "article": claim.article,
        "tag": claim.tag.value,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "note": claim.note,
        "plain_words": claim.plain_words,
        "reviewer": claim.reviewer,
        "author": claim.author,
        "attributions": [_attribution(attribution) for attribution in claim.attributions],
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "answers": list(claim.answers),
        "answers_nothing": claim.answers_nothing,
        "response": claim.response,
        "status": claim.status.value,
        "answered_by": [link.claim for link in claim.links if claim.tag is Tag.ALLEGATION],
        "responses": [_response(response) for response in claim.responses],
        "statuses": [_status(status) for status in claim.statuses],
        "version_of": claim.version_of,
        "reviews": [_review(review) for review in claim.reviews],
        "comments": [_comment(comment) for comment in claim.comments],
        "origin": claim.origin.value,
        "withdrawn": claim.withdrawn,
        "created": claim.created,
        "modified": claim.modified,
    }
    return shown | ({"private_note": claim.private_note} if claim.private_note else {})


def _attribution(attribution: AttributionView) -> dict[str, object]:
    span = attribution.span
    return {
        **_source(attribution.source),
        "words": attribution.words,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "cue": attribution.cue,
        "checked": attribution.checked,
        "reviewer": attribution.reviewer,
    }


def _evidence(evidence: EvidenceView) -> dict[str, object]:
    return {
        **_source(evidence.source),
        "stance": evidence.stance.value,
        "locator": evidence.locator,
        "quote": evidence.quote,
        "url": evidence.url,
        "seen_on": evidence.seen_on,
        "reviewer": evidence.reviewer,
    }


def _response(response: ResponseView) -> dict[str, object]:
    return {
        "kind": response.kind.value,
        "asked_on": response.asked_on,
        "asked_by": response.asked_by,
        "due": response.due,
        "note": response.note,
        "reviewer": response.reviewer,
        "at": response.at,
    }


def _status(status: StatusView) -> dict[str, object]:
    return {
        "status": status.value.value,
        "reason": status.reason,
        "old_words": status.old_words,
        "new_words": status.new_words,
        "reviewer": status.reviewer,
        "at": status.at,
    }


def _review(review: ReviewView) -> dict[str, object]:
    return {
        "reviewer": review.reviewer,
        "author": review.author,
        "verdict": review.verdict.value,
        "reason": review.reason,
        "version": review.version,
        "outdated": review.outdated,
        "at": review.at,
    }


def _comment(comment: CommentView) -> dict[str, object]:
    return {
        "reviewer": comment.reviewer,
        "author": comment.author,
        "body": comment.body,
        "at": comment.at,
    }


def _source(source: SourceView) -> dict[str, object]:
    """The source's own fields, told apart from those of the row that names it."""
    return {
        "source": source.name,
        "source_id": source.id,
        "kind": source.kind.value,
        "role": source.role,
        "description": source.description,
        "reason": source.reason,
        "confidential": source.confidential,
        "source_url": source.url,
        "source_note": source.note,
    }


def _appearance(appearance: AppearanceView) -> dict[str, object]:
    return {
        "publisher": appearance.publisher,
        "byline": appearance.byline,
        "url": appearance.url,
        "published": appearance.published,
        "file": appearance.file,
        "encoding": appearance.encoding,
        "imported": appearance.imported,
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "kind": place.kind.value,
        "value": place.value,
    }


def _point(point: OpenPoint) -> dict[str, object]:
    return {
        "rule": point.rule,
        "level": point.level.value,
        "claim": point.claim,
        "start": point.span.start if point.span else None,
        "end": point.span.end if point.span else None,
        "quote": point.quote,
    }


def _sign_off(sign_off: SignOffView) -> dict[str, object]:
    return {"reviewer": sign_off.reviewer, "note": sign_off.note, "at": sign_off.at}
