"""Backups: making, proving, keeping and comparing copies of a library, and going back to one.

Making one takes two halves. `copy` belongs to the thread of the desk and lets changes through between its
steps; `keep` has a child process prove the copy, gives it its name, and may take its time on any thread. What
is not found sound is no backup, and the library it came from is damaged.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.desk import proving
from annotator.desk.care import Report
from annotator.desk.desk import Desk
from annotator.desk.proving import Stopped, never
from annotator.host.clock import Clock, iso
from annotator.host.files import sync_folder
from annotator.host.locks import LibraryLock
from annotator.host.paths import real
from annotator.model.backups import Backup, BackupDifference, Occasion
from annotator.model.errors import BadInput, LibraryRefused, WriteFailed
from annotator.store.backups import putting_back
from annotator.store.backups import shelf as shelves
from annotator.store.backups.copying import copy_pages
from annotator.store.backups.failing import not_kept
from annotator.store.backups.saying import begins, said_by, said_in
from annotator.store.backups.saying import owner as owner_of
from annotator.store.backups.shelf import folder_of, shelf
from annotator.store.opening import refuse_unless_library
from annotator.words import say_all

__all__ = ["folder_of", "shelf"]

#: What says of a file that its content is not what was written.
_DAMAGED = {"library.damaged", "library.foreign", "library.empty"}

#: What stands beside a library under its name, or may at any time.
_BELONG = ("-journal", "-wal", "-shm", ".lock", ".backups")

#: One backup at a time is put on a shelf.
_keeping = threading.Lock()


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that is not proved yet; `made` in milliseconds since 1970."""

    part: Path
    library: Path
    occasion: Occasion
    made: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a copy: a backup, or nothing where it is not sound or where `same` says all it does."""

    backup: Backup | None
    report: Report
    same: Backup | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A copy elsewhere: `size` in bytes, `checked` as in `Report`."""

    path: Path
    size: int
    checked: dict[str, int]


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the library that stood there before is kept; `backup` where it is one of its backups.

    Both are None where there was none. `owner` is who works in the one that stands there now, where it is no
    earlier version of the one before but another library; else empty.
    """

    kept: Path | None
    backup: Backup | None
    owner: str = ""


def has_news(desk: Desk) -> bool:
    """Whether the library says anything that its newest backup does not."""
    newest = next(iter(shelf(desk.library.path)), None)
    return newest is None or said_in(newest.path) != said_by(desk.library)


def copy(desk: Desk, occasion: Occasion, meanwhile: Callable[[], None] | None = None) -> Copied:
    """Copies the library a few pages at a time, on the thread of the desk, which writes.

    `meanwhile` is called between the steps: it may run commands, but not close the desk, and what it raises
    ends the copy. Nothing is left behind then, nor where this raises WriteFailed or LibraryRefused.
    """
    library, made = desk.library.path, desk.hand.clock.now_ms()
    part = shelves.new_part(library)
    try:
        copy_pages(desk.library.connection, part, library, meanwhile)
    except BaseException:
        shelves.drop(part)
        raise
    return Copied(part, library, occasion, made)


def keep(copied: Copied, stopped: Stopped = never) -> Kept:
    """Proves a copy and puts it on the shelf, on any thread: a child process does the work.

    Raises LibraryRefused where it could not be proved, WriteFailed, and Cancelled once `stopped` says so.
    The copy is taken away then, and where nothing comes of it.
    """
    try:
        report = proving.prove(copied.part, settle=True, stopped=stopped)
        if not report.whole:
            return Kept(None, report)
        with _keeping:
            newest = next(iter(shelf(copied.library)), None)
            if newest is not None and _is_in(newest, copied, stopped):
                return Kept(None, report, newest)
            return Kept(shelves.accept(copied.part, copied.library, copied.occasion, copied.made), report)
    finally:
        shelves.drop(copied.part)


def _is_in(backup: Backup, copied: Copied, stopped: Stopped) -> bool:
    """Whether a backup says all that a copy does.

    Where a library is about to be replaced, it will be the only one that does: it may be damaged by now.
    """
    said = said_in(copied.part)
    if said is None or said_in(backup.path) != said:
        return False
    if copied.occasion is not Occasion.RESTORE:
        return True
    try:
        return proving.prove(backup.path, stopped=stopped).whole
    except LibraryRefused:
        return False


def back_up(desk: Desk, occasion: Occasion) -> Kept:
    """Makes a backup at once, for who has the time. Raises as `copy` and `keep` do."""
    return keep(copy(desk, occasion))


def back_up_to(path: Path, to: Path, *, replace: bool = False, stopped: Stopped = never) -> Written:
    """Writes a proved copy of a library to a file, wholly or not at all, also while a window works in it.

    Raises LibraryRefused where the library cannot be read or is damaged, BadInput where the file is there and
    is not to be replaced, or is or belongs to the library, WriteFailed, and Cancelled once `stopped` says so.
    """
    path, to = real(path), real(to)
    if not path.is_file():
        raise LibraryRefused("library.missing", path=path)
    if to.parent == path.parent and to.name in {f"{path.name}{ending}" for ending in _BELONG}:
        raise BadInput("backup.belongs", name=to.name)
    if to.exists():
        _refuse_to_replace(path, to, replace=replace)
    part = to.with_name(f".redpencil-{os.urandom(8).hex()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        part.chmod(shelves.mode_for(path))
        proving.copy_out(path, part, stopped)
        report = proving.prove(part, stopped=stopped)
        if not report.whole:
            raise LibraryRefused("backup.hurt", name=path.name)
        size = part.stat().st_size
        part.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        raise not_kept(error, to.parent) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Written(to, size, report.checked)


def difference(path: Path, backup: Backup, stopped: Stopped = never) -> BackupDifference:
    """What going back to a backup would change, whatever the schema of either, also of a damaged library.

    A child process reads both. Raises LibraryRefused where the backup cannot be read, and Cancelled.
    """
    return proving.differ(real(path), backup.path, stopped)


def newest_sound(path: Path, stopped: Stopped = never) -> Backup | None:
    """The newest backup in which nothing is wrong today. Raises Cancelled once `stopped` says so."""
    for backup in shelf(path):
        with suppress(LibraryRefused):
            if proving.prove(backup.path, stopped=stopped).whole:
                return backup
    return None


def before_migrating(path: Path) -> None:
    """Makes a backup of a library whose schema is about to change; its lock is held.

    Raises LibraryRefused where none could be made or the library is damaged: it stays as it is then.
    """
    try:
        kept = _backed_up(path, Occasion.MIGRATION, never)
    except WriteFailed as error:
        raise LibraryRefused("library.no_backup", path=path, reason=error.values["reason"]) from error
    if not kept.report.whole:
        first = kept.report.findings[0]
        reason = say_all(first.key, first.values).removesuffix(".")
        raise LibraryRefused("library.damaged", path=path, reason=reason)


def restore(path: Path, source: Path, stopped: Stopped = never) -> Restored:
    """Puts a proved copy of a file in the place of a library, and keeps the one that stands there.

    That one becomes a backup; where it is not sound, or there is no room, it stays beside under a name that
    says so. From now on the library gives no stamp that the one before gave.
    Raises LibraryBusy while a window has the library, LibraryRefused for a source that is no sound library,
    WriteFailed, and Cancelled once `stopped` says so; the library stands as it was then.
    """
    path, source = real(path), real(source)
    refuse_unless_library(source)
    if path.exists() and (not path.is_file() or path.samefile(source)):
        raise LibraryRefused("restore.itself" if path.is_file() else "library.folder", path=path)
    with LibraryLock(path):
        ready = putting_back.make_room(path)
        try:
            with _refused_by_name(source):
                proving.copy_out(source, ready, stopped)
            backup, because = _keep_present(path, stopped)
            floor = putting_back.newest_stamp(path, whole=backup is not None)
            with _refused_by_name(source):
                _make_ready(ready, floor, stopped)
            owner = "" if begins(path) in ("", begins(ready)) else owner_of(ready)
            kept = _put(ready, path, because) if backup is None else _put(ready, path)
        finally:
            with suppress(OSError):
                ready.unlink(missing_ok=True)
    return Restored(backup.path if backup else kept, backup, owner)


def _put(ready: Path, path: Path, because: str = "") -> Path | None:
    """Puts the copy in its place; what stands there keeps another name, where a reason says that it must."""
    if not because:
        putting_back.put(ready, path)
        return None
    aside = putting_back.set_aside(path, because, _now())
    try:
        putting_back.put(ready, path)
    except BaseException:
        putting_back.take_back(aside, path)
        raise
    return aside


def _keep_present(path: Path, stopped: Stopped) -> tuple[Backup | None, str]:
    """The backup that holds the library as it stands, or why there is none; neither where no library is."""
    if not path.exists():
        return None, ""
    try:
        kept = _backed_up(path, Occasion.RESTORE, stopped)
    except WriteFailed:
        return None, "replaced"
    except LibraryRefused as error:
        return None, "damaged" if error.key in _DAMAGED else "replaced"
    return kept.backup or kept.same, "" if kept.report.whole else "damaged"


def _make_ready(ready: Path, floor: str, stopped: Stopped) -> None:
    """Brings the copy up to date and proves it. Raises LibraryRefused where it is damaged."""
    putting_back.make_ready(ready, floor)
    if not proving.prove(ready, settle=True, stopped=stopped).whole:
        raise LibraryRefused("library.damaged", path=ready, reason="")


@contextmanager
def _refused_by_name(source: Path) -> Iterator[None]:
    """Says of a damaged copy which file it was made from."""
    try:
        yield
    except LibraryRefused as error:
        if error.key in _DAMAGED:
            raise LibraryRefused("restore.not_sound", name=source.name) from error
        raise


def _backed_up(path: Path, occasion: Occasion, stopped: Stopped) -> Kept:
    """A backup of a library that nobody works in, whose lock is held."""
    part = shelves.new_part(path)
    try:
        proving.copy_out(path, part, stopped)
    except BaseException:
        shelves.drop(part)
        raise
    return keep(Copied(part, path, occasion, Clock().now_ms()), stopped)


def _refuse_to_replace(path: Path, to: Path, *, replace: bool) -> None:
    if to.samefile(path):
        raise BadInput("export.is_library", name=to.name)
    if to.is_dir():
        raise WriteFailed("write.is_folder", name=to.name)
    if not to.is_file():
        raise WriteFailed("write.not_a_file", name=to.name)
    if not replace:
        raise BadInput("backup.exists", name=to.name)


def _now() -> str:
    return f"{iso(Clock().now_ms())[:19]}Z"
