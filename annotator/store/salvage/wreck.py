"""What can still be read of a damaged library: rows, entries of the journal, what says there were more."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from annotator.model.rows import KINDS
from annotator.store.around import Damage, Rows, numbers
from annotator.store.journal import SEALED
from annotator.store.seals import FIRST, HERE, here_seal, seal

Content = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal; `is_vouched` if its hash says that it is as it was written."""

    n: int
    after: str
    stamp: str
    is_vouched: bool


@dataclass(slots=True)
class Wreck:
    """All that could be read.

    `rows` by table and id, `known` the ids that indexes have of tables where rows cannot be read. `entries`
    by table and row in order: `vouched` and `suspect` count those that are vouched for and not, `gaps` are
    the numbers of those that cannot be read, more of them at the end where it `is_open_ended`. `complete` is
    False where rows may have been that nothing tells of any more.
    """

    rows: dict[str, dict[str, Content]] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=dict)
    entries: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    gaps: list[int] = field(default_factory=list)
    vouched: int = 0
    suspect: int = 0
    is_open_ended: bool = False
    complete: bool = True
    steps: list[Content] = field(default_factory=list)
    here: dict[str, str] = field(default_factory=dict)
    unread: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def worth(self) -> tuple[int, int]:
        """Tells the better of two ways to read a file: entries that are vouched for, then rows."""
        return self.vouched, sum(map(len, self.rows.values()))

    @property
    def has_whole_journal(self) -> bool:
        """Whether every entry there ever was can be read and is as it was written; there is one at least."""
        return bool(self.vouched) and not (self.gaps or self.suspect or self.is_open_ended)


def read(connection: sqlite3.Connection) -> Wreck:
    """Reads whatever can be, from a connection whose rows go by name."""
    wreck = Wreck()
    _read_journal(connection, wreck)
    for kind in KINDS:
        table = kind.TABLE
        readable = Rows(connection, table)
        wreck.rows[table] = {row["id"]: dict(row) for row in readable}
        wreck.known[table] = set()
        if readable.reason:
            known = numbers(connection, table)
            wreck.known[table] = set(known.of.values())
            wreck.complete &= wreck.has_whole_journal or known.whole
    wreck.steps = [dict(row) for row in Rows(connection, "steps")]
    with suppress(Damage):
        wreck.here = _here(connection)
    with suppress(Damage):
        wreck.unread = [tuple(row) for row in connection.execute("SELECT row, reader, claim FROM unread")]
    return wreck


def _here(connection: sqlite3.Connection) -> dict[str, str]:
    """What is true of this file only; of what is not as it was written only what others can vouch for."""
    found = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM here")}
    if HERE not in found or found[HERE] == here_seal(connection):  # the first schemas had no seal
        return found
    return {key: found[key] for key in ("reviewer", "device") if key in found}


def _read_journal(connection: sqlite3.Connection, wreck: Wreck) -> None:
    readable = Rows(connection, "journal")
    there: set[int] = set()
    for row, is_vouched in _vouched(iter(readable)):
        there.add(row["n"])
        entry = Entry(row["n"], row["after"], row["stamp"], is_vouched)
        wreck.entries.setdefault((row["table"], row["row"]), []).append(entry)
        wreck.vouched += is_vouched
        wreck.suspect += not is_vouched
    known = numbers(connection, "journal")
    wreck.gaps = sorted(set(range(1, max((*there, *known.of), default=0) + 1)) - there)
    wreck.is_open_ended = bool(readable.reason) and not known.whole


def _vouched(rows: Iterator[sqlite3.Row]) -> Iterator[tuple[sqlite3.Row, bool]]:
    """Each entry with whether its hash fits: by the entry before, or by the one after that builds on it."""
    held: tuple[sqlite3.Row, bool] | None = None
    before = {0: {FIRST}}  # number of the last entry: the hashes it may have had
    for row in rows:
        parts = [row[name] for name in SEALED]
        built_on = [one for one in before.get(row["n"] - 1, ()) if seal(one, *parts) == row["hash"]]
        if held is not None:
            # Its own hash may be what is damaged: the next entry was made from the right one.
            yield held[0], held[1] or any(one != held[0]["hash"] for one in built_on)
        may_be = {seal(one, *parts) for one in before.get(row["n"] - 1, ())}
        before = {row["n"]: {row["hash"], *may_be}}
        held = row, bool(built_on)
    if held is not None:
        yield held
