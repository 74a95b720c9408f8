"""Deliveries of every kind of row with anything in them that rows may hold, closed as files are."""

import uuid
from collections.abc import Sequence
from dataclasses import fields
from enum import Enum
from itertools import pairwise
from random import Random
from typing import get_type_hints

from hypothesis import strategies as st

from annotator.formats.review_file.shapes import KEEPABLE, PLACE, REFERENCES
from annotator.formats.review_file.soundness import ranges
from annotator.host.clock import iso
from annotator.model.deliveries import Delivery
from annotator.model.enums import Tag
from annotator.model.places import Place, PlaceKind
from annotator.model.rows import (
    KINDS,
    ORDER,
    Anchor,
    Article,
    Attribution,
    Claim,
    Device,
    Grave,
    Places,
    ReadMark,
    Remark,
    Review,
    Reviewer,
    Revision,
    Row,
    Sentences,
    Text,
)
from annotator.model.spans import Span
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.text.anchors import context
from annotator.text.identity import article_id, fingerprint
from annotator.text.passages import as_json
from annotator.text.sentences import RULES, sentences
from tests.strategies import texts

_MADE_WITH_CARE = (Reviewer, Device, Text, Sentences, Places, Article, Revision, Anchor, Grave)


class Maker:
    """Makes rows that fit together: their words are drawn, all else follows from one number that is drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
        self.words = [*draw(st.lists(texts(), min_size=1, max_size=4)), "", "=1+1", "<script>", "\\u0000"]
        self.rows: list[Stamped] = []
        self.ids: dict[type[Row], list[str]] = {kind: [] for kind in KINDS}
        self.bodies: dict[str, str] = {}
        self.article_of: dict[str, str] = {}

    def id(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def stamp(self) -> str:
        return f"{iso(self.random.randrange(1, 4_000_000_000_000))}#{self.random.randrange(0x10000):04x}"

    def add(self, row: Row) -> None:
        """A row with any envelope; people and devices are their own, for there are no others yet."""
        people, devices = self.ids[Reviewer] or [row.id], self.ids[Device]
        stamp = self.stamp()
        self.rows.append(
            Stamped(
                row,
                self.random.choice(people),
                self.random.choice(devices),
                self.stamp()[:24],
                stamp,
                self.random.random() < 0.2,
                self.stamps(row, stamp),
            )
        )
        self.ids[type(row)].append(row.id)

    def stamps(self, row: Row, stamp: str) -> tuple[tuple[str, str], ...]:
        names = [field.name for field in fields(row) if field.name != "id"] + ["deleted"]
        some = self.random.sample(names, min(len(names), self.random.choice((0, 0, 1, 3))))
        found = {name: other for name in some if (other := self.stamp()) < stamp}
        keepable = sorted(KEEPABLE.get(type(row), frozenset()) - set(PLACE))
        if keepable and self.random.random() < 0.5:
            found |= dict.fromkeys(self.random.sample(keepable, 1), KEPT_BACK)
        if isinstance(row, Attribution) and self.random.random() < 0.3:
            found |= dict.fromkeys(PLACE, KEPT_BACK)
        return tuple(sorted(found.items()))

    def values(self, kind: type[Row]) -> dict[str, object]:
        """Any values for the fields of a row."""
        hints = get_type_hints(kind)
        return {field.name: self.value(kind, field.name, hints[field.name]) for field in fields(kind)}

    def value(self, kind: type[Row], name: str, hint: object) -> object:
        if name == "id":
            return self.id()
        if named := REFERENCES.get(kind, {}).get(name):
            there: list[str | None] = [*self.ids[named]]
            return self.random.choice(there if hint is str else [*there, None])
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.random.choice(list(hint))
        if hint is bool:
            return self.random.random() < 0.5
        if hint is int:
            return self.random.randrange(100)
        if (kind, name) == (Review, "of"):
            place = f"{self.random.randrange(100)}-{self.random.randrange(100, 2000)}"
            said = f"{self.random.choice(list(Tag))} {place} {self.random.choice(self.ids[Revision])}"
            return self.random.choice(("", said))
        if name == "position":
            return self.random.choice("V0aZ") + self.random.choice("1kz")
        return self.random.choice(self.words)


def _people(maker: Maker) -> None:
    devices = [maker.id() for _ in range(maker.random.randint(1, 3))]
    maker.ids[Device] = devices
    for _ in range(maker.random.randint(1, 4)):
        maker.add(Reviewer(maker.id(), maker.random.choice(maker.words), "#7768AE"))
    for device in tuple(devices):
        maker.add(Device(device, maker.random.choice(maker.words), maker.random.choice(maker.ids[Reviewer])))


def _articles(maker: Maker) -> None:
    bodies = maker.draw(st.lists(texts(min_size=1), min_size=1, max_size=3, unique=True))
    for body in bodies:
        sha = fingerprint(body)
        maker.add(Text(sha, body, len(body)))
        bounds = ",".join(f"[{span.start},{span.end}]" for span in sentences(body))
        maker.add(Sentences(sha, sha, f"[{bounds}]", RULES))
        if maker.random.random() < 0.5:
            maker.add(Places(sha, sha, _places(maker, len(body))))
    for body in maker.random.sample(bodies, maker.random.randint(1, len(bodies))):
        article = article_id(body)
        maker.add(Article(article, maker.random.choice(maker.words), "en", maker.random.random() < 0.5))
        for position, text in enumerate([body, *bodies[: maker.random.randint(0, 1)]], start=1):
            revision = Revision(f"{article}-{position}", article, fingerprint(text), position)
            maker.bodies[revision.id], maker.article_of[revision.id] = text, article
            maker.add(revision)


def _places(maker: Maker, length: int) -> str:
    """Pages of a text, one after the other, with any labels."""
    marks = sorted(maker.random.sample(range(length + 1), min(length + 1, 4)))
    places = [
        Place(Span(start, end), PlaceKind.PAGE, maker.random.choice(maker.words))
        for start, end in pairwise(marks)
    ]
    return as_json(places)


def _placed(maker: Maker, article: str) -> tuple[str, int, int, str]:
    """A revision of the article, and a place in it with the words there."""
    revision = maker.random.choice([one for one in maker.bodies if maker.article_of[one] == article])
    body = maker.bodies[revision]
    start, end = sorted(maker.random.choices(range(len(body) + 1), k=2))
    return revision, start, end, body[start:end]


def _anchor(maker: Maker, claim: Claim) -> None:
    revision, start, end, quote = _placed(maker, claim.article)
    prefix, suffix = context(maker.bodies[revision], Span(start, end))
    found = maker.values(Anchor)["found"]
    if maker.random.random() < 0.2:
        start, end, quote = -1, -1, maker.random.choice(maker.words)
    maker.add(Anchor(maker.id(), claim.id, revision, start, end, quote, prefix, suffix, found))  # type: ignore[arg-type]


def _any_row(maker: Maker, kind: type[Row]) -> None:
    values = maker.values(kind)
    if "revision" in values:
        owner = values.get("article") or maker.article_of[str(values["claim"])]
        revision, start, end, words = _placed(maker, str(owner))
        values["revision"] = revision
        if kind in (Attribution, Remark):
            said, lost = "words" if kind is Attribution else "quote", maker.random.random() < 0.4
            values |= {"revision": None, "start": -1, "end": -1, said: ""} if lost else {said: words}
            values |= {} if lost else {"start": start, "end": end}
        elif kind is ReadMark:
            values |= {"start": start, "end": end}
    row = kind(**values)
    if isinstance(row, Claim):
        maker.article_of[row.id] = row.article
    maker.add(row)


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    """Any delivery at all."""
    maker = Maker(draw)
    _people(maker)
    _articles(maker)
    for kind in KINDS:
        if kind not in _MADE_WITH_CARE:
            for _ in range(maker.random.randint(1 if kind is Claim or kind.TABLE == "sources" else 0, 3)):
                _any_row(maker, kind)
    for stamped in list(maker.rows):
        if isinstance(stamped.row, Claim):
            for _ in range(maker.random.choice((0, 1, 1, 1, 2))):
                _anchor(maker, stamped.row)
    for _ in range(maker.random.randint(0, 3)):
        maker.add(Grave(maker.id(), maker.random.choice(["claims", "evidence", "same_as", "done"])))
    return _delivery(maker, sorted(maker.rows, key=lambda row: (ORDER[type(row.row)], row.row.id)))


def _delivery(maker: Maker, rows: Sequence[Stamped]) -> Delivery:
    return Delivery(
        id=maker.id(),
        sender=maker.random.choice(maker.ids[Reviewer]),
        device=maker.random.choice(maker.ids[Device]),
        sent=maker.stamp()[:24],
        rows=tuple(rows),
        ranges=ranges(rows),
        message=maker.random.choice(maker.words),
        outlines=frozenset(maker.random.sample(maker.ids[Claim], 1)),
    )
