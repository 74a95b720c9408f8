"""What follows from the rows, or is true of this file only: who works here, the unread, twins, the index."""

import sqlite3
from collections.abc import Iterator

from annotator.model.damage import Finding
from annotator.store import seals, twins
from annotator.store.doctor.asking import is_present, rows, version
from annotator.store.doctor.history import WITH_SEALS
from annotator.store.library import Library
from annotator.store.search import index as search

#: The schema that brought what several people need.
_WITH_PEOPLE = 3

_UNREAD = """SELECT u.row, u.claim FROM unread u WHERE u.reader NOT IN (SELECT id FROM reviewers)
OR NOT EXISTS (SELECT 1 FROM reviews x WHERE x.id = u.row AND x.claim = u.claim)
    AND NOT EXISTS (SELECT 1 FROM comments x WHERE x.id = u.row AND x.claim = u.claim)"""


def here(library: Library) -> Iterator[Finding]:
    """The seal of what is true of this file only."""
    if version(library) < WITH_SEALS:
        return
    kept = [row["value"] for row in rows(library, "SELECT value FROM here WHERE key = ?", seals.HERE)]
    if kept != [seals.here_seal(library.connection)]:
        yield Finding("doctor.here")


def unread(library: Library) -> Iterator[Finding]:
    """That what nobody has seen yet is there, and whoever has not seen it."""
    if version(library) >= _WITH_PEOPLE:
        for row in rows(library, _UNREAD):
            yield Finding("doctor.unread", {"row": row["row"], "claim": row["claim"]})


def equal_claims(library: Library) -> Iterator[Finding]:
    """That of equal claims the one shows that should; an older library is told anew when it is opened."""
    if is_present(library):
        for claim in sorted(twins.wrong(library.connection)):
            yield Finding("doctor.twins", {"claim": claim})


def words(library: Library) -> Iterator[Finding]:
    """That the index of words holds what the rows say."""
    if is_present(library):
        for index in search.INDEXES:
            for number in search.wrong(library.connection, index):
                yield Finding("doctor.search", {"table": index.of, "number": number})


def index(library: Library) -> Iterator[Finding]:
    """Has SQLite compare the inside of the index with the words it holds; writes nothing for good."""
    if not is_present(library):
        return
    execute = library.connection.execute
    execute("PRAGMA query_only = OFF")
    execute("BEGIN")
    try:
        for one in search.INDEXES:
            try:
                execute(f"INSERT INTO {one.table} ({one.table}) VALUES ('integrity-check')")
            except sqlite3.DatabaseError as error:
                yield Finding("doctor.index", {"table": one.of, "reason": str(error)})
    finally:
        execute("ROLLBACK")
        execute("PRAGMA query_only = ON")
