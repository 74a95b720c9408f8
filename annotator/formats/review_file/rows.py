"""The rows that stand in a review file of the right shape, as the model has them."""

import json
import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, get_type_hints

from annotator.formats.review_file.faults import Unsound, entries
from annotator.formats.review_file.shapes import DEFAULTS, REFERENCES, SHAPES, Shape, key_of, own_names
from annotator.formats.review_file.terms import FIRST_TICK, iri_pattern, prefix
from annotator.model.enums import Found
from annotator.model.rows import Anchor, Claim, Places, Row, Sentences, Source, Text
from annotator.model.stamped import Stamped

Entry = dict[str, Any]
Convert = Callable[[Any], Any]

_FOUND = {one.value: one for one in Found}


def rows(document: dict[str, Any]) -> list[Stamped]:
    """Every row of a file, in no order. Raises Unsound for an id that is none or stands there twice."""
    return list(_Rows(document).made())


class _Rows:
    """Makes the rows; a reference is looked up among the ids in the file, so that each is kept once."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._listed: dict[type[Row], list[Entry]] = {shape.kind: [] for shape in SHAPES}
        kind_of = {shape.kind.TABLE: shape.kind for shape in SHAPES}
        for shape in SHAPES:
            if not shape.is_annotation:
                self._listed[shape.kind] = entries(document, shape)
        for item in entries(document, SHAPES[-1]):
            self._listed[kind_of[item["table"]]].append(item)
        self._places = [
            place
            for claim in self._listed[Claim]
            if isinstance(claim["target"], list)
            for place in claim["target"]
        ]
        self._ids = self._known()
        try:
            self._device = self._ids[document["device"]]
        except KeyError as error:
            raise Unsound("review_file.missing", "", "device") from error

    def _known(self) -> dict[str, str]:
        """The bare id of each name that stands in the file."""
        known: dict[str, str] = {}
        named = {kind: [entry["id"] for entry in listed] for kind, listed in self._listed.items()}
        named[Anchor] = [place["id"] for place in self._places]
        for kind, names in named.items():
            fits, behind = re.compile(iri_pattern(kind)).fullmatch, len(prefix(kind))
            for name in names:
                if name in known:
                    raise Unsound("review_file.twice", name)
                if not fits(name):
                    raise Unsound("review_file.no_id", name, "id")
                known[name] = name[behind:]
        return known

    def made(self) -> Iterator[Stamped]:
        """The rows."""
        for shape in SHAPES:
            plan, defaults, kind = self._plan(shape), DEFAULTS[shape.kind], shape.kind
            for entry in self._listed[kind]:
                try:
                    yield self._stamped(kind(**self._values(plan, defaults, entry)), entry)
                    if kind is Claim and isinstance(entry["target"], list):
                        yield from (self._anchor(place, entry) for place in entry["target"])
                    elif kind is Text:
                        yield self._sentences(entry)
                        if "places" in entry:
                            yield self._passages(entry)
                except KeyError as error:  # nothing else is looked up by what stands in the file
                    raise Unsound("review_file.missing", entry["id"]) from error

    def _values(
        self, plan: tuple[tuple[str, str, Convert | None], ...], defaults: dict[str, object], entry: Entry
    ) -> dict[str, Any]:
        values: dict[str, Any] = {**defaults, "id": self._ids[entry["id"]]}
        for name, key, convert in plan:
            if key in entry:
                values[name] = convert(entry[key]) if convert else entry[key]
        return values

    def _plan(self, shape: Shape) -> tuple[tuple[str, str, Convert | None], ...]:
        """The fields of a kind: name, key, and what makes the model's value of the file's."""
        kind = shape.kind
        found = [(name, key_of(kind, name), self._converter(kind, name)) for name in own_names(shape)]
        if shape.body:
            found.append((shape.body, "body", self._from_body(shape)))
        if kind is Claim:
            found.append(("note", "body", lambda body: body[1]["value"] if len(body) > 1 else ""))
        elif shape.target:
            found.append((shape.target, "target", self._converter(kind, shape.target)))
        return tuple(found)

    def _converter(self, kind: type[Row], name: str) -> Convert | None:
        if name in REFERENCES.get(kind, {}):
            return self._ids.__getitem__
        hint = get_type_hints(kind)[name]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {one.value: one for one in hint}.__getitem__
        return None

    def _from_body(self, shape: Shape) -> Convert:
        convert = self._converter(shape.kind, shape.body) or str
        if shape.kind is Claim:
            return lambda body: convert(body[0]["value"])
        if shape.purpose:
            return lambda body: convert(body["value"])
        if REFERENCES[shape.kind][shape.body] is Source:
            return lambda body: convert(body["id"])
        return convert

    def _stamped(self, row: Row, said: Entry) -> Stamped:
        creator, created, stamps = said["creator"], said["created"], said.get("stamps")
        return Stamped(
            row,
            self._ids[creator if isinstance(creator, str) else creator["id"]],
            self._ids[said["device"]] if "device" in said else self._device,
            created,
            f"{said.get('modified', created)}#{said.get('tick', FIRST_TICK)}",
            said.get("removed", False),
            tuple(sorted(stamps.items())) if stamps else (),
        )

    def _within(self, row: Row, own: Entry, whole: Entry) -> Stamped:
        """A row that stands in another's entry: what it does not say of itself is as with that one."""
        return self._stamped(row, {**whole, "stamps": None, **own})

    def _anchor(self, place: Entry, claim: Entry) -> Stamped:
        quote, *positions = place["selector"]
        row = Anchor(
            self._ids[place["id"]],
            self._ids[claim["id"]],
            self._ids[place["revision"]],
            positions[0]["start"] if positions else -1,
            positions[0]["end"] if positions else -1,
            quote["exact"],
            quote["prefix"],
            quote["suffix"],
            _FOUND[place["found"]] if "found" in place else Found.EXACT,
        )
        return self._within(row, place, claim)

    def _sentences(self, text: Entry) -> Stamped:
        own, text_id = text["sentences"], self._ids[text["id"]]
        bounds = "[" + ",".join([f"[{start},{end}]" for start, end in own["bounds"]]) + "]"
        return self._within(Sentences(text_id, text_id, bounds, own["rules"]), own, text)

    def _passages(self, text: Entry) -> Stamped:
        own, text_id = text["places"], self._ids[text["id"]]
        passages = json.dumps(own["passages"], ensure_ascii=False, separators=(",", ":"))
        return self._within(Places(text_id, text_id, passages), own, text)
