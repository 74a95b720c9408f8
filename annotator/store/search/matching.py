"""Reading the index: articles, claims and sources that have the words, at once or the best first."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.model.search import ClaimFilter
from annotator.store.library import Library
from annotator.store.reading.people import named
from annotator.text.wanted import Phrase

#: How the best are found: a word in a title weighs more than one in the text, and so on by column.
_WEIGHTS = {
    "search_articles": "8, 2, 1",
    "search_claims": "2, 1, 1",
    "search_sources": "4, 1, 1",
}

_NEWEST = """v.article = a.id AND NOT v.deleted AND v.position = (
    SELECT max(position) FROM revisions WHERE article = a.id AND NOT deleted)"""

_LIVE_ARTICLES = """FROM search_articles f CROSS JOIN articles a ON a.n = f.rowid AND NOT a.deleted
WHERE f.search_articles MATCH :match"""

_CLAIM = f"""JOIN articles a ON a.id = c.article AND NOT a.deleted
JOIN revisions v ON {_NEWEST}
JOIN seen_anchors p ON p.claim = c.id AND p.revision = v.id AND p.start >= 0"""
_STANDS = "NOT c.withdrawn"

_CLAIMS = f"""FROM search_claims f CROSS JOIN seen_claims c ON c.n = f.rowid AND {_STANDS}
{_CLAIM} WHERE f.search_claims MATCH :match"""
_EVERY_CLAIM = f"FROM seen_claims c {_CLAIM} WHERE {_STANDS}"

#: Of an article that names a source often, its first claim stands for all.
_SOURCES = f"""FROM search_sources f CROSS JOIN sources s ON s.n = f.rowid AND NOT s.deleted
JOIN (SELECT claim, source FROM seen_attributions
    UNION SELECT claim, source FROM seen_evidence) u ON u.source = s.id
JOIN seen_claims c ON c.id = coalesce((SELECT shown FROM twins WHERE claim = u.claim), u.claim) AND {_STANDS}
{_CLAIM} WHERE f.search_sources MATCH :match"""

_CLAIM_COLUMNS = "a.id, a.title, c.id, c.tag, p.start, p.end"


class FoundText(NamedTuple):
    """An article, and its newest text."""

    article: str
    title: str
    body: str


class FoundClaim(NamedTuple):
    """A claim with its words, and its place in code points."""

    article: str
    title: str
    claim: str
    tag: str
    start: int
    end: int
    quote: str
    note: str
    plain_words: str


class FoundSource(NamedTuple):
    """A source, with the first claim of an article that names it."""

    article: str
    title: str
    claim: str
    tag: str
    start: int
    end: int
    name: str
    role: str
    description: str


def articles(library: Library, phrases: Sequence[Phrase], limit: int, *, best: bool) -> list[FoundText]:
    """Articles that have all the words: the newest at once, or the best first."""
    by = _by("search_articles", best=best)
    # The texts are read of those chosen only: sorting all with their texts would take five times as long.
    statement = f"""SELECT a.id, a.title, t.body
        FROM (SELECT f.rowid AS n, row_number() OVER () AS place FROM (
            SELECT f.rowid {_LIVE_ARTICLES} ORDER BY {by} LIMIT :limit) f) k
        JOIN articles a ON a.n = k.n JOIN revisions v ON {_NEWEST} JOIN texts t ON t.id = v.text
        ORDER BY k.place"""
    found = library.query(statement, match=_match(phrases), limit=limit)
    return [FoundText(*row) for row in found]


def claims(
    library: Library, phrases: Sequence[Phrase], only: ClaimFilter, limit: int, *, best: bool
) -> list[FoundClaim]:
    """Claims that are meant and have all the words, if any: the newest at once, or the best first."""
    columns = f"{_CLAIM_COLUMNS}, p.quote, c.note, c.plain_words"
    meant, values = _meant(library, only)
    if phrases:
        order = _by("search_claims", best=best)
        statement = f"SELECT {columns} {_CLAIMS}{meant} ORDER BY {order} LIMIT :limit"
    else:
        statement = f"SELECT {columns} {_EVERY_CLAIM}{meant} ORDER BY c.n DESC LIMIT :limit"
    found = library.query(statement, **values, match=_match(phrases), limit=limit)
    return [FoundClaim(*row) for row in found]


def sources(library: Library, phrases: Sequence[Phrase], only: ClaimFilter, limit: int) -> list[FoundSource]:
    """Sources that have all the words, once for each article in which a claim names them."""
    meant, values = _meant(library, only)
    statement = f"""SELECT {_CLAIM_COLUMNS}, s.name, s.role, s.description, min(p.start) {_SOURCES}{meant}
        GROUP BY s.id, a.id ORDER BY s.n DESC, a.n DESC LIMIT :limit"""
    found = library.query(statement, **values, match=_match(phrases), limit=limit)
    return [FoundSource(*row[:9]) for row in found]


def count(library: Library, phrases: Sequence[Phrase], only: ClaimFilter) -> int:
    """How many articles and claims have all the words."""
    meant, values = _meant(library, only)
    counted = [f"SELECT count(*) AS number {_CLAIMS if phrases else _EVERY_CLAIM}{meant}"]
    if phrases and not only:
        counted.append(f"SELECT count(*) AS number {_LIVE_ARTICLES}")
    found = [library.query(one, **values, match=_match(phrases)) for one in counted]
    return sum(int(rows[0]["number"]) for rows in found)


def _match(phrases: Iterable[Phrase]) -> str:
    """The phrases in the index's own language; folded words hold none of its signs."""
    return " AND ".join(
        '"{}"{}'.format(" ".join(phrase.terms), " *" if phrase.is_beginning else "") for phrase in phrases
    )


def _by(index: str, *, best: bool) -> str:
    """What comes first: the best, or the newest."""
    return f"bm25({index}, {_WEIGHTS[index]})" if best else "f.rowid DESC"


def _meant(library: Library, only: ClaimFilter) -> tuple[str, dict[str, object]]:
    """The filter as conditions on a claim `c`, each with an AND before it, and their values."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    if only.tags:
        conditions.append("c.tag IN (SELECT value FROM json_each(:tags))")
        values["tags"] = json.dumps(sorted(only.tags))
    if only.reviewer:
        conditions.append("person(c.author) IN (SELECT value FROM json_each(:reviewers))")
        values["reviewers"] = json.dumps(sorted(named(library, only.reviewer)))
    if only.status is not None:
        conditions.append("""coalesce((SELECT u.value FROM seen_statuses u WHERE u.claim = c.id
            ORDER BY u.stamp DESC LIMIT 1), 'unchecked') = :status""")
        values["status"] = only.status.value
    if only.source is not None:
        said = "EXISTS (SELECT 1 FROM seen_attributions w WHERE w.claim = c.id"
        if only.source:
            conditions.append(f"{said} AND w.source IN (SELECT value FROM json_each(:sources)))")
            values["sources"] = json.dumps(_shown_as(library, only.source))
        else:
            conditions.append(f"NOT {said})")
    if only.evidence is not None:
        backed = "EXISTS (SELECT 1 FROM seen_evidence e WHERE e.claim = c.id)"
        conditions.append(backed if only.evidence else f"NOT {backed}")
    return "".join(f" AND {condition}" for condition in conditions), values


def _shown_as(library: Library, name: str) -> list[str]:
    """The ids of the sources that show under a name, entries joined into such a one included."""
    found = library.query(
        "SELECT j.id FROM shown_sources j JOIN sources s ON s.id = j.shown WHERE s.name = ?", name
    )
    return [row["id"] for row in found]
