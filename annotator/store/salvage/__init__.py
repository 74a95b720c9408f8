"""Salvage: whatever can be read of a damaged library, brought over into a new one that is sound."""

import shutil
import sqlite3
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.model.damage import Salvage
from annotator.model.errors import LibraryRefused
from annotator.store import doctor
from annotator.store.around import Damage
from annotator.store.backups.copying import copy_new
from annotator.store.hurt import things
from annotator.store.journal import defaults
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION
from annotator.store.opening import make, refuse_unless_tables
from annotator.store.salvage.building import build
from annotator.store.salvage.choosing import choose
from annotator.store.salvage.fitting import fit
from annotator.store.salvage.opening import is_cut_short, is_whole, lay_schema_over, opened
from annotator.store.salvage.wreck import Wreck, read
from annotator.words import say_all


def salvage(path: Path, to: Path) -> Salvage:
    """Brings everything readable of a library into a new one; the old file is only copied, never changed.

    A row says what its last entry in the journal has, where that is as it was written. What cannot stand
    without something lost is lost with it. Raises LibraryRefused where a file of the new name exists, the
    folder takes none, or nothing can be read, and WriteFailed; then nothing is left behind.
    """
    if to.exists():
        raise LibraryRefused("library.exists", path=to)
    try:
        with TemporaryDirectory(prefix=".redpencil-", dir=to.parent) as name:
            return _salvage(path, to, Path(name))
    except OSError as error:
        raise LibraryRefused("library.cannot_make", path=to, reason=error.strerror or str(error)) from error


def _salvage(path: Path, to: Path, folder: Path) -> Salvage:
    copy, wreck = _read(path, folder)
    if not any(wreck.worth):
        raise LibraryRefused("salvage.nothing", path=path)
    new = folder / "new.sqlite"
    make(new)
    with Library(new) as library:
        library.connection.execute("PRAGMA synchronous = OFF")  # its copy is what the disk must have
        chosen = choose(wreck, {table: defaults(library.connection, table) for table in wreck.rows})
        fit(chosen, library.foreign_keys)
        saved = {table: sum(not row.deleted for row in rows.values()) for table, rows in chosen.rows.items()}
        try:
            build(library, chosen, wreck, path.name)
        except sqlite3.IntegrityError as error:
            raise LibraryRefused("salvage.failed", path=path, reason=str(error)) from error
        wrong = next(doctor.findings(library, thorough=True), None)
        if wrong is not None:  # a fault of ours: better none than one that is not sound
            reason = say_all(wrong.key, wrong.values).removesuffix(".")
            raise LibraryRefused("salvage.failed", path=path, reason=reason)
        copy_new(library.connection, path, to)
    with opened(copy) as connection:
        return Salvage(
            to,
            {table: count for table, count in saved.items() if count},
            dict(Counter(table for table, _ in chosen.lost)),
            things(connection, chosen.lost),
            complete=wreck.complete and chosen.is_exact,
            mended=things(connection, chosen.mended),
        )


def _read(path: Path, folder: Path) -> tuple[Path, Wreck]:
    """The copy from which most can be read, and what: as it is, or with our schema where its own is hurt."""
    best = folder / path.name
    _copy(path, best)
    wreck, whole = _look(best)
    if not whole:
        for version in range(SCHEMA_VERSION, 0, -1):
            mended = folder / f"{version}.sqlite"
            shutil.copyfile(folder / path.name, mended)
            lay_schema_over(mended, version)
            found, _ = _look(mended)
            if found.worth > wreck.worth:
                best, wreck = mended, found
    return best, wreck


def _copy(path: Path, copy: Path) -> None:
    """A copy of the bytes, with the journal by which SQLite takes back what was half written."""
    shutil.copyfile(path, copy)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        shutil.copyfile(journal, copy.with_name(f"{copy.name}-journal"))


def _look(copy: Path) -> tuple[Wreck, bool]:
    wreck = Wreck()
    with suppress(Damage), opened(copy) as connection:
        refuse_unless_tables(connection)
        wreck = read(connection)
        wreck.complete &= not is_cut_short(connection, copy)
        return wreck, is_whole(connection)
    return wreck, False
