"""What SQLite's own header says of its files: structures and prototypes.

From https://sqlite.org/c3ref/vfs.html, https://sqlite.org/c3ref/io_methods.html and what they point to.
"""

import ctypes
from typing import TypeVar

POINTER, INT, INT64 = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64


class Vfs(ctypes.Structure):
    """`sqlite3_vfs`, its functions as bare addresses."""

    _fields_ = (
        ("iVersion", INT), ("szOsFile", INT), ("mxPathname", INT), ("pNext", POINTER),
        ("zName", ctypes.c_char_p), ("pAppData", POINTER),
        *((name, POINTER) for name in (
            "xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose",
            "xRandomness", "xSleep", "xCurrentTime", "xGetLastError",
            "xCurrentTimeInt64",
            "xSetSystemCall", "xGetSystemCall", "xNextSystemCall",
        )),
    )  # fmt: skip


class Methods(ctypes.Structure):
    """`sqlite3_io_methods`, its functions as bare addresses."""

    _fields_ = (
        ("iVersion", INT),
        *((name, POINTER) for name in (
            "xClose", "xRead", "xWrite", "xTruncate", "xSync", "xFileSize", "xLock", "xUnlock",
            "xCheckReservedLock", "xFileControl", "xSectorSize", "xDeviceCharacteristics",
            "xShmMap", "xShmLock", "xShmBarrier", "xShmUnmap",
            "xFetch", "xUnfetch",
        )),
    )  # fmt: skip


#: The newest version of both that is known here.
_NEWEST = 3

#: Where a structure of an older version ends: at the first field that it does not have.
_ENDS = {Vfs: {1: "xCurrentTimeInt64", 2: "xSetSystemCall"}, Methods: {1: "xShmMap", 2: "xFetch"}}

OPENS = ctypes.CFUNCTYPE(INT, POINTER, POINTER, POINTER, INT, POINTER)
DELETES = ctypes.CFUNCTYPE(INT, POINTER, POINTER, INT)
ASKS = ctypes.CFUNCTYPE(INT, POINTER, POINTER, INT, POINTER)
CLOSES = ctypes.CFUNCTYPE(INT, POINTER)
MOVES = ctypes.CFUNCTYPE(INT, POINTER, POINTER, INT, INT64)
CUTS = ctypes.CFUNCTYPE(INT, POINTER, INT64)
FLAGGED = ctypes.CFUNCTYPE(INT, POINTER, INT)
ASKED = ctypes.CFUNCTYPE(INT, POINTER, POINTER)

S = TypeVar("S", bound=ctypes.Structure)


def copy_of(kind: type[S], address: int) -> S:
    """A structure of SQLite's, as much of it as its version has."""
    made = kind()
    version = min(INT.from_address(address).value, _NEWEST)
    end = getattr(kind, _ENDS[kind][version]).offset if version in _ENDS[kind] else ctypes.sizeof(kind)
    ctypes.memmove(ctypes.addressof(made), address, end)
    made.iVersion = version
    return made
