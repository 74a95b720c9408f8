"""What is said where a copy could not be made."""

import errno
import sqlite3
from pathlib import Path

from annotator.model.errors import RedPencilError, WriteFailed
from annotator.store.opening import refusal

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_PERMITTED = {errno.EACCES, errno.EPERM, errno.EROFS}

#: What SQLite says where it cannot write; whatever else it says is about what it reads.
_OF_THE_TARGET = ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR")


def not_kept(error: OSError, folder: Path) -> WriteFailed:
    """The error for a folder that took no copy."""
    if error.errno in _FULL:
        key = "backup.disk_full"
    elif error.errno in _NOT_PERMITTED:
        key = "backup.not_permitted"
    else:
        key = "backup.failed"
    return WriteFailed(key, folder=str(folder), reason=error.strerror or str(error))


def not_copied(error: sqlite3.DatabaseError, library: Path, target: Path) -> RedPencilError:
    """The error for a copy that SQLite did not bring to its end: a library it cannot read, or a full disk."""
    name = getattr(error, "sqlite_errorname", "")
    values = {"folder": str(target.parent), "reason": str(error)}
    if name == "SQLITE_FULL":
        return WriteFailed("backup.disk_full", **values)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return WriteFailed("backup.not_permitted", **values)
    if name.startswith(_OF_THE_TARGET):
        return WriteFailed("backup.failed", **values)
    return refusal(error, library)
