"""The claims of an article as a list model that takes one change among ten thousand quickly."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from annotator.model.enums import Tag
from annotator.model.search import ClaimFilter
from annotator.model.views import ClaimLine
from annotator.window.claims.checking import checking, lacks_response
from annotator.window.painted_words import isolated
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

#: The role under which a row's whole ClaimLine stands.
LINE = Qt.ItemDataRole.UserRole

#: Text order: by start, the longer first, then by id.
_Key = tuple[int, int, str]


class ClaimsModel(QStringListModel):
    """One row for each claim whose tag is shown and that the filter admits, in text order.

    The rows are the claims' ids, kept by Qt itself: a list of ten thousand is laid out anew after each
    change, and asking Python for every row would take longer than the person's patience.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, ClaimLine] = {}
        self._keys: list[_Key] = []
        self._shown: frozenset[Tag] = frozenset(Tag)
        self._only = ClaimFilter()
        self._counts: Counter[Tag] = Counter()

    @property
    def count_all(self) -> int:
        """How many claims there are, shown or not."""
        return len(self._lines)

    def counts(self) -> Counter[Tag]:
        """How many claims of each tag there are, shown or not."""
        return self._counts

    def set_lines(self, lines: Iterable[ClaimLine]) -> None:
        """Shows the claims of another article."""
        self._lines = {line.id: line for line in lines}
        self._counts = Counter(line.tag for line in self._lines.values())
        self._sort()

    def set_shown(self, tags: frozenset[Tag]) -> None:
        """Shows the claims with these tags only."""
        self._shown = tags
        self._sort()

    def set_filter(self, only: ClaimFilter) -> None:
        """Shows of these only the claims that a filter admits."""
        self._only = only
        self._sort()

    def named(self) -> tuple[Counter[str], Counter[str]]:
        """How many claims each reviewer has made, and how many each source is said to make, by name."""
        lines = self._lines.values()
        return Counter(line.reviewer for line in lines), Counter(n for line in lines for n in line.speakers)

    def update(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Puts or replaces some claims and takes others away; rows that stay where they are stay picked."""
        for claim in removed:
            self._leave(self._lines.get(claim))
            if (gone := self._lines.pop(claim, None)) is not None:
                self._counts[gone.tag] -= 1
        for line in changed:
            before = self._lines.get(line.id)
            if before is not None:
                self._counts[before.tag] -= 1
            self._counts[line.tag] += 1
            stays = before is not None and _key(before) == _key(line) and self._shows(before)
            if stays and self._shows(line):
                self._lines[line.id] = line
                index = self.index(bisect_left(self._keys, _key(line)), 0)
                self.dataChanged.emit(index, index)
            else:
                self._leave(before)
                self._lines[line.id] = line
                self._enter(line)

    def index_of(self, claim: str | None) -> QModelIndex:
        """The row of a claim; an invalid index where it is not shown."""
        line = self._lines.get(claim) if claim else None
        if line is None or not self._shows(line):
            return QModelIndex()
        return self.index(bisect_left(self._keys, _key(line)), 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines.get(super().data(index, Qt.ItemDataRole.DisplayRole) or "")
        if line is None or role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line, index.row() + 1, len(self._keys))
        return None

    def _shows(self, line: ClaimLine) -> bool:
        return line.tag in self._shown and self._only.admits(line)

    def _sort(self) -> None:
        self._keys = sorted(_key(line) for line in self._lines.values() if self._shows(line))
        self.setStringList([claim for _, _, claim in self._keys])

    def _leave(self, line: ClaimLine | None) -> None:
        if line is None or not self._shows(line):
            return
        row = bisect_left(self._keys, _key(line))
        del self._keys[row]
        self.removeRows(row, 1)

    def _enter(self, line: ClaimLine) -> None:
        if not self._shows(line):
            return
        row = bisect_left(self._keys, _key(line))
        insort(self._keys, _key(line))
        self.insertRows(row, 1)
        self.setData(self.index(row, 0), line.id)


def speakers(line: ClaimLine) -> str:
    """Who says a claim, the speaker first, each relay after; empty if nobody has said so yet."""
    names = [isolated(name) for name in line.speakers]
    said = names[0] if names else ""
    for relay in names[1:]:
        said = say("panel.relayed", first=said, next=relay)
    return said


def remarks(line: ClaimLine, *, short: bool = False) -> list[str]:
    """What else the second line of a claim says: links, status, evidence, note, whose it is, if withdrawn."""
    evidence = "panel.evidence_short" if short else "panel.evidence"
    found = checking(line)
    found += [say(evidence, count=line.evidence)] if line.evidence else []
    found += [say("panel.note")] if line.has_note else []
    found += [say("panel.by_reviewer", name=isolated(line.reviewer))] if not line.mine else []
    found += [say("panel.withdrawn")] if line.withdrawn else []
    return found


def spoken(line: ClaimLine, place: int, count: int) -> str:
    """A claim as a screen reader says it: tag, quote, speaker, the rest, and its place in the list."""
    said = say("panel.said_by", names=speakers(line)) if line.speakers else say("panel.no_source")
    parts = [say(f"tag.{line.tag.value}"), say("export.quoted", words=isolated(line.quote)), said]
    parts += [say("panel.no_response")] if lacks_response(line) else []
    return ", ".join([*parts, *remarks(line), say("panel.place", place=place, count=count)])


def _key(line: ClaimLine) -> _Key:
    return line.span.start, -line.span.end, line.id
