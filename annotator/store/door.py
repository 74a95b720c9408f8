"""The one door through which every change of a library goes: row, journal and step in one transaction."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from annotator.host.clock import Clock, HybridClock
from annotator.host.ids import new_id
from annotator.model.changes import RowChange
from annotator.model.rows import KINDS, Row
from annotator.store import journal
from annotator.store.codec import ENVELOPE, KIND_OF, columns, to_columns
from annotator.store.library import Library

#: The columns that say when and where a row was last written, not what it says.
_BOOKKEEPING = ("device", "stamp")


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes, where, and by which clocks: one for the time, one for the order."""

    reviewer: str
    device: str
    clock: Clock
    stamps: HybridClock


@dataclass(slots=True)
class Step:
    """A step while it is being made; `changes` grows with every row that really changes.

    `label` and `values` make the sentence it is called by, `scopes` are article ids or `LIBRARY`.
    """

    library: Library
    hand: Hand
    id: str
    stamp: str
    previous: str
    label: str
    values: dict[str, str] = field(default_factory=dict)
    scopes: set[str] = field(default_factory=set)
    changes: list[RowChange] = field(default_factory=list)

    def write(self, row: Row, *, author: str = "") -> None:
        """Makes a row or changes it; a row that is there as it should be is left alone.

        A new row's author is the hand's reviewer unless said otherwise, and so is that of one that was
        deleted and comes back; a changed row keeps its own. Raises BadInput for what cannot be stored.
        """
        before = self.library.stored(type(row), row.id)
        values = to_columns(row)
        written_by, created = author or self.hand.reviewer, self.stamp[:24]
        if before is not None:
            created = str(before["created"])
            if not before["deleted"]:
                if all(before[name] == value for name, value in values.items()):
                    return
                written_by = str(before["author"])
        envelope = {"author": written_by, "created": created, "deleted": 0}
        self._put(row.TABLE, before, {**values, **envelope})

    def remove(self, kind: type[Row], row_id: str) -> None:
        """Marks a row as deleted; nothing is ever taken out of the file."""
        before = self.library.stored(kind, row_id)
        if before is not None and not before["deleted"]:
            self._put(kind.TABLE, before, {**before, "deleted": 1})

    def bring_back(self, kind: type[Row], row_id: str) -> None:
        """Takes a row's deletion back; one that lives is left alone."""
        before = self.library.stored(kind, row_id)
        if before is not None and before["deleted"]:
            self._put(kind.TABLE, before, {**before, "deleted": 0})

    def restore(self, table: str, content: Mapping[str, object]) -> None:
        """Puts a row back to content that the journal kept, under a fresh stamp."""
        before = self.library.stored(KIND_OF[table], str(content["id"]))
        assert before is not None, "the journal knows a row that the table does not"
        self._put(table, before, {**before, **content})

    def _put(self, table: str, before: Mapping[str, object] | None, values: dict[str, object]) -> None:
        values |= {"device": self.hand.device, "stamp": self.stamp}
        kind = KIND_OF[table]
        self.library.connection.execute(
            _UPSERTS[kind], [values[name] for name in (*columns(kind), *ENVELOPE)]
        )
        values.pop("n", None)
        change = RowChange(
            table,
            str(values["id"]),
            None if before is None else journal.journaled(table, before),
            journal.journaled(table, values),
        )
        self.previous = journal.append(self.library, self.id, change, self.hand.reviewer, self.previous)
        self.changes.append(change)


@contextmanager
def step(
    library: Library, hand: Hand, label: str, *, kind: str = "do", undoes: str | None = None
) -> Iterator[Step]:
    """One step in one transaction; a step that changed nothing leaves no trace.

    `kind` is do, undo or redo; `undoes` the step that an undo takes back or a redo brings again.
    Raises WriteFailed.
    """
    with library.atomic():
        stamp = hand.stamps.tick()
        opened = Step(library, hand, new_id(hand.clock.now_ms()), stamp, journal.last_hash(library), label)
        yield opened
        if opened.changes:
            _record(opened, kind, undoes)
            # Imported here, for opening an article searches nothing; `Desk.warm` has it ready by then.
            from annotator.store.search.index import follow

            follow(library.connection, opened.changes)


def _record(made: Step, kind: str, undoes: str | None) -> None:
    execute = made.library.connection.execute
    values = json.dumps(made.values, ensure_ascii=False)
    number = execute(
        'INSERT INTO steps (id, kind, label, "values", author, device, stamp, undoes)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (made.id, kind, made.label, values, made.hand.reviewer, made.hand.device, made.stamp, undoes),
    ).lastrowid
    for scope in sorted(made.scopes):
        execute("INSERT INTO step_scopes (step, scope) VALUES (?, ?)", (number, scope))
    if undoes is not None:
        undone_by = number if kind == "undo" else None
        execute("UPDATE steps SET undone_by = ? WHERE id = ?", (undone_by, undoes))


def content(values: Mapping[str, object] | None) -> dict[str, object]:
    """What a journaled row says, without when and where it was written."""
    return {} if values is None else {k: v for k, v in values.items() if k not in _BOOKKEEPING}


def _upsert(kind: type[Row]) -> str:
    names = (*columns(kind), *ENVELOPE)
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    return f"INSERT INTO {kind.TABLE} ({listed}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"


_UPSERTS = {kind: _upsert(kind) for kind in KINDS}
