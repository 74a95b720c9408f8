"""Taking a colleague's rows into a library: which come in, as what, and which are set aside.

Nothing here depends on the order in which deliveries arrive, or on how often: a row that comes in is joined
with the copy that is here (`review.stamps`), and what changes nothing is passed over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter

from annotator.host.clock import FURTHEST_AHEAD, iso
from annotator.model.errors import BadInput
from annotator.model.rows import (
    KIND_OF,
    NOT_NAMED,
    ORDER,
    THE_ARTICLE_ITSELF,
    Article,
    Grave,
    Places,
    Reviewer,
    Revision,
    Row,
    SamePerson,
    Sentences,
    Text,
)
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.review.stamps import NOBODYS, join

#: A row as everybody knows it: its table and its id. A grave has those of the row it stands for.
Key = tuple[str, str]

_ALWAYS_THERE = {THE_ARTICLE_ITSELF, NOT_NAMED}
#: An article goes into the bin by its owner's own hand only, and its texts with it.
NEVER_REMOVED: tuple[type[Row], ...] = (Article, Text, Sentences, Places, Revision)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a library holds of the rows in a delivery, and whom it trusts.

    `rows` and `graves` are those that are here. `own` are all identities of the people who work here,
    `trusted` those of them who are known to work on the delivery's device too. `references` are the
    (column, table it points to) of each table.
    """

    rows: Mapping[Key, Stamped]
    graves: Mapping[Key, Stamped]
    own: frozenset[str]
    trusted: frozenset[str]
    references: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that does not come in: it says it is by `whose`, who works here, or points to such."""

    row: Stamped
    whose: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a delivery comes to: `rows` to write, in the order of KINDS, and what is set aside.

    `newer` where the library knows a later copy of a row in it.
    """

    rows: tuple[Stamped, ...]
    aside: tuple[Aside, ...] = ()
    newer: bool = False


def merge(standing: Standing, incoming: Iterable[Stamped], *, trust: bool = False) -> Merged:
    """Joins incoming rows with those that are here.

    With `trust` rows come in that would be set aside, but for those that give a row another author.
    """
    work = _Merging(standing, trust)
    for stamped in incoming:
        work.take(stamped)
    work.drop_what_hangs_on_aside()
    rows = sorted(work.out.values(), key=lambda row: ORDER[type(row.row)])
    return Merged(tuple(rows), tuple(work.aside), work.newer)


def refuse_ahead(rows: Iterable[Stamped], now_ms: int) -> None:
    """Raises BadInput where a stamp is more than a day ahead of `now_ms` (see `HybridClock.seen`)."""
    furthest = iso(now_ms + FURTHEST_AHEAD)
    latest = max(map(attrgetter("stamp"), rows), default="")
    if latest[: len(furthest)] > furthest:
        raise BadInput("clock.ahead", stamp=latest)


@dataclass(slots=True)
class _Merging:
    """A merge under way."""

    standing: Standing
    trust: bool
    out: dict[Key, Stamped] = field(default_factory=dict)
    aside: list[Aside] = field(default_factory=list)
    newer: bool = False

    def take(self, stamped: Stamped) -> None:
        """Decides on one row."""
        row = stamped.row
        if row.id in _ALWAYS_THERE:
            return
        kind = KIND_OF[row.of] if isinstance(row, Grave) else type(row)
        if kind in NEVER_REMOVED:
            if isinstance(row, Grave):
                return
            stamped = _living(stamped)
        key = (kind.TABLE, row.id)
        known = self.out.get(key) or self.standing.rows.get(key)
        there, grave = known, self.standing.graves.get(key)
        if grave is not None and _is_of(kind, grave, known or stamped):
            there = grave if known is None else join(known, grave)
        joined = stamped if there is None else join(there, stamped)
        if joined == (known or grave):
            self.newer |= joined.stamp > stamped.stamp
        elif whose := self._refused(kind, stamped, there):
            self.aside.append(Aside(stamped, whose))
        else:
            self.out[key] = joined

    def _refused(self, kind: type[Row], stamped: Stamped, there: Stamped | None) -> str:
        """Whose word is missing for a row to come in; empty if nobody's."""
        if kind in NOBODYS:
            if kind is Revision and there is not None and there.row != stamped.row:
                raise BadInput("merge.other_text")
            return ""
        if there is not None and there.author != stamped.author:
            return there.author
        if self.trust:
            return ""
        concerned = {stamped.author}
        row = stamped.row
        if isinstance(row, Reviewer):
            concerned.add(row.id)
        elif isinstance(row, SamePerson):
            if stamped.author not in (row.reviewer, row.other):
                return row.reviewer
            concerned |= {row.reviewer, row.other}
        return min(concerned & self.standing.own - self.standing.trusted, default="")

    def drop_what_hangs_on_aside(self) -> None:
        """Sets aside what points at a row that neither came in nor is here, and what points at that."""
        missing = self._missing(self.aside)
        while missing:
            hanging = [
                (key, Aside(row, whose))
                for key, row in self.out.items()
                if (whose := self._points_at(row, missing))
            ]
            for key, _ in hanging:
                del self.out[key]
            found = [aside for _, aside in hanging]
            self.aside += found
            missing = self._missing(found)

    def _missing(self, aside: Iterable[Aside]) -> dict[Key, str]:
        keys = ((one.row.row.TABLE, one.row.row.id, one.whose) for one in aside)
        return {
            (table, row_id): whose
            for table, row_id, whose in keys
            if (table, row_id) not in self.standing.rows and (table, row_id) not in self.out
        }

    def _points_at(self, stamped: Stamped, missing: Mapping[Key, str]) -> str:
        for column, table in self.standing.references.get(stamped.row.TABLE, ()):
            whose = missing.get((table, getattr(stamped.row, column)))
            if whose:
                return whose
        return ""


def _is_of(kind: type[Row], grave: Stamped, row: Stamped) -> bool:
    """Whether a grave is that of a row, and not of another that somebody gave the same id."""
    return kind in NOBODYS or isinstance(row.row, Grave) or grave.author == row.author


def _living(stamped: Stamped) -> Stamped:
    """The row without word of a removal."""
    if not stamped.deleted:
        return stamped
    stamps = {**dict(stamped.stamps), "deleted": KEPT_BACK}
    return replace(stamped, deleted=False, stamps=tuple(sorted(stamps.items())))
