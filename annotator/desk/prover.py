"""The proving child: looks files of libraries over, compares, copies and salvages them, one after the other.

It takes seconds of Python, during which a window in the same process would stand still. It also may open the
file of a library that a window has open: in the window's own process, closing it again would take away the
locks that SQLite holds on it.
"""

import os
from contextlib import suppress
from pathlib import Path

from annotator.desk.care import examine, salvage
from annotator.desk.proving import LIMIT, Request, Verdict
from annotator.formats.wire import from_bytes, to_bytes
from annotator.host.files import sync_file
from annotator.host.pipes import asked, ends, send
from annotator.model.errors import RedPencilError
from annotator.store.backups.copying import copy_pages
from annotator.store.backups.differing import difference
from annotator.store.library import Library

#: What a child leaves to others of the processor: it works while somebody types.
_NICE = 10


def serve() -> None:
    """Answers what comes in on standard input; the process ends with it."""
    source, target = ends()
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICE)
    for request in asked(source, LIMIT):
        verdict, answer = _answer(from_bytes(Request, request[0]))
        send(target, (to_bytes(verdict), answer))


def _answer(request: Request) -> tuple[Verdict, bytes]:
    path, other = Path(request.path), Path(request.other)
    try:
        if request.what == "differ":
            return Verdict(), to_bytes(difference(path, other))
        if request.what == "salvage":
            return Verdict(), to_bytes(salvage(path, other))
        if request.what == "copy":
            with Library(path, reading=True, any_version=True) as library:
                copy_pages(library.connection, other, path)
            sync_file(other)
            return Verdict(), b""
        if request.settle:
            sync_file(path)
        return Verdict(), to_bytes(examine(path, thorough=request.settle))
    except RedPencilError as refused:
        values = {name: str(value) for name, value in refused.values.items()}
        return Verdict(type(refused).__name__, refused.key, values), b""
    except OSError as error:
        values = {"folder": str(path.parent), "reason": error.strerror or str(error)}
        return Verdict("WriteFailed", "backup.failed", values), b""
