"""One writer at a time: a lock file beside the library, which the system lets go when its holder ends.

Not every file system keeps such a lock: some grant it to everybody, some know none, some only among the
programs of one machine. So the owner's lines in the file count too, and are looked at before each write.
"""

import errno
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from annotator.host.clock import Clock, iso, local
from annotator.host.machine import device_name
from annotator.host.paths import APP, real
from annotator.host.processes import is_running, mark_of
from annotator.model.errors import LibraryBusy, LibraryRefused, WriteFailed

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a locked byte cannot be read on Windows: lock one behind the owner's lines

    def take_lock(handle: int) -> None:
        """Locks an open file for as long as it stays open; raises OSError where another process has it."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def take_lock(handle: int) -> None:
        """Locks an open file for as long as it stays open; raises OSError where another process has it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}

#: How long a write of the owner before may still take that has looked already, in seconds.
_LAST_WRITE = 2.0

#: How long another program may take that came to the lock at the same time, in seconds.
_SAME_TIME = 0.1

#: The tokens of locks that this process let go on a disk that did not take the empty file.
_let_go: set[str] = set()

#: More bytes than an owner's lines ever have.
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has the lock; `mark` tells its process from others of its number, `token` one time from others."""

    program: str = "?"
    host: str = "?"
    pid: int = 0
    since: str = "?"
    mark: str = ""
    token: str = ""

    @property
    def values(self) -> dict[str, object]:
        """What the sentences say of it, the time as the clock on the wall shows it."""
        return {"program": self.program, "host": self.host, "pid": self.pid, "since": local(self.since)}


class LibraryLock:
    """The right to write to a library: `<library>.lock` holds its owner's pid, host, program and since when.

    The file stays when the lock is let go, emptied: removing it could take it from under the next
    owner. `take_over` takes it from another machine too, which may have ended without letting go. A
    context manager.
    """

    def __init__(self, library: Path, clock: Clock | None = None, *, take_over: bool = False) -> None:
        library = real(library)
        self._library = library
        self._file = library.with_name(library.name + ".lock")
        self._clock = clock or Clock()
        self._take_over = take_over
        self._handle: int | None = None
        self._lines = b""

    def acquire(self) -> None:
        """Take the lock or raise at once.

        Raises LibraryBusy with the owner's values when somebody has it, LibraryRefused when the
        folder takes no lock file.
        """
        handle = self._open()
        try:
            locked = self._granted(handle)
            owner = _owner(_read(handle))
            self._refuse_if_owned(owner, locked=locked)
            self._lines = self._own_lines()
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, self._lines)
            if self._take_over and owner.token:
                self._wait_for_others(_LAST_WRITE)
            elif not locked:
                self._wait_for_others(_SAME_TIME)
        except BaseException as error:
            os.close(handle)
            if isinstance(error, OSError):
                raise self._refused(error) from error
            raise
        self._handle = handle

    def check(self) -> None:
        """Looks whether the lock is still ours, before a write: the system's word for it may be a lie.

        Raises WriteFailed where another program took it. A lock file that somebody removed is made again.
        """
        try:
            lines = self._lines_there()
        except FileNotFoundError:
            self._acquire_again()
        except OSError as error:
            raise not_written(self._library, error) from error
        else:
            if lines != self._lines:
                raise WriteFailed("save.taken_over", **_owner(lines).values)

    def release(self) -> None:
        """Let the lock go; nothing happens if it is not held. What another took is left to it."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        try:
            if _read(handle) == self._lines:
                os.ftruncate(handle, 0)
        except OSError:
            _let_go.add(_owner(self._lines).token)
        os.close(handle)

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _open(self) -> int:
        try:
            return os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise self._refused(error) from error

    def _granted(self, handle: int) -> bool:
        """Whether the system gave the lock; False where it knows none. Raises LibraryBusy, OSError."""
        try:
            take_lock(handle)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            if error.errno not in _HELD:
                raise
            raise self._busy("library.busy", _owner_soon(handle)) from error
        return True

    def _refuse_if_owned(self, owner: Owner, *, locked: bool) -> None:
        """Raises LibraryBusy where the lines in the file tell of an owner who may be at work all the same.

        On this machine it can be asked; what a killed program left is nobody's. Of another machine only a
        disk of our own is sure: there the folder was copied, or the machine had another name.
        """
        if not owner.token:
            return
        if owner.host == device_name():
            if owner.token not in _let_go and is_running(owner.pid, owner.mark):
                raise self._busy("library.busy", owner)
        elif not self._take_over and not (locked and _is_local(self._library)):
            raise self._busy("library.elsewhere", owner)

    def _wait_for_others(self, seconds: float) -> None:
        """Gives others time to end a write they have begun; raises LibraryBusy where one came after us."""
        time.sleep(seconds)
        if (lines := self._lines_there()) != self._lines:
            raise self._busy("library.busy", _owner(lines))

    def _lines_there(self) -> bytes:
        """What stands in the file, opened anew: an open one may be read from this machine's memory."""
        handle = os.open(self._file, os.O_RDONLY)
        try:
            return os.read(handle, _LONGEST)
        finally:
            os.close(handle)

    def _own_lines(self) -> bytes:
        pid = os.getpid()
        since, token = iso(self._clock.now_ms()), os.urandom(8).hex()
        owner = Owner(APP, device_name(), pid, since, mark_of(pid), token)
        return json.dumps(asdict(owner)).encode()

    def _acquire_again(self) -> None:
        self.release()
        try:
            self.acquire()
        except LibraryBusy as error:
            raise WriteFailed("save.taken_over", **error.values) from error
        except LibraryRefused as error:
            key = "save.moved" if error.key == "library.no_folder" else "save.read_only"
            raise WriteFailed(key, path=self._library) from error

    def _busy(self, key: str, owner: Owner) -> LibraryBusy:
        return LibraryBusy(key, library=self._library.name, **owner.values)

    def _refused(self, error: OSError) -> LibraryRefused:
        """The error for a folder that is missing, may not be written to or takes no more."""
        values = {"library": self._library.name, "folder": str(self._library.parent)}
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return LibraryRefused("library.no_folder", **values)
        if error.errno in _NO_RIGHT:
            return LibraryRefused("library.folder_read_only", **values)
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return LibraryRefused("library.disk_full", **values)
        return LibraryRefused("library.no_lock", reason=error.strerror or str(error), **values)


