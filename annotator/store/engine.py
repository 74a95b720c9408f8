"""The SQLite that keeps libraries here."""

import sqlite3


def engine_version() -> str:
    """Its version, such as `3.40.1`: reports of mistakes name it."""
    return sqlite3.sqlite_version
