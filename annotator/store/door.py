"""The one door through which every change of a library goes: row, journal and step in one transaction."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter

from annotator.host.clock import Clock, HybridClock
from annotator.host.ids import new_id
from annotator.model.changes import RowChange
from annotator.model.rows import KIND_OF, KINDS, Row
from annotator.model.stamped import KEPT_BACK, SHARED, Stamped
from annotator.store import journal
from annotator.store.codec import (
    ENVELOPE,
    LIVES,
    REMOVED,
    TOGETHER,
    as_stamps,
    columns,
    stored,
    to_columns,
)
from annotator.store.library import Library
from annotator.store.seals import STEP, step_seal

#: The columns that say when and where a row was last written, not what it says.
_BOOKKEEPING = ("device", "stamp", "stamps", journal.SEAL)

#: So many rows of others are written before anybody hears of it.
_AT_ONCE = 1_000


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

    `label` and `values` make the sentence it is called by, `scopes` are article ids or `LIBRARY`. At the end
    `shown` are the claims that show now, or no longer, because of an equal one.
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
    shown: set[str] = field(default_factory=set)

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
        envelope = {"author": written_by, "created": created, "deleted": LIVES}
        self._put(row.TABLE, before, {**values, **envelope})

    def add(self, rows: Iterable[Row]) -> None:
        """Makes many rows at once that are surely new, in less time than `write` takes for each.

        Raises BadInput for what cannot be stored.
        """
        envelope = (self.hand.reviewer, self.hand.device, self.stamp[:24], self.stamp)
        self._take([Stamped(row, *envelope) for row in rows])

    def remove(self, kind: type[Row], row_id: str) -> None:
        """Marks a row as deleted; nothing is ever taken out of the file."""
        before = self.library.stored(kind, row_id)
        if before is not None and not before["deleted"]:
            self._put(kind.TABLE, before, {**before, "deleted": REMOVED})

    def bring_back(self, kind: type[Row], row_id: str) -> None:
        """Takes a row's deletion back; one that lives is left alone."""
        before = self.library.stored(kind, row_id)
        if before is not None and before["deleted"]:
            self._put(kind.TABLE, before, {**before, "deleted": LIVES})

    def restore(self, table: str, content: Mapping[str, object]) -> None:
        """Puts a row back to content that the journal kept, under a fresh stamp."""
        before = self.library.stored(KIND_OF[table], str(content["id"]))
        assert before is not None, "the journal knows a row that the table does not"
        self._put(table, before, {**before, **content})

    def adopt(self, rows: Sequence[Stamped], tell: Callable[[int, int], None] | None = None) -> None:
        """Takes rows in as others wrote them, with their authors and stamps, before the step writes its own.

        The step's own stamp is later than any of theirs; `tell` hears how many of how many are written.
        Raises BadInput where a stamp is more than a day ahead.
        """
        assert not self.changes, "rows of others come first"
        if not rows:
            return
        self.hand.stamps.seen(max(row.stamp for row in rows))
        self.stamp = self.hand.stamps.tick()
        # A claim may be a version of one that comes after it.
        self.library.connection.execute("PRAGMA defer_foreign_keys = ON")
        self._take(rows, tell)

    def _take(self, rows: Sequence[Stamped], tell: Callable[[int, int], None] | None = None) -> None:
        of_kinds: dict[type[Row], list[Stamped]] = {kind: [] for kind in KINDS}
        for row in rows:
            of_kinds[type(row.row)].append(row)
        for kind, of_kind in of_kinds.items():
            for begin in range(0, len(of_kind), _AT_ONCE):
                self._adopt(kind, of_kind[begin : begin + _AT_ONCE])
                if tell is not None:
                    tell(len(self.changes), len(rows))

    def _adopt(self, kind: type[Row], rows: Sequence[Stamped]) -> None:
        execute = self.library.connection.executemany
        before = self.library.stored_many(kind, (row.row.id for row in rows))
        after = [stored(row) for row in rows]
        execute(_INSERTS[kind], [_VALUES[kind](values) for values in after if values["id"] not in before])
        execute(_UPDATES[kind], [_VALUES[kind](values) for values in after if values["id"] in before])
        self._keep([_change(kind, before.get(str(values["id"])), values) for values in after])

    def put_back(
        self, table: str, rows: Sequence[Mapping[str, object]], before: Mapping[str, Mapping[str, object]]
    ) -> None:
        """Puts adopted rows back just as the journal kept them: nobody wrote them anew.

        `before` holds the rows of the table by id as they stand now.
        """
        kind = KIND_OF[table]
        after = [{**before[str(values["id"])], "stamps": TOGETHER, **values} for values in rows]
        self.library.connection.executemany(_UPDATES[kind], map(_VALUES[kind], after))
        self._keep([_change(kind, before[str(values["id"])], values) for values in after])

    def _put(self, table: str, before: Mapping[str, object] | None, values: dict[str, object]) -> None:
        kind = KIND_OF[table]
        values |= {"device": self.hand.device, "stamp": self.stamp, "stamps": _stamps(kind, before, values)}
        self._keep([self._store(kind, before, values)])

    def _store(
        self, kind: type[Row], before: Mapping[str, object] | None, values: dict[str, object]
    ) -> RowChange:
        statement = _INSERTS[kind] if before is None else _UPDATES[kind]
        self.library.connection.execute(statement, _VALUES[kind](values))
        return _change(kind, before, values)

    def _keep(self, changes: Sequence[RowChange]) -> None:
        self.previous = journal.append(self.library, self.id, changes, self.hand.reviewer, self.previous)
        self.changes.extend(changes)


