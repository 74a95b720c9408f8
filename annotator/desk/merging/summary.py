"""What a delivery would bring, told before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.desk.desk import Desk
from annotator.desk.merging.plan import Plan, claim_of, plan
from annotator.host.clock import Clock
from annotator.model.deliveries import Arrival, Delivery, MergeOptions, SetAside, SourceMatch, Summary
from annotator.model.enums import SourceKind
from annotator.model.rows import (
    Anchor,
    Appearance,
    Article,
    Assignment,
    Attribution,
    Claim,
    Comment,
    Device,
    Evidence,
    Review,
    Reviewer,
    Revision,
    Row,
    SameAs,
    Source,
)
from annotator.model.stamped import Stamped
from annotator.store.reading.sources import resolve, seen_entries

#: So many quotes of what is set aside are shown.
_QUOTES = 5
#: Kinds of sources whose names are no names: two of them are not one.
_NAMELESS = (SourceKind.ANONYMOUS, SourceKind.ARTICLE, SourceKind.UNNAMED)
#: Rows that say who somebody is, not what anybody did.
_WHO: tuple[type[Row], ...] = (Reviewer, Device)
#: Rows that a new article consists of.
_OF_NEW = (Article, Revision, Appearance)


def look(desk: Desk, delivery: Delivery, options: MergeOptions | None = None) -> Summary:
    """Says what `TakeIn` would do; writes nothing.

    Raises BadInput where a stamp is more than a day ahead, or an article here has another text there.
    """
    return summary(plan(desk.library, desk.me, delivery, options or MergeOptions(), Clock().now_ms()))


def summary(made: Plan) -> Summary:
    """A plan in figures and names."""
    delivery = made.delivery
    return Summary(
        made.names.get(delivery.sender, ""),
        delivery.sent,
        delivery.message,
        arrivals(made),
        len(_entries(made)),
        matches(made),
        _set_aside(made),
        _same_names(made),
        _assigned_to(made),
        older=not made.merged.rows and made.merged.newer,
    )


@dataclass(slots=True)
class _Tally:
    """What comes to one article, while it is counted."""

    new: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    authors: set[str] = field(default_factory=set)

    def take(self, made: Plan, row: Stamped) -> None:
        """Counts one row that shows."""
        self.authors.add(row.author)
        if isinstance(row.row, Claim):
            there = made.knows(row)
            (self.removed if row.deleted else self.touched if there else self.new).add(row.row.id)
        elif isinstance(row.row, Review | Comment):
            self.counts["reviews" if isinstance(row.row, Review) else "comments"] += 1
        elif claim := claim_of(row.row):
            self.touched.add(claim)
        elif not isinstance(row.row, _OF_NEW) or made.knows(row):
            self.counts["other"] += 1

    def arrival(self, article: Article, people: tuple[str, ...], *, new: bool, like: str) -> Arrival:
        """The tally as it is shown."""
        return Arrival(
            article.id,
            article.title,
            people,
            new,
            claims=len(self.new),
            changed=len(self.touched - self.new - self.removed),
            removed=len(self.removed),
            reviews=self.counts["reviews"],
            comments=self.counts["comments"],
            other=self.counts["other"],
            like=like,
        )


def arrivals(made: Plan) -> tuple[Arrival, ...]:
    """What comes to each article, in the order of the delivery."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for one in made.come_back:
        if isinstance(one.row, Article):
            tallies[one.row.id].counts["other"] += 1
    for row in made.merged.rows:
        article = made.article_of(row.row)
        if article and made.shows(row):
            tallies[article].take(made, row)
    articles = {row.id: row for row in made.library.where(Article)}
    sent = {one.row.id: one.row for one in made.delivery.rows if isinstance(one.row, Article)}
    known = articles | {one.row.id: one.row for one in made.merged.rows if isinstance(one.row, Article)}
    order = [*sent, *(tallies.keys() - sent.keys())]
    return tuple(
        _arrival(made, (known | sent)[article], tallies[article], articles.values())
        for article in order
        if article in tallies
    )


