"""Open points as a list model: under three headings, and what was let go at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
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

_WAIVED = "waived"
_NAMES = {
    Level.MUST: "points.must",
    Level.LOOK: "points.look",
    Level.NOTE: "points.note",
    _WAIVED: "points.waived",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the panel: the heading of a group where `point` is None, else one point.

    `words` is the heading's name or the point's sentence; `urgent` the heading of what must be settled.
    """

    words: str
    point: OpenPoint | None = None
    count: int = 0
    urgent: bool = False

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
        """Shows other points, given in order; says whether any row is another than before."""
        rows: list[Row] = []
        for group, members in groupby(points, lambda point: _WAIVED if point.waived else point.level):
            found = list(members)
            if group != _WAIVED or with_waived:
                rows.append(Row(say(_NAMES[group]), None, len(found), group == Level.MUST))
                rows += [Row(sentence(point), point) for point in found]
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
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


def quoted(point: OpenPoint) -> str:
    """The tag and the words of a point's place, as they are said; empty where it has none."""
    quote = isolated(" ".join(point.quote.split()))
    if not quote:
        return ""
    if point.tag is None:
        return say("points.spoken_words", quote=quote)
    return say("points.spoken_quote", tag=say(f"tag.{point.tag.value}"), quote=quote)
