"""How far an article is between colleagues: who is done, what was not seen yet, what waits for whom."""

import json
import sqlite3
from collections.abc import Iterable

from annotator.model.enums import Verdict
from annotator.model.review_views import AssignmentLine, ReviewState, SignOffView
from annotator.store import unread
from annotator.store.library import Library
from annotator.store.reading.people import People, people
from annotator.store.twins import pairs

_ASSIGNED = """
SELECT instructions FROM assignments WHERE article = ? AND NOT deleted AND reviewer IN mine ORDER BY stamp, id
"""
_HIDDEN = "SELECT 1 FROM hidden_articles WHERE article = ?"
_DONE = "SELECT author FROM seen_done WHERE article = ? ORDER BY stamp, id"
_SIGN_OFF = "SELECT * FROM seen_sign_offs WHERE article = ? ORDER BY stamp DESC, id DESC LIMIT 1"
_TOUCHED = "SELECT claim FROM seen_touches WHERE article = ? AND stamp > ?"
#: Claims on which something arrived here after a sign-off was written, though it may be older elsewhere.
_ARRIVED = """
WITH later (part, row, after) AS (
    SELECT "table", row, after FROM journal
    WHERE n > (SELECT max(n) FROM journal WHERE row = ? AND "table" = 'sign_offs'))
SELECT row AS claim FROM later WHERE part = 'claims'
UNION SELECT json_extract(after, '$.claim') FROM later
WHERE part IN ('anchors', 'attributions', 'evidence', 'responses', 'statuses', 'reviews', 'comments')
UNION SELECT json_extract(after, '$.denial') FROM later WHERE part = 'answers'
UNION SELECT json_extract(after, '$.allegation') FROM later WHERE part = 'answers'
"""
_IN_TEXT_ORDER = """
SELECT c.id FROM seen_claims c JOIN seen_anchors p ON p.claim = c.id
WHERE c.article = ? AND c.id IN (SELECT value FROM json_each(?))
GROUP BY c.id ORDER BY min(p.start), max(p."end") DESC, c.id
"""

#: What others said of my claims that stand: reviews, and comments, which have no verdict and stay current.
_THEIRS = """
SELECT x.claim, x.author, x.verdict, x.stamp, x.outdated
FROM seen_with_twins c JOIN seen_reviews x ON x.claim = c.id
WHERE c.article = ?1 AND c.author IN mine AND NOT c.withdrawn AND x.author NOT IN mine
UNION ALL
SELECT x.claim, x.author, '', x.stamp, 0 FROM seen_with_twins c JOIN seen_comments x ON x.claim = c.id
WHERE c.article = ?1 AND c.author IN mine AND NOT c.withdrawn AND x.author NOT IN mine
ORDER BY 4
"""
#: When I last said something of my claims: in the thread, in the claim itself, or of another's version of it.
_MINE = """
SELECT x.claim, x.stamp FROM seen_with_twins c JOIN seen_comments x ON x.claim = c.id
WHERE c.article = ?1 AND c.author IN mine AND x.author IN mine
UNION ALL SELECT c.id, c.stamp FROM seen_with_twins c WHERE c.article = ?1 AND c.author IN mine
UNION ALL SELECT c.id, p.stamp FROM seen_with_twins c JOIN seen_anchors p ON p.claim = c.id
WHERE c.article = ?1 AND c.author IN mine
UNION ALL SELECT v.version_of, x.stamp FROM seen_with_twins v JOIN seen_reviews x ON x.claim = v.id
WHERE v.article = ?1 AND v.version_of IS NOT NULL AND x.author IN mine
"""
#: Words that ask the claim's author for one.
_ASK = {"", Verdict.REJECTED.value, Verdict.TO_DISCUSS.value, Verdict.CHANGED.value}

_ASSIGNMENTS = """
SELECT g.id, g.article, a.title, g.reviewer, g.blind FROM assignments g
JOIN articles a ON a.id = g.article AND NOT a.deleted
WHERE NOT g.deleted ORDER BY a.created, a.id, g.stamp, g.id
"""
_COUNTS = """
SELECT c.article, c.author, count(*) AS claims FROM seen_claims c
WHERE c.article IN (SELECT article FROM assignments WHERE NOT deleted) AND NOT c.withdrawn GROUP BY 1, 2
"""
_TICKED = "SELECT DISTINCT article, author FROM seen_read_marks"
_ALL_DONE = "SELECT article, author, stamp FROM seen_done ORDER BY stamp, id"


