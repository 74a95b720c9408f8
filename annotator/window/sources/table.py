"""The register of sources as a table that can be sorted and searched."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from annotator.model.views import SourceView
from annotator.text.terms import bare
from annotator.window.sources.names import shown_kind, shown_name
from annotator.words import number, say

Index = QModelIndex | QPersistentModelIndex

#: The role under which a row's whole SourceView stands.
SOURCE = Qt.ItemDataRole.UserRole
_SEARCHED = Qt.ItemDataRole.UserRole + 1
_SORTED = Qt.ItemDataRole.UserRole + 2


def _kind(source: SourceView) -> str:
    marks = [say("editor.chip_confidential")] if source.confidential else []
    return " · ".join([shown_kind(source.kind), *marks])


_COLUMNS: tuple[tuple[str, Callable[[SourceView], str]], ...] = (
    ("register.column_name", shown_name),
    ("register.column_kind", _kind),
    ("register.column_role", lambda source: source.role),
    ("register.column_uses", lambda source: number(source.uses)),
)
NAME, ROLE, _USES = 0, 2, 3


class SourcesModel(QAbstractTableModel):
    """One row for each source that shows: name, kind, role, how often it is used."""

    def __init__(self) -> None:
        super().__init__()
        self._sources: tuple[SourceView, ...] = ()

    def set_sources(self, sources: Sequence[SourceView]) -> None:
        """Shows other sources."""
        self.beginResetModel()
        self._sources = tuple(sources)
        self.endResetModel()

    def index_of(self, source: str) -> QModelIndex:
        """The first cell of a source's row, or of that of the one it is joined into; invalid for neither."""
        for row, each in enumerate(self._sources):
            if source == each.id or source in (joined for joined, _ in each.joined):
                return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._sources)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return say(_COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        source = self._sources[index.row()]
        if role == SOURCE:
            return source
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[index.column()][1](source)
        if role == _SORTED:
            return source.uses if index.column() == _USES else bare(_COLUMNS[index.column()][1](source))
        if role == _SEARCHED:
            names = [shown_name(source), *(name for _, name in source.joined)]
            return bare("\n".join([*names, source.role, source.description]))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _USES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class SourcesProxy(QSortFilterProxyModel):
    """Sorts the register, and shows what holds some words in its name or role, case and accents apart."""

    def __init__(self, model: SourcesModel) -> None:
        super().__init__()
        self.setSourceModel(model)
        self.setSortRole(_SORTED)
        self.setFilterRole(_SEARCHED)
        self.setFilterKeyColumn(0)

    def search(self, words: str) -> None:
        """Shows the sources with these words; all for none."""
        self.setFilterFixedString(bare(words.strip()))
