"""A list model of which views hear only what came, went or changed: a long list need not begin anew."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

#: The role under which a whole row stands.
ROW = Qt.ItemDataRole.UserRole

#: What a view hears of a row that has other words; one that is higher or lower has another size too.
_SAID = [ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole]


class Row(Protocol):
    """What a list knows of its rows.

    `key` tells a row from others and stays as its words change; `shape` is all that its height depends on,
    and `look` all that must be told when it changes.
    """

    @property
    def key(self) -> Hashable: ...
    @property
    def shape(self) -> Hashable: ...
    @property
    def look(self) -> object: ...


R = TypeVar("R", bound=Row)


class RowsModel(QAbstractListModel, Generic[R]):
    """The rows; a model for one panel says what they hold under which role."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[R] = []

    def set_rows(self, rows: list[R]) -> None:
        """Shows other rows."""
        keys = [row.key for row in self.rows], [row.key for row in rows]
        for old, new in reversed(list(differing(*keys))):  # from the end, so that the places before it hold
            self._put(old, rows[new.start : new.stop])
        before, self.rows = self.rows, rows
        for at, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was is not now and was.look != now.look:
                roles = _SAID if was.shape == now.shape else [*_SAID, Qt.ItemDataRole.SizeHintRole]
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0), roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def _put(self, old: range, rows: list[R]) -> None:
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


def differing(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[range, range]]:
    """The places, in order, where one list must be changed to become another: old places, new places.

    Keys that are in both stay, if all those between what the lists begin and end with alike stand in the
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
