"""The fifth schema seals the history: each step gets a hash over what it says."""

from typing import TYPE_CHECKING

from annotator.store.seals import FIRST, STEP, step_seal

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = ", ".join(f'"{name}"' for name in STEP)


def apply(db: "Database") -> None:
    """Makes what schema version 5 adds, and seals the steps that are there."""
    db.execute("ALTER TABLE steps ADD COLUMN hash TEXT NOT NULL DEFAULT ''")
    scopes: dict[int, list[str]] = {}
    for step, scope in db.execute("SELECT step, scope FROM step_scopes"):
        scopes.setdefault(step, []).append(scope)
    entries: dict[str, str] = dict(db.execute("SELECT step, hash FROM journal ORDER BY n"))
    sealed = []
    for n, *values in db.execute(f"SELECT n, {_COLUMNS} FROM steps"):
        step = dict(zip(STEP, values, strict=True))
        sealed.append((step_seal(entries.get(step["id"], FIRST), step, scopes.get(n, [])), n))
    db.conn.executemany("UPDATE steps SET hash = ? WHERE n = ?", sealed)
    db.execute("PRAGMA user_version = 5")
