"""What a review file looks like, as a JSON Schema: made from the rows of the model, so none is forgotten.

The same stands in `docs/review-file.schema.json` for other programs.
"""

from enum import Enum
from typing import Any, get_type_hints

from annotator.formats.review_file.shapes import (
    DEFAULTS,
    ITEMS,
    REFERENCES,
    SHAPES,
    Shape,
    key_of,
    own_names,
)
from annotator.formats.review_file.terms import (
    ANNO,
    FIRST_VERSION,
    FORMAT,
    SAYING_PATTERN,
    STAMP_PATTERN,
    TIME_PATTERN,
    VERSION,
    has_uuid,
    iri_pattern,
)
from annotator.model.enums import Found
from annotator.model.places import PlaceKind
from annotator.model.rows import KINDS, Anchor, Claim, Grave, Review, Reviewer, Row, Source, Text

#: A JSON Schema, or a part of one.
Schema = dict[str, Any]

#: A reference is one of the ids that stand in the file, each of which is looked at where it stands.
_REFERENCE: Schema = {"type": "string", "pattern": "^urn:"}

#: The highest number of a position or a count.
_MOST = 2**31 - 1

_BOOL: Schema = {"type": "boolean"}
_TEXT: Schema = {"type": "string"}
_TIME: Schema = {"type": "string", "pattern": f"^{TIME_PATTERN}$"}
_STAMP: Schema = {"type": "string", "pattern": f"^{STAMP_PATTERN}$"}
_COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": _MOST}