def left_elsewhere(library: Path) -> Owner | None:
    """Who has a library open on another machine, or left it so, where locks may not reach that machine."""
    try:
        lines = library.with_name(library.name + ".lock").read_bytes()
    except OSError:
        return None
    owner = _owner(lines)
    return owner if owner.token and owner.host != device_name() and not _is_local(library) else None


def _is_local(library: Path) -> bool:
    from annotator.host.volumes import Kind, volume_of  # seldom asked

    return volume_of(library).kind is Kind.LOCAL


def not_written(library: Path, error: OSError) -> WriteFailed:
    """Why nothing is written to a library whose files cannot be looked at."""
    key = "save.read_only" if error.errno in _NO_RIGHT else "save.failed"
    return WriteFailed(key, path=library, reason=error.strerror or str(error))


def _read(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _LONGEST)


def _owner_soon(handle: int) -> Owner:
    """Who has the lock, if need be a moment later: who has just taken it is about to write its lines."""
    if not (owner := _owner(_read(handle))).token:
        time.sleep(_SAME_TIME)
        owner = _owner(_read(handle))
    return owner


def _owner(lines: bytes) -> Owner:
    """Who has the lock, as far as the lines tell: an owner may be just about to write them."""
    try:
        read = json.loads(lines)
    except (ValueError, RecursionError):
        read = None
    nobody = Owner()
    known: dict[str, Any] = {}
    for name, unknown in asdict(nobody).items():
        if isinstance(read, dict) and type(read.get(name)) is type(unknown):
            known[name] = read[name]
    return replace(nobody, **known)
