"""Opening and making library files: what is not ours, or not whole, is refused and left as it is."""

import os
import sqlite3
import stat
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path

from annotator.host.clock import Clock
from annotator.host.ids import new_id
from annotator.model.errors import LibraryRefused
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate
from annotator.store.sight import make_views

_MAGIC = b"SQLite format 3\0"

#: How long a statement waits for another program's lock, in milliseconds.
_PATIENCE = 5_000

_PRAGMAS = (
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_spill = OFF",  # a large command stays one transaction and can be rolled back from memory
    "cache_size = -16000",  # kilobytes: an article with ten thousand claims is read from memory
    f"busy_timeout = {_PATIENCE}",
)


def connect(path: Path, *, reading: bool = False) -> sqlite3.Connection:
    """A connection to a whole library of this program; one that writes brings the schema up to date.

    One that reads may still roll back what a killed program left, which `mode=ro` cannot.
    Raises LibraryRefused, the file unchanged, where it is missing, foreign, newer, empty, damaged, older
    and only to be read, or not to be written to.
    """
    refuse_unless_library(path)
    try:
        with ExitStack() as failing:
            connection = failing.enter_context(closing(_open(path)))
            _set_up(connection)
            _refuse_unless_whole(connection, path, reading=reading)
            if not reading:
                _prepare_for_writing(connection, path)
            make_views(connection)
            if reading:
                connection.execute("PRAGMA query_only = ON")
            failing.pop_all()
    except sqlite3.DatabaseError as error:
        raise refusal(error, path) from error
    return connection


def make(path: Path) -> None:
    """Makes an empty library: under another name first, so that a kill leaves no half file behind.

    Raises LibraryRefused where a file of that name exists or the folder takes no file.
    """
    if path.exists():
        raise LibraryRefused("library.exists", path=path)
    temporary = path.with_name(f".{path.name}.{new_id(Clock().now_ms())}.new")
    try:
        with temporary.open("xb") as file:
            file.write(_empty_library())
            file.flush()
            os.fsync(file.fileno())
        _publish(temporary, path)
    except FileExistsError as error:
        raise LibraryRefused("library.exists", path=path) from error
    except (OSError, sqlite3.Error) as error:
        raise LibraryRefused("library.cannot_make", path=path, reason=str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def refuse_unless_library(path: Path) -> None:
    """Looks at the first bytes only, so that a file of somebody else is never opened as a database.

    Raises LibraryRefused for what is missing, no file, empty, foreign, newer or not to be read.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe would hang whoever reads it
            raise LibraryRefused("library.folder" if stat.S_ISDIR(mode) else "library.foreign", path=path)
        with path.open("rb") as file:
            first = file.read(72)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise LibraryRefused("library.missing", path=path) from error
    except OSError as error:
        raise LibraryRefused("library.unreadable", path=path, reason=error.strerror) from error
    if not first:
        raise LibraryRefused("library.empty", path=path)
    if not first.startswith(_MAGIC) or int.from_bytes(first[68:72], "big") != APPLICATION_ID:
        raise LibraryRefused("library.foreign", path=path)
    if int.from_bytes(first[60:64], "big", signed=True) > SCHEMA_VERSION:
        raise LibraryRefused("library.newer", path=path)


def refusal(error: sqlite3.DatabaseError, path: Path) -> LibraryRefused:
    """The error for a library that SQLite does not read."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        key = "library.locked"
    elif name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        key = "library.read_only"
    else:
        key = "library.damaged"
    return LibraryRefused(key, path=path, reason=str(error))


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, check_same_thread=False)


@cache
def _empty_library() -> bytes:
    """A library without rows, as its file has it; made once, for each is the same."""
    with closing(sqlite3.connect(":memory:")) as connection:
        _set_up(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _bring_up_to_date(connection)
        return connection.serialize()


def _set_up(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _refuse_unless_whole(connection: sqlite3.Connection, path: Path, *, reading: bool) -> None:
    """Reads the schema and one page of the two tables that everything hangs on.

    Pages in the middle are not read: that takes as long as the file is large, and is the doctor's work.
    """
    version = _number(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise LibraryRefused("library.newer", path=path)
    if version < SCHEMA_VERSION and reading:
        raise LibraryRefused("library.older", path=path)
    if version == SCHEMA_VERSION:
        connection.execute("SELECT 1 FROM articles LIMIT 1").fetchall()
        connection.execute("SELECT n FROM journal ORDER BY n DESC LIMIT 1").fetchall()
    # Only now: before the first read, a killed program's journal may still have had to be rolled back.
    if path.stat().st_size < _number(connection, "page_count") * _number(connection, "page_size"):
        raise sqlite3.DatabaseError("the end of the file is missing")


def _prepare_for_writing(connection: sqlite3.Connection, path: Path) -> None:
    """Leaves WAL, which fails on network drives and has a corruption fault in SQLite 3.40."""
    if not os.access(path, os.W_OK):  # SQLite would open it for reading and fail at the first change
        raise LibraryRefused("library.read_only", path=path)
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    if _number(connection, "user_version") < SCHEMA_VERSION:
        _bring_up_to_date(connection)
        if _number(connection, "user_version") != SCHEMA_VERSION:
            raise sqlite3.DatabaseError("its version does not fit what it holds")


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    migrate(Database(connection, recursive_triggers=False, execute_plugins=False))


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _publish(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)  # unlike a rename, fails where a file has appeared meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        temporary.rename(path)
