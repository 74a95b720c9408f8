"""What a search found as a list model: a row for each article, and below it one for each hit."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.model.search import ArticleHits, Hit, HitKind, SearchPage
from annotator.model.spans import Span
from annotator.window.painted_words import isolated
from annotator.words import number, say

Index = QModelIndex | QPersistentModelIndex

#: The role under which a row stands whole.
ROW = Qt.ItemDataRole.UserRole

_SPOKEN = {
    HitKind.TEXT: "search.spoken_text",
    HitKind.CLAIM: "search.spoken_claim",
    HitKind.NOTE: "search.spoken_note",
    HitKind.SOURCE: "search.spoken_source",
}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A hit, or the title of an article above its hits (`hit` is None)."""

    group: ArticleHits
    hit: Hit | None = None

    @property
    def same(self) -> tuple[object, ...]:
        """What it keeps when the list is read again: the article, and what of it was found."""
        if self.hit is None:
            return (self.group.article,)
        return self.group.article, self.hit.kind, self.hit.claim

    @property
    def words(self) -> str:
        """What it shows."""
        return self.group.title if self.hit is None else self.hit.words

    @property
    def found(self) -> tuple[Span, ...]:
        """Where in its words those stand that were looked for, in code points."""
        return self.group.found if self.hit is None else self.hit.found


class ResultsModel(QAbstractListModel):
    """The rows in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ResultRow, ...] = ()

    def set_page(self, page: SearchPage) -> None:
        """Shows another page."""
        self.beginResetModel()
        self._rows = tuple(
            row
            for group in page.groups
            for row in (ResultRow(group), *(ResultRow(group, hit) for hit in group.hits))
        )
        self.endResetModel()

    def row_like(self, other: ResultRow | None) -> int | None:
        """The place of the row that is the same thing as another; None where there is none."""
        return next((n for n, row in enumerate(self._rows) if other and row.same == other.same), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


def spoken(row: ResultRow) -> str:
    """A row as a screen reader says it."""
    words = isolated(row.words)
    if row.hit is None:
        return say("search.spoken_article", title=words, count=len(row.group.hits))
    tag = say(f"tag.{row.hit.tag.value}") if row.hit.tag else ""
    return say(_SPOKEN[row.hit.kind], words=words, tag=tag)


def counted(page: SearchPage) -> str:
    """How much was found, in one line: all of it, or how much of it is shown."""
    articles, shown = len(page.groups), number(page.count)
    if page.total is None:
        return say("search.first_of_many", hits=shown, count=articles)
    if page.total > page.count:
        return say("search.shown_of", shown=shown, hits=number(page.total), count=articles)
    return say("search.count", hits=shown, count=articles)
