"""Files that stand where a library should: somebody else's, hostile, newer, damaged, older."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from annotator.store.journal import SEALED
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from annotator.store.opening import make
from annotator.store.seals import FIRST, STEP, seal, step_seal

_CORPUS = Path(__file__).parents[1] / "corpus"

Lay = Callable[[Path], object]


@dataclass(frozen=True)
class Strange:
    """A file to be laid; `refused` where nobody may take it for a library that is in order."""

    name: str
    lay: Lay
    refused: bool = True


def foreign(random: Random, many: int) -> Iterator[Strange]:
    """What is no library of ours at all."""
    yield Strange("missing", lambda path: None)
    yield Strange("empty", lambda path: path.write_bytes(b""))
    yield Strange("a folder", lambda path: path.mkdir())
    yield Strange("a pipe", os.mkfifo)
    yield Strange("somebody else's database", lambda path: _database(path, "CREATE TABLE articles (title)"))
    yield Strange("another's in WAL", _in_wal)
    for encoding in ("UTF-16le", "UTF-16be"):
        yield Strange(f"another's in {encoding}", _encoded(encoding))
    real = sorted(file for file in _CORPUS.rglob("*") if file.is_file() and file.suffix != ".json")
    for file in random.sample(real, min(many, len(real))):
        yield Strange(file.name, _copy_of(file))
    for number in range(many):
        data = random.randbytes(random.choice([1, 16, 71, 72, 100, 512, 4096, 100_000]))
        yield Strange(f"noise {number}", _bytes(data))
        yield Strange(f"noise {number} that begins as a database", _bytes(b"SQLite format 3\0" + data))


def hostile(versions: Iterable[int]) -> Iterator[Strange]:
    """Ours by the first bytes, and made by somebody who means harm, or by another program by chance."""
    for version in versions:
        for name, statements in _HOSTILE.items():
            refused = name not in _HARMLESS or version == SCHEMA_VERSION and name == "nothing"
            yield Strange(f"{name}, version {version}", _claiming(version, statements), refused)
    for name, change in _ADDED.items():
        yield Strange(name, _changed(change), refused=False)
    yield Strange("a journal of a table that is none", _told_of_no_table, refused=False)


def newer() -> Iterator[Strange]:
    """Libraries that a later version made."""
    more = "CREATE TABLE later (a)", "ALTER TABLE claims ADD COLUMN later TEXT"
    for version in (SCHEMA_VERSION + 1, SCHEMA_VERSION + 1_000, 2**31 - 1):
        says = f"PRAGMA user_version = {version}"
        yield Strange(f"version {version}", _changed(says))
        yield Strange(f"version {version} with more in it", _changed(says, *more))


def damaged(whole: bytes, random: Random, many: int) -> Iterator[Strange]:
    """A library of which a part is missing, or something else stands there."""
    for number in range(many):
        yield Strange(f"cut {number}", _bytes(whole[: random.randrange(1, len(whole))]))
        at = random.randrange(100, len(whole))
        size = random.choice([1, 16, 512, 4096])
        what = bytes(size) if number % 2 else random.randbytes(size)
        yield Strange(
            f"hole {number} at {at}", _bytes(whole[:at] + what + whole[at + len(what) :]), refused=False
        )


#: What may stand under the names that we read.
_ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) AS n FROM c"
_NAMES = ("articles", "journal", "steps", "here", "claims", "reviewers", "texts")
_HOSTILE = {
    "nothing": (),
    "tables of other columns": tuple(f"CREATE TABLE {name} (title)" for name in _NAMES),
    "views that never end": tuple(f"CREATE VIEW {name} AS {_ENDLESS}" for name in _NAMES),
    "views of themselves": tuple(f"CREATE VIEW {name} AS SELECT * FROM {name}" for name in _NAMES),
    "views that load code": tuple(
        f"CREATE VIEW {name} AS SELECT load_extension('x') AS n" for name in _NAMES
    ),
    "generated columns": tuple(
        f"CREATE TABLE {name} (n INTEGER PRIMARY KEY, id AS (hex(zeroblob(n))) UNIQUE)" for name in _NAMES
    ),
    "tables of virtual machines": tuple(
        f"CREATE VIRTUAL TABLE {name} USING fts5(n, id, key, value)" for name in _NAMES
    ),
    "strange names": ('CREATE TABLE "a""; DROP TABLE articles; --" ("b"" c")', "CREATE TABLE steps (n)"),
}  # fmt: skip

#: What may be opened: a library without tables gets them, strange columns show when they are read.
_HARMLESS = {"nothing", "generated columns", "tables of other columns"}

#: What another program may have added to a library that is in order.
_ADDED = {
    "a trigger that removes": "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM claims; END",
    "a trigger that stops": "CREATE TRIGGER t BEFORE INSERT ON journal BEGIN SELECT RAISE(IGNORE); END",
    "a trigger that never ends": f"CREATE TRIGGER t BEFORE INSERT ON journal BEGIN {_ENDLESS}; END",
    "an index of a function": "CREATE INDEX i ON claims (hex(id))",
    "a table of its own": "CREATE TABLE theirs (a)",
    "a view that never ends": f"CREATE VIEW theirs AS {_ENDLESS}",
}


def _database(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        for statement in statements:
            made.execute(statement)


def _in_wal(path: Path) -> None:
    _database(path, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)")


def _encoded(encoding: str) -> Lay:
    return lambda path: _database(path, f"PRAGMA encoding = '{encoding}'", "CREATE TABLE t (a)")


def _copy_of(file: Path) -> Lay:
    return lambda path: path.write_bytes(file.read_bytes())


def _bytes(data: bytes) -> Lay:
    return lambda path: path.write_bytes(data)


def _claiming(version: int, statements: tuple[str, ...]) -> Lay:
    ours = (f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {version}")
    return lambda path: _database(path, *ours, *statements)


def _changed(*statements: str) -> Lay:
    def lay(path: Path) -> None:
        make(path)
        _database(path, *statements)

    return lay


def _told_of_no_table(path: Path) -> None:
    """Its one entry and its one step are sealed as they should be."""
    make(path)
    entry = dict.fromkeys(SEALED, "x") | {"table": "sqlite_master", "version": SCHEMA_VERSION, "after": "{}"}
    entry["hash"] = seal(FIRST, *entry.values())
    step = dict.fromkeys(STEP, "x") | {"kind": "do"}
    step["hash"] = step_seal(str(entry["hash"]), step, [])
    with closing(sqlite3.connect(path)) as made:
        for table, row in (("journal", entry), ("steps", step)):
            columns = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            made.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))
        made.commit()
