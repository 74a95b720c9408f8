"""One library file: its connection, its transactions, and plain reads of single rows."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.host.paths import real
from annotator.model.errors import Cancelled, WriteFailed
from annotator.model.rows import KINDS, Row
from annotator.model.stamped import Stamped
from annotator.store.codec import NOT_HERE, columns, from_columns, stamped
from annotator.store.opening import connect, refusal
from annotator.store.sight import Sight

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R", bound=Row)

#: How often a query that gives way asks whether it must: steps of SQLite's machine, a few hundredths of a ms.
_STEPS = 1_000


class Library:
    """An open library; belongs to the thread that works with it.

    `allowed` is asked before each change, and where one only reads before each question: it raises what is to
    be raised where that must not be. Without it everything may.
    Opening raises LibraryRefused (see `opening.connect`).
    """

    def __init__(
        self,
        path: Path,
        *,
        reading: bool = False,
        any_version: bool = False,
        before_migrating: Callable[[Path], None] | None = None,
        allowed: Callable[[], None] | None = None,
    ) -> None:
        self.path = real(path)
        self._allowed = allowed or _everything
        self._asks = reading and allowed is not None
        self.connection = connect(
            self.path, reading=reading, any_version=any_version, before_migrating=before_migrating
        )
        self.connection.row_factory = sqlite3.Row
        self.sight = Sight(self.connection, self.query)
        self.begun = ""  # the id of the step begun last: one whose end was not heard of may stand after all

    @cached_property
    def database(self) -> "Database":
        """The same connection through sqlite-utils, whose import the first paint does not wait for."""
        from sqlite_utils import Database

        return Database(self.connection, recursive_triggers=False, execute_plugins=False)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """One transaction: all of it is on the disk at the end, or none of it.

        Raises WriteFailed where the disk does not take it, or the file is not ours to write to any more.
        """
        outermost = not self.connection.in_transaction
        try:
            if outermost:
                self._allowed()
            with self.database.atomic():
                yield
                if outermost:  # until now all of it stands in memory
                    self._allowed()
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # a mistake of the program, which trying again would not mend
        except sqlite3.DatabaseError as error:
            raise WriteFailed(_failure(error), path=self.path, reason=str(error)) from error

    @contextmanager
    def giving_way(self, to: Callable[[], bool]) -> Iterator[None]:
        """Queries inside stop soon after `to` says so, and raise Cancelled; changes are not made inside."""
        self.connection.set_progress_handler(to, _STEPS)
        try:
            yield
        finally:
            self.connection.set_progress_handler(None, _STEPS)

    def query(self, statement: str, *values: object, **named: object) -> list[sqlite3.Row]:
        """The rows of one SELECT, its values in order or by name.

        Raises LibraryRefused where the file does not give them, Cancelled where it gave way.
        Inside `atomic` SQLite's own error goes up to it: a change that was not kept is a WriteFailed.
        """
        changing = self.connection.in_transaction
        if self._asks:
            self._allowed()
        try:
            return self.connection.execute(statement, named or values).fetchall()
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            if changing:
                raise
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise Cancelled from error
            raise refusal(error, self.path) from error

    def find(self, kind: type[R], row_id: str) -> R | None:
        """The live row with that id."""
        found = self.stored(kind, row_id)
        return None if found is None or found["deleted"] else from_columns(kind, found)

    def where(self, kind: type[R], /, **equal: object) -> list[R]:
        """The live rows whose columns equal the given values (all without any), in the order they came in."""
        if unknown := set(equal) - set(columns(kind)) - {"author"}:
            raise ValueError(f"no columns {unknown} in {kind.TABLE}")
        conditions = " AND ".join(("NOT deleted", *(f'"{name}" = ?' for name in equal)))
        statement = f"SELECT * FROM {kind.TABLE} WHERE {conditions} ORDER BY n"
        return [from_columns(kind, dict(row)) for row in self.query(statement, *equal.values())]

    def author_of(self, kind: type[Row], row_id: str) -> str:
        """The reviewer who wrote a row; empty where there is none."""
        found = self.stored(kind, row_id)
        return "" if found is None else str(found["author"])

    def stored(self, kind: type[Row], row_id: str) -> dict[str, object] | None:
        """A row with its envelope, deleted or not."""
        found = self.query(f"SELECT * FROM {kind.TABLE} WHERE id = ?", row_id)
        return dict(found[0]) if found else None

    def stored_many(self, kind: type[Row], ids: Iterable[str]) -> dict[str, dict[str, object]]:
        """Rows by id, each as `stored` gives it; those that are not there are left out."""
        chosen = json.dumps(list(ids))
        found = self.query(f"SELECT * FROM {kind.TABLE} WHERE id IN (SELECT value FROM json_each(?))", chosen)
        return {str(row["id"]): dict(row) for row in found}

    def stamped(self, kind: type[Row], ids: Iterable[str]) -> dict[str, Stamped]:
        """Rows by id as they travel, removed ones too; those that are not here are left out."""
        found = self.stored_many(kind, ids)
        return {key: stamped(kind, row) for key, row in found.items() if row["deleted"] != NOT_HERE}

    @cached_property
    def foreign_keys(self) -> tuple[tuple[str, str, str], ...]:
        """Every reference of the schema as (table, column, table it points to)."""
        return tuple(
            (kind.TABLE, row["from"], row["table"])
            for kind in KINDS
            for row in self.query(f"PRAGMA foreign_key_list({kind.TABLE})")
        )

    def here(self, key: str) -> str:
        """What this file knows of itself, such as `reviewer` and `device`; empty if nothing."""
        found = self.query("SELECT value FROM here WHERE key = ?", key)
        return str(found[0]["value"]) if found else ""

    def close(self) -> None:
        """Closes the file."""
        self.connection.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def _everything() -> None:
    """Nothing is forbidden."""


def _failure(error: sqlite3.DatabaseError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_READONLY_DBMOVED":
        return "save.moved"
    if name == "SQLITE_FULL":
        return "save.disk_full"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return "save.read_only"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "save.locked"
    return "save.failed"
