"""Whole claims, as the editor and exports need them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.enums import Origin, ResponseKind, Stance, StatusValue, Tag
from annotator.model.spans import Span
from annotator.model.views import (
    AttributionView,
    ClaimView,
    EvidenceView,
    ResponseView,
    SourceView,
    StatusView,
)
from annotator.store.library import Library
from annotator.store.reading.answers import links
from annotator.store.reading.people import reviewer_names
from annotator.store.reading.sources import shown_views

_CLAIMS = """
SELECT c.*, p.start, p.end, p.quote, p.prefix, p.suffix, p.stamp AS placed
FROM claims c JOIN anchors p ON p.claim = c.id AND +p.revision = ?2 AND NOT p.deleted AND p.start >= 0
WHERE NOT c.deleted AND {which} ORDER BY p.start, p.end DESC, c.id
"""
_OF_ARTICLE = _CLAIMS.format(which="c.article = ?1")
_BY_ID = _CLAIMS.format(which="c.id IN (SELECT value FROM json_each(?1))")

_CHILDREN = """
SELECT * FROM {table} WHERE NOT deleted AND claim IN (SELECT value FROM json_each(?)) ORDER BY {order}
"""
_ATTRIBUTIONS = _CHILDREN.format(table="attributions", order="position, id")
_EVIDENCE = _CHILDREN.format(table="evidence", order="position, id")
_STATUSES = _CHILDREN.format(table="statuses", order="stamp")
_RESPONSES = _CHILDREN.format(table="responses", order="stamp")
_REVIEWS = _CHILDREN.format(table="reviews", order="stamp")


@dataclass(frozen=True, slots=True)
class _Names:
    """What rows refer to by id: sources as they show, names of reviewers, and who asks."""

    sources: dict[str, SourceView]
    reviewers: dict[str, str]
    me: str

    def reviewer(self, row: sqlite3.Row) -> tuple[str, bool]:
        """The name of who wrote a row, and whether that is me."""
        return self.reviewers.get(row["author"], ""), row["author"] == self.me


def views(
    library: Library, article: str, revision: str, me: str, claims: Iterable[str] | None = None
) -> tuple[ClaimView, ...]:
    """Whole claims in text order: all of the article's, or the given ones."""
    if claims is None:
        found = library.query(_OF_ARTICLE, article, revision)
    else:
        found = library.query(_BY_ID, json.dumps(sorted(claims)), revision)
    ids = json.dumps([row["id"] for row in found])
    said, backed = library.query(_ATTRIBUTIONS, ids), library.query(_EVIDENCE, ids)
    shown = shown_views(library, {row["source"] for row in (*said, *backed)})
    names = _Names(shown, reviewer_names(library), me)
    said_of, backed_of, more = _grouped(said), _grouped(backed), _More(library, ids, revision, names)
    return tuple(
        _view(
            row,
            names,
            more,
            tuple(_attribution(link, names) for link in said_of.get(row["id"], ())),
            tuple(_evidence(piece, names) for piece in backed_of.get(row["id"], ())),
        )
        for row in found
    )


class _More:
    """Answers, responses, statuses and reviews of the claims; of one person's words the newest is there."""

    def __init__(self, library: Library, ids: str, revision: str, names: _Names) -> None:
        self.links = links(library, ids, revision, names.me, names.reviewers)
        self.statuses = _grouped(library.query(_STATUSES, ids))
        self.responses = _grouped(library.query(_RESPONSES, ids))
        self.reviews: dict[str, list[str]] = {}
        for row in library.query(_REVIEWS, ids):
            reviewer, _ = names.reviewer(row)
            self.reviews.setdefault(row["claim"], []).append(f"{reviewer}: {row['verdict']}")


def _grouped(children: list[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    by_claim: dict[str, list[sqlite3.Row]] = {}
    for child in children:
        by_claim.setdefault(child["claim"], []).append(child)
    return by_claim


def _view(
    row: sqlite3.Row,
    names: _Names,
    more: _More,
    said: tuple[AttributionView, ...],
    backed: tuple[EvidenceView, ...],
) -> ClaimView:
    reviewer, mine = names.reviewer(row)
    claim, tag = row["id"], Tag(row["tag"])
    linked = tuple(more.links.get(claim, ()))
    responses = tuple(_response(word, names) for word in more.responses.get(claim, ()))
    statuses = tuple(_status(word, names) for word in more.statuses.get(claim, ()))
    return ClaimView(
        id=claim,
        article=row["article"],
        tag=tag,
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        note=row["note"],
        private_note=row["private_note"] if mine else "",
        plain_words=row["plain_words"],
        origin=Origin(row["origin"]),
        withdrawn=bool(row["withdrawn"]),
        reviewer=reviewer,
        mine=mine,
        created=row["created"],
        modified=max(row["stamp"], row["placed"])[:24],
        attributions=said,
        evidence=backed,
        answers=tuple(link.claim for link in linked) if tag is Tag.DENIAL else (),
        answers_nothing=row["answers_nothing"],
        response=responses[-1].kind if responses else "",
        status=statuses[-1].value if statuses else StatusValue.UNCHECKED,
        reviews=tuple(more.reviews.get(claim, ())),
        links=linked,
        responses=responses,
        statuses=statuses,
    )


def _attribution(row: sqlite3.Row, names: _Names) -> AttributionView:
    return AttributionView(
        row["id"],
        names.sources[row["source"]],
        row["words"],
        Span(row["start"], row["end"]) if row["start"] >= 0 else None,
        row["cue"],
        bool(row["checked"]),
        *names.reviewer(row),
    )


def _evidence(row: sqlite3.Row, names: _Names) -> EvidenceView:
    return EvidenceView(
        row["id"],
        names.sources[row["source"]],
        Stance(row["stance"]),
        row["locator"],
        row["quote"],
        row["url"],
        row["seen_on"],
        *names.reviewer(row),
    )


def _response(row: sqlite3.Row, names: _Names) -> ResponseView:
    return ResponseView(
        ResponseKind(row["kind"]),
        row["asked_on"],
        row["asked_by"],
        row["due"],
        row["note"],
        *names.reviewer(row),
        row["stamp"][:24],
    )


def _status(row: sqlite3.Row, names: _Names) -> StatusView:
    return StatusView(
        StatusValue(row["value"]),
        row["reason"],
        row["old_words"],
        row["new_words"],
        *names.reviewer(row),
        row["stamp"][:24],
    )
