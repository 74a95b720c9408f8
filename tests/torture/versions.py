"""What is no library, or no whole one, is refused and left as it is; older ones migrate after a backup."""

import gzip
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from annotator.desk import backups
from annotator.desk.desk import Desk
from annotator.model.backups import Occasion
from annotator.model.errors import LibraryRefused
from annotator.model.rows import KINDS
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION
from annotator.words import say_all
from tests.torture.bars import Bar, Outcome, chooser, outcome, share
from tests.torture.looking import Said, lay, quick_folder
from tests.torture.scenes import LIBRARY_NAME, OLD_LIBRARIES, Person, day, post, proving_here
from tests.torture.strange_files import Strange, damaged, foreign, hostile, newer

#: How long an opening may take, in seconds.
_PATIENCE = 10

#: What may lie beside a library that was refused: its lock, and a shelf without backups.
_BESIDE = {f"{LIBRARY_NAME}.lock", f"{LIBRARY_NAME}.backups"}

Opener = Callable[[Path], object]


def run(amount: float, seed: int) -> Outcome:
    """Opens every strange file there is, and many that chance made."""
    if not hasattr(os, "fork"):
        return outcome("", ["This system forks no processes."], control_failed=True)
    broken, count = [], Counter[str]()
    with quick_folder() as folder, proving_here():
        for kind, strange in _strange(folder, amount, seed):
            count[kind] += 1
            faults = _apart(partial(_tried, folder / "it", strange))
            broken += [f"{kind}, {strange.name}: {fault}" for fault in faults]
        for old in OLD_LIBRARIES:
            broken += [f"{old.name}: {fault}" for fault in _older(folder / "old", old)]
        caught = list(_control(folder / "it"))
    told = ", ".join(f"{many} {kind}" for kind, many in count.items())
    figures = (
        f"{told}, {len(OLD_LIBRARIES)} older versions: {len(broken)} faults;"
        f" control that only asks SQLite: {len(caught)} faults"
    )
    return outcome(figures, broken, control_failed=bool(caught))


BAR = Bar(
    "strange files",
    "foreign, empty, newer, damaged, hostile files: bytes unchanged where refused; every older version"
    " migrates after a backup",
    run,
)


def _strange(folder: Path, amount: float, seed: int) -> Iterator[tuple[str, Strange]]:
    random = chooser("strange files", seed)
    claimed = (SCHEMA_VERSION, 0, 1, SCHEMA_VERSION - 1, -1)[: share(50, amount)]
    kinds = {
        "foreign": foreign(random, share(300, amount)),
        "hostile": hostile(claimed),
        "newer": newer(),
        "damaged": damaged(_worked_in(folder), random, share(300, amount)),
        "older damaged": damaged(gzip.decompress(OLD_LIBRARIES[-1].read_bytes()), random, share(100, amount)),
    }
    for kind, some in kinds.items():
        for strange in some:
            yield kind, strange


def _worked_in(folder: Path) -> bytes:
    """A library after a morning."""
    path = lay(folder / "worked in", {})
    person = Person(path.parent, post(folder))
    for act in day(1, 14):
        act.play(person)
    person.close()
    return path.read_bytes()


def _apart(faults: Callable[[], Iterator[str]]) -> list[str]:
    """What goes wrong in a process of its own, which may hang or be ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            signal.alarm(_PATIENCE)
            for fault in faults():
                os.write(writing, f"{fault}\n".encode())
        except BaseException as error:  # noqa: BLE001 (nobody else hears of it)
            os.write(writing, f"{error!r}\n".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as told:  # noqa: PTH123 (a pipe)
        said = told.read().splitlines()
    _, status = os.waitpid(child, 0)
    return [*said, f"ended by signal {os.WTERMSIG(status)}"] if status else said


def _tried(folder: Path, strange: Strange) -> Iterator[str]:
    """What goes wrong when a file is opened for reading, for writing, and to work in it."""
    openers: dict[str, Opener] = {
        "reading": lambda path: Library(path, reading=True).close(),
        "writing": lambda path: Library(path).close(),
        "a desk": lambda path: Desk(path).close(),
        "the doctor": _examined,
    }
    for name, opener in openers.items():
        path = lay(folder, {})
        strange.lay(path)
        before = _look(folder)
        said = _said(opener, path)
        if said == "opened":
            if strange.refused and (name != "a desk" or before):  # a desk makes a missing library
                yield f"{name}: opened"
        elif said != "refused":
            yield f"{name}: {said}"
        elif _look(folder) != before:
            yield f"{name}: refused, but changed"


def _said(opener: Opener, path: Path) -> str:
    try:
        opener(path)
    except LibraryRefused as error:
        return "refused" if say_all(error.key, error.values) else "refused without a word"
    except Exception as error:  # noqa: BLE001
        return repr(error)
    return "opened"


def _examined(path: Path) -> None:
    """What can be opened can be examined, and nothing comes of it but findings; refused for any."""
    with Library(path, reading=True, any_version=True) as library:
        if any(say_all(found.key, found.values) for found in doctor.findings(library)):
            raise LibraryRefused("library.damaged", path=path, reason="found")


def _look(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, but for what may come to lie beside a library."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if path.relative_to(folder).as_posix() not in _BESIDE
    }


def _older(folder: Path, old: Path) -> Iterator[str]:
    """What goes wrong when an older library is migrated, and when it cannot be backed up before."""
    whole = gzip.decompress(old.read_bytes())
    path = lay(folder, {LIBRARY_NAME: whole})
    before, state = _rows(path), Said.at_first(path).state
    with Desk(path) as desk:
        yield from (f"the doctor found {found.key}" for found in doctor.findings(desk.library))
    after = _rows(path)
    for table, rows in before.items():
        yield from (f"{table}: {row} is gone" for row in rows - after[table])
    kept = [backup.path for backup in backups.shelf(path) if backup.occasion is Occasion.MIGRATION]
    if [Said.at_first(one).state for one in kept] != [state]:
        yield f"backups are {kept}"
    path = lay(folder, {LIBRARY_NAME: whole, f"{LIBRARY_NAME}.backups": b"where the backups should go"})
    if (said := _said(lambda path: Desk(path).close(), path)) != "refused" or path.read_bytes() != whole:
        yield f"without a backup: {said}, or changed"


def _rows(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """The rows of the tables that every version has, with the columns that the first one had."""
    with closing(sqlite3.connect(path)) as connection:
        there = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        return {
            kind.TABLE: set(
                connection.execute(f"SELECT id, author, device, stamp, deleted FROM {kind.TABLE}")
            )
            for kind in KINDS
            if kind.TABLE in there
        }


def _control(folder: Path) -> Iterator[str]:
    """The same files, opened by who only asks SQLite to."""
    for strange in (*foreign(chooser("control"), 1), *newer()):
        path = lay(folder, {})
        strange.lay(path)
        before = _look(folder)
        try:
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
                connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            yield f"{strange.name}: opened"
        except sqlite3.DatabaseError:
            if _look(folder) != before:
                yield f"{strange.name}: changed"
