"""Rows that can stand together: what points at something that is lost is lost with it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotator.model.rows import Anchor, Article, Claim, Places, Revision, Row, Text
from annotator.model.stamped import Stamped
from annotator.store.doctor.words import stands
from annotator.store.salvage.choosing import Chosen, RowId
from annotator.text.passages import are_ordered

#: References without which a row still says what its author meant, and what it has in their place.
_CAN_DO_WITHOUT: dict[tuple[str, str], dict[str, Any]] = {
    ("claims", "version_of"): {"version_of": None},
    ("reviews", "version"): {"version": None},
    ("attributions", "revision"): {"revision": None, "start": -1, "end": -1},
}


def fit(chosen: Chosen, references: Iterable[tuple[str, str, str]]) -> None:
    """Takes out the rows that cannot stand without what is lost; `references` as `Library.foreign_keys`."""
    keys = list(references)
    while True:
        gone = [*_pointing_at_nothing(chosen, keys), *_without_a_place(chosen)]
        if not gone:
            return
        for table, row_id in dict.fromkeys(gone):
            if not chosen.rows[table].pop(row_id).deleted:
                chosen.lost[table, row_id] = None


def _pointing_at_nothing(chosen: Chosen, keys: Iterable[tuple[str, str, str]]) -> list[RowId]:
    gone = []
    for table, column, parent in keys:
        for row_id, one in list(chosen.rows[table].items()):
            target = getattr(one.row, column)
            if target is None or target in chosen.rows[parent]:
                continue
            if instead := _CAN_DO_WITHOUT.get((table, column)):
                chosen.rows[table][row_id] = replace(one, row=replace(one.row, **instead))
            else:
                gone.append((table, row_id))
    return gone


def _without_a_place(chosen: Chosen) -> list[RowId]:
    """Quotes that do not stand at their place, claims whose quotes are all lost, articles whose texts are."""
    rows, lost = chosen.rows, {table for table, _ in chosen.lost}
    gone = [
        (Anchor.TABLE, row_id) for row_id, one in rows[Anchor.TABLE].items() if not _stands(chosen, one.row)
    ]
    gone += [
        (Places.TABLE, row_id) for row_id, one in rows[Places.TABLE].items() if not _stands(chosen, one.row)
    ]
    for table, of, column in (
        (Anchor.TABLE, Claim.TABLE, "claim"),
        (Revision.TABLE, Article.TABLE, "article"),
    ):
        if table in lost:
            standing = {getattr(one.row, column) for one in rows[table].values()}
            gone += [(of, row_id) for row_id in rows[of] if row_id not in standing]
    return gone


def _stands(chosen: Chosen, row: Row) -> bool:
    """Whether what is said of places in a text is so; of a text that is lost too, nothing can be said yet."""
    if isinstance(row, Places):
        text = chosen.rows[Text.TABLE].get(row.text)
        return text is None or are_ordered(row.places, len(_body(text)))
    assert isinstance(row, Anchor)
    revision = chosen.rows[Revision.TABLE].get(row.revision)
    if revision is None or row.start < 0:
        return True
    assert isinstance(revision.row, Revision)
    text = chosen.rows[Text.TABLE].get(revision.row.text)
    return text is None or stands(_body(text), row.start, row.end, row.quote)


def _body(text: Stamped) -> str:
    assert isinstance(text.row, Text)
    return text.row.body
