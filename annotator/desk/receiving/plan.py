"""What a file of claims comes to in this library: the rows that would be written, and what is told."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.desk.receiving import parts, words_on
from annotator.desk.receiving.articles import Articles
from annotator.desk.receiving.ids import Ids
from annotator.desk.receiving.labels import propose
from annotator.desk.receiving.marks import Linked, TextMarks
from annotator.desk.receiving.new_article import article
from annotator.desk.receiving.people import People
from annotator.desk.receiving.register import Register
from annotator.desk.receiving.setting import Coming, Setting
from annotator.formats.registry import called
from annotator.host.clock import iso
from annotator.model.enums import Tag
from annotator.model.received import Received
from annotator.model.receptions import ArticleReception, LabelReception, Match, Reception
from annotator.model.rows import Answer, Row, Source
from annotator.model.stamped import Stamped
from annotator.store.codec import NOT_HERE
from annotator.store.library import Library

#: When what a file says of people and sources was written: nobody knows, so any word of theirs is later.
_LONG_AGO = "1970-01-01T00:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person decided about a file of claims, None for what is proposed.

    `mapping` are tags by label (None for a remark), `articles` an id, NEW or LEAVE_OUT for each of its texts;
    with `as_mine` the claims become mine.
    """

    mapping: Mapping[str, Tag | None] | None = None
    articles: tuple[str | None, ...] | None = None
    as_mine: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows to write, and what is told of them.

    `back` are rows that must live afterwards: articles that may lie in the bin, sources that may have been
    removed. `articles` are the ids of those that get something.
    """

    rows: tuple[Stamped, ...]
    back: tuple[Row, ...]
    articles: tuple[str, ...]
    reception: Reception


def plan(library: Library, me: str, received: Received, wishes: Wishes, now_ms: int) -> Plan:
    """Puts a file beside what is here; writes nothing. `now_ms` is milliseconds since 1970."""
    return _Planning(library, me, received, wishes, now_ms).made()


class _Planning:
    """A plan in the making: marks are decided on first, then rows are made of those that come in."""

    def __init__(self, library: Library, me: str, received: Received, wishes: Wishes, now_ms: int) -> None:
        self._library, self._me, self._received = library, me, received
        self._tags = {**propose(received), **(wishes.mapping or {})}
        ids = Ids(library, received.format, _given(received))
        people = People(library, ids, received, me if wishes.as_mine else "")
        register, device = Register(library, ids), library.here("device")
        label = called(received.format)
        self._setting = Setting(ids, people, register, received.format, label, device, iso(now_ms))
        where, chosen = Articles(library), dict(enumerate(wishes.articles or ()))
        self._texts = [
            TextMarks(library, self._setting, where.target(text, chosen.get(n)), self._tags, me)
            for n, text in enumerate(received.texts)
        ]
        self._claims = {given: claim for one in self._texts[::-1] for given, claim in one.claims.items()}
        self._new = {coming.id for one in self._texts for coming in one.coming}

    def made(self) -> Plan:
        """The whole of it."""
        new = {(type(row.row), row.row.id): row for one in self._texts for row in self._article(one)}
        of_texts = [(one, [*one.remarks, *self._of_text(one)]) for one in self._texts]
        said = [row for _, rows in of_texts for row in rows]
        who = [self._setting.stamped(row, row.id, "", _LONG_AGO) for row in self._setting.people.new.values()]
        known = self._setting.register.new.values()
        sources = [self._setting.stamped(row, self._me, "", _LONG_AGO) for row in known]
        come = self._unlike_here([*who, *new.values(), *sources, *said])
        ids = {(type(row.row), row.row.id) for row in come}
        touched = {
            one.target.article: None
            for one, rows in of_texts
            if one.target.match is Match.NEW or any((type(row.row), row.row.id) in ids for row in rows)
        }
        back = (*(row.row for row in new.values()), *self._setting.register.new.values())
        return Plan(tuple(come), back, tuple(touched), self._told(come))

    def _article(self, one: TextMarks) -> Iterable[Stamped]:
        if one.target.match is not Match.NEW:
            return ()
        return article(self._setting, one.target, self._received.file, self._me)

    def _of_text(self, one: TextMarks) -> Iterator[Stamped]:
        """The rows of a text's new claims, and links of which one end is new."""
        claims = ChainMap(one.claims, self._claims)  # an id of the file means a claim of the same text first
        for coming in one.coming:
            yield from self._of_claim(coming, claims)
        pairs = {
            (link.claim, end): (link, answer)
            for link in one.linked
            for answer in link.mark.claim.answers
            if (end := claims.get(answer, "")) and end != link.claim
        }
        for (denial, allegation), (link, answer) in pairs.items():
            if denial in self._new or allegation in self._new:
                row = Answer(self._setting.ids.fresh(Answer, "", denial, allegation), denial, allegation)
                claim = link.mark.claim
                yield self._setting.stamped(row, self._linker(link, answer), claim.created, claim.modified)

    def _of_claim(self, coming: Coming, claims: Mapping[str, str]) -> Iterator[Stamped]:
        setting = self._setting
        version_of = claims.get(coming.mark.claim.version_of or "")
        yield from parts.claim(setting, coming, version_of if version_of != coming.id else None)
        yield from parts.attributions(setting, coming)
        yield from parts.evidence(setting, coming)
        yield from words_on.responses(setting, coming)
        yield from words_on.statuses(setting, coming)
        yield from words_on.reviews(setting, coming, claims)
        yield from words_on.comments(setting, coming)

    def _linker(self, link: Linked, answer: str) -> str:
        """Who made a link; where the file does not say, whoever made the denial."""
        claim = link.mark.claim
        name = next((said.reviewer for said in claim.links if said.claim == answer), "")
        if not name or name == claim.reviewer:
            return link.author
        return self._setting.people.marks(name)

    def _unlike_here(self, rows: Iterable[Stamped]) -> list[Stamped]:
        """The rows that are not here: what is here, or was removed, stays as it is."""
        of_kinds: dict[type[Row], list[Stamped]] = {}
        for row in rows:
            of_kinds.setdefault(type(row.row), []).append(row)
        come = []
        for kind, some in of_kinds.items():
            stored = self._library.stored_many(kind, (row.row.id for row in some))
            here = {row_id for row_id, row in stored.items() if row["deleted"] != NOT_HERE}
            come += [row for row in some if row.row.id not in here]
        return come

    def _told(self, come: Iterable[Stamped]) -> Reception:
        ids = {row.row.id for row in come}
        labels = self._received.labels
        return Reception(
            self._received.format,
            self._received.file,
            tuple(_told(one, ids) for one in self._texts),
            tuple(LabelReception(label, count, self._tags.get(label)) for label, count in labels.items()),
            tuple(self._setting.people.told()),
            sum(isinstance(row.row, Source) for row in come),
            self._received.notes,
        )


def _told(one: TextMarks, come: frozenset[str] | set[str]) -> ArticleReception:
    target, shown = one.target, one.title
    if one.hidden:
        return ArticleReception(shown, target.article, target.match, hidden=True)
    return ArticleReception(
        shown,
        target.article,
        target.match,
        claims=len(one.coming),
        moved=sum(coming.moved for coming in one.coming),
        there=one.there,
        removed=one.removed,
        remarks=sum(row.row.id in come for row in one.remarks),
        lost=tuple(one.lost),
    )


def _given(received: Received) -> Iterator[str]:
    """Every id that the file gives to anything."""
    for text in received.texts:
        yield from (one.id for one in text.appearances)
        for mark in text.marks:
            claim = mark.claim
            yield from (claim.id, claim.author)
            for link in claim.attributions:
                yield from (link.id, link.source.id)
            for piece in claim.evidence:
                yield from (piece.id, piece.source.id)
            for review in claim.reviews:
                yield from (review.id, review.author)
            for comment in claim.comments:
                yield from (comment.id, comment.author)
