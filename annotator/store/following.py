"""What follows from the rows and can be made from them again: the index of words, which claims are equal."""

import sqlite3

from annotator.store import twins
from annotator.store.search import index


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes all of it afresh, inside the running transaction."""
    index.rebuild(connection)
    twins.rebuild(connection)
