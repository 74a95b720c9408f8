"""The index of words: one row for each article, claim and source that lives, under the row's own number.

It holds nothing that the tables do not, so it can be made afresh at any time. Private notes and everything
about confidential sources stay out. What lies in the bin is left out by those who read.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.changes import RowChange
from annotator.text.terms import indexed


@dataclass(frozen=True, slots=True)
class Index:
    """One table of the index: its columns, and the statement that reads their texts.

    `select` gives the number, then the columns, of rows that `{which}` chooses by their `id`.
    """

    table: str
    of: str
    columns: tuple[str, ...]
    select: str


ARTICLES = Index(
    "search_articles",
    "articles",
    ("title", "publisher", "body"),
    """SELECT a.n, a.title, coalesce((
        SELECT group_concat(publisher, ' · ') FROM (
            SELECT DISTINCT publisher FROM appearances WHERE article = a.id AND NOT deleted ORDER BY n)), ''),
        coalesce((SELECT t.body FROM revisions v JOIN texts t ON t.id = v.text
            WHERE v.article = a.id AND NOT v.deleted ORDER BY v.position DESC LIMIT 1), '')
    FROM articles a WHERE {which}""",
)
CLAIMS = Index(
    "search_claims",
    "claims",
    ("quote", "note", "plain_words"),
    """SELECT c.n, coalesce((
        SELECT p.quote FROM anchors p JOIN revisions v ON v.id = p.revision AND NOT v.deleted
            WHERE p.claim = c.id AND NOT p.deleted AND p.start >= 0 ORDER BY v.position DESC LIMIT 1), ''),
        c.note, c.plain_words
    FROM claims c WHERE NOT c.deleted AND NOT c.withdrawn AND {which}""",
)
SOURCES = Index(
    "search_sources",
    "sources",
    ("name", "role", "description"),
    """SELECT s.n, s.name, s.role, s.description FROM sources s
    WHERE NOT s.deleted AND NOT s.confidential AND s.kind NOT IN ('article itself', 'not named')
    AND {which}""",
)
INDEXES = (ARTICLES, CLAIMS, SOURCES)


@dataclass(frozen=True, slots=True)
class _Part:
    """What an index shows of a table: the column with the id of what is found, and those that count."""

    index: Index
    owner: str
    columns: tuple[str, ...]


_PARTS = {
    "articles": _Part(ARTICLES, "id", ("title",)),
    "appearances": _Part(ARTICLES, "article", ("article", "publisher", "deleted")),
    "revisions": _Part(ARTICLES, "article", ("article", "text", "position", "deleted")),
    "claims": _Part(CLAIMS, "id", ("note", "plain_words", "withdrawn", "deleted")),
    "anchors": _Part(CLAIMS, "claim", ("claim", "revision", "start", "quote", "deleted")),
    "sources": _Part(SOURCES, "id", ("name", "role", "description", "confidential", "deleted")),
}


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes the whole index afresh, inside the running transaction."""
    for index in INDEXES:
        connection.execute(f"DELETE FROM {index.table}")
        _put(connection, index, connection.execute(index.select.format(which="1")))


def wrong(connection: sqlite3.Connection, index: Index) -> list[int]:
    """The numbers of rows that an index has otherwise than it should, too many or not at all."""
    names = ", ".join(index.columns)
    there = connection.execute(f"SELECT rowid, {names} FROM {index.table}")
    held = {n: hash(tuple(words)) for n, *words in there}
    found = [
        n
        for n, *texts in connection.execute(index.select.format(which="1"))
        if held.pop(n, None) != hash(tuple(map(indexed, texts)))
    ]
    return [*found, *held]


def follow(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    """Brings the index up to what the changed rows hold now, inside the same transaction."""
    touched: dict[Index, set[str]] = {}
    for change in changes:
        part = _PARTS.get(change.table)
        if part is not None and _counts(part, change):
            touched.setdefault(part.index, set()).add(str(change.after[part.owner]))
    for index, ids in touched.items():
        _refresh(connection, index, json.dumps(sorted(ids)))


def _counts(part: _Part, change: RowChange) -> bool:
    """Whether anything changed that the index shows: a new tag, for one, costs nothing here."""
    before = change.before
    return before is None or any(before[name] != change.after[name] for name in part.columns)


def _refresh(connection: sqlite3.Connection, index: Index, ids: str) -> None:
    chosen = "id IN (SELECT value FROM json_each(?))"
    connection.execute(
        f"DELETE FROM {index.table} WHERE rowid IN (SELECT n FROM {index.of} WHERE {chosen})", (ids,)
    )
    _put(connection, index, connection.execute(index.select.format(which=chosen), (ids,)))


def _put(connection: sqlite3.Connection, index: Index, rows: Iterable[tuple[int, str]]) -> None:
    names = ", ".join(index.columns)
    marks = ", ".join("?" * len(index.columns))
    connection.executemany(
        f"INSERT INTO {index.table} (rowid, {names}) VALUES (?, {marks})",
        ((n, *map(indexed, texts)) for n, *texts in rows),
    )
