"""A review file as a delivery: taken whole and sound, or not at all."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.formats.review_file.faults import Unsound, entries, place_of
from annotator.formats.review_file.parsing import SIZE_LIMIT, parse
from annotator.formats.review_file.rows import rows
from annotator.formats.review_file.shapes import SHAPES
from annotator.formats.review_file.soundness import check, ranges
from annotator.formats.review_file.terms import ENDING, FORMAT, TIME_PATTERN, iri_pattern, prefix
from annotator.host.files import read_whole
from annotator.model.deliveries import Delivery, Range
from annotator.model.errors import BadInput
from annotator.model.rows import ORDER, Anchor, Claim, Device, Reviewer, Revision, Row, Text
from annotator.model.stamped import Stamped

_BARE = len(prefix(Reviewer))
_IS_ID = re.compile(iri_pattern(Reviewer)).fullmatch
_IS_TIME = re.compile(TIME_PATTERN).fullmatch

#: Kinds that the head of a file names.
_HEADED: tuple[type[Row], ...] = (Reviewer, Device, Claim, Anchor)

#: How much of a file is looked at to see what it is.
_BEGINNING = 8_192


def is_review_file(where: Path) -> bool:
    """Whether a file is a review file by its name or, for any JSON, by how it begins."""
    name = where.name.lower()
    if name.endswith(ENDING):
        return True
    if not name.endswith(".json"):
        return False
    try:
        if not where.is_file():  # a pipe would be waited for
            return False
        with where.open("rb") as file:
            return f'"{FORMAT}"'.encode() in file.read(_BEGINNING)
    except OSError:
        return False


def read_file(where: Path) -> Delivery:
    """The delivery in a file. Raises BadInput, with the place of the fault where there is one."""
    try:
        data = read_whole(where, SIZE_LIMIT)
    except BadInput as error:
        if error.key == "file.too_large":
            raise BadInput("review_file.too_large", **error.values) from error
        raise
    return read(data, where.name.encode("utf-8", "replace").decode())


def read(data: bytes, name: str) -> Delivery:
    """The delivery in a file's bytes; `name` is what sentences call it.

    The rows stand in the order of `model.rows.KINDS`, those of a kind by id. Raises BadInput.
    """
    try:
        with _without_collecting():
            document = parse(data, name)
            return _delivery(document)
    except Unsound as fault:
        raise BadInput(fault.key, name=name, place=place_of(document, fault), **fault.values) from fault
    except MemoryError as error:
        raise BadInput("review_file.too_many_for_memory", name=name) from error


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Rests Python's search for rings of objects: a file makes none, and has half a million objects."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _delivery(document: dict[str, Any]) -> Delivery:
    found = tuple(sorted(rows(document), key=lambda row: (ORDER[type(row.row)], row.row.id)))
    check(found)
    _check_said_twice(document, found)
    for key, fits in (("id", _IS_ID), ("sent", _IS_TIME)):
        if not fits(document[key]):
            raise Unsound("review_file.misshapen", "", key)
    delivery = Delivery(
        id=document["id"][_BARE:],
        sender=_named(document["sender"], "sender"),
        device=_named(document["device"], "device"),
        sent=document["sent"],
        rows=found,
        ranges=tuple(map(_range, document["ranges"])),
        message=document["message"],
        outlines=frozenset(_named(name, "outlines") for name in document["outlines"]),
    )
    _check_head(document, delivery)
    return delivery


def _named(name: str, key: str) -> str:
    """The bare id of a name that the head of the file gives."""
    if not _IS_ID(name):
        raise Unsound("review_file.missing", "", key)
    return name[_BARE:]


def _range(known: dict[str, Any]) -> Range:
    author, device = _named(known["creator"], "ranges"), _named(known["device"], "ranges")
    return Range(author, device, known["first_stamp"], known["last_stamp"], known["rows"])


def _check_head(document: dict[str, Any], delivery: Delivery) -> None:
    known = {kind: {row.row.id for row in delivery.rows if isinstance(row.row, kind)} for kind in _HEADED}
    if delivery.sender not in known[Reviewer]:
        raise Unsound("review_file.missing", "", "sender")
    if delivery.device not in known[Device]:
        raise Unsound("review_file.missing", "", "device")
    if not delivery.outlines <= known[Claim] | known[Anchor]:
        raise Unsound("review_file.missing", "", "outlines")
    if document["total"] != len(entries(document, SHAPES[-1])):
        raise Unsound("review_file.edited", "", "total")
    if ranges(delivery.rows) != delivery.ranges:
        raise Unsound("review_file.edited", "", "ranges")


def _check_said_twice(document: dict[str, Any], found: tuple[Stamped, ...]) -> None:
    """The text of a claim's place, which the W3C wants to stand there though the revision says it."""
    texts = {
        prefix(Revision) + row.row.id: prefix(Text) + row.row.text
        for row in found
        if isinstance(row.row, Revision)
    }
    for item in entries(document, SHAPES[-1]):
        if isinstance(item["target"], list):
            for place in item["target"]:
                if place["source"] != texts[place["revision"]]:
                    raise Unsound("review_file.two_ways", item["id"], "target")
