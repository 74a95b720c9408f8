"""Whole claims, as the editor and exports need them."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.model.enums import Origin, ResponseKind, Stance, StatusValue, Tag, Verdict
from annotator.model.spans import Span
from annotator.model.views import (
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
from annotator.store.library import Library
from annotator.store.reading.answers import links
from annotator.store.reading.people import People, people
from annotator.store.reading.sources import shown_views
from annotator.store.twins import pairs, together

_CLAIMS = """
SELECT c.*, p.start, p.end, p.quote, p.prefix, p.suffix, p.stamp AS placed
FROM {claims} c JOIN seen_anchors p ON p.claim = c.id AND +p.revision = ?2 AND p.start >= 0
WHERE {which} ORDER BY p.start, p.end DESC, c.id
"""
_OF_ARTICLE = _CLAIMS.format(claims="seen_claims", which="c.article = ?1")
_BY_ID = _CLAIMS.format(claims="seen_claims", which="c.id IN (SELECT value FROM json_each(?1))")
#: What stands in the claims that do not show, the first in the order in which one of them would.
_OWN_WORDS = """
SELECT id, note, private_note, plain_words, answers_nothing, version_of FROM seen_with_twins
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_CHILDREN = """
SELECT x.* FROM seen_{table} x WHERE x.claim IN (SELECT value FROM json_each(?)) ORDER BY {order}
"""
_ATTRIBUTIONS = _CHILDREN.format(table="attributions", order="position, id")
_EVIDENCE = _CHILDREN.format(table="evidence", order="position, id")
_STATUSES = _CHILDREN.format(table="statuses", order="stamp, id")
_RESPONSES = _CHILDREN.format(table="responses", order="stamp, id")
_REVIEWS = _CHILDREN.format(table="reviews", order="stamp, id")
_COMMENTS = _CHILDREN.format(table="comments", order="position, id")
_UNREAD = "SELECT row FROM unread WHERE reader IN mine AND claim IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around claims, by the id of the one that shows; rows refer to people and sources by id.

    Of `statuses`, `responses` and `reviews` each person's newest is there, the newest of all last.
    """

    sources: dict[str, SourceView]
    people: People
    unread: frozenset[str]
    links: dict[str, list[LinkView]]
    own_words: dict[str, list[sqlite3.Row]]
    attributions: dict[str, list[sqlite3.Row]]
    evidence: dict[str, list[sqlite3.Row]]
    statuses: dict[str, list[sqlite3.Row]]
    responses: dict[str, list[sqlite3.Row]]
    reviews: dict[str, list[sqlite3.Row]]
    comments: dict[str, list[sqlite3.Row]]

    def by(self, row: sqlite3.Row) -> tuple[str, bool]:
        """The name of who wrote a row, and whether that is me."""
        person = self.people[row["author"]]
        return person.name, person.mine


def views(
    library: Library, article: str, revision: str, claims: Iterable[str] | None = None
) -> tuple[ClaimView, ...]:
    """Whole claims in text order: all of the article's, or the given ones, each as the one that shows."""
    twins = pairs(library)
    if claims is None:
        found = library.query(_OF_ARTICLE, article, revision)
    else:
        found = library.query(_BY_ID, json.dumps(sorted(together(twins, claims))), revision)
    around = _around(library, [row["id"] for row in found], revision, twins)
    return tuple(_view(row, around) for row in found)


def article_of(library: Library, claim: str) -> str:
    """The article of a claim that I may see, empty where there is none."""
    found = library.query("SELECT article FROM seen_with_twins WHERE id = ?", claim)
    return str(found[0]["article"]) if found else ""


def _around(library: Library, shown: list[str], revision: str, twins: dict[str, str]) -> _Around:
    ids = json.dumps(sorted(together(twins, shown)))

    def of_claims(statement: str, key: str = "claim") -> dict[str, list[sqlite3.Row]]:
        by_claim: dict[str, list[sqlite3.Row]] = {}
        for row in library.query(statement, ids):
            by_claim.setdefault(twins.get(row[key], row[key]), []).append(row)
        return by_claim

    everybody = people(library)
    said, backed = of_claims(_ATTRIBUTIONS), of_claims(_EVIDENCE)
    named = {row["source"] for children in (said, backed) for rows in children.values() for row in rows}
    return _Around(
        sources=shown_views(library, named),
        people=everybody,
        unread=frozenset(row["row"] for row in library.query(_UNREAD, ids)),
        links=links(library, ids, revision, everybody),
        own_words=of_claims(_OWN_WORDS, "id") if twins else {},
        attributions=said,
        evidence=backed,
        statuses=_last_words(of_claims(_STATUSES), everybody),
        responses=_last_words(of_claims(_RESPONSES), everybody),
        reviews=_last_words(of_claims(_REVIEWS), everybody),
        comments=of_claims(_COMMENTS),
    )


