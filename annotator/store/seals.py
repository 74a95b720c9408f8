"""Seals: hashes by which it shows whether what stands in a library is what was written.

An entry of the journal is sealed with the hash of the entry before, a step with the hash of its last entry,
and what is true of this file only with the list of migrations it has had.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring

#: What the first entry of a library takes as the hash before it.
FIRST = "0" * 64

#: The columns of a step that its seal covers, in this order, after the hash of its last entry and before its
#: scopes. Which step undid it (`undone_by`) follows from the steps after it.
STEP = ("id", "kind", "label", "values", "author", "device", "stamp", "undoes")

#: Under which key `here` keeps the seal of all its other keys.
HERE = "seal"


def seal(*parts: object) -> str:
    """SHA-256 over the JSON list of strings, whole numbers and None, in hexadecimal."""
    import hashlib  # for who writes: it takes as long to load as the rest of the store

    listed = ", ".join([encode_basestring(part) if isinstance(part, str) else _plain(part) for part in parts])
    return hashlib.sha256(f"[{listed}]".encode()).hexdigest()


def _plain(part: object) -> str:
    """A number or None as `json.dumps` writes it, at a tenth of the time."""
    return "null" if part is None else str(part)


def step_seal(last_entry: str, step: Mapping[str, object], scopes: Iterable[str]) -> str:
    """The seal of a step whose last entry in the journal has that hash."""
    return seal(last_entry, *(step[name] for name in STEP), *sorted(scopes))


def here_seal(connection: sqlite3.Connection) -> str:
    """The seal that what this file knows of itself should have."""
    known = connection.execute("SELECT key, value FROM here WHERE key <> ? ORDER BY key", (HERE,))
    ran = connection.execute("SELECT name, applied_at FROM _sqlite_migrations ORDER BY id")
    return seal(*(part for row in (*known, *ran) for part in row))
