"""Reading around damage: the rows of a table that can be read where some of its pages cannot."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

#: What SQLite raises at a damaged page, and Python at bytes that are no text.
Damage = sqlite3.DatabaseError


class Rows:
    """The rows of a table that has an `n`, in its order, with the damaged ones left out.

    `reason` is why any were, in SQLite's words; empty as long as all could be read.
    """

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._table = table
        self.reason = ""

    def __iter__(self) -> Iterator[sqlite3.Row]:
        last = 0
        try:
            for row in _select(self._connection, f'SELECT * FROM "{self._table}" ORDER BY n'):
                last = int(row["n"])
                yield row
        except Damage as error:
            self.reason = str(error)
            yield from self._after(last)

    def _after(self, last: int) -> Iterator[sqlite3.Row]:
        """The rows beyond the first that cannot be read: those up to the end, then what lies between."""
        end: list[sqlite3.Row] = []
        highest = 0
        try:
            for row in _select(
                self._connection, f'SELECT * FROM "{self._table}" WHERE n > ? ORDER BY n DESC', last
            ):
                end.append(row)
        except Damage:
            highest = max(numbers(self._connection, self._table).of, default=0)
        yield from self._between(last + 1, int(end[-1]["n"]) - 1 if end else highest)
        yield from reversed(end)

    def _between(self, first: int, last: int) -> Iterator[sqlite3.Row]:
        if first > last:
            return
        try:
            statement = f'SELECT * FROM "{self._table}" WHERE n BETWEEN ? AND ? ORDER BY n'
            found = self._connection.execute(statement, (first, last)).fetchall()
        except Damage:
            if first < last:
                middle = (first + last) // 2
                yield from self._between(first, middle)
                yield from self._between(middle + 1, last)
            return
        yield from found


@dataclass(slots=True)
class Numbers:
    """The numbers of a table's rows, each with what its index has of it: its `id`, in the journal the step.

    An index lies on pages of its own: it knows of rows that cannot be read. `whole` if all of it could be.
    """

    of: dict[int, str]
    whole: bool


def numbers(connection: sqlite3.Connection, table: str) -> Numbers:
    """Reads the index of a table by `id`, or the first one there is, as far as that goes."""
    found = Numbers({}, whole=False)
    indexes = "SELECT l.name, i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i"
    with suppress(Damage, TypeError):  # None where the schema knows of no index
        chosen = connection.execute(f"{indexes} ORDER BY i.name = 'id' DESC, i.seqno", (table,)).fetchone()
        name, column = (str(one).replace('"', '""') for one in chosen)
        for order in ("ASC", "DESC"):  # from both ends, should there be a hole
            statement = f'SELECT n, "{column}" FROM "{table}" INDEXED BY "{name}" ORDER BY "{column}" {order}'
            with suppress(Damage):
                for number, value in _select(connection, statement):
                    found.of[number] = value
                found.whole = True
                break
    return found


def _select(connection: sqlite3.Connection, statement: str, *values: object) -> Iterator[sqlite3.Row]:
    cursor = connection.execute(statement, values)
    try:
        yield from cursor
    finally:
        cursor.close()
