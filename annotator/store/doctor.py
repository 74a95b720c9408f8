"""Looking a library over: whether what it says still is what was written, from the pages up to the words."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache

from annotator.model.rows import KINDS, Anchor, Places, Sentences, Text
from annotator.model.spans import Span
from annotator.store import journal
from annotator.store.library import Library
from annotator.store.migrations import migrate
from annotator.text.anchors import holds
from annotator.text.identity import fingerprint
from annotator.text.passages import are_ordered
from annotator.text.sentences import RULES, sentences

_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: a message key and the values for its sentence."""

    key: str
    values: dict[str, object] = field(default_factory=dict)


def findings(library: Library) -> Iterator[Finding]:
    """What is wrong with a library; nothing where all is well. Only reads."""
    for part, check in _CHECKS.items():
        try:
            yield from check(library)
        except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:  # damage has many faces
            yield Finding("doctor.unreadable", {"part": part, "reason": str(error)})


def _pages(library: Library) -> Iterator[Finding]:
    for (said,) in _rows(library, "PRAGMA integrity_check"):
        if said != "ok":
            yield Finding("doctor.pages", {"reason": str(said)})


def _schema(library: Library) -> Iterator[Finding]:
    """Compares with a schema made afresh; what somebody added beside it is theirs."""
    there = {row["name"]: row["sql"] for row in _rows(library, _SCHEMA)}
    for name, sql in _fresh_schema():
        if there.get(name) != sql:
            yield Finding("doctor.schema", {"name": name})


@cache
def _fresh_schema() -> tuple[tuple[str, str], ...]:
    from sqlite_utils import Database

    fresh = Database(memory=True)
    with closing(fresh.conn):
        migrate(fresh)
        return tuple(fresh.conn.execute(_SCHEMA))


def _references(library: Library) -> Iterator[Finding]:
    for table, n, parent, _ in _rows(library, "PRAGMA foreign_key_check"):
        yield Finding("doctor.reference", {"table": table, "number": n, "parent": parent})


def _texts(library: Library) -> Iterator[Finding]:
    for row in _rows(library, f"SELECT id, body, length FROM {Text.TABLE}"):
        if fingerprint(row["body"]) != row["id"] or len(row["body"]) != row["length"]:
            yield Finding("doctor.text", {"text": row["id"]})


def _sentences(library: Library) -> Iterator[Finding]:
    """Computes boundaries again where today's rules made them; others cannot be known any more."""
    statement = f"""SELECT s.id, s.bounds, s.rules, t.body FROM {Sentences.TABLE} s
        JOIN {Text.TABLE} t ON t.id = s.text"""
    for row in _rows(library, statement):
        bounds = [Span(start, end) for start, end in json.loads(row["bounds"])]
        if row["rules"] == RULES and bounds != list(sentences(row["body"])):
            yield Finding("doctor.sentences", {"text": row["id"]})


def _places(library: Library) -> Iterator[Finding]:
    """Places lie inside their text, one after the other."""
    statement = f"SELECT p.places, t.id, t.length FROM {Places.TABLE} p JOIN {Text.TABLE} t ON t.id = p.text"
    for row in _rows(library, statement):
        if not are_ordered(row["places"], row["length"]):
            yield Finding("doctor.places", {"text": row["id"]})


def _quotes(library: Library) -> Iterator[Finding]:
    statement = f"""SELECT p.claim, p.start, p."end", p.quote, t.id AS text FROM {Anchor.TABLE} p
        JOIN revisions v ON v.id = p.revision JOIN texts t ON t.id = v.text
        WHERE NOT p.deleted AND p.start >= 0 ORDER BY t.id"""
    known, body = "", ""
    for row in _rows(library, statement):
        if row["text"] != known:
            known = row["text"]
            ((body,),) = _rows(library, f"SELECT body FROM {Text.TABLE} WHERE id = ?", known)
        if not 0 <= row["start"] <= row["end"] or not holds(
            body, Span(row["start"], row["end"]), row["quote"]
        ):
            yield Finding("doctor.quote", {"claim": row["claim"], "quote": row["quote"]})


def _chain(library: Library) -> Iterator[Finding]:
    """Every entry's hash, and that each belongs to a step of the history."""
    previous = journal.FIRST
    steps = {row["id"] for row in _rows(library, "SELECT id FROM steps")}
    for row in _rows(library, "SELECT * FROM journal ORDER BY n"):
        sealed = journal.seal(previous, *(row[name] for name in journal.SEALED))
        if sealed != row["hash"]:
            yield Finding("doctor.chain", {"entry": row["n"], "table": row["table"], "row": row["row"]})
        if row["step"] not in steps:
            yield Finding("doctor.step", {"entry": row["n"], "step": row["step"]})
        previous = row["hash"]  # so that one broken link is named once


def _against_journal(library: Library) -> Iterator[Finding]:
    """Every row against its last entry: rows that were changed, lost or added past the door."""
    for kind in KINDS:
        table = kind.TABLE
        last = """SELECT j.row, j.after FROM journal j
            JOIN (SELECT max(n) AS n FROM journal WHERE "table" = ? GROUP BY row) l ON l.n = j.n"""
        known = {row["row"]: row["after"] for row in _rows(library, last, table)}
        for row in _rows(library, f"SELECT * FROM {table}"):
            after = known.pop(row["id"], None)
            if after is None:
                yield Finding("doctor.row_added", {"table": table, "row": row["id"]})
            elif journal.as_json(journal.journaled(table, dict(row))) != after:
                yield Finding("doctor.row_changed", {"table": table, "row": row["id"]})
        for row_id in known:
            yield Finding("doctor.row_missing", {"table": table, "row": row_id})


def _rows(library: Library, statement: str, *values: object) -> Iterator[sqlite3.Row]:
    """The rows one after the other: a journal can be too long to hold."""
    with closing(library.connection.execute(statement, values)) as cursor:
        yield from cursor


#: The checks by what they look at, from the file's pages to the words in it.
_CHECKS: dict[str, Callable[[Library], Iterator[Finding]]] = {
    "pages": _pages,
    "schema": _schema,
    "references": _references,
    "texts": _texts,
    "sentences": _sentences,
    "places": _places,
    "quotes": _quotes,
    "journal": _chain,
    "rows": _against_journal,
}


def counts(library: Library) -> dict[str, int]:
    """How much there was to look at: articles (also in the bin), claims that live, entries of the journal."""
    statements = {
        "articles": "SELECT count(*) FROM articles",
        "claims": "SELECT count(*) FROM claims WHERE NOT deleted",
        "entries": "SELECT count(*) FROM journal",
    }
    return {name: int(library.query(statement)[0][0]) for name, statement in statements.items()}
