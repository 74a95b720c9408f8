"""The file: its pages, its schema, what became of it, and that nothing points into the void."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from annotator.model.damage import Finding
from annotator.store.doctor.asking import rows, version
from annotator.store.library import Library
from annotator.store.migrations import migrate
from annotator.store.search.index import INDEXES

_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
_RAN = "SELECT name FROM _sqlite_migrations ORDER BY id"
_MADE_BY_OTHERS = ("_sqlite_migrations", *(f"{index.table}_" for index in INDEXES))


def pages(library: Library) -> Iterator[Finding]:
    """What SQLite itself says of the file."""
    for (said,) in rows(library, "PRAGMA integrity_check"):
        if said != "ok":
            yield Finding("doctor.pages", {"reason": str(said)})


def schema(library: Library) -> Iterator[Finding]:
    """Compares with a schema made afresh; what somebody added beside it is theirs.

    Of tables that SQLite and sqlite-utils make for themselves only that they are there: another version of
    those may make them otherwise.
    """
    there = {row["name"]: row["sql"] for row in rows(library, _SCHEMA)}
    for name, sql in fresh(version(library))[0]:
        if name not in there or (there[name] != sql and not name.startswith(_MADE_BY_OTHERS)):
            yield Finding("doctor.schema", {"name": name})


def migrations(library: Library) -> Iterator[Finding]:
    """That the library has had the migrations that its version says."""
    ran = [row["name"] for row in rows(library, _RAN)]
    if ran != list(fresh(version(library))[1]):
        yield Finding("doctor.migrations", {"names": ", ".join(ran)})


def references(library: Library) -> Iterator[Finding]:
    """Rows that point at one that is not there."""
    for table, n, parent, _ in rows(library, "PRAGMA foreign_key_check"):
        yield Finding("doctor.reference", {"table": table, "number": n, "parent": parent})


@cache
def fresh(of: int) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The schema of a version as it is made, and the names of its migrations."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as connection:
        migrate(Database(connection), of)
        return tuple(connection.execute(_SCHEMA)), tuple(name for (name,) in connection.execute(_RAN))
