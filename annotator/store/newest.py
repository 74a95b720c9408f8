"""What was written last: whether it still stands. In constant time, for every opening that will write."""

import sqlite3

from annotator.model.rows import KIND_OF
from annotator.store.codec import HEAVY
from annotator.store.journal import SEALED, defaults, says
from annotator.store.seals import FIRST, HERE, STEP, here_seal, seal, step_seal

#: How many entries of the journal are looked at, with their rows and their steps.
_ENTRIES = 20

_STEP = "SELECT * FROM steps WHERE id = ?"
_SCOPES = "SELECT scope FROM step_scopes WHERE step = ?"


def refuse_unless_standing(connection: sqlite3.Connection) -> None:
    """Looks at the newest entries of the journal: their chain, their steps, and the rows they are about.

    Needs the present schema. Raises sqlite3.DatabaseError where something is not as it was written.
    """
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    newest = cursor.execute("SELECT * FROM journal ORDER BY n DESC LIMIT ?", (_ENTRIES + 1,)).fetchall()
    entries = [dict(row) for row in reversed(newest)]
    before = FIRST if len(entries) <= _ENTRIES else entries.pop(0)["hash"]
    for entry in entries:
        if seal(before, *(entry[name] for name in SEALED)) != entry["hash"]:
            raise sqlite3.DatabaseError("the end of the journal is not as it was written")
        before = entry["hash"]
    _look_at_steps(cursor, {str(entry["step"]): str(entry["hash"]) for entry in entries})
    _look_at_rows(connection, cursor, {(entry["table"], entry["row"]): entry["after"] for entry in entries})
    kept = [value for (value,) in cursor.execute("SELECT value FROM here WHERE key = ?", (HERE,))]
    if kept != [here_seal(connection)]:
        raise sqlite3.DatabaseError("what the file knows of itself is not as it was written")


def _look_at_steps(cursor: sqlite3.Cursor, ends: dict[str, str]) -> None:
    """The steps of these entries, each with the hash of its last one."""
    for step, last in ends.items():
        for row in cursor.execute(_STEP, (step,)).fetchall():
            scopes = [scope for (scope,) in cursor.execute(_SCOPES, (row["n"],))]
            if row["hash"] == step_seal(last, {name: row[name] for name in STEP}, scopes):
                break
        else:
            raise sqlite3.DatabaseError("the newest steps are not as they were written")


def _look_at_rows(
    connection: sqlite3.Connection, cursor: sqlite3.Cursor, last: dict[tuple[str, str], str]
) -> None:
    """The rows of these entries, each with what its last one has of it.

    Of texts, which may be long, only that they are there: their fingerprint is for the doctor.
    """
    tables = {table for table, _ in last}
    if not tables <= KIND_OF.keys():
        raise sqlite3.DatabaseError("the journal tells of a table that is none")
    unwritten = {table: defaults(connection, table) for table in tables}
    for (table, row_id), after in last.items():
        columns = "1" if table in HEAVY else "*"
        rows = cursor.execute(
            f"SELECT {columns} FROM {KIND_OF[table].TABLE} WHERE id = ?", (row_id,)
        ).fetchall()
        if not rows or not (table in HEAVY or says(table, dict(rows[0]), after, unwritten[table])):
            raise sqlite3.DatabaseError(f"the newest rows of {table} are not as they were written")
