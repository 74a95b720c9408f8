"""How the doctor asks: rows one after the other, and which schema it has before it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION


def rows(library: Library, statement: str, *values: object) -> Iterator[sqlite3.Row]:
    """The rows one after the other: a journal can be too long to hold."""
    with closing(library.connection.execute(statement, values)) as cursor:
        yield from cursor


def version(library: Library) -> int:
    """The version of the schema that the library says it has."""
    return int(library.connection.execute("PRAGMA user_version").fetchone()[0])


def is_present(library: Library) -> bool:
    """Whether it has the schema of this program, by which what follows from the rows can be worked out."""
    return version(library) == SCHEMA_VERSION


def changes_of_others(library: Library) -> int:
    """A number that is another one once another connection has changed the library."""
    return int(library.connection.execute("PRAGMA data_version").fetchone()[0])