def _change(kind: type[Row], before: Mapping[str, object] | None, after: Mapping[str, object]) -> RowChange:
    return RowChange(
        kind.TABLE,
        str(after["id"]),
        None if before is None else journal.journaled(kind.TABLE, before),
        journal.journaled(kind.TABLE, after),
    )


def _stamps(kind: type[Row], before: Mapping[str, object] | None, after: Mapping[str, object]) -> str:
    """The stamps of single fields of a row that is written now.

    Of a row that belongs to nobody alone the fields that stay keep theirs. All of another are written at
    once, but for what its owner kept back and nobody here knows.
    """
    if before is None:
        return TOGETHER
    known = {} if before["stamps"] == TOGETHER else json.loads(str(before["stamps"]))
    stay = [name for name in (*columns(kind)[1:], "deleted") if before[name] == after[name]]
    if kind in SHARED:
        return as_stamps((name, known.get(name, before["stamp"])) for name in stay)
    return as_stamps((name, KEPT_BACK) for name in stay if known.get(name) == KEPT_BACK)


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
        opened = Step(library, hand, new_id(hand.stamps.ms), stamp, journal.last_hash(library), label)
        library.begun = opened.id
        yield opened
        if opened.changes:
            _record(opened, kind, undoes)
            # Imported here, for opening an article searches nothing; `Desk.warm` has it ready by then.
            from annotator.store import twins
            from annotator.store.search import index

            index.follow(library.connection, opened.changes)
            opened.shown = twins.follow(library.connection, opened.changes)
    library.sight.follow(opened.changes)


def _record(made: Step, kind: str, undoes: str | None) -> None:
    execute = made.library.connection.execute
    values = json.dumps(made.values, ensure_ascii=False)
    by = (made.hand.reviewer, made.hand.device, made.stamp)
    says = dict(zip(STEP, (made.id, kind, made.label, values, *by, undoes), strict=True))
    sealed = step_seal(made.previous, says, made.scopes)
    number = execute(_STEP, (*says.values(), sealed)).lastrowid
    for scope in sorted(made.scopes):
        execute("INSERT INTO step_scopes (step, scope) VALUES (?, ?)", (number, scope))
    if undoes is not None:
        undone_by = number if kind == "undo" else None
        execute("UPDATE steps SET undone_by = ? WHERE id = ?", (undone_by, undoes))


def content(values: Mapping[str, object] | None) -> dict[str, object]:
    """What a journaled row says, without when and where it was written."""
    return {} if values is None else {k: v for k, v in values.items() if k not in _BOOKKEEPING}


def _quoted(names: Iterable[str], form: str) -> str:
    return ", ".join(form.format(f'"{name}"') for name in names)


_NAMES = {kind: (*columns(kind)[1:], *ENVELOPE, "id") for kind in KINDS}
#: What the statements take of a row's values, the id last.
_VALUES = {kind: itemgetter(*names) for kind, names in _NAMES.items()}
# One statement for both would check every reference as if the row had changed, at three times the cost.
_INSERTS = {
    kind: f"INSERT INTO {kind.TABLE} ({_quoted(names, '{}')}) VALUES ({', '.join('?' * len(names))})"
    for kind, names in _NAMES.items()
}
_UPDATES = {
    kind: f'UPDATE {kind.TABLE} SET {_quoted(names[:-1], "{} = ?")} WHERE "id" = ?'
    for kind, names in _NAMES.items()
}
_STEP = f"INSERT INTO steps ({_quoted((*STEP, 'hash'), '{}')}) VALUES ({', '.join('?' * (len(STEP) + 1))})"
