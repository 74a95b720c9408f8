"""Copying a library while it is worked in: a few pages at a time, between which changes go on.

SQLite brings a copy up to date by itself when the connection that copies also writes, and begins anew when
another one does, or when a change that had reached the file is taken back.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from annotator.host.files import add_name, sync_file, sync_folder
from annotator.model.errors import LibraryRefused
from annotator.store.backups.failing import not_copied, not_kept
from annotator.store.backups.shelf import mode_for

#: Pages of 4,096 bytes at a time: one to three milliseconds.
_PAGES = 128

#: After so many beginnings anew all pages are copied at once: a copy must come to its end.
_RESTARTS = 3

#: What a step says while another program holds the library, for which it has waited long enough then.
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class _BeginsAgain(Exception):
    """The copy was begun anew too often."""


def copy_pages(
    connection: sqlite3.Connection, part: Path, library: Path, meanwhile: Callable[[], None] | None = None
) -> None:
    """Copies what a connection to a library reads into an empty file, which is not synced.

    `meanwhile` is called between steps, never inside a transaction; it may read and change through the same
    connection, but not close it, and what it raises ends the copy. The copy is the library as it is at the
    end. Raises WriteFailed where the file does not take it, LibraryRefused where the library is not read.
    """
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as target:
            for pragma in ("synchronous = OFF", "journal_mode = OFF", "locking_mode = EXCLUSIVE"):
                target.execute(f"PRAGMA {pragma}").fetchall()
            try:
                connection.backup(target, pages=_PAGES, progress=_between(library, meanwhile), sleep=0.02)
            except _BeginsAgain:
                connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE").fetchall()  # another program may have left WAL
    except sqlite3.DatabaseError as error:
        raise not_copied(error, library, part) from error


def copy_new(connection: sqlite3.Connection, library: Path, to: Path) -> None:
    """Copies what a connection to a library reads into a new file, which is there whole or not at all.

    Raises LibraryRefused where the library is not read, or a file of that name is there, and WriteFailed.
    """
    part = to.with_name(f".redpencil-{os.urandom(8).hex()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        part.chmod(mode_for(library))
        copy_pages(connection, part, library)
        sync_file(part)
        add_name(part, to)
        sync_folder(to.parent)
    except FileExistsError as error:
        raise LibraryRefused("library.exists", path=to) from error
    except OSError as error:
        raise not_kept(error, to.parent) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _between(library: Path, meanwhile: Callable[[], None] | None) -> Callable[[int, int, int], None]:
    """What is done between two steps; it also counts how often the copy began anew."""
    last, restarts = 0, 0

    def progress(status: int, remaining: int, of: int) -> None:
        nonlocal last, restarts
        if status in _BUSY:
            raise LibraryRefused("library.locked", path=library, reason="locked")
        copied = of - remaining
        restarts += copied <= last  # a step that is not the first brings it on, but for a beginning anew
        last = copied
        if restarts > _RESTARTS:
            raise _BeginsAgain
        if remaining and meanwhile is not None:
            meanwhile()

    return progress
