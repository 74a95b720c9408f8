"""One row as an object of a review file: pairs of a key and a value in JSON, in their order there."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from annotator.formats.review_file.shapes import DEFAULTS, REFERENCES, SHAPES, Shape, key_of, own_names
from annotator.formats.review_file.terms import FIRST_TICK, prefix
from annotator.model.enums import Found
from annotator.model.rows import (
    Anchor,
    Claim,
    Device,
    Places,
    Reviewer,
    Revision,
    Row,
    Sentences,
    Source,
    Text,
)
from annotator.model.stamped import Stamped

Pair = tuple[str, str]

#: A value as JSON, as it is typed, on one line.
to_json: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode

_NO_DEFAULT = object()
_NEXT_SELECTOR = ",\n    "


def iri(kind: type[Row], row_id: str) -> str:
    """A row's id as the file names it, as JSON."""
    return f'"{prefix(kind)}{row_id}"'


def _own(shape: Shape) -> tuple[tuple[str, str, object, type[Row] | None], ...]:
    """A kind's own fields: name, key, the value that is not written, the kind of row it names."""
    kind = shape.kind
    defaults, references = DEFAULTS[kind], REFERENCES.get(kind, {})
    return tuple(
        (name, key_of(kind, name), defaults.get(name, _NO_DEFAULT), references.get(name))
        for name in own_names(shape)
    )


_OWN = {shape.kind: _own(shape) for shape in SHAPES}


