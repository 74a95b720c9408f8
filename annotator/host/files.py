"""Whole files in and out: read within a limit, written so that the old one stands until the new one does."""

import errno
import math
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotator.host.paths import real
from annotator.model.errors import BadInput, WriteFailed

_MEGABYTE = 1_000_000

_WRITE_KEYS = {
    errno.ENOSPC: "write.disk_full",
    errno.EDQUOT: "write.disk_full",
    errno.EACCES: "write.not_permitted",
    errno.EPERM: "write.not_permitted",
    errno.EROFS: "write.not_permitted",
    errno.ENOENT: "write.no_folder",
    errno.ENOTDIR: "write.no_folder",
}

#: What systems say that do not sync folders.
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def read_whole(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    Raises BadInput for a file that is missing, a folder, a device or pipe (which could hang), empty,
    over the limit or not to be read.
    """
    try:
        _refuse_what_is_no_file(path, path.stat(), limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not data:
        raise BadInput("file.empty", name=path.name)
    if len(data) > limit:  # it grew after we asked for its size
        raise _too_large(path, len(data), limit)
    return data


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file wholly or not at all; a link is followed, the mode of an old file is kept.

    Raises WriteFailed with a key for the cause. Then, and when `data` raises while it is drawn, the
    old file is as it was and nothing else is left behind.
    """
    try:
        target = real(path)
        mode = _mode_of_old(target)
        part = target.with_name(f".redpencil-{os.urandom(8).hex()}.part")
        try:
            _write_part(part, data, mode)
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise _not_written(path, error) from error
    with suppress(OSError):  # it is in its place by now: an error would say that the old file still stands
        sync_folder(target.parent)


def add_name(file: Path, name: Path) -> None:
    """Gives a whole file one more name, under which none may stand yet.

    Where the file system knows no links it loses the first one. Raises FileExistsError, and OSError where the
    folder takes no name.
    """
    try:
        os.link(file, name)  # unlike a rename, fails where a file has appeared meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if name.exists():
            raise FileExistsError(name) from None
        file.rename(name)


def sync_file(path: Path) -> None:
    """Waits until the disk has a file's bytes. Raises OSError."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Waits until the disk has kept the names in a folder, where the system lets a folder be synced.

    Raises OSError where the disk does not take them.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)


def _refuse_what_is_no_file(path: Path, info: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise BadInput("file.is_folder", name=path.name)
    if not stat.S_ISREG(info.st_mode):
        raise BadInput("file.not_a_file", name=path.name)
    if info.st_size > limit:
        raise _too_large(path, info.st_size, limit)


def _too_large(path: Path, size: int, limit: int) -> BadInput:
    """The error with megabytes to one decimal; the size is rounded up so that it shows as over the limit."""
    shown = _megabytes(math.ceil(size * 10 / _MEGABYTE))
    allowed = _megabytes(math.floor(limit * 10 / _MEGABYTE))
    return BadInput("file.too_large", name=path.name, size=shown, limit=allowed)


def _megabytes(tenths: int) -> str:
    return f"{tenths / 10:,.1f}".removesuffix(".0")


def _unreadable(path: Path, error: OSError) -> BadInput:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return BadInput("file.missing", name=path.name)
    if isinstance(error, PermissionError):
        return BadInput("file.not_permitted", name=path.name)
    return BadInput("file.unreadable", name=path.name, reason=_reason(error))


def _not_written(path: Path, error: OSError) -> WriteFailed:
    key = _WRITE_KEYS.get(error.errno or 0, "write.failed")
    return WriteFailed(key, name=path.name, folder=str(path.parent), reason=_reason(error))


def _reason(error: OSError) -> str:
    """The system's own words, where it has any."""
    return error.strerror or str(error)


def _mode_of_old(target: Path) -> int | None:
    """The permissions of the file to be replaced, None where there is none.

    Raises WriteFailed for a folder, and for a device or pipe: replacing `/dev/null` by a file would
    harm the whole machine.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise WriteFailed("write.is_folder", name=target.name)
    if not stat.S_ISREG(mode):
        raise WriteFailed("write.not_a_file", name=target.name)
    return stat.S_IMODE(mode)


def _write_part(part: Path, data: bytes | Iterable[bytes], mode: int | None) -> None:
    """Write the temporary file and wait until the disk has it."""
    with part.open("xb") as file:
        for piece in [data] if isinstance(data, bytes) else data:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        part.chmod(mode)
