"""Opening the copy of a damaged file, be it with the first pages of a fresh library in place of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from annotator.store.around import Damage
from annotator.store.doctor.file import fresh
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate

_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that may roll back what a killed program left, whatever else the file is."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        # With a schema that may be written to, SQLite opens what is cut short, or whose schema is hurt.
        for pragma in (
            "writable_schema = ON",
            "cell_size_check = ON",
            "trusted_schema = OFF",
            "synchronous = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether the schema is as it was made; then the file's own first pages are good."""
    with suppress(Damage):
        there = {row["name"]: row["sql"] for row in connection.execute(_SCHEMA)}
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if 0 < version <= SCHEMA_VERSION:
            return all(there.get(name) == sql for name, sql in fresh(version)[0])
    return False


def is_cut_short(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the end of the file is missing."""
    pages, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size")
    )
    return path.stat().st_size < pages * size


def lay_schema_over(path: Path, version: int) -> None:
    """Puts the pages of a fresh schema over those of the file.

    They fit where the file was made with that version: then its tables begin on the same pages. Where they
    do not, what is read makes no sense, and no hash of the journal vouches for it.
    """
    made, roots, size = _pages(version)
    data = bytearray(made)
    pages = path.stat().st_size // size
    data[28:32] = pages.to_bytes(4, "big")
    with path.open("r+b") as file:
        for page in range(1, len(data) // size + 1):
            if page not in roots and page <= pages:
                file.seek((page - 1) * size)
                file.write(data[(page - 1) * size : page * size])


@cache
def _pages(version: int) -> tuple[bytes, frozenset[int], int]:
    """An empty library of a version, the pages on which its tables begin, and their size in bytes.

    All its other pages hold its schema.
    """
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(Database(connection), version)
        roots = frozenset(root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master"))
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        return connection.serialize(), roots, size
