"""The folder of a library's backups: their names, their order, and which of them stay.

A name is `000042 2026-11-23T14-45-12Z start.sqlite`: a number, which orders them whatever clocks say, the
time, the occasion. What is being made is called `.part` and is none of them yet.
"""

import errno
import os
import re
import stat
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from shutil import disk_usage

from annotator.host.clock import iso
from annotator.host.files import sync_folder
from annotator.host.paths import real
from annotator.model.backups import Backup, Occasion
from annotator.store.backups.failing import not_kept

#: How many of the newest stay, and of how many of the last days, weeks and months the newest one.
NEWEST, DAYS, WEEKS, MONTHS = 10, 12, 10, 9

#: How many there are at most.
MOST = NEWEST + DAYS + WEEKS + MONTHS

_TIME = r"(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})Z"
_NAME = re.compile(rf"(\d{{6,}}) {_TIME} ({'|'.join(Occasion)})\.sqlite", re.ASCII)
_PART = re.compile(r"([0-9a-f]{16}\.part)(-journal)?")

_guard = threading.Lock()

#: What this process is making or proving right now.
_at_work: set[Path] = set()


def folder_of(library: Path) -> Path:
    """The folder of a library's backups; it may not be there yet."""
    library = real(library)
    return library.with_name(library.name + ".backups")


def shelf(library: Path) -> tuple[Backup, ...]:
    """A library's backups by their names, the newest first; none where the folder cannot be read."""
    try:
        with os.scandir(folder_of(library)) as entries:
            found = [backup for entry in entries if (backup := _backup(entry)) is not None]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: (one.number, one.path.name), reverse=True))


def new_part(library: Path) -> Path:
    """An empty file for a copy that is about to be made, which only those may read who may read the library.

    What killed programs left of theirs is taken away, so the library's lock must be held.
    Raises WriteFailed, also where there is room for the copy but then none to go on working.
    """
    folder = folder_of(library)
    try:
        if not folder.is_dir():
            folder.mkdir()
            sync_folder(folder.parent)
        with _guard:
            _sweep(folder)
            _refuse_to_fill(folder, library.stat().st_size)
            part = folder / f"{os.urandom(8).hex()}.part"
            part.touch(mode=0o600, exist_ok=False)
            _at_work.add(part)
        part.chmod(mode_for(library))
    except OSError as error:
        raise not_kept(error, folder) from error
    return part


def _sweep(folder: Path) -> None:
    """Takes away our parts that nobody works at, each with the journal it may have; no file of others."""
    for left in folder.iterdir():
        ours = _PART.fullmatch(left.name)
        if ours is not None and left.with_name(ours[1]) not in _at_work:
            left.unlink(missing_ok=True)


def _refuse_to_fill(folder: Path, size: int) -> None:
    """Raises OSError where a file of so many bytes would not leave room for as many again."""
    if disk_usage(folder).free < 2 * size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def mode_for(library: Path) -> int:
    """The permissions of a copy of a library: its own, and that its owner may write."""
    return stat.S_IMODE(library.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR


def drop(part: Path) -> None:
    """Takes away what was not kept; what stays all the same goes before the next one is made."""
    with suppress(OSError):
        part.unlink(missing_ok=True)
    with _guard:
        _at_work.discard(part)


def accept(part: Path, library: Path, occasion: Occasion, made_ms: int) -> Backup:
    """Gives a proved copy its name and number, and takes away those that it makes superfluous.

    `made_ms` is when it was made, in milliseconds since 1970. Raises WriteFailed.
    """
    made = f"{iso(made_ms)[:19]}Z"
    with _guard:
        there = shelf(library)
        number = there[0].number + 1 if there else 1
        path = part.with_name(f"{number:06} {made.replace(':', '-')} {occasion}.sqlite")
        try:
            part.rename(path)
            sync_folder(path.parent)
            backup = Backup(path, number, made, occasion, path.stat().st_size)
        except OSError as error:
            raise not_kept(error, part.parent) from error
        finally:
            _at_work.discard(part)
        for old in superfluous((backup, *there)):
            with suppress(OSError):
                old.path.unlink()
    return backup


def superfluous(backups: Iterable[Backup]) -> list[Backup]:
    """Those that need not stay: not among the newest, nor the newest of one of the last periods.

    All goes by their numbers: a period ends where the backup before, by number, was made in another one, or
    later by the clock. So a clock that was set back ends a period and nothing else, and ten always stay.
    """
    newest_first = sorted(backups, key=lambda one: one.number, reverse=True)
    stay = {one.number for one in newest_first[:NEWEST]}
    for period, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        stay |= {one.number for one in islice(_ends(newest_first, period), count)}
    return [one for one in newest_first if one.number not in stay]


def _ends(newest_first: Iterable[Backup], period: Callable[[str], str]) -> Iterator[Backup]:
    """The newest of each period, of which any number may be."""
    later: Backup | None = None
    for one in newest_first:
        if later is None or period(one.made) != period(later.made) or one.made > later.made:
            yield one
        later = one


def _day(made: str) -> str:
    return made[:10]


def _week(made: str) -> str:
    """The week by ISO 8601, from Monday to Sunday."""
    from datetime import date  # not needed to look at the shelf

    year, week, _ = date.fromisoformat(made[:10]).isocalendar()
    return f"{year}-{week:02}"


def _month(made: str) -> str:
    return made[:7]


def _backup(entry: "os.DirEntry[str]") -> Backup | None:
    """The backup that a name in the folder tells of; None for what only has such a name."""
    from datetime import datetime  # not needed where there is none

    said = _NAME.fullmatch(entry.name)
    if said is None:
        return None
    number, hour, minute, second, occasion = said.groups()
    made = f"{hour}:{minute}:{second}Z"
    with suppress(OSError, ValueError):
        datetime.fromisoformat(made)
        if entry.is_file() and (size := entry.stat().st_size):
            return Backup(Path(entry.path), int(number), made, Occasion(occasion), size)
    return None
