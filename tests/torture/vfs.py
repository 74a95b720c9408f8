"""Between SQLite and the disk: each file operation passes a hook that may note, delay or refuse it.

Python's own SQLite gets a VFS of our making as its default, so that the store runs on it unchanged. It is the
real one but for the operations that a hook asks for: those go through Python on their way, at a few
microseconds each, all others straight on.
"""

import _sqlite3
import ctypes
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from tests.torture.sqlite_structures import (
    ASKED,
    ASKS,
    CLOSES,
    CUTS,
    DELETES,
    FLAGGED,
    MOVES,
    OPENS,
    POINTER,
    Methods,
    Vfs,
    copy_of,
)

# What an operation may be refused with: https://sqlite.org/rescode.html.
BUSY, READONLY, IOERR, CORRUPT, FULL, CANTOPEN = 5, 8, 10, 11, 13, 14
IOERR_READ, IOERR_WRITE, IOERR_FSYNC, IOERR_DIR_FSYNC = 266, 778, 1034, 1290
IOERR_TRUNCATE, IOERR_DELETE, IOERR_ACCESS, IOERR_LOCK = 1546, 2570, 3338, 3850

# Flags of an open: https://sqlite.org/c3ref/c_open_autoproxy.html.
READ_ONLY, CREATE, DELETE_ON_CLOSE = 0x01, 0x04, 0x08
_MAIN_DATABASE, _MAIN_JOURNAL, _TEMPORARY = 0x100, 0x800, 0x200 | 0x400 | 0x1000 | 0x2000


class Op(StrEnum):
    """An operation on a file or a name."""

    OPEN = "open"
    CLOSE = "close"
    READ = "read"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    LOCK = "lock"
    UNLOCK = "unlock"
    DELETE = "delete"
    ACCESS = "access"
    FILE_SIZE = "filesize"


class Kind(StrEnum):
    """What a file is to SQLite."""

    DATABASE = "database"
    JOURNAL = "journal"
    TEMPORARY = "temporary"
    OTHER = "other"


class Call(NamedTuple):
    """One operation that SQLite asks for.

    `path` is absolute, empty for a temporary file without a name. `offset` and `size` are bytes (of a
    truncation the new size stands in `offset`), `data` what is written. `flags` are those of the open or
    sync, the level of the lock, and for a deletion 1 where the folder is to be synced after it.
    """

    op: Op
    path: str
    kind: Kind
    offset: int = 0
    size: int = 0
    data: bytes | None = None
    flags: int = 0


class Hook:
    """Hears of the operations in `ops`; may be called in any thread that works with SQLite."""

    ops: frozenset[Op] = frozenset(Op)

    def before(self, call: Call) -> int | None:
        """None lets the operation go on; an SQLite code is its result instead. May sleep, or kill."""
        return None

    def after(self, call: Call, result: int) -> int | None:
        """Hears how an operation ended: 0 is well. What it answers, other than None, is said instead.

        Not called for an operation that `before` refused.
        """
        return None


def available() -> bool:
    """Whether Python's SQLite can be reached; a build that hides its functions cannot."""
    return _functions() is not None


@contextmanager
def under(hook: Hook) -> Iterator[None]:
    """Every connection opened inside works under the hook; close them before the end, they lose it there.

    Raises, at the end, what the hook raised: SQLite was told of an I/O error.
    """
    functions = _functions()
    if functions is None:
        raise OSError("this Python hides the functions of its SQLite")
    if _now.hook is not None:
        raise RuntimeError("one hook at a time")
    _now.hook, _now.raised = hook, []
    shim = _shim(functions)
    functions.sqlite3_vfs_register(ctypes.byref(shim), 1)
    try:
        yield
    finally:
        functions.sqlite3_vfs_unregister(ctypes.byref(shim))
        _now.hook = None
        if _now.raised:
            raise _now.raised[0]


class _Now:
    """Which hook hears at the moment, and what it raised."""

    hook: Hook | None = None
    raised: list[BaseException]


_now = _Now()

#: The functions made here, and the structures that name them: SQLite may call them until the process ends.
_kept: list[object] = []

#: Path and kind of each open file, by the address of its `sqlite3_file`.
_files: dict[int, tuple[str, Kind]] = {}


@cache
def _functions() -> ctypes.CDLL | None:
    """The very SQLite that `sqlite3` uses, None where its functions cannot be called from outside."""
    with closing(sqlite3.connect(":memory:")) as connection:
        (source,) = connection.execute("SELECT sqlite_source_id()").fetchone()
    for name in (_sqlite3.__file__, "sqlite3.dll" if sys.platform == "win32" else None):
        try:
            library = ctypes.CDLL(name)
            library.sqlite3_sourceid.restype = ctypes.c_char_p
            library.sqlite3_vfs_find.restype = POINTER
            library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
            if library.sqlite3_sourceid().decode() == source:
                return library
        except (OSError, AttributeError):
            continue
    return None


