"""Open points as a list model: under three headings, and what was let go at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt

from annotator.desk.checks.table import sentence
from annotator.model.points import Level, OpenPoint
from annotator.window.painted_words import isolated
from annotator.window.rows.model import ROW, Index, RowsModel
from annotator.words import say

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
    def key(self) -> tuple[object, ...]:
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
    def look(self) -> object:
        """All of it."""
        return self

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


class PointsModel(RowsModel[Row]):
    """The rows: what must be settled, what is worth a look, notes, and, unfolded, what was let go."""

    def set_points(self, points: Sequence[OpenPoint], *, with_waived: bool) -> bool:
        """Shows other points, given in order; says whether any row is another than before.

        Only rows that came, went or changed are told to the views: a list need not begin anew.
        """
        rows = self._rows_of(points, with_waived=with_waived)
        if rows == self.rows:
            return False
        self.set_rows(rows)
        return True

    def row_of(self, key: tuple[str, str, int] | None) -> int:
        """The number of the row with a point's key; -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if row.point and row.point.key == key), -1)

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
        known = {row.key: row for row in self.rows if row.point is not None}
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


def quoted(point: OpenPoint) -> str:
    """The tag and the words of a point's place, as they are said; empty where it has none."""
    quote = isolated(" ".join(point.quote.split()))
    if not quote:
        return ""
    if point.tag is None:
        return say("points.spoken_words", quote=quote)
    return say("points.spoken_quote", tag=say(f"tag.{point.tag.value}"), quote=quote)
