"""What stands on the cards of the Review tab, and the list model of them."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from PySide6.QtCore import Qt

from annotator.model.enums import Tag
from annotator.window.painted_words import isolated
from annotator.window.rows import model as rows
from annotator.window.rows.model import ROW, Index, RowsModel
from annotator.words import say


@dataclass(frozen=True, slots=True)
class RowLine:
    """A line of a card: words on `most` lines at most, perhaps with a tag's letter, and whose they are."""

    words: str
    tag: Tag | None = None
    person: str = ""
    colour: str = ""
    most: int = 1

    @property
    def spoken(self) -> str:
        """The line for those who hear it."""
        words = isolated(self.words)
        tag = say(f"tag.{self.tag.value}") if self.tag is not None else ""
        if tag not in ("", self.words):
            words = say("review.spoken_words", tag=tag, words=words)
        return say("review.spoken_theirs", name=isolated(self.person), words=words) if self.person else words


class Row(rows.Row, Protocol):
    """A card, or the heading of those below it where `count` is not None.

    `claim` is what is picked by choosing it. Before the title stands a `sign` or the letter of a `tag`;
    `state` says at the end of its line how far it is. `pale` where nothing is to be done any more, `unread`
    where something was not seen yet.
    """

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def count(self) -> int | None: ...
    @property
    def claim(self) -> str: ...
    @property
    def sign(self) -> str: ...
    @property
    def tag(self) -> Tag | None: ...
    @property
    def state(self) -> str: ...
    @property
    def lines(self) -> tuple[RowLine, ...]: ...
    @property
    def pale(self) -> bool: ...
    @property
    def unread(self) -> bool: ...


@dataclass(frozen=True)
class Card:
    """A row of which everything is known."""

    key: str
    title: str
    count: int | None = None
    claim: str = ""
    sign: str = ""
    tag: Tag | None = None
    state: str = ""
    lines: tuple[RowLine, ...] = ()
    pale: bool = False
    unread: bool = False

    @cached_property
    def shape(self) -> Hashable:
        """Its words, which may need more lines or fewer."""
        wrapping = tuple(line.words if line.most > 1 else "" for line in self.lines)
        return self.count is None, self.tag is None, self.title, wrapping

    @property
    def look(self) -> object:
        """All of it."""
        return self


def spoken(row: Row) -> str:
    """A row for those who hear it."""
    if row.count is not None:
        return say("points.heading", name=row.title, count=row.count)
    title = isolated(row.title)
    if row.tag is not None:
        title = say("review.spoken_words", tag=say(f"tag.{row.tag.value}"), words=title)
    parts = [say("review.spoken_unread")] if row.unread else []
    parts += [title, *([row.state] if row.state else []), *(line.spoken for line in row.lines)]
    return ". ".join(parts)


class CardsModel(RowsModel[Row]):
    """The cards of one list, under their headings."""

    def row_of(self, key: str) -> int:
        """The number of the row with a key; -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = self.rows[index.row()].count is not None
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)