def _last_words(words: dict[str, list[sqlite3.Row]], everybody: People) -> dict[str, list[sqlite3.Row]]:
    """Of several words of one person on a claim, as two machines may have written them, the newest alone."""
    kept: dict[str, list[sqlite3.Row]] = {}
    for claim, rows in words.items():
        newest = {everybody[row["author"]].id: row for row in rows}
        kept[claim] = [row for row in rows if newest[everybody[row["author"]].id] is row]
    return kept


def _view(row: sqlite3.Row, around: _Around) -> ClaimView:
    claim, tag = row["id"], Tag(row["tag"])
    person = around.people[row["author"]]
    linked = tuple(around.links.get(claim, ()))
    responses = tuple(_response(word, around) for word in around.responses.get(claim, ()))
    statuses = tuple(_status(word, around) for word in around.statuses.get(claim, ()))
    own = _own_words(row, around)
    return ClaimView(
        id=claim,
        article=row["article"],
        tag=tag,
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        note=own["note"],
        private_note=own["private_note"] if person.mine else "",
        plain_words=own["plain_words"],
        origin=Origin(row["origin"]),
        withdrawn=bool(row["withdrawn"]),
        reviewer=person.name,
        mine=person.mine,
        created=row["created"],
        modified=max(row["stamp"], row["placed"])[:24],
        attributions=tuple(_attribution(link, around) for link in around.attributions.get(claim, ())),
        evidence=tuple(_evidence(piece, around) for piece in around.evidence.get(claim, ())),
        answers=tuple(link.claim for link in linked) if tag is Tag.DENIAL else (),
        answers_nothing=own["answers_nothing"],
        response=responses[-1].kind if responses else "",
        status=statuses[-1].value if statuses else StatusValue.UNCHECKED,
        reviews=tuple(_review(word, around) for word in around.reviews.get(claim, ())),
        links=linked,
        responses=responses,
        statuses=statuses,
        author=person.id,
        version_of=own["version_of"],
        comments=tuple(_comment(entry, around) for entry in around.comments.get(claim, ())),
    )


def _own_words(row: sqlite3.Row, around: _Around) -> Mapping[str, Any] | sqlite3.Row:
    """What the claim says of itself; where it says nothing, what an equal one does."""
    equal = around.own_words.get(row["id"])
    if not equal:
        return row
    names = ("note", "private_note", "plain_words", "answers_nothing", "version_of")
    return {name: next((one[name] for one in (row, *equal) if one[name]), row[name]) for name in names}


def _attribution(row: sqlite3.Row, around: _Around) -> AttributionView:
    return AttributionView(
        row["id"],
        around.sources[row["source"]],
        row["words"],
        Span(row["start"], row["end"]) if row["start"] >= 0 else None,
        row["cue"],
        bool(row["checked"]),
        *around.by(row),
    )


def _evidence(row: sqlite3.Row, around: _Around) -> EvidenceView:
    return EvidenceView(
        row["id"],
        around.sources[row["source"]],
        Stance(row["stance"]),
        row["locator"],
        row["quote"],
        row["url"],
        row["seen_on"],
        *around.by(row),
    )


def _response(row: sqlite3.Row, around: _Around) -> ResponseView:
    return ResponseView(
        ResponseKind(row["kind"]),
        row["asked_on"],
        row["asked_by"],
        row["due"],
        row["note"],
        *around.by(row),
        row["stamp"][:24],
    )


def _status(row: sqlite3.Row, around: _Around) -> StatusView:
    return StatusView(
        StatusValue(row["value"]),
        row["reason"],
        row["old_words"],
        row["new_words"],
        *around.by(row),
        row["stamp"][:24],
    )


def _review(row: sqlite3.Row, around: _Around) -> ReviewView:
    person = around.people[row["author"]]
    return ReviewView(
        row["id"],
        Verdict(row["verdict"]),
        row["reason"],
        row["version"],
        person.id,
        person.name,
        person.mine,
        row["stamp"][:24],
        row["id"] in around.unread and not person.mine,
        bool(row["outdated"]),
    )


def _comment(row: sqlite3.Row, around: _Around) -> CommentView:
    person = around.people[row["author"]]
    return CommentView(
        row["id"],
        row["body"],
        person.id,
        person.name,
        person.mine,
        row["created"],
        row["id"] in around.unread and not person.mine,
    )
