"""Whether two files are of one library, and say the same."""

from contextlib import suppress
from pathlib import Path

from annotator.model.errors import LibraryRefused
from annotator.store.library import Library

#: What a file says, as far as two of one library can differ; equal for equal content.
Said = tuple[tuple[object, ...], ...]

_OWNER = "SELECT r.name FROM reviewers r JOIN here h ON h.value = r.id WHERE h.key = 'reviewer'"


def said_by(library: Library) -> Said:
    """What a library says: the end of its journal stands for it all, the rest is true of this file only."""
    found = [
        *library.query("PRAGMA user_version"),
        *library.query("SELECT hash FROM journal ORDER BY n DESC LIMIT 1"),
        *library.query("SELECT key, value FROM here ORDER BY key"),
    ]
    if found[0][0] >= 3:  # which began to keep it
        found += library.query("SELECT * FROM unread ORDER BY 1, 2")
    return tuple(tuple(row) for row in found)


def said_in(file: Path) -> Said | None:
    """What a file says that nobody has open here; None where it cannot be read."""
    try:
        with Library(file, reading=True, any_version=True) as library:
            return said_by(library)
    except LibraryRefused:
        return None


def begins(file: Path) -> str:
    """The hash of a library's first change, which its copies share; empty where it cannot be read."""
    return _read(file, "SELECT hash FROM journal ORDER BY n LIMIT 1")


def owner(file: Path) -> str:
    """The name of whoever works in a library; empty where it cannot be read."""
    return _read(file, _OWNER)


def _read(file: Path, statement: str) -> str:
    with suppress(LibraryRefused), Library(file, reading=True, any_version=True) as library:
        return "".join(str(row[0]) for row in library.query(statement))
    return ""
