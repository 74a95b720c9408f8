"""The grid of who is done with what: a row for each article, a column for each person."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.model.review_views import AssignmentLine
from annotator.window.plain import as_tip
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

#: The role under which a Cell stands, in the columns of people.
CELL = Qt.ItemDataRole.UserRole


class State(StrEnum):
    """How far somebody is with an article."""

    DONE = "done"
    WORKING = "working"
    AWAY = "not back yet"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Cell:
    """An article given to a person, and how far that is; `claims` is how many came back."""

    article: str
    person: str
    state: State
    claims: int

    @property
    def words(self) -> str:
        """What is said of it: `done, 12 claims`."""
        said = say(f"packets.state.{self.state.value}")
        if self.state is State.HIDDEN or not self.claims:
            return said
        return say("packets.state_claims", state=said, claims=say("articles.claims", count=self.claims))


class PacketsModel(QAbstractTableModel):
    """The first column holds the titles; an article that a person was not given leaves its cell empty."""

    def __init__(self) -> None:
        super().__init__()
        self._articles: list[tuple[str, str]] = []
        self._people: list[tuple[str, str]] = []
        self._cells: dict[tuple[str, str], Cell] = {}

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Everything that was given to somebody."""
        return tuple(self._cells.values())

    def set_lines(self, lines: Iterable[AssignmentLine], me: str) -> None:
        """Shows other assignments; `me` is my id, for what is hidden from me."""
        there = tuple(lines)
        blind = {line.article for line in there if line.person == me and line.blind and not line.done}
        articles = list({line.article: line.title for line in there}.items())
        names = {line.person: line.name for line in there}
        people = sorted(names.items(), key=lambda one: one[1].casefold())
        cells = {
            (line.article, line.person): _cell(line, line.person != me and line.article in blind)
            for line in there
        }
        same = (articles, people) == (self._articles, self._people)
        if not same:
            self.beginResetModel()
        self._articles, self._people, self._cells = articles, people, cells
        if not same:
            self.endResetModel()
        elif there:
            self.dataChanged.emit(self.index(0, 1), self.index(len(articles) - 1, len(people)))

    def article(self, row: int) -> str:
        """The id of the article of a row."""
        return self._articles[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._articles)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else 1 + len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        article, title = self._articles[index.row()]
        if index.column() == 0:
            if role == Qt.ItemDataRole.ToolTipRole:
                return as_tip(title)
            return (
                title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
            )
        person, name = self._people[index.column() - 1]
        cell = self._cells.get((article, person))
        if role == CELL:
            return cell
        words = cell.words if cell else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = words or say("packets.not_given")
            return say("packets.spoken", title=title, name=name, state=state)
        return words if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._people[section - 1][1] if section else say("packets.article")


def _cell(line: AssignmentLine, hidden: bool) -> Cell:
    state = State.DONE if line.done else State.WORKING if line.returned else State.AWAY
    if hidden and line.returned:
        state = State.HIDDEN
    return Cell(line.article, line.person, state, line.claims)
