"""What goes into a delivery: the chosen rows, and whatever they name."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.formats.review_file.discretion import outline
from annotator.formats.review_file.shapes import REFERENCES
from annotator.model.rows import (
    ORDER,
    Anchor,
    Claim,
    Device,
    Grave,
    Places,
    Reviewer,
    Row,
    SameAs,
    SamePerson,
    Sentences,
    Source,
    Text,
)
from annotator.model.stamped import Stamped
from annotator.store.library import Library
from annotator.store.reading import deliveries as reading


def gather(
    library: Library, articles: Iterable[str], people: Iterable[str], sender: str, device: str
) -> tuple[tuple[Stamped, ...], frozenset[str]]:
    """The rows to send, in the order of a delivery, and the ids of those that are outlines.

    Of the articles that live all that `people` (ids) made and removed; where colleagues' work is hidden from
    who looks, that person's alone.
    """
    live = {row.row.id for row in reading.articles(library, articles)}
    blind = live & reading.hidden_articles(library)
    gathered = _Gathering(library)
    gathered.add(reading.everybodys(library, live))
    gathered.add(reading.somebodys(library, live - blind, people))
    gathered.add(reading.somebodys(library, blind, library.sight.mine & set(people)))
    gathered.add(reading.anywhere(library, people))
    gathered.add(reading.removed_sources(library))
    gathered.close(sender, device)
    return gathered.rows(), frozenset(gathered.outlines)


class _Gathering:
    """Rows by kind and id: those that are sent, those that were removed, and pairs that may be of use."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sent: dict[type[Row], dict[str, Stamped]] = {kind: {} for kind in ORDER}
        self._removed: dict[str, Stamped] = {}
        self._pairs: list[Stamped] = []
        self.outlines: set[str] = set()

    def add(self, rows: Iterable[Stamped]) -> None:
        """Takes rows that were chosen."""
        for stamped in rows:
            if stamped.deleted:
                self._removed[stamped.row.id] = stamped
            elif isinstance(stamped.row, SameAs | SamePerson):
                self._pairs.append(stamped)
            else:
                self._send(stamped)

    def close(self, sender: str, device: str) -> None:
        """Adds what the rows name: texts, claims, sources, people and devices."""
        for kind in (Text, Sentences, Places):
            self._fetch(kind, self._named(Text))
        while claims := self._named(Claim) - self._sent[Claim].keys():
            self._add_claims(claims)
        self._add_joined(Source, SameAs)
        self._fetch(Reviewer, {sender})
        self._fetch(Device, {device})
        self._bury()
        before = -1
        while before != (before := len(self._sent[Reviewer]) + len(self._sent[Device])):
            everybody = [stamped for found in self._sent.values() for stamped in found.values()]
            self._fetch(Device, {stamped.device for stamped in everybody})
            self._fetch(Reviewer, {stamped.author for stamped in everybody})
            self._add_joined(Reviewer, SamePerson)

    def rows(self) -> tuple[Stamped, ...]:
        """All that is sent, by kind and id."""
        return tuple(found[key] for kind in ORDER for found in [self._sent[kind]] for key in sorted(found))

    def _send(self, stamped: Stamped) -> None:
        self._sent[type(stamped.row)][stamped.row.id] = stamped
        self._removed.pop(stamped.row.id, None)

    def _fetch(self, kind: type[Row], ids: Iterable[str]) -> None:
        """Adds rows by id, as they are, removed or not."""
        for stamped in self._library.stamped(kind, set(ids) - self._sent[kind].keys()).values():
            self._send(stamped)

    def _named(self, kind: type[Row]) -> set[str]:
        """The ids of a kind that the rows name."""
        return {
            value
            for naming, fields in REFERENCES.items()
            for name, named in fields.items()
            if named is kind
            for stamped in self._sent[naming].values()
            if (value := getattr(stamped.row, name)) is not None
        }

    def _add_claims(self, ids: set[str]) -> None:
        """Claims that rows name: those of the chosen people were removed, of all others an outline does."""
        for claim, stamped in self._library.stamped(Claim, ids).items():
            if claim in self._removed:
                self._send(stamped)
            else:
                self._send(outline(stamped))
                self.outlines.add(claim)
        for anchor in reading.anchors_of(self._library, ids):
            assert isinstance(anchor.row, Anchor)
            claim = anchor.row.claim
            if not anchor.deleted or self._sent[Claim][claim].deleted:
                self._send(anchor)
                self.outlines |= {anchor.row.id} if claim in self.outlines else set()

    def _add_joined(self, kind: type[Row], joining: type[Row]) -> None:
        """Adds what rows of a kind name, and what is said to be one with it.

        A confidential source is not one with a named one: that they were joined once would give it away.
        """
        self._fetch(kind, self._named(kind))
        pairs = [pair for pair in self._pairs if isinstance(pair.row, joining)]
        before = -1
        while before != (before := len(self._sent[kind])):
            for pair in pairs:
                ends = {getattr(pair.row, name) for name in REFERENCES[joining]}
                if ends & self._sent[kind].keys():
                    found = self._library.stamped(kind, ends)
                    if len({getattr(one.row, "confidential", False) for one in found.values()}) == 1:
                        self._fetch(kind, ends)
                        self._send(pair)

    def _bury(self) -> None:
        """In place of every removed row that nothing names a grave, in which nothing of it is left."""
        for row_id, stamped in self._removed.items():
            stamp = dict(stamped.stamps).get("deleted", stamped.stamp)
            there = self._sent[Grave].get(row_id)
            if there is None or there.stamp < stamp:
                grave = Grave(row_id, stamped.row.TABLE)
                self._sent[Grave][row_id] = replace(stamped, row=grave, stamp=stamp, deleted=False, stamps=())
        buried = self._sent[Grave]
        for kind, found in self._sent.items():
            if kind is not Grave:
                for row_id in buried.keys() & found.keys():
                    del buried[row_id]
