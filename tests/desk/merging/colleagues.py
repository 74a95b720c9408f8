"""People with libraries of their own, and files that go from one to another."""

from pathlib import Path

from annotator.desk.desk import Desk
from annotator.host.ids import new_id
from annotator.model.deliveries import Delivery
from annotator.model.rows import KINDS, Article, Claim, Grave, Revision, Row, Sentences, Text
from annotator.model.stamped import Stamped
from annotator.store.library import Library
from tests.desk.content import quick_desk


def straight(desk: Desk) -> Delivery:
    """All that a library holds but for the bin: of a removed row its grave where nothing points at it."""
    library = desk.library
    rows = [
        _sent(library, kind, row)
        for kind in KINDS
        for row in every(library, kind)
        if _in_live_article(library, row.row)
    ]
    rows.sort(key=lambda row: KINDS.index(type(row.row)))
    now = desk.hand.clock.now_ms()
    return Delivery(
        new_id(now), desk.hand.reviewer, desk.hand.device, "2026-11-23T00:00:00.000Z", tuple(rows)
    )


def every(library: Library, kind: type[Row]) -> list[Stamped]:
    """The rows of a kind, removed ones too."""
    ids = [row["id"] for row in library.query(f"SELECT id FROM {kind.TABLE} ORDER BY n")]
    return list(library.stamped(kind, ids).values())


def _in_live_article(library: Library, row: Row) -> bool:
    if isinstance(row, Text | Sentences):
        text = row.id
        return any(_in_live_article(library, revision) for revision in library.where(Revision, text=text))
    claim = getattr(row, "claim", None) or getattr(row, "denial", None)
    if claim is not None:
        row = library.stamped(Claim, [claim])[claim].row
    article = row.id if isinstance(row, Article) else getattr(row, "article", None)
    return article is None or library.find(Article, article) is not None


def _sent(library: Library, kind: type[Row], row: Stamped) -> Stamped:
    if not row.deleted or _pointed_at(library, kind, row.row.id):
        return row
    stamp = dict(row.stamps).get("deleted", row.stamp)
    return Stamped(Grave(row.row.id, kind.TABLE), row.author, row.device, row.created, stamp)


def _pointed_at(library: Library, kind: type[Row], row_id: str) -> bool:
    return any(
        library.query(f'SELECT 1 FROM {child} WHERE "{column}" = ? AND deleted <> 2', row_id)
        for child, column, parent in library.foreign_keys
        if parent == kind.TABLE
    )


def desk_of(folder: Path, name: str) -> Desk:
    """A library of somebody's own."""
    return quick_desk(folder / f"{name}.sqlite", name)
