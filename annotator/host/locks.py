"""One writer at a time: a lock file beside the library, which the system lets go when its holder ends."""

import errno
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.host.clock import Clock, iso, local
from annotator.host.machine import device_name
from annotator.host.paths import APP
from annotator.model.errors import LibraryBusy, LibraryRefused

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a locked byte cannot be read on Windows: lock one behind the owner's lines

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_NOBODY = {"program": "?", "host": "?", "pid": 0, "since": "?"}


class LibraryLock:
    """The right to write to a library: `<library>.lock` holds its owner's pid, host, program and since when.

    The file stays when the lock is let go, emptied: removing it could take it from under the next
    owner. A context manager.
    """

    def __init__(self, library: Path, clock: Clock | None = None) -> None:
        library = library.resolve()
        self._library = library
        self._file = library.with_name(library.name + ".lock")
        self._clock = clock or Clock()
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock or raise at once.

        Raises LibraryBusy with the owner's values when somebody has it, LibraryRefused when the
        folder takes no lock file.
        """
        handle = self._open()
        try:
            _lock(handle)
        except OSError as error:
            owner = _owner(handle)
            os.close(handle)
            if error.errno not in _HELD:
                raise self._refused(error) from error
            raise LibraryBusy("library.busy", library=self._library.name, **owner) from error
        self._handle = handle
        try:
            self._write_owner(handle)
        except OSError as error:
            self.release()
            raise self._refused(error) from error

    def release(self) -> None:
        """Let the lock go; nothing happens if it is not held."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with suppress(OSError):
            os.ftruncate(handle, 0)
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

    def _write_owner(self, handle: int) -> None:
        owner = {
            "program": APP,
            "host": device_name(),
            "pid": os.getpid(),
            "since": iso(self._clock.now_ms()),
        }
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(owner).encode())

    def _refused(self, error: OSError) -> LibraryRefused:
        """The error for a folder that is missing, may not be written to or knows no locks."""
        values = {"library": self._library.name, "folder": str(self._library.parent)}
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return LibraryRefused("library.no_folder", **values)
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            return LibraryRefused("library.folder_read_only", **values)
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return LibraryRefused("library.disk_full", **values)
        return LibraryRefused("library.no_lock", reason=error.strerror or str(error), **values)


def _owner(handle: int) -> dict[str, object]:
    """Who holds the lock, as far as the file tells: its owner may be just about to write it."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        read = json.loads(os.read(handle, 4096))
    except (OSError, ValueError):
        read = None
    if not isinstance(read, dict):
        return dict(_NOBODY)
    owner = {name: read.get(name, unknown) for name, unknown in _NOBODY.items()}
    return {**owner, "since": local(str(owner["since"]))}
