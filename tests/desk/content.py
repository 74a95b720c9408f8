"""What a library says, apart from when and where it was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.desk.desk import Desk
from annotator.host.clock import Clock
from annotator.model.rows import KINDS
from annotator.store.library import Library

_BOOKKEEPING = {"n", "device", "stamp", "stamps"}


def content(library: Library) -> dict[str, dict[str, dict[str, object]]]:
    """All live rows by table and id, without the local number, the device and the stamp."""
    return {
        kind.TABLE: {
            row["id"]: {name: row[name] for name in row.keys() if name not in _BOOKKEEPING}  # noqa: SIM118
            for row in library.query(f"SELECT * FROM {kind.TABLE} WHERE NOT deleted")
        }
        for kind in KINDS
    }


def dangling(library: Library) -> list[tuple[str, str, str]]:
    """Live rows that point at a deleted one, as (table, column, id); articles in the bin keep theirs."""
    return [
        (child, column, row["id"])
        for child, column, parent in library.foreign_keys
        if parent != "articles"
        for row in library.query(
            f'SELECT c.id FROM {child} c JOIN {parent} p ON p.id = c."{column}"'
            " WHERE NOT c.deleted AND p.deleted"
        )
    ]


@contextmanager
def quick_desk(path: Path, reviewer: str = "", clock: Clock | None = None) -> Iterator[Desk]:
    """A desk that does not wait for the disk: for tests that kill nothing."""
    with Desk(path, reviewer=reviewer, clock=clock) as desk:
        desk.library.connection.execute("PRAGMA synchronous = OFF")
        yield desk
