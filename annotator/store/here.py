"""What is true of this file only, such as which reviewer is "me"."""

import sqlite3

from annotator.store.library import Library
from annotator.store.seals import HERE, here_seal

_KEEP = "INSERT OR REPLACE INTO here (key, value) VALUES (?, ?)"


def keep(library: Library, key: str, value: str) -> None:
    """Remembers a value inside the running transaction."""
    library.connection.execute(_KEEP, (key, value))
    seal_here(library.connection)


def seal_here(connection: sqlite3.Connection) -> None:
    """Seals all that is remembered, inside the running transaction."""
    connection.execute(_KEEP, (HERE, here_seal(connection)))
