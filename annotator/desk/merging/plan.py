"""What a delivery comes to in this library: the rows that would be written, and whose they are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from annotator.desk.devices import paired
from annotator.model.deliveries import Delivery, MergeOptions
from annotator.model.rows import KIND_OF, KINDS, Article, Assignment, Claim, Done, Grave, Reviewer, Row
from annotator.model.stamped import Stamped
from annotator.review.merge import NEVER_REMOVED, Key, Merged, Standing, merge, refuse_ahead
from annotator.store.identities import identities, working_here
from annotator.store.library import Library

R = TypeVar("R", bound=Row)

#: The columns that name what a row belongs to: its article, or else a claim; none where it is the library's.
_OF_ARTICLES = ("id", "article")
_OWNERS: dict[type[Row], str] = {
    kind: next((name for name in ("article", "claim", "denial") if hasattr(kind, name)), "") for kind in KINDS
} | {Article: "id"}


@dataclass(frozen=True)
class Plan:
    """A delivery beside what is here; `me` is the reviewer who takes it in."""

    library: Library
    me: str
    delivery: Delivery
    options: MergeOptions
    standing: Standing
    merged: Merged

    @cached_property
    def mine(self) -> frozenset[str]:
        """All my identities, with those that I say are me too."""
        return identities(self.library, self.me) | frozenset(self.options.same_person)

    @cached_property
    def after(self) -> dict[Key, Stamped]:
        """The rows to write, by table and id."""
        return {(row.row.TABLE, row.row.id): row for row in self.merged.rows}

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of people by id, as the library knows them, else as the delivery does."""
        told = {one.row.id: one.row.name for one in self.delivery.rows if isinstance(one.row, Reviewer)}
        return told | {row.id: row.name for row in self.library.where(Reviewer)}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The articles on which colleagues' tags stay hidden from me after this, until I am done."""
        blind = {one.article for one in self._live(Assignment) if one.blind and one.reviewer in self.mine}
        mine_done = (one for author in self.mine for one in self._live(Done, author=author))
        return frozenset(blind - {one.article for one in mine_done})

    @cached_property
    def come_back(self) -> tuple[Stamped, ...]:
        """Articles of the delivery that lie in the bin here, and texts whose import was undone."""
        sent = [one.row for one in self.delivery.rows if isinstance(one.row, NEVER_REMOVED)]
        there = [self.standing.rows.get((row.TABLE, row.id)) for row in sent]
        return tuple(one for one in there if one is not None and one.deleted)

    def knows(self, row: Stamped) -> bool:
        """Whether a row that is written lives here already."""
        before = self.standing.rows.get((row.row.TABLE, row.row.id))
        return before is not None and not before.deleted

    def shows(self, row: Stamped) -> bool:
        """Whether a row that is written says or shows something else than before."""
        before = self.standing.rows.get((row.row.TABLE, row.row.id))
        if before is None:
            return not row.deleted and not isinstance(row.row, Grave)
        return (before.row, before.deleted) != (row.row, row.deleted)

    def article_of(self, row: Row) -> str:
        """The article a row belongs to; empty for what belongs to the library."""
        column = _OWNERS[type(row)]
        if not column:
            return ""
        owner = str(getattr(row, column))
        return owner if column in _OF_ARTICLES else self._articles.get(owner, "")

    @cached_property
    def _articles(self) -> dict[str, str]:
        """The article of every claim that rows to write belong to."""
        claims = {claim_of(one.row) for one in self.merged.rows} - {""}
        known = {one.row.id: one.row.article for one in self.delivery.rows if isinstance(one.row, Claim)}
        stored = self.library.stamped(Claim, claims - known.keys()).values()
        return known | {one.row.id: one.row.article for one in stored if isinstance(one.row, Claim)}

    def _live(self, kind: type[R], **equal: str) -> list[R]:
        """The live rows of a kind as they will be, those of one author if asked."""
        stay = [row for row in self.library.where(kind, **equal) if (kind.TABLE, row.id) not in self.after]
        author = equal.get("author")
        come = [
            one.row
            for one in self.merged.rows
            if isinstance(one.row, kind) and not one.deleted and author in (None, one.author)
        ]
        return [*stay, *come]


def claim_of(row: Row) -> str:
    """The claim a row hangs on; empty where it hangs on none, and for claims themselves."""
    column = _OWNERS[type(row)]
    return str(getattr(row, column)) if column and column not in _OF_ARTICLES else ""


def plan(library: Library, me: str, delivery: Delivery, options: MergeOptions, now_ms: int) -> Plan:
    """Joins a delivery with what is here; nothing is written.

    `now_ms` are milliseconds since 1970. Raises BadInput where a stamp is more than a day ahead of it, or
    an article that is here has another text in the delivery.
    """
    refuse_ahead(delivery.rows, now_ms)
    standing = _standing(library, delivery, options)
    merged = merge(standing, delivery.rows, trust=options.trust)
    return Plan(library, me, delivery, options, standing, merged)


def _standing(library: Library, delivery: Delivery, options: MergeOptions) -> Standing:
    ids: dict[type[Row], set[str]] = defaultdict(set)
    for one in delivery.rows:
        ids[KIND_OF[one.row.of] if isinstance(one.row, Grave) else type(one.row)].add(one.row.id)
    rows = {
        (kind.TABLE, row_id): row
        for kind, some in ids.items()
        for row_id, row in library.stamped(kind, some).items()
    }
    everything = (row_id for some in ids.values() for row_id in some)
    graves = {
        (row.row.of, row_id): row
        for row_id, row in library.stamped(Grave, everything).items()
        if isinstance(row.row, Grave)
    }
    references: dict[str, tuple[tuple[str, str], ...]] = {}
    for table, column, parent in library.foreign_keys:
        references[table] = (*references.get(table, ()), (column, parent))
    own = _all_identities(library, working_here(library))
    said = {(one, delivery.device) for one in options.same_person if one == delivery.sender}
    pairs = paired(library) | frozenset(options.pair) | said
    there = _all_identities(library, (person for person, device in pairs if device == delivery.device))
    return Standing(rows, graves, own, own & there, references)


def _all_identities(library: Library, people: Iterable[str]) -> frozenset[str]:
    return frozenset(identity for person in people for identity in identities(library, person))
