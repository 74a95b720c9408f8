"""From bytes to the rows that a review file says it holds, its shape checked and nothing believed yet."""

import json
import re
from typing import Any, NoReturn

from annotator.formats.review_file.faults import path
from annotator.formats.review_file.shapes import ITEMS, SHAPES
from annotator.formats.review_file.terms import FORMAT, VERSION
from annotator.formats.review_file.validator import validator
from annotator.model.errors import BadInput

#: The largest file, in bytes, and the most rows taken from one.
SIZE_LIMIT = 64_000_000
ROWS_LIMIT = 250_000

#: How deep objects and lists may stand in each other; the format needs eight.
DEPTH_LIMIT = 32

#: How many characters of a strange key a sentence shows.
_SHOWN = 60

#: How JSON writes NUL and lone surrogates, or something that looks like it.
_UNKEPT_ESCAPES = re.compile(r"\\u(0000|[dD][89a-fA-F])")
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
_STRING = re.compile(rb'"[^"]*"')
_NO_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
_STRUCTURE = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)

Document = dict[str, Any]


def parse(data: bytes, name: str) -> Document:
    """A review file as JSON, of the right shape in every part. Raises BadInput, naming file and place."""
    document = _object(data, name)
    if not isinstance(document, dict) or document.get("file") != FORMAT:
        raise BadInput("review_file.foreign", name=name)
    if isinstance(document.get("file_version"), int) and document["file_version"] > VERSION:
        raise BadInput("review_file.newer", name=name, version=document["file_version"])
    _validate(document, name)
    return document


def _object(data: bytes, name: str) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            "review_file.not_utf8", name=name, line=data.count(b"\n", 0, error.start) + 1
        ) from error
    _refuse_depth(data, name)
    try:
        document = json.loads(text, parse_constant=_no_number, parse_float=_no_number)
    except json.JSONDecodeError as error:
        raise _broken(text, error, name) from error
    except ValueError as error:  # a number of thousands of digits, or one that is not whole
        raise BadInput("review_file.number", name=name) from error
    if _UNKEPT_ESCAPES.search(text):
        _refuse_unkept(document, name)
    return document


def _broken(text: str, error: json.JSONDecodeError, name: str) -> BadInput:
    """A file that ends too early, or one that is no JSON at all."""
    written = text.rstrip()
    if text.lstrip().startswith("{") and (error.pos >= len(written) or not written.endswith("}")):
        return BadInput("review_file.cut_off", name=name, line=written.count("\n") + 1)
    return BadInput("review_file.not_json", name=name, line=error.lineno)


def _no_number(words: str) -> NoReturn:
    raise ValueError(words)


def _refuse_depth(data: bytes, name: str) -> None:
    """Raises BadInput where lists stand too deep in lists, before a reader goes down into them.

    Takes away all but brackets, then the innermost pairs as often as may be: what is left is deeper, or
    does not pair. Only then each bracket is looked at.
    """
    brackets = (
        data.replace(rb"\\", b"").replace(rb"\"", b"").translate(None, _NO_STRUCTURE).replace(b'""', b"")
    )
    brackets = _STRING.sub(b"", brackets)
    for _ in range(DEPTH_LIMIT):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    if brackets.count(b"[") + brackets.count(b"{") <= DEPTH_LIMIT:
        return
    depth = 0
    for found in _STRUCTURE.finditer(data):
        first = found[0][:1]
        depth += first in b"[{"
        depth -= first in b"]}"
        if depth > DEPTH_LIMIT:
            line = data.count(b"\n", 0, found.start()) + 1
            raise BadInput("review_file.too_deep", name=name, line=line)


def _refuse_unkept(document: Any, name: str) -> None:
    """Raises BadInput for NUL and lone surrogates in any string."""
    waiting: list[tuple[Any, tuple[object, ...]]] = [(document, ())]
    while waiting:
        found, steps = waiting.pop()
        if isinstance(found, str) and _UNKEPT.search(found):
            raise BadInput("review_file.unstorable", name=name, place=path(*steps))
        if isinstance(found, list):
            waiting.extend((one, (*steps, number)) for number, one in enumerate(found, start=1))
        elif isinstance(found, dict):
            for key, one in found.items():
                waiting += [(key, steps), (one, (*steps, _UNKEPT.sub("?", key)))]


def _validate(document: Document, name: str) -> None:
    import fastjsonschema

    parts = _parts(document)
    rows = sum(len(found) for found in parts.values() if isinstance(found, list))
    if rows > ROWS_LIMIT:
        raise BadInput("review_file.too_many", name=name, count=rows, limit=ROWS_LIMIT)
    try:
        validator()(parts)
    except fastjsonschema.JsonSchemaValueException:
        _tell(document, parts, name)


def _tell(document: Document, parts: Document, name: str) -> NoReturn:
    """Looks once more, and says what is wrong and where."""
    import fastjsonschema

    try:
        validator(telling=True)(parts)
    except fastjsonschema.JsonSchemaValueException as error:
        key, what = _complaint(error.rule or "", error.rule_definition, error.value, error.definition)
        place = _place(document, parts, error.path[1:])
        raise BadInput(key, name=name, place=place, what=what) from error
    raise AssertionError("both validators are of one schema")


def _parts(document: Document) -> Document:
    """The file's lists by table, and as `head` all the rest with those annotations that are of no table."""
    head = dict(document)
    parts: Document = {"head": head}
    for shape in SHAPES:
        if not shape.is_annotation and shape.section in head:
            parts[shape.kind.TABLE] = head.pop(shape.section)
    first = document.get("first")
    if not isinstance(first, dict) or not isinstance(first.get(ITEMS), list):
        return parts
    tables: dict[object, list[Any]] = {shape.kind.TABLE: [] for shape in SHAPES if shape.is_annotation}
    others: list[Any] = []
    for item in first[ITEMS]:
        table = item.get("table") if isinstance(item, dict) else None
        (tables.get(table, others) if isinstance(table, str) else others).append(item)
    head["first"] = {**first, ITEMS: others}
    return {**parts, **{str(table): found for table, found in tables.items()}}


def _place(document: Document, parts: Document, steps: list[str]) -> str:
    """Where in the file something stands that was found where `_parts` put it."""
    if not steps or steps[0] == "head":
        return path(*steps[1:]) or path("{}")
    section = next(shape.section for shape in SHAPES if steps[0] == shape.kind.TABLE)
    if len(steps) == 1:
        return section
    entry = parts[steps[0]][int(steps[1])]
    listed = document["first"][ITEMS] if section == ITEMS else document[section]
    number = next(at for at, one in enumerate(listed, start=1) if one is entry)
    return path(section, number, *(int(step) + 1 if step.isdecimal() else step for step in steps[2:]))


def _complaint(rule: str, wanted: Any, value: Any, definition: Any) -> tuple[str, str]:
    """The sentence for what a schema does not allow, and the key it is about if it is about one."""
    if rule == "required":
        return "review_file.lacks", next(key for key in wanted if key not in value)
    if rule == "additionalProperties" and isinstance(value, dict):
        unknown = next(key for key in value if key not in definition["properties"])
        return "review_file.unknown_key", unknown[:_SHOWN]
    return "review_file.misshapen", ""