#: Fields that hold more than their type says.
_SPECIAL: dict[tuple[type[Row], str], Schema] = {
    (Reviewer, "colour"): {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    (Grave, "of"): {"enum": sorted(kind.TABLE for kind in KINDS if has_uuid(kind) and kind is not Grave)},
    (Review, "of"): {"type": "string", "pattern": f"^{SAYING_PATTERN}$"},
}
#: Keys of an order, as `text.order` makes them; the position of a revision is a number.
_KEY: Schema = {"type": "string", "pattern": "^[0-9A-Za-z]*[1-9A-Za-z]$"}


def schema() -> Schema:
    """The schema of a whole file, for any program that validates."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Red Pencil review file, version {VERSION}",
        **_object(
            {
                **_head(),
                **{shape.section: _list(shape) for shape in SHAPES if not shape.is_annotation},
                "first": _page({"allOf": [_any_item(), *map(_if_so, _annotated())]}),
            }
        ),
        "definitions": _definitions(),
    }


def schema_by_table() -> Schema:
    """The schema of a file that was sorted: all but the rows as `head`, and a list for each table.

    It says the same; but asking of each annotation whether it is this or that takes many times as long.
    """
    return {
        "type": "object",
        "required": ["head", *(shape.kind.TABLE for shape in SHAPES if not shape.is_annotation)],
        "properties": {
            "head": _object({**_head(), "first": _page(_any_item())}),
            **{shape.kind.TABLE: _list(shape) for shape in SHAPES},
        },
        "definitions": _definitions(),
    }


def _annotated() -> list[Shape]:
    return [shape for shape in SHAPES if shape.is_annotation]


def _list(shape: Shape) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/definitions/{shape.kind.TABLE}"}}


def _any_item() -> Schema:
    tables = [shape.kind.TABLE for shape in _annotated()]
    return {"type": "object", "properties": {"table": {"enum": tables}}, "required": ["table"]}


def _if_so(shape: Shape) -> Schema:
    table = shape.kind.TABLE
    return {
        "if": {"properties": {"table": _just(table)}},
        "then": {"$ref": f"#/definitions/{table}"},
    }


def _page(item: Schema) -> Schema:
    return _object(
        {
            "type": _just("AnnotationPage"),
            "startIndex": _just(0),
            ITEMS: {"type": "array", "items": item},
        }
    )


def _head() -> Schema:
    meaning = {"type": ["string", "object"], "additionalProperties": _TEXT}
    context = {"type": "object", "additionalProperties": meaning}
    known = {
        "creator": _REFERENCE,
        "device": _REFERENCE,
        "first_stamp": _STAMP,
        "last_stamp": _STAMP,
        "rows": _COUNT,
    }
    return {
        "@context": {
            "type": "array",
            "items": [_just(ANNO), context],
            "minItems": 2,
            "additionalItems": False,
        },
        "id": _iri(Reviewer),
        "type": _just("AnnotationCollection"),
        "file": _just(FORMAT),
        "file_version": {"type": "integer", "enum": [FIRST_VERSION, VERSION]},
        "generator": _object({"type": _just("Software"), "name": _TEXT}),
        "sent": _TIME,
        "sender": _REFERENCE,
        "device": _REFERENCE,
        "message": _TEXT,
        "total": _COUNT,
        "ranges": {"type": "array", "items": _object(known)},
        "outlines": {"type": "array", "items": _REFERENCE},
    }


def _definitions() -> Schema:
    return {
        "stamps": {
            "type": "object",
            "additionalProperties": {"type": "string", "pattern": f"^({STAMP_PATTERN})?$"},
        },
        "place": _place(),
        "sentences": _object({"rules": _TEXT, "bounds": {"type": "array", "items": _pair()}}, _apart()),
        "places": _object({"passages": {"type": "array", "items": _passage()}}, _apart()),
        **{shape.kind.TABLE: _entry(shape) for shape in SHAPES},
    }


def _entry(shape: Shape) -> Schema:
    """The object of one row: what every row has, what an annotation has, and its own fields."""
    required: Schema = {"id": _iri(shape.kind), "creator": _REFERENCE, "created": _TIME}
    optional: Schema = {**_envelope(), "removed": {**_BOOL, **_just(True)}}
    if shape.is_annotation:
        required |= {
            "type": _just("Annotation"),
            "table": _just(shape.kind.TABLE),
            "motivation": _just(shape.motivation),
            "target": _target(shape),
        }
        if shape.body:
            required["body"] = _body(shape)
    elif shape.kind is Reviewer:
        required["type"] = _just("Person")
    if shape.kind is Text:
        required["sentences"] = {"$ref": "#/definitions/sentences"}
        optional["places"] = {"$ref": "#/definitions/places"}
    if shape.is_annotation:
        required["creator"] = _object({"id": _REFERENCE, "type": _just("Person"), "name": _TEXT})
    for name in own_names(shape):
        fields = optional if name in DEFAULTS[shape.kind] else required
        fields[key_of(shape.kind, name)] = _field(shape.kind, name)
    return _object(required, optional)


def _envelope() -> Schema:
    """What a row says of itself where it is not as with most."""
    return {
        "modified": _TIME,
        "tick": {"type": "string", "pattern": "^[0-9a-f]{4}$"},
        "device": _REFERENCE,
        "stamps": {"$ref": "#/definitions/stamps"},
    }


def _apart() -> Schema:
    """What a row that stands in another's object says where it differs from that one."""
    return {"creator": _REFERENCE, "created": _TIME, **_envelope(), "removed": _BOOL}


def _target(shape: Shape) -> Schema:
    if shape.kind is not Claim:
        return _REFERENCE
    return {
        "type": ["string", "array"],
        "pattern": "^urn:",
        "minItems": 1,
        "items": {"$ref": "#/definitions/place"},
    }


def _body(shape: Shape) -> Schema:
    if not shape.purpose:
        of_source = REFERENCES[shape.kind][shape.body] is Source
        return _object({"id": _REFERENCE, "name": _TEXT}) if of_source else _REFERENCE
    words = _words(shape.purpose, _field(shape.kind, shape.body))
    if shape.kind is not Claim:
        return words
    note = _words("commenting", _TEXT)
    return {"type": "array", "items": [words, note], "minItems": 1, "additionalItems": False}


def _words(purpose: str, value: Schema) -> Schema:
    return _object({"type": _just("TextualBody"), "purpose": _just(purpose), "value": value})


def _place() -> Schema:
    quote = {"type": _just("TextQuoteSelector"), "exact": _TEXT, "prefix": _TEXT, "suffix": _TEXT}
    position = {"type": _just("TextPositionSelector"), "start": _COUNT, "end": _COUNT}
    selectors = {
        "type": "array",
        "items": [_object(quote), _object(position)],
        "minItems": 1,
        "additionalItems": False,
    }
    return _object(
        {
            "id": _iri(Anchor),
            "type": _just("SpecificResource"),
            "source": _REFERENCE,
            "selector": selectors,
            "revision": _REFERENCE,
        },
        {"found": {"enum": [one.value for one in Found]}, **_apart()},
    )


def _field(kind: type[Row], name: str) -> Schema:
    hint = get_type_hints(kind)[name]
    if name in REFERENCES.get(kind, {}):
        return _REFERENCE
    if (kind, name) in _SPECIAL:
        return _SPECIAL[kind, name]
    if name == "position" and hint is str:
        return _KEY
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    return _BOOL if hint is bool else _COUNT if hint is int else _TEXT


def _just(value: object) -> Schema:
    """That value alone. (For `const` fastjsonschema makes no code that does not tell.)"""
    return {"enum": [value]}


def _pair() -> Schema:
    return {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2}


def _passage() -> Schema:
    kinds = {"enum": [one.value for one in PlaceKind]}
    return {"type": "array", "items": [_COUNT, _COUNT, kinds, _TEXT], "minItems": 4, "additionalItems": False}


def _iri(kind: type[Row]) -> Schema:
    return {"type": "string", "pattern": f"^{iri_pattern(kind)}$"}


def _object(required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }
