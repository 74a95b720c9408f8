"""The claims of an article as a list model that takes one change among ten thousand quickly."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from annotator.model.enums import Tag
from annotator.model.search import ClaimFilter
from annotator.model.views import ClaimLine
from annotator.text.whereabouts import Stood, Whereabouts
from annotator.window.claims.checking import checking, lacks_response
from annotator.window.painted_words import isolated
from annotator.window.people import People
from annotator.words import say
from annotator.words.whereabouts import said_place

Index = QModelIndex | QPersistentModelIndex

#: The role under which a row's whole ClaimLine stands.
LINE = Qt.ItemDataRole.UserRole
#: The roles of the People, None while nobody else has marked here, and of what they say of a claim, in words.
PEOPLE = LINE + 1
COLLEAGUES = LINE + 2

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
        self._people_shown: frozenset[str] | None = None
        self._counts: Counter[Tag] = Counter()
        self._theirs = 0
        self.people = People()
        self.whereabouts = Whereabouts()

    @property
    def count_all(self) -> int:
        """How many claims there are, shown or not."""
        return len(self._lines)

    @property
    def has_others(self) -> bool:
        """Whether somebody else has marked here, shown or not: it must be said then whose is whose."""
        return self._theirs > 0

    def counts(self) -> Counter[Tag]:
        """How many claims of each tag the people have whose claims are shown."""
        return self._counts

    def line(self, claim: str) -> ClaimLine | None:
        """A claim, shown or not."""
        return self._lines.get(claim)

    def set_lines(self, lines: Iterable[ClaimLine]) -> None:
        """Shows the claims of another article."""
        self._lines = {line.id: line for line in lines}
        self._theirs = sum(not line.mine for line in self._lines.values())
        self._count()
        self._sort()

    def show_people(self, people: frozenset[str] | None) -> None:
        """Shows the claims of these people (ids) only; None for everybody's."""
        self._people_shown = people
        self._count()
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
            self._tally(self._lines.pop(claim, None), -1)
        for line in changed:
            before = self._lines.get(line.id)
            self._tally(before, -1)
            self._tally(line, 1)
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
            where = self.whereabouts.of(line.span)
            return spoken(line, where, index.row() + 1, len(self._keys), self.people)
        if role == PEOPLE:
            return self.people if self.has_others else None
        if role == COLLEAGUES:
            return [*self._origin(line), *colleagues(line, self.people)]
        return None

    def _shows(self, line: ClaimLine) -> bool:
        return line.tag in self._shown and self._is_by_shown(line) and self._only.admits(line)

    def _origin(self, line: ClaimLine) -> list[str]:
        """Whose claim this one is another version of."""
        changed = self._lines.get(line.version_of or "")
        if changed is None or changed.mine:
            return []
        return [say("colleagues.version_of", name=isolated(changed.reviewer))]

    def _is_by_shown(self, line: ClaimLine) -> bool:
        return self._people_shown is None or line.author in self._people_shown

    def _count(self) -> None:
        self._counts = Counter(line.tag for line in self._lines.values() if self._is_by_shown(line))

    def _tally(self, line: ClaimLine | None, by: int) -> None:
        if line is None:
            return
        self._theirs += by * (not line.mine)
        if self._is_by_shown(line):
            self._counts[line.tag] += by

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
    """What else the second line of a claim says: links, status, evidence, note, and if it was withdrawn."""
    evidence = "panel.evidence_short" if short else "panel.evidence"
    found = checking(line)
    found += [say(evidence, count=line.evidence)] if line.evidence else []
    found += [say("panel.note")] if line.has_note else []
    found += [say("panel.withdrawn")] if line.withdrawn else []
    return found


def colleagues(line: ClaimLine, people: People) -> list[str]:
    """What people have said of a claim, mine first: their answers, and how many comments there are."""
    found: list[str] = []
    for author, verdict in line.verdicts:
        person = people.get(author)
        if person is not None and person.mine:
            found.insert(0, say(f"colleagues.you.{verdict}"))
        elif person is not None:
            found.append(say(f"colleagues.{verdict}", name=isolated(person.name)))
    for author, _ in line.outdated:
        person = people.get(author)
        if person is not None and person.mine:
            found.insert(0, say("colleagues.you.outdated"))
        elif person is not None:
            found.append(say("colleagues.outdated", name=isolated(person.name)))
    found += [say("colleagues.comments", count=line.comments)] if line.comments else []
    return found


def whose(line: ClaimLine) -> str:
    """The tag, of a colleague's claim with the name: "Bob’s allegation"."""
    if line.mine:
        return say(f"tag.{line.tag.value}")
    return say(f"colleagues.{line.tag.value}", name=isolated(line.reviewer))


def spoken_claim(line: ClaimLine) -> str:
    """A claim in short as a screen reader says it: whose it is, tag, quote, speaker."""
    said = say("panel.said_by", names=speakers(line)) if line.speakers else say("panel.no_source")
    return ", ".join([whose(line), say("export.quoted", words=isolated(line.quote)), said])


def spoken(line: ClaimLine, where: Stood | None, place: int, count: int, people: People) -> str:
    """A claim as a screen reader says it, with what colleagues say of it and its place in the list.

    `where` is the page or the time at which it stood in the file that the article came from.
    """
    parts = [say("colleagues.unread")] if line.unread else []
    parts += [spoken_claim(line)]
    parts += [say("panel.no_response")] if lacks_response(line) else []
    parts += [*remarks(line), *colleagues(line, people)]
    parts += [said_place(where)] if where else []
    return ", ".join([*parts, say("panel.place", place=place, count=count)])


def _key(line: ClaimLine) -> _Key:
    return line.span.start, -line.span.end, line.id