@cache
def _shim(functions: ctypes.CDLL) -> Vfs:
    """The default VFS once more, under a name of its own and with three functions replaced."""
    address = functions.sqlite3_vfs_find(None)
    shim = copy_of(Vfs, address)
    shim.zName, shim.pNext = b"redpencil-torture", None
    real_open, real_delete, real_access = OPENS(shim.xOpen), DELETES(shim.xDelete), ASKS(shim.xAccess)

    def opens(_: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        call = Call(Op.OPEN, _text(name), _kind(flags), flags=flags)
        methods = POINTER.from_address(file)
        methods.value = None  # SQLite closes what has methods, also after a refusal
        result = _pass(call, lambda: real_open(address, name, file, flags, out))
        if result == 0 and _now.hook is not None:
            _files[file] = call.path, call.kind
            real = POINTER.from_address(file).value or 0
            methods.value = ctypes.addressof(_interposed(real, _now.hook.ops))
        return result

    def deletes(_: int, name: int, sync_folder: int) -> int:
        path = _text(name)
        call = Call(Op.DELETE, path, _kind_by_name(path), flags=sync_folder)
        return _pass(call, lambda: real_delete(address, name, sync_folder))

    def asks(_: int, name: int, flags: int, out: int) -> int:
        path = _text(name)
        call = Call(Op.ACCESS, path, _kind_by_name(path), flags=flags)
        return _pass(call, lambda: real_access(address, name, flags, out))

    shim.xOpen = _address(OPENS, opens)
    shim.xDelete = _address(DELETES, deletes)
    shim.xAccess = _address(ASKS, asks)
    _kept.append(shim)
    return shim


@cache
def _interposed(address: int, ops: frozenset[Op]) -> Methods:
    """The methods of a file once more, those that a hook asks for replaced; closing always is."""
    methods = copy_of(Methods, address)
    for field, prototype, make in _REPLACED:
        op = Op(field[1:].lower())
        if op in ops or op is Op.CLOSE:
            setattr(methods, field, _address(prototype, make(op, prototype(getattr(methods, field)))))
    _kept.append(methods)
    return methods


def _closing(op: Op, real: Callable[..., int]) -> Callable[..., int]:
    def closes(file: int) -> int:
        path, kind = _files.pop(file)
        return _pass(Call(op, path, kind), lambda: real(file))

    return closes


def _moving(op: Op, real: Callable[..., int]) -> Callable[..., int]:
    def moves(file: int, buffer: int, size: int, offset: int) -> int:
        data = ctypes.string_at(buffer, size) if op is Op.WRITE else None
        return _pass(Call(op, *_files[file], offset, size, data), lambda: real(file, buffer, size, offset))

    return moves


def _cutting(op: Op, real: Callable[..., int]) -> Callable[..., int]:
    def cuts(file: int, size: int) -> int:
        return _pass(Call(op, *_files[file], size), lambda: real(file, size))

    return cuts


def _sizing(op: Op, real: Callable[..., int]) -> Callable[..., int]:
    def sizes(file: int, out: int) -> int:
        return _pass(Call(op, *_files[file]), lambda: real(file, out))

    return sizes


def _flagged(op: Op, real: Callable[..., int]) -> Callable[..., int]:
    def does(file: int, flags: int) -> int:
        return _pass(Call(op, *_files[file], flags=flags), lambda: real(file, flags))

    return does


_REPLACED = (
    ("xClose", CLOSES, _closing),
    ("xRead", MOVES, _moving),
    ("xWrite", MOVES, _moving),
    ("xTruncate", CUTS, _cutting),
    ("xSync", FLAGGED, _flagged),
    ("xFileSize", ASKED, _sizing),
    ("xLock", FLAGGED, _flagged),
    ("xUnlock", FLAGGED, _flagged),
)


def _pass(call: Call, go_on: Callable[[], int]) -> int:
    """Lets one operation through, or not, as the hook says."""
    hook = _now.hook
    if hook is None or call.op not in hook.ops:
        return go_on()
    refused = hook.before(call)
    if refused is not None:
        if call.op is Op.CLOSE:  # a file that is not closed would keep its locks
            go_on()
        return refused
    result = go_on()
    said = hook.after(call, result)
    return result if said is None else said


def _address(prototype: Any, function: Callable[..., int]) -> int | None:
    """A C function that never raises: nobody above it would hear of that."""

    def guarded(*values: Any) -> int:
        try:
            return function(*values)
        except BaseException as error:  # noqa: BLE001
            _now.raised.append(error)
            return IOERR

    made = prototype(guarded)
    _kept.append(made)
    return ctypes.cast(made, POINTER).value


def _text(name: int | None) -> str:
    return os.fsdecode(ctypes.string_at(name)) if name else ""


def _kind(flags: int) -> Kind:
    if flags & _MAIN_DATABASE:
        return Kind.DATABASE
    if flags & _MAIN_JOURNAL:
        return Kind.JOURNAL
    return Kind.TEMPORARY if flags & _TEMPORARY else Kind.OTHER


def _kind_by_name(path: str) -> Kind:
    if path.endswith("-journal"):
        return Kind.JOURNAL
    return Kind.OTHER if path.endswith(("-wal", "-shm")) else Kind.DATABASE
