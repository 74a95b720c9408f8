"""What comparing, settling and the figures are worked out from; equal claims of one person stand for one."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.comparing import Marked
from annotator.model.enums import Tag, Verdict
from annotator.model.settling import Word
from annotator.model.spans import Span, Spans
from annotator.store.library import Library
from annotator.store.reading.answers import pairs_of_article
from annotator.store.reading.sources import resolve
from annotator.store.twins import pairs

_TEXTS = """
SELECT a.id, v.id AS revision, t.length, s.bounds
FROM articles a
JOIN revisions v ON v.article = a.id AND NOT v.deleted AND v.position = (
    SELECT max(position) FROM revisions WHERE article = a.id AND NOT deleted)
JOIN texts t ON t.id = v.text
JOIN sentences s ON s.text = t.id
WHERE NOT a.deleted AND CASE WHEN ?1 IS NULL THEN NOT a.sample
    ELSE a.id IN (SELECT value FROM json_each(?1)) END
ORDER BY a.created, a.n
"""
_MARKED = """
SELECT c.article, c.id, c.author, c.tag, p.start, p."end", c.version_of
FROM seen_anchors p JOIN seen_claims c ON c.id = p.claim AND NOT c.withdrawn
WHERE p.revision IN (SELECT value FROM json_each(?)) AND p.start >= 0
ORDER BY p.start, p."end" DESC, c.id
"""
_DONE = "SELECT article, author FROM seen_done WHERE article IN (SELECT value FROM json_each(?))"
_ANSWERED = """
SELECT DISTINCT c.article, x.author FROM seen_with_twins c JOIN seen_reviews x ON x.claim = c.id
WHERE c.article IN (SELECT value FROM json_each(?))
"""
_SAID = """
SELECT x.claim, x.source FROM seen_with_twins c JOIN seen_attributions x ON x.claim = c.id
WHERE c.article = ? ORDER BY x.position, x.id
"""
_BACKED = """
SELECT x.claim, x.source, x.stance FROM seen_with_twins c JOIN seen_evidence x ON x.claim = c.id
WHERE c.article = ?
"""
_WORDS = """
SELECT x.claim, x.author, x.verdict, x.stamp, x.version, x.outdated
FROM seen_with_twins c JOIN seen_reviews x ON x.claim = c.id WHERE c.article = ? ORDER BY x.stamp, x.id
"""
_SIGNED = "SELECT author FROM seen_sign_offs WHERE article = ? ORDER BY stamp DESC, id DESC LIMIT 1"


class Worked(NamedTuple):
    """An article as people worked on it; people are the ids under which they show.

    `marked` are the claims that stand, without sources and links, in text order; `versions` those of them
    that change another person's claim; `done` and `answered` are who said so, and who answered a claim.
    `length` is in code points.
    """

    article: str
    length: int
    sentences: Spans
    marked: list[Marked]
    versions: set[str]
    done: set[str]
    answered: set[str]


def worked(library: Library, articles: Iterable[str] | None) -> list[Worked]:
    """The given articles that are there, or all but samples, the oldest first."""
    chosen = None if articles is None else json.dumps(sorted(articles))
    texts = library.query(_TEXTS, chosen)
    found = {
        row["id"]: Worked(row["id"], row["length"], Spans(json.loads(row["bounds"])), [], set(), set(), set())
        for row in texts
    }
    shown = library.sight.shown
    revisions = json.dumps([row["revision"] for row in texts])
    for article, claim, author, tag, start, end, version_of in library.query(_MARKED, revisions):
        there = found[article]
        there.marked.append(Marked(claim, shown.get(author, author), Tag(tag), Span(start, end)))
        if version_of is not None:
            there.versions.add(claim)
    ids = json.dumps(list(found))
    for article, author in library.query(_DONE, ids):
        found[article].done.add(shown.get(author, author))
    for article, author in library.query(_ANSWERED, ids):
        found[article].answered.add(shown.get(author, author))
    return list(found.values())


class Sources(NamedTuple):
    """What stands on claims: who says them, what bears on them, what they answer, as in `Marked`."""

    said: dict[str, list[str]]
    backed: dict[str, set[tuple[str, str]]]
    links: dict[str, set[str]]


def sources(library: Library, article: str) -> Sources:
    """For each claim of an article its sources, joined ones resolved, and for a denial what it answers."""
    twins = pairs(library)
    said_rows, backed_rows = library.query(_SAID, article), library.query(_BACKED, article)
    shown = resolve(library, (row["source"] for row in (*said_rows, *backed_rows)))
    found = Sources({}, {}, {})
    for claim, source in said_rows:
        chain = found.said.setdefault(twins.get(claim, claim), [])
        if shown[source] not in chain:
            chain.append(shown[source])
    for claim, source, stance in backed_rows:
        found.backed.setdefault(twins.get(claim, claim), set()).add((shown[source], stance))
    for denial, allegation in pairs_of_article(library, article):
        found.links.setdefault(denial, set()).add(allegation)
    return found


def words(library: Library, article: str) -> list[Word]:
    """Each person's newest word on each claim of an article, of people and claims as they show."""
    shown, twins = library.sight.shown, pairs(library)
    newest: dict[tuple[str, str], Word] = {}
    for claim, author, verdict, stamp, version, outdated in library.query(_WORDS, article):
        key = twins.get(claim, claim), shown.get(author, author)
        version = twins.get(version, version) if version else None
        newest[key] = Word(*key, Verdict(verdict), stamp, version, bool(outdated))
    return list(newest.values())


def signer(library: Library, article: str) -> str | None:
    """Who signed the article off last, if anybody did."""
    found = library.query(_SIGNED, article)
    return library.sight.shown.get(found[0]["author"], found[0]["author"]) if found else None
