"""The journal: every row change, immutable, each entry sealed with the hash of the one before."""

import json
from collections.abc import Mapping
from typing import Any

from annotator.model.changes import RowChange
from annotator.store.codec import HEAVY
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION

#: What the first entry of a library takes as the hash before it.
FIRST = "0" * 64


#: The columns of an entry that its hash covers, in this order.
SEALED = ("step", "table", "row", "before", "after", "version", "author", "device", "stamp")

_INSERT = "INSERT INTO journal ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".format(
    ", ".join(f'"{name}"' for name in (*SEALED, "hash"))
)


def journaled(table: str, values: Mapping[str, Any]) -> dict[str, object]:
    """A row as the journal keeps it: all its columns but the local number and the heavy ones."""
    left_out = {"n", *HEAVY.get(table, ())}
    return {name: value for name, value in values.items() if name not in left_out}


def as_json(values: Mapping[str, Any] | None) -> str | None:
    """Compact JSON with the keys in order, so that equal rows give equal text and equal hashes."""
    if values is None:
        return None
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(previous: str, *parts: object) -> str:
    """SHA-256 over the entry before and the parts of this one, as a JSON list."""
    import hashlib  # for who writes; sqlite-utils, which writing needs, has loaded it by then

    return hashlib.sha256(json.dumps([previous, *parts], ensure_ascii=False).encode()).hexdigest()


def last_hash(library: Library) -> str:
    """The hash that the next entry builds on."""
    found = library.query("SELECT hash FROM journal ORDER BY n DESC LIMIT 1")
    return str(found[0]["hash"]) if found else FIRST


def last_stamp(library: Library) -> str:
    """The newest stamp the library has seen; empty in a new one."""
    found = library.query("SELECT stamp FROM journal ORDER BY n DESC LIMIT 1")
    return str(found[0]["stamp"]) if found else ""


def append(library: Library, step: str, change: RowChange, author: str, previous: str) -> str:
    """Adds one entry inside the running transaction and returns its hash.

    `author` is who made the change, which need not be who made the row.
    """
    before, after = as_json(change.before), as_json(change.after)
    by = [author, change.after["device"], change.after["stamp"]]
    kept = [step, change.table, change.id, before, after, SCHEMA_VERSION, *by]
    sealed = seal(previous, *kept)
    library.connection.execute(_INSERT, (*kept, sealed))
    return sealed


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
