"""A disk that fails: one operation, or every one from some moment on, be it SQLite's or Python's own."""

import errno
import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from tests.torture import vfs

#: What SQLite's operations may fail with, by turns; the second of a deletion comes when the file is gone.
_CODES = {
    vfs.Op.OPEN: (vfs.CANTOPEN, vfs.IOERR),
    vfs.Op.READ: (vfs.IOERR_READ, vfs.IOERR),
    vfs.Op.WRITE: (vfs.IOERR_WRITE, vfs.FULL),
    vfs.Op.TRUNCATE: (vfs.IOERR_TRUNCATE, vfs.IOERR),
    vfs.Op.SYNC: (vfs.IOERR_FSYNC, vfs.IOERR),
    vfs.Op.DELETE: (vfs.IOERR_DELETE, vfs.IOERR_DIR_FSYNC),
    vfs.Op.ACCESS: (vfs.IOERR_ACCESS, vfs.IOERR),
    vfs.Op.LOCK: (vfs.IOERR_LOCK, vfs.IOERR),
    vfs.Op.FILE_SIZE: (vfs.IOERR, vfs.IOERR),
}

#: What Python's fail with, by turns.
_ERRNOS = {
    "open": (errno.EACCES, errno.EIO, errno.ENOSPC),
    "write": (errno.ENOSPC, errno.EIO),
    "fsync": (errno.EIO, errno.ENOSPC),
    "link": (errno.EIO, errno.EACCES),
    "mkdir": (errno.ENOSPC, errno.EACCES),
}
_OTHERWISE = (errno.EIO, errno.EACCES)

#: What only asks: there are many of these, of which every tenth counts.
_SELDOM = {vfs.Op.READ, vfs.Op.ACCESS, vfs.Op.LOCK, vfs.Op.FILE_SIZE}
_EVERY = 10

#: Functions of `os` that are given paths, and those that are given an open file.
_BY_NAME = ("open", "replace", "rename", "link", "unlink", "mkdir")
_BY_NUMBER = ("write", "fsync", "ftruncate")


class Disk(vfs.Hook):
    """Counts the operations under a folder, from `plan` to `lift`, and fails at those it is told to."""

    ops = frozenset(_CODES)

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._thread = threading.get_ident()
        self._counting, self._at, self.for_good = False, 0, False
        self._after: int | None = None
        self._questions = 0
        self.count = 0
        self.struck = ""  # the first operation that failed, and how

    def plan(self, at: int = 0, *, for_good: bool = False) -> None:
        """From now on operations count: the one of that number fails, or it and all after it; of 0 none."""
        self._counting, self._at, self.for_good = True, at, for_good

    def lift(self) -> None:
        """From now on nothing fails."""
        self._counting = False

    def before(self, call: vfs.Call) -> int | None:
        if not self._strikes(call.op in _SELDOM):
            return None
        code = _CODES[call.op][self._at % 2]
        self._note(f"{call.op} of the {call.kind} with {code}")
        if code == vfs.IOERR_DIR_FSYNC:
            self._after = code
            return None
        return code

    def after(self, call: vfs.Call, result: int) -> int | None:
        code, self._after = self._after, None
        return code if result == 0 else None

    def python(self, name: str, *paths: object) -> None:
        """Fails an operation of Python's own; those outside of the folder always succeed."""
        if all(str(path).startswith(self._folder) for path in paths) and self._strikes():
            number = _ERRNOS.get(name, _OTHERWISE)[self._at % len(_ERRNOS.get(name, _OTHERWISE))]
            self._note(f"{name} by Python with {errno.errorcode[number]}")
            raise OSError(number, os.strerror(number))

    def _strikes(self, seldom: bool = False) -> bool:
        if not self._counting or threading.get_ident() != self._thread:
            return False
        if self.struck and self.for_good:
            return True
        self._questions += seldom
        if seldom and self._questions % _EVERY:
            return False
        self.count += 1
        return self.count == self._at

    def _note(self, what: str) -> None:
        self.struck = self.struck or what


@contextmanager
def failing(folder: Path) -> Iterator[Disk]:
    """A disk under a folder; everything opened inside is to be closed before the end."""
    disk = Disk(folder)
    with ExitStack() as patches:
        patches.enter_context(vfs.under(disk))
        for name in _BY_NAME:
            patches.enter_context(mock.patch.object(os, name, _named(disk, name, getattr(os, name))))
        for name in _BY_NUMBER:
            patches.enter_context(mock.patch.object(os, name, _numbered(disk, name, getattr(os, name))))
        patches.enter_context(mock.patch.object(io, "open", _opening(disk, io.open)))
        yield disk


def _named(disk: Disk, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def does(*args: Any, **named: Any) -> Any:
        paths = [arg for arg in args if isinstance(arg, str | Path)]
        disk.python(name, *(paths or ["elsewhere"]))
        return real(*args, **named)

    return does


def _numbered(disk: Disk, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def does(*args: Any) -> Any:
        disk.python(name)
        return real(*args)

    return does


def _opening(disk: Disk, real: Callable[..., Any]) -> Callable[..., Any]:
    def opens(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
        disk.python("open", file)
        if not str(file).startswith(disk._folder) or "b" not in mode or not set(mode) & set("wxa+"):
            return real(file, mode, *args, **named)
        raw = _Raw(file, mode.replace("b", ""))
        raw.disk = disk
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)

    return opens


class _Raw(io.FileIO):
    """An open file each of whose writes may fail."""

    disk: Disk

    def write(self, data: Any) -> int:
        self.disk.python("write")
        return super().write(data)
