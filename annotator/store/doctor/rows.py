"""Every row against its last entry in the journal: rows that were changed, lost or added past the door."""

import sqlite3
from collections.abc import Iterator

from annotator.model.damage import Finding
from annotator.model.rows import KINDS
from annotator.store.around import Damage, Rows
from annotator.store.doctor.asking import rows
from annotator.store.journal import defaults, says
from annotator.store.library import Library

_LAST = """SELECT j.row, j.after FROM journal j
    JOIN (SELECT max(n) AS n FROM journal WHERE "table" = ? GROUP BY row) l ON l.n = j.n"""


def against_journal(library: Library) -> Iterator[Finding]:
    """Every row that does not say what the journal last had of it; those of damaged pages are missing."""
    there = {row["name"] for row in rows(library, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    for kind in KINDS:
        if kind.TABLE in there:
            yield from _table(library, kind.TABLE)


def _table(library: Library, table: str) -> Iterator[Finding]:
    known = _last_entries(library.connection, table)
    unwritten = defaults(library.connection, table)
    readable = Rows(library.connection, table)
    for row in readable:
        after = known.pop(row["id"], None)
        if after is None:
            yield Finding("doctor.row_added", {"table": table, "row": row["id"]})
        elif not says(table, dict(row), after, unwritten):
            yield Finding("doctor.row_changed", {"table": table, "row": row["id"]})
    for row_id in known:
        yield Finding("doctor.row_missing", {"table": table, "row": row_id})
    if readable.reason:
        yield Finding("doctor.unreadable", {"part": table, "reason": readable.reason})


def _last_entries(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """What the journal last had of each row, by id, as far as it can be read."""
    try:
        return dict(connection.execute(_LAST, (table,)).fetchall())
    except Damage:
        entries = Rows(connection, "journal")
        return {row["row"]: row["after"] for row in entries if row["table"] == table}
