"""The journal: every row change, immutable, each entry sealed with the hash of the one before."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from annotator.model.changes import RowChange
from annotator.model.rows import KINDS
from annotator.store.codec import ENVELOPE, HEAVY, TOGETHER, columns
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION
from annotator.store.seals import FIRST, seal

#: The columns of an entry that its hash covers, in this order.
SEALED = ("step", "table", "row", "before", "after", "version", "author", "device", "stamp")

_INSERT = "INSERT INTO journal ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".format(
    ", ".join(f'"{name}"' for name in (*SEALED, "hash"))
)

# Made once: a colleague's file may bring tens of thousands of entries.
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

#: What the journal keeps of each table's rows, in order, with the stamps of single fields and without.
_WITH_STAMPS = {
    kind.TABLE: tuple(sorted({*columns(kind), *ENVELOPE} - {*HEAVY.get(kind.TABLE, ())})) for kind in KINDS
}
_KEPT = {table: tuple(name for name in kept if name != "stamps") for table, kept in _WITH_STAMPS.items()}
_VALUES = {table: itemgetter(*kept) for table, kept in _KEPT.items()}

#: Heavy columns that the row's own id does not vouch for: the entry has the hash of what stands there.
_HASHED = {"sentences": "bounds"}

#: Under which name an entry has that hash; entries of older programs have none.
SEAL = "seal"


def journaled(table: str, values: Mapping[str, Any]) -> dict[str, object]:
    """A row as the journal keeps it: all its columns but the local number and the heavy ones, in order.

    `stamps` is there only where it says something, so that entries of the first schemas stay as they are.
    Last comes the hash of a heavy column, where it has one that nothing else vouches for.
    """
    if values["stamps"] != TOGETHER:
        kept = {name: values[name] for name in _WITH_STAMPS[table]}
    else:
        kept = dict(zip(_KEPT[table], _VALUES[table](values), strict=True))
    if heavy := _HASHED.get(table):
        kept[SEAL] = seal(values[heavy])
    return kept


def as_json(values: Mapping[str, Any] | None) -> str | None:
    """Compact JSON of what `journaled` gives, so that equal rows give equal text and equal hashes."""
    return None if values is None else _compact(values)


def defaults(connection: sqlite3.Connection, table: str) -> dict[str, object]:
    """What each column of a table says of a row that was written before there was that column."""
    told = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return {name: (default or "").strip("'") for _, name, _, _, default, _ in told} | {"stamps": TOGETHER}


def says(table: str, row: Mapping[str, object], after: str, unwritten: Mapping[str, object]) -> bool:
    """Whether a row says what an entry has, which may be of an older schema and then lacks columns.

    `unwritten` has what those hold, as `defaults` gives it.
    """
    try:
        entry = json.loads(after)
    except ValueError:
        return False
    own = row.keys() - {"n", *HEAVY.get(table, ())}
    if isinstance(entry, dict) and SEAL in entry:
        heavy = _HASHED.get(table)
        if heavy is None or entry.pop(SEAL) != seal(row[heavy]):
            return False
    return (
        isinstance(entry, dict)
        and entry.keys() <= own
        and all(row[name] == entry.get(name, unwritten[name]) for name in own)
    )


def last_hash(library: Library) -> str:
    """The hash that the next entry builds on."""
    found = library.query("SELECT hash FROM journal ORDER BY n DESC LIMIT 1")
    return str(found[0]["hash"]) if found else FIRST


def last_stamp(library: Library) -> str:
    """The newest stamp the library has seen; empty in a new one.

    It is that of the last step: rows of colleagues keep older ones of their own.
    """
    found = library.query("SELECT stamp FROM steps ORDER BY n DESC LIMIT 1")
    return str(found[0]["stamp"]) if found else ""


def append(library: Library, step: str, changes: Iterable[RowChange], author: str, previous: str) -> str:
    """Adds an entry for each change inside the running transaction, and returns the hash of the last.

    `author` is who made the changes, which need not be who made the rows; `previous` the hash to build on.
    """
    entries: list[tuple[object, ...]] = []
    for change in changes:
        before, after = as_json(change.before), as_json(change.after)
        by = (author, change.after["device"], change.after["stamp"])
        kept = (step, change.table, change.id, before, after, SCHEMA_VERSION, *by)
        previous = seal(previous, *kept)
        entries.append((*kept, previous))
    library.connection.executemany(_INSERT, entries)
    return previous


def changes_of(library: Library, step: str) -> list[RowChange]:
    """The row changes of one step, in the order in which they were made."""
    found = library.query('SELECT "table", row, before, after FROM journal WHERE step = ? ORDER BY n', step)
    return [
        RowChange(
            row["table"],
            row["row"],
            json.loads(row["before"]) if row["before"] else None,
            json.loads(row["after"]),
        )
        for row in found
    ]


def last_step_of(library: Library, table: str, row_id: str) -> str:
    """The id of the step that last changed a row."""
    found = library.query(
        'SELECT step FROM journal WHERE row = ? AND "table" = ? ORDER BY n DESC LIMIT 1', row_id, table
    )
    return str(found[0]["step"]) if found else ""
