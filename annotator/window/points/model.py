"""Open points as a list model: under three headings, and what was let go at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.desk.checks.table import sentence
from annotator.model.points import Level, OpenPoint
from annotator.window.painted_words import isolated
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

#: The role under which a whole Row stands.
ROW = Qt.ItemDataRole.UserRole

#: What a view hears of a row that has other words; one that is higher or lower has another size too.
_SAID = [ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole]

_WAIVED = "waived"
_NAMES = {
    Level.MUST: "points.must",
    Level.LOOK: "points.look",
    Level.NOTE: "points.note",
    _WAIVED: "points.waived",
}


@dataclass(frozen=True)
class Row:
    """A row of the panel: the heading of a group where `point` is None, else one point.

    `words` is the heading's name or the point's sentence; `urgent` the heading of what must be settled.
    """

    words: str
    point: OpenPoint | None = None
    count: int = 0
    urgent: bool = False

    @cached_property
    def name(self) -> tuple[object, ...]:
        """What tells it from other rows and stays as its words change."""
        return (self.words,) if self.point is None else (self.point.key, bool(self.point.waived))

    @cached_property
    def shape(self) -> tuple[object, ...]:
        """All that its height depends on: a thousand rows have a dozen shapes."""
        if self.point is None:
            return ()
        point = self.point
        kind = point.rule, point.claim is None, bool(point.waived), point.waived_by_me
        return (self.words, bool(point.quote), self.let_go, *kind)

    @property
    def let_go(self) -> str:
        """Who let the point go and why; empty for an open one."""
        point = self.point
        if point is None or not point.waived:
            return ""
        return say("points.was_let_go", name=isolated(point.waived_by), reason=isolated(point.waived))

    @property
    def spoken(self) -> str:
        """The row for those who hear it: its level, what is open, where, and whether it was let go."""
        if self.point is None:
            return say("points.heading", name=self.words, count=self.count)
        group = say(_NAMES[self.point.level])
        return " ".join(part for part in (f"{group}:", self.words, quoted(self.point), self.let_go) if part)


class PointsModel(QAbstractListModel):
    """The rows: what must be settled, what is worth a look, notes, and, unfolded, what was let go."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def set_points(self, points: Sequence[OpenPoint], *, with_waived: bool) -> bool:
        """Shows other points, given in order; says whether any row is another than before.

        Only rows that came, went or changed are told to the views: a list need not begin anew.
        """
        rows = self._rows_of(points, with_waived=with_waived)
        if rows == self.rows:
            return False
        names = [row.name for row in self.rows], [row.name for row in rows]
        for old, new in reversed(list(differing(*names))):  # from the end, so that the places before it hold
            self._put(old, rows[new.start : new.stop])
        self._renew(rows)
        return True

    def row_of(self, key: tuple[str, str, int] | None) -> int:
        """The number of the row with a point's key; -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if row.point and row.point.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return say("points.keys") if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.point else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = self.rows[index.row()].point is None
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def _rows_of(self, points: Sequence[OpenPoint], *, with_waived: bool) -> list[Row]:
        """The rows for points, and those that are there already where nothing about them is new."""
        known = {row.name: row for row in self.rows if row.point is not None}
        rows: list[Row] = []
        for group, members in groupby(points, lambda point: _WAIVED if point.waived else point.level):
            found = list(members)
            if group != _WAIVED or with_waived:
                rows.append(Row(say(_NAMES[group]), None, len(found), group == Level.MUST))
                for point in found:
                    there = known.get((point.key, bool(point.waived)))
                    same = there is not None and there.point == point
                    rows.append(there if there is not None and same else Row(sentence(point), point))
        return rows

    def _put(self, old: range, rows: list[Row]) -> None:
        """Puts rows in the place of others."""
        nowhere = QModelIndex()
        if old:
            self.beginRemoveRows(nowhere, old.start, old.stop - 1)
            del self.rows[old.start : old.stop]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(nowhere, old.start, old.start + len(rows) - 1)
            self.rows[old.start : old.start] = rows
            self.endInsertRows()

    def _renew(self, rows: list[Row]) -> None:
        """Takes what is new about rows that stayed."""
        before, self.rows = self.rows, rows
        for at, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was is not now and was != now:
                roles = _SAID if was.shape == now.shape else [*_SAID, Qt.ItemDataRole.SizeHintRole]
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0), roles)


def differing(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[range, range]]:
    """The places, in order, where one list must be changed to become another: old places, new places.

    Names that are in both stay, if all those between what the lists begin and end with alike stand in the
    same order; otherwise all between is another.
    """
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = range(start, len(old) - end), range(start, len(new) - end)
    there, wanted = {old[at] for at in before}, {new[at] for at in after}
    stays = [at for at in before if old[at] in wanted]
    kept = [at for at in after if new[at] in there]
    if [old[at] for at in stays] != [new[at] for at in kept]:
        stays = kept = []
    at_old, at_new = start, start
    for stay, keep in zip([*stays, before.stop], [*kept, after.stop], strict=True):
        if stay > at_old or keep > at_new:
            yield range(at_old, stay), range(at_new, keep)
        at_old, at_new = stay + 1, keep + 1


def quoted(point: OpenPoint) -> str:
    """The tag and the words of a point's place, as they are said; empty where it has none."""
    quote = isolated(" ".join(point.quote.split()))
    if not quote:
        return ""
    if point.tag is None:
        return say("points.spoken_words", quote=quote)
    return say("points.spoken_quote", tag=say(f"tag.{point.tag.value}"), quote=quote)