def _arrival(made: Plan, article: Article, tally: _Tally, here: Iterable[Article]) -> Arrival:
    new = (Article.TABLE, article.id) not in made.standing.rows
    title = article.title.casefold()
    like = next((one.id for one in here if new and one.title.casefold() == title), "")
    if article.id in made.hidden:
        return Arrival(article.id, article.title, (), new, hidden=True, like=like)
    people = sorted({made.names.get(author, "") for author in tally.authors} - {""})
    return tally.arrival(article, tuple(people), new=new, like=like)


def matches(made: Plan) -> tuple[SourceMatch, ...]:
    """New entries of the register that have the name and kind of one that is here."""
    new = [row for row in _entries(made) if not _is_here(made, row) and _has_name(row)]
    if not new:
        return ()
    seen = seen_entries(made.library)
    here: dict[tuple[SourceKind, str], Source] = {}
    for row in made.library.where(Source):
        if _has_name(row) and row.id in seen:
            here.setdefault((row.kind, row.name.casefold()), row)
    shown = resolve(made.library, [row.id for row in here.values()])
    joined = [one.row for one in made.merged.rows if isinstance(one.row, SameAs)]
    pairs = {frozenset((row.source, row.other)) for row in joined}
    found = [(here.get((row.kind, row.name.casefold())), row) for row in new]
    return tuple(
        SourceMatch(shown[there.id], row.id, there.name)
        for there, row in found
        if there is not None and frozenset((there.id, row.id)) not in pairs
    )


def _entries(made: Plan) -> list[Source]:
    """What is new in the register, but for what only colleagues name where their tags are hidden from me."""
    come = [one.row for one in made.merged.rows if isinstance(one.row, Source) and made.shows(one)]
    if not made.hidden:
        return come
    naming: dict[bool, set[str]] = {True: set(), False: set()}
    for one in made.merged.rows:
        if isinstance(one.row, Attribution | Evidence) and not one.deleted and one.author not in made.mine:
            naming[made.article_of(one.row) in made.hidden].add(one.row.source)
    hidden, seen = naming[True] - naming[False], seen_entries(made.library)
    return [row for row in come if row.id not in hidden and (row.id in seen or not _is_here(made, row))]


def _is_here(made: Plan, source: Source) -> bool:
    return (Source.TABLE, source.id) in made.standing.rows


def _has_name(source: Source) -> bool:
    return bool(source.name) and not source.confidential and source.kind not in _NAMELESS


def _set_aside(made: Plan) -> tuple[SetAside, ...]:
    by: dict[str, list[Row]] = defaultdict(list)
    for aside in made.merged.aside:
        by[aside.whose].append(aside.row.row)
    device = made.delivery.device
    named = [
        one.row.name for one in made.delivery.rows if isinstance(one.row, Device) and one.row.id == device
    ]
    return tuple(
        SetAside(whose, made.names.get(whose, ""), device, "".join(named[:1]), len(rows), _quotes(rows))
        for whose, rows in by.items()
    )


def _quotes(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple([row.quote for row in rows if isinstance(row, Anchor)][:_QUOTES])


def _same_names(made: Plan) -> tuple[tuple[str, str], ...]:
    me = made.library.find(Reviewer, made.me)
    if me is None:
        return ()
    people = [one.row for one in made.delivery.rows if isinstance(one.row, Reviewer) and not one.deleted]
    others = [row for row in people if row.id not in made.standing.own]
    return tuple((row.id, row.name) for row in others if row.name.casefold() == me.name.casefold())


def _assigned_to(made: Plan) -> tuple[str, ...]:
    """The people a packet is for, while none of them is me and they have not written anything yet."""
    people = [
        one.row.reviewer
        for one in made.delivery.rows
        if isinstance(one.row, Assignment) and not one.deleted and one.author not in made.standing.own
    ]
    if made.mine & set(people):
        return ()
    wrote = {one.author for one in made.delivery.rows if not isinstance(one.row, _WHO)}
    return tuple(person for person in dict.fromkeys(people) if person not in wrote | made.standing.own)
