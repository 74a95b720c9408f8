"""Putting a copy in the place of a library, so that a crash at any moment leaves the one or the other there.

The order, and why. The copy is whole, proved and synced under a hidden name in the same folder before
anything is touched. The present library is kept: as a backup, or, where it cannot be copied, by a second name
(a hard link, so that it keeps the first). Then a journal that still lies beside it goes, after it got a
second name too: SQLite would roll it back into whatever file stands there. That it went is synced before the
last act, one rename, which the system does wholly or not at all. The library's lock is held all the while.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

from annotator.host.clock import FURTHEST_AHEAD, Clock, iso
from annotator.host.files import add_name, sync_folder
from annotator.model.errors import LibraryRefused
from annotator.store import following
from annotator.store.backups.failing import not_kept
from annotator.store.backups.shelf import mode_for
from annotator.store.here import keep
from annotator.store.journal import last_stamp
from annotator.store.library import Library

#: What may lie beside a library and belongs to it.
_BESIDE = ("-journal", "-wal", "-shm")

_STAMP = re.compile(rb"20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[0-9a-f]{4}")

#: So many bytes are looked through at once for stamps, and so many again with the next: a stamp has 29.
_AT_ONCE, _AGAIN = 1 << 22, 28


def make_room(library: Path) -> Path:
    """An empty file under a hidden name beside a library, for what is to take its place.

    What killed programs left of theirs is taken away. Raises WriteFailed.
    """
    try:
        ours = re.compile(rf"\.{re.escape(library.name)}\.[0-9a-f]{{16}}\.back(-journal)?")
        for left in library.parent.iterdir():
            if ours.fullmatch(left.name):
                left.unlink(missing_ok=True)
        ready = library.with_name(f".{library.name}.{os.urandom(8).hex()}.back")
        ready.touch(mode=0o600, exist_ok=False)
        if library.is_file():
            ready.chmod(mode_for(library))
    except OSError as error:
        raise not_kept(error, library.parent) from error
    return ready


def make_ready(ready: Path, floor: str) -> None:
    """Brings a copy up to date, with what follows from its rows, and has it give no stamp up to the floor.

    Raises LibraryRefused where it is damaged, and WriteFailed.
    """
    with Library(ready) as library, library.atomic():
        following.rebuild(library.connection)
        keep(library, "floor", max(floor, _newest(library)))


def newest_stamp(library: Path, *, whole: bool) -> str:
    """The newest stamp that a library may have given; of one that is not whole, the newest that stands in it.

    A time that cannot be, which damage may have made, is passed over; empty where there is none.
    """
    said = ""
    with suppress(LibraryRefused), Library(library, reading=True, any_version=True) as opened:
        said = _newest(opened)
    if whole:
        return said
    latest = iso(Clock().now_ms() + FURTHEST_AHEAD)
    return max(said if said < latest else "", _newest_in(library, latest))


def set_aside(library: Path, because: str, time: str) -> Path:
    """Gives the file of a library, and what lies beside it, one more name that says why and when.

    Raises WriteFailed.
    """
    aside = library.with_name(f"{library.stem} {because} {time.replace(':', '-')}{library.suffix}")
    try:
        for ending in (*_BESIDE, ""):  # the file last: its journal is there before it
            file = Path(f"{library}{ending}")
            if file.exists():
                add_name(file, Path(f"{aside}{ending}"))
        sync_folder(library.parent)
    except OSError as error:
        raise not_kept(error, library.parent) from error
    return aside


def take_back(aside: Path, library: Path) -> None:
    """Takes the other name of a library away again, whose place nothing took."""
    for ending in (*_BESIDE, ""):
        first, other = Path(f"{library}{ending}"), Path(f"{aside}{ending}")
        with suppress(OSError):
            if first.exists():
                other.unlink(missing_ok=True)
            elif other.exists():
                other.rename(first)


def put(ready: Path, library: Path) -> None:
    """Puts a copy that is ready in the place of a library that is kept. Raises WriteFailed."""
    try:
        for ending in _BESIDE:
            Path(f"{library}{ending}").unlink(missing_ok=True)
        sync_folder(library.parent)
        ready.replace(library)
        sync_folder(library.parent)
    except OSError as error:
        raise not_kept(error, library.parent) from error


def _newest(library: Library) -> str:
    return max(last_stamp(library), library.here("floor"))


def _newest_in(file: Path, latest: str) -> str:
    """The newest stamp before a time that stands anywhere in the bytes of a file."""
    newest, rest = "", b""
    with suppress(OSError), file.open("rb") as source:
        while piece := source.read(_AT_ONCE):
            found = (one.decode() for one in set(_STAMP.findall(rest + piece)))
            newest = max((newest, *(one for one in found if one < latest)))
            rest = piece[-_AGAIN:]
    return newest
