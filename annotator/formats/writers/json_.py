"""JSON: everything an export holds, for programs; positions are code points in the article's `text`."""

import json
from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.model.enums import Tag
from annotator.model.features import Feature
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
    return {
        "id": article.id,
        "title": article.title,
        "sha256": article.sha256,
        "text": article.text,
        "appearances": [_appearance(appearance) for appearance in article.appearances],
        "claims": [claim_object(claim) for claim in article.claims],
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
        "verdict": review.verdict.value,
        "reason": review.reason,
        "version": review.version,
        "outdated": review.outdated,
        "at": review.at,
    }


def _comment(comment: CommentView) -> dict[str, object]:
    return {"reviewer": comment.reviewer, "body": comment.body, "at": comment.at}


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


FORMAT = Format(
    "json",
    (".json",),
    Group.TOOLS,
    write=write,
    for_programs=True,
    default_for=(".json",),
    carries=frozenset(Feature),
)
