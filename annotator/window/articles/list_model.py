"""The articles of the library as a list model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.model.enums import Tag
from annotator.model.views import ArticleLine
from annotator.words import say
from annotator.words.dates import long_date, short_date

_DOT = " · "

Index = QModelIndex | QPersistentModelIndex

#: The role under which a row's whole ArticleLine stands.
LINE = Qt.ItemDataRole.UserRole


class ArticlesModel(QAbstractListModel):
    """One row for each article, in the order in which they are given."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ArticleLine, ...] = ()

    def set_lines(self, lines: Sequence[ArticleLine]) -> None:
        """Shows other lines; rows that only changed stay, so that scrolling and selection do too."""
        fresh = tuple(lines)
        if [line.id for line in fresh] != [line.id for line in self._lines]:
            self.beginResetModel()
            self._lines = fresh
            self.endResetModel()
            return
        before, self._lines = self._lines, fresh
        changed = [row for row, line in enumerate(fresh) if line != before[row]]
        if changed:
            titles = any(fresh[row].title != before[row].title for row in changed)
            roles = [] if titles else [LINE]  # all of a row, or what does not change its height
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]), roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        return None

    def row_of(self, article: str | None) -> int | None:
        """The row of an article; None if it is not among them."""
        return next((row for row, line in enumerate(self._lines) if line.id == article), None)


def claims_in_words(line: ArticleLine) -> str:
    """How many claims it has, or that there are none yet."""
    return say("articles.claims", count=line.claims) if line.claims else say("articles.no_claims")


def about(line: ArticleLine) -> tuple[str, str]:
    """Where it stood (or that it is a sample), and what follows on the same line: date and claims."""
    origin = line.publisher or (say("articles.sample") if line.sample else "")
    rest = [part for part in (short_date(line.published or line.imported), claims_in_words(line)) if part]
    return origin, _DOT.join(["", *rest] if origin else rest)


def spoken(line: ArticleLine) -> str:
    """Everything a row shows, its meter too, for those who hear it."""
    parts = [
        line.title,
        line.publisher,
        long_date((line.published or line.imported)[:10]),
        claims_in_words(line),
    ]
    for tag in Tag:
        share = min(1.0, line.covered.get(tag, 0))
        if share:
            parts.append(
                say("articles.covered", tag=say(f"tag.{tag.value}"), percent=max(1, round(share * 100)))
            )
    return ", ".join(part for part in parts if part)