def state(library: Library, article: str) -> ReviewState:
    """How an article stands for who looks; of a blind one nothing that colleagues did is told."""
    everybody = people(library)
    assigned = [row["instructions"] for row in library.query(_ASSIGNED, article)]
    done = tuple(dict.fromkeys(everybody[row["author"]].id for row in library.query(_DONE, article)))
    return ReviewState(
        article,
        assigned=bool(assigned),
        blind=bool(library.query(_HIDDEN, article)),
        instructions=next(filter(None, reversed(assigned)), ""),
        i_am_done=any(everybody[one].mine for one in done),
        done=done,
        unread=_in_text_order(library, article, unread.claims(library)),
        waiting=_in_text_order(library, article, _waiting(library, article)),
        sign_off=sign_off(library, article, everybody),
    )


def assignments(library: Library) -> tuple[AssignmentLine, ...]:
    """Who was given what and how far they are, by article; of an article blind for me only what I did."""
    everybody = people(library)
    claims: dict[tuple[str, str], int] = {}
    for row in library.query(_COUNTS):
        key = row["article"], everybody[row["author"]].id
        claims[key] = claims.get(key, 0) + row["claims"]
    done = {(row["article"], everybody[row["author"]].id): row["stamp"] for row in library.query(_ALL_DONE)}
    ticked = {(row["article"], everybody[row["author"]].id) for row in library.query(_TICKED)}
    found: dict[tuple[str, str], AssignmentLine] = {}
    for row in library.query(_ASSIGNMENTS):
        person = everybody[row["reviewer"]]
        key = row["article"], person.id
        found[key] = AssignmentLine(
            row["id"],
            row["article"],
            row["title"],
            person.id,
            person.name,
            bool(row["blind"]),
            done=key in done,
            returned=key in claims or key in done or key in ticked,
            claims=claims.get(key, 0),
            at=done.get(key, "")[:24],
        )
    return tuple(found.values())


def _waiting(library: Library, article: str) -> set[str]:
    """My claims on which somebody asked for my word after I last gave one."""
    twins = pairs(library)
    asked: dict[tuple[str, str, bool], tuple[str, str, bool]] = {}
    for claim, author, verdict, stamp, outdated in library.query(_THEIRS, article):
        # Of one person's reviews the newest counts, however many identities wrote them; so of comments.
        person = library.sight.shown.get(author, author)
        asked[twins.get(claim, claim), person, verdict == ""] = verdict, stamp, outdated
    said: dict[str, str] = {}
    for claim, stamp in library.query(_MINE, article) if asked else ():
        said[twins.get(claim, claim)] = max(stamp, said.get(twins.get(claim, claim), ""))
    return {
        claim
        for (claim, _, _), (verdict, stamp, outdated) in asked.items()
        if verdict in _ASK and not outdated and stamp > said[claim]
    }


def sign_off(library: Library, article: str, everybody: People | None = None) -> SignOffView | None:
    """The newest sign-off of an article, as far as who looks may see one."""
    found = library.query(_SIGN_OFF, article)
    if not found:
        return None
    row: sqlite3.Row = found[0]
    person = (everybody or people(library))[row["author"]]
    touched = {one["claim"] for one in library.query(_TOUCHED, article, row["stamp"])}
    if row["device"] == library.here("device"):  # who signed here had seen what was here, and no more
        touched |= {one["claim"] for one in library.query(_ARRIVED, row["id"])}
    changed = _in_text_order(library, article, touched)
    return SignOffView(
        row["id"], person.id, person.name, person.mine, row["stamp"][:24], row["note"], changed
    )


def _in_text_order(library: Library, article: str, claims: Iterable[str]) -> tuple[str, ...]:
    """Those of the claims that show in the article, equal ones as the one that does."""
    twins = pairs(library)
    ids = json.dumps(sorted({twins.get(claim, claim) for claim in claims}))
    return tuple(row["id"] for row in library.query(_IN_TEXT_ORDER, article, ids))
