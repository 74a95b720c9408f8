"""Opening and making library files: what is not ours, or not whole, is refused and left as it is."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from functools import cache
from pathlib import Path

from annotator.host.clock import Clock
from annotator.host.files import add_name
from annotator.host.ids import new_id
from annotator.model.errors import LibraryRefused
from annotator.model.rows import KIND_OF
from annotator.store.hot_journal import first_bytes_to_come
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate
from annotator.store.sight import make_views

#: What is done before a schema changes.
Before = Callable[[Path], None]

_MAGIC = b"SQLite format 3\0"

_OTHER_TABLES = ("journal", "steps", "step_scopes", "here", "twins", "unread")
_NO_TABLES = """SELECT name FROM sqlite_master WHERE coalesce(rootpage, 0) = 0
    AND lower(tbl_name) IN (SELECT value FROM json_each(?)) AND (type = 'trigger') = ?"""

#: So many bytes say whose file it is, and of which version.
_HEAD = 72

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


def connect(
    path: Path, *, reading: bool = False, any_version: bool = False, before_migrating: Before | None = None
) -> sqlite3.Connection:
    """A connection to a whole library of this program; one that writes brings the schema up to date.

    One that reads may still roll back what a killed program left, which `mode=ro` cannot; of `any_version`
    it takes older schemas too, without the views of `store.sight`. `before_migrating` is called with the path
    before the schema of a library that holds anything changes; what it raises leaves the library as it is.
    Raises LibraryRefused, the file unchanged, where it is missing, foreign, newer, empty, damaged, older
    and only to be read, or not to be written to.
    """
    refuse_unless_library(path)
    try:
        with ExitStack() as failing:
            connection = failing.enter_context(closing(_open(path)))
            _set_up(connection)
            refuse_unless_tables(connection)
            _refuse_unless_whole(connection, path, reading=reading and not any_version)
            if not reading:
                _prepare_for_writing(connection, path, before_migrating)
            if _number(connection, "user_version") == SCHEMA_VERSION:
                make_views(connection)
            if reading:
                connection.execute("PRAGMA query_only = ON")
            failing.pop_all()
    except sqlite3.DatabaseError as error:
        raise refusal(error, path) from error
    except UnicodeDecodeError as error:  # SQLite names a damaged part of the schema, and its name is damaged
        raise LibraryRefused("library.damaged", path=path, reason="the schema cannot be read") from error
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
        add_name(temporary, path)
    except FileExistsError as error:
        raise LibraryRefused("library.exists", path=path) from error
    except (OSError, sqlite3.Error) as error:
        raise LibraryRefused("library.cannot_make", path=path, reason=str(error)) from error
    finally:
        with suppress(OSError):  # what stays is known by its name when the library is opened
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
            first = file.read(_HEAD)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise LibraryRefused("library.missing", path=path) from error
    except OSError as error:
        raise LibraryRefused("library.unreadable", path=path, reason=error.strerror) from error
    if not first:
        raise LibraryRefused("library.empty", path=path)
    if not _is_ours(first) or _is_newer(first):  # a power cut may have torn them, and then they are put back
        first = first_bytes_to_come(path, _HEAD) or first
    if not _is_ours(first):
        raise LibraryRefused("library.foreign", path=path)
    if _is_newer(first):
        raise LibraryRefused("library.newer", path=path)


def _is_ours(first: bytes) -> bool:
    return first.startswith(_MAGIC) and int.from_bytes(first[68:72], "big") == APPLICATION_ID


def _is_newer(first: bytes) -> bool:
    return int.from_bytes(first[60:64], "big", signed=True) > SCHEMA_VERSION


def refusal(error: sqlite3.DatabaseError, path: Path) -> LibraryRefused:
    """The error for a library that SQLite does not read."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        key = "library.locked"
    elif name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        key = "library.read_only"
    elif name.startswith(("SQLITE_IOERR", "SQLITE_FULL", "SQLITE_NOMEM")):
        key = "library.unreadable"  # nothing was read that could be damaged
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


def refuse_unless_tables(connection: sqlite3.Connection) -> None:
    """Our names are those of tables: a view in the place of one may never end.

    Only a table and its indexes have pages. Raises sqlite3.DatabaseError.
    """
    if found := _no_tables(connection, triggers=False):
        raise sqlite3.DatabaseError(f"{found[0]} is not as this program makes it")


def _refuse_triggers(connection: sqlite3.Connection, path: Path) -> None:
    """A trigger on our tables changes rows unseen. It is no damage: whoever put it there can take it away."""
    if found := _no_tables(connection, triggers=True):
        raise LibraryRefused("library.trigger", path=path, name=found[0])


def _no_tables(connection: sqlite3.Connection, *, triggers: bool) -> list[str]:
    ours = json.dumps([*KIND_OF, *_OTHER_TABLES])
    return [str(name) for (name,) in connection.execute(_NO_TABLES, (ours, triggers))]


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


def _refuse_unless_standing(connection: sqlite3.Connection) -> None:
    """Looks at what was written last: nothing may be built on damage. An older library is proved whole."""
    if _number(connection, "user_version") == SCHEMA_VERSION:
        from annotator.store import newest  # which needs to know this module

        newest.refuse_unless_standing(connection)


def _prepare_for_writing(connection: sqlite3.Connection, path: Path, before_migrating: Before | None) -> None:
    """Leaves WAL, which fails on network drives and has a corruption fault in SQLite 3.40."""
    if not os.access(path, os.W_OK):  # SQLite would open it for reading and fail at the first change
        raise LibraryRefused("library.read_only", path=path)
    _refuse_triggers(connection, path)
    _refuse_unless_standing(connection)
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    if _number(connection, "user_version") < SCHEMA_VERSION:
        if before_migrating is not None and connection.execute("SELECT 1 FROM steps LIMIT 1").fetchall():
            before_migrating(path)
        _bring_up_to_date(connection)
        if _number(connection, "user_version") != SCHEMA_VERSION:
            raise sqlite3.DatabaseError("its version does not fit what it holds")


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    migrate(Database(connection, recursive_triggers=False, execute_plugins=False))


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