class Entries:
    """Makes the entries of one delivery: knows its people and sources by name and the parts of its rows."""

    def __init__(self, rows: Iterable[Stamped], device: str) -> None:
        """`device` is the one that is not said of each row."""
        self._device = device
        self._anchors: dict[str, list[Stamped]] = defaultdict(list)
        self._bounds: dict[str, Stamped] = {}
        self._passages: dict[str, Stamped] = {}
        self._texts: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        for stamped in rows:
            match stamped.row:
                case Anchor(claim=claim):
                    self._anchors[claim].append(stamped)
                case Sentences(text=text):
                    self._bounds[text] = stamped
                case Places(text=text):
                    self._passages[text] = stamped
                case Revision(id=revision, text=text):
                    self._texts[revision] = text
                case Reviewer(id=person, name=name):
                    self._people[person] = (
                        f'{{"id": {iri(Reviewer, person)}, "type": "Person", "name": {to_json(name)}}}'
                    )
                case Source(id=source, name=name):
                    self._sources[source] = f'{{"id": {iri(Source, source)}, "name": {to_json(name)}}}'

    def of(self, shape: Shape, stamped: Stamped) -> Iterator[Pair]:
        """What stands in a row's object."""
        row = stamped.row
        yield "id", iri(shape.kind, row.id)
        if shape.is_annotation:
            yield "type", '"Annotation"'
            yield "table", f'"{row.TABLE}"'
            yield "motivation", f'"{shape.motivation}"'
        elif shape.kind is Reviewer:
            yield "type", '"Person"'
        person = iri(Reviewer, stamped.author)
        yield "creator", self._people[stamped.author] if shape.is_annotation else person
        yield "created", f'"{stamped.created}"'
        if stamped.stamp[:24] != stamped.created:
            yield "modified", f'"{stamped.stamp[:24]}"'
        if shape.is_annotation:
            yield from self._said(shape, stamped)
        for name, key, default, named in _OWN[shape.kind]:
            value = getattr(row, name)
            if value != default:
                yield key, to_json(value) if named is None else iri(named, value)
        if shape.kind is Text:
            yield "sentences", self._sentences(self._bounds[row.id], stamped)
            if row.id in self._passages:
                yield "places", self._places(self._passages[row.id], stamped)
        yield from self._rest(stamped)

    def _rest(self, stamped: Stamped) -> Iterator[Pair]:
        """What only few rows have to say of themselves."""
        if stamped.stamp[25:] != FIRST_TICK:
            yield "tick", f'"{stamped.stamp[25:]}"'
        if stamped.device != self._device:
            yield "device", iri(Device, stamped.device)
        if stamped.deleted:
            yield "removed", "true"
        if stamped.stamps:
            yield "stamps", to_json(dict(stamped.stamps))

    def _said(self, shape: Shape, stamped: Stamped) -> Iterator[Pair]:
        """Body and target of an annotation."""
        row = stamped.row
        if shape.body:
            yield "body", self._body(shape, row)
        if isinstance(row, Claim) and row.id in self._anchors:
            places = (self._place(anchor, stamped) for anchor in self._anchors[row.id])
            yield "target", "[\n  " + ",\n  ".join(places) + "]"
        else:
            yield "target", iri(REFERENCES[shape.kind][shape.target], getattr(row, shape.target))

    def _body(self, shape: Shape, row: Row) -> str:
        value = getattr(row, shape.body)
        if not shape.purpose:
            return self._sources[value] if REFERENCES[shape.kind][shape.body] is Source else iri(Claim, value)
        words = _words(shape.purpose, value)
        if not isinstance(row, Claim):
            return words
        return f"[{words}, {_words('commenting', row.note)}]" if row.note else f"[{words}]"

    def _place(self, stamped: Stamped, claim: Stamped) -> str:
        """A claim's place in a text, as a W3C specific resource, with the row that holds it."""
        anchor = stamped.row
        assert isinstance(anchor, Anchor)
        selectors = [
            f'{{"type": "TextQuoteSelector", "exact": {to_json(anchor.quote)}, '
            f'"prefix": {to_json(anchor.prefix)}, "suffix": {to_json(anchor.suffix)}}}'
        ]
        if anchor.start >= 0:
            selectors.append(
                f'{{"type": "TextPositionSelector", "start": {anchor.start}, "end": {anchor.end}}}'
            )
        text, found = self._texts[anchor.revision], anchor.found
        return (
            f'{{"id": {iri(Anchor, anchor.id)}, "type": "SpecificResource", "source": {iri(Text, text)},\n'
            f'   "selector": [{_NEXT_SELECTOR.join(selectors)}],\n'
            f'   "revision": {iri(Revision, anchor.revision)}'
            + (f', "found": "{found}"' if found is not Found.EXACT else "")
            + f"{self._apart(stamped, claim)}}}"
        )

    def _sentences(self, stamped: Stamped, text: Stamped) -> str:
        row = stamped.row
        assert isinstance(row, Sentences)
        return f'{{"rules": {to_json(row.rules)}, "bounds": {row.bounds}{self._apart(stamped, text)}}}'

    def _places(self, stamped: Stamped, text: Stamped) -> str:
        row = stamped.row
        assert isinstance(row, Places)
        return f'{{"passages": {row.places}{self._apart(stamped, text)}}}'

    def _apart(self, part: Stamped, whole: Stamped) -> str:
        """Where the envelope of a row that stands in another's object differs from that one's."""
        said: list[Pair] = []
        if part.author != whole.author:
            said.append(("creator", iri(Reviewer, part.author)))
        if part.created != whole.created:
            said.append(("created", f'"{part.created}"'))
        if (part.created, part.stamp) != (whole.created, whole.stamp):
            said += [("modified", f'"{part.stamp[:24]}"'), ("tick", f'"{part.stamp[25:]}"')]
        if part.device != whole.device:
            said.append(("device", iri(Device, part.device)))
        if part.deleted != whole.deleted:
            said.append(("removed", to_json(part.deleted)))
        if part.stamps:
            said.append(("stamps", to_json(dict(part.stamps))))
        return "".join(f', "{key}": {value}' for key, value in said)


def _words(purpose: str, value: str) -> str:
    return f'{{"type": "TextualBody", "purpose": "{purpose}", "value": {to_json(value)}}}'
