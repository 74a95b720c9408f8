"""What going back to a backup would change, told by the journals of both, of whatever schema they are."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.model.backups import BackupDifference, Counted
from annotator.model.errors import LibraryRefused
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF
from annotator.model.steps import StepLine
from annotator.store import steps
from annotator.store.door import content
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION

#: How many steps are told, the newest.
_TOLD = 20

#: A row by table and id, and what the journal last said of it.
Key = tuple[str, str]
Entry = dict[str, Any]

#: What people count.
_THINGS = ("claims", "articles", "sources")

#: The columns by which a row hangs on a thing.
_HANGS_ON = (
    ("claim", "claims"),
    ("denial", "claims"),
    ("allegation", "claims"),
    ("article", "articles"),
    ("source", "sources"),
    ("other", "sources"),
)

#: Rows that name a source without being part of what is said of it.
_ONLY_NAMING = ("attributions", "evidence")

_BUILT_IN = (THE_ARTICLE_ITSELF, NOT_NAMED)

_TAIL = 'SELECT DISTINCT "table", row FROM journal WHERE n > ?'
_LAST = """SELECT "table", row, after FROM journal WHERE n IN (
    SELECT max(n) FROM journal WHERE row IN (SELECT value FROM json_each(?)) GROUP BY row, "table")"""


def difference(library: Path, backup: Path) -> BackupDifference:
    """What the library would lose and gain if the backup took its place.

    Raises LibraryRefused where the backup cannot be read; of a library that cannot, nothing is told.
    """
    with Library(backup, reading=True, any_version=True) as there:
        holds = _holds(there)
        try:
            with Library(library, reading=True, any_version=True) as here:
                return _compared(here, there, holds)
        except (LibraryRefused, ValueError, KeyError):  # damage has many faces
            return BackupDifference(holds, ahead=False, readable=False)


def _compared(here: Library, there: Library, holds: Counted) -> BackupDifference:
    common = _common(here, there)
    ahead = common == _length(there)
    tally = _Tally(here, there)
    tally.add({_key(row) for side in (here, there) for row in side.query(_TAIL, common)})
    told = BackupDifference(
        holds,
        gone=_counted(tally.gone),
        changed=_counted(tally.changed - tally.gone - tally.back),
        back=_counted(tally.back),
        ahead=ahead,
    )
    if not ahead:
        return told
    last = here.query("SELECT step FROM journal WHERE n = ?", common)
    step = str(last[0]["step"]) if last else ""
    return _with_steps(told, here, step)


def _with_steps(told: BackupDifference, here: Library, step: str) -> BackupDifference:
    newest: tuple[StepLine, ...] = ()
    if int(here.query("PRAGMA user_version")[0][0]) == SCHEMA_VERSION:  # else nobody knows what I may see
        here.sight.look_as(here.here("reviewer"))
        newest = steps.newest_since(here, step, _TOLD)
    return replace(told, steps=steps.count_since(here, step), newest=newest)


def _common(here: Library, there: Library) -> int:
    """The last entry of the journal that both have; as each seals all before it, halving finds it."""
    low, high = 0, min(_length(here), _length(there))
    if high and _hash(here, high) == _hash(there, high):
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if _hash(here, middle) == _hash(there, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _length(library: Library) -> int:
    found = library.query("SELECT max(n) FROM journal")
    return int(found[0][0] or 0)


def _hash(library: Library, n: int) -> str:
    found = library.query("SELECT hash FROM journal WHERE n = ?", n)
    return str(found[0]["hash"]) if found else f"none in {library.path}"


@dataclass(slots=True)
class _Tally:
    """The things that differ, as `add` finds them."""

    here: Library
    there: Library
    gone: set[Key] = field(default_factory=set)
    back: set[Key] = field(default_factory=set)
    changed: set[Key] = field(default_factory=set)

    def add(self, touched: set[Key]) -> None:
        """Looks at rows that were written since both were the same."""
        here, there = _last(self.here, touched), _last(self.there, touched)
        on: set[Key] = set()
        for key in touched:
            now, then = here.get(key), there.get(key)
            if key[0] in _THINGS:
                self._thing(key, now, then)
            elif _differ(now, then):
                on |= set(_hangs_on(key[0], now or then or {}))
        # A thing that nobody wrote to is the same on both sides.
        alive = {key for key, entry in _last(self.here, on).items() if _lives(entry)}
        self.changed |= on & alive & {key for key, entry in _last(self.there, on).items() if _lives(entry)}

    def _thing(self, key: Key, now: Entry | None, then: Entry | None) -> None:
        if key[1] in _BUILT_IN:
            return
        if _lives(now) and not _lives(then):
            self.gone.add(key)
        elif _lives(then) and not _lives(now):
            self.back.add(key)
        elif _differ(now, then):
            self.changed.add(key)


def _last(library: Library, keys: Iterable[Key]) -> dict[Key, Entry]:
    """What the journal last said of rows."""
    wanted = set(keys)
    found = library.query(_LAST, json.dumps([row for _, row in wanted]))
    return {_key(row): json.loads(row["after"]) for row in found if _key(row) in wanted}


def _key(row: Any) -> Key:
    return row["table"], row["row"]


def _lives(entry: Entry | None) -> bool:
    return entry is not None and not entry["deleted"]


def _differ(now: Entry | None, then: Entry | None) -> bool:
    """Whether two rows say something else; a column that a later schema added says nothing of the earlier."""
    if now is None or then is None or not _lives(now) or not _lives(then):
        return _lives(now) != _lives(then)
    one, other = content(now), content(then)
    return any(one[name] != other[name] for name in one.keys() & other.keys())


def _hangs_on(table: str, entry: Entry) -> Iterator[Key]:
    """The things that a row says something of: a claim before its article."""
    for column, things in _HANGS_ON:
        if entry.get(column) and not (things == "sources" and table in _ONLY_NAMING):
            yield things, str(entry[column])
            if column == "claim":
                return


def _counted(things: Iterable[Key]) -> Counted:
    counts = Counter(table for table, _ in things)
    return Counted(*(counts[table] for table in _THINGS))


def _holds(library: Library) -> Counted:
    claims, articles = (
        int(library.query(f"SELECT count(*) FROM {table} WHERE NOT deleted")[0][0])
        for table in ("claims", "articles")
    )
    sources = library.query("SELECT count(*) FROM sources WHERE NOT deleted AND id NOT IN (?, ?)", *_BUILT_IN)
    return Counted(claims, articles, int(sources[0][0]))
