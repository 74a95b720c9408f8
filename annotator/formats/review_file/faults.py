"""What is wrong with a review file, and where in it."""

from collections.abc import Iterable
from typing import Any

from annotator.formats.review_file.shapes import ITEMS, SHAPES, Shape


class Unsound(Exception):
    """A row that cannot be taken: `key` names the sentence, `part` the field, `values` fill the sentence.

    `what` is the row's id in the file; of several entries with that id the last one is meant.
    """

    def __init__(self, key: str, what: str, part: str = "", **values: object) -> None:
        super().__init__(key, what, part)
        self.key, self.what, self.part, self.values = key, what, part, values


def entries(document: dict[str, Any], shape: Shape) -> list[dict[str, Any]]:
    """The list of a file in which rows of that shape stand."""
    found: list[dict[str, Any]] = document["first"][ITEMS] if shape.is_annotation else document[shape.section]
    return found


def place_of(document: dict[str, Any], unsound: Unsound) -> str:
    """Where the row stands, as the file has it: list, number from 1, field."""
    for shape in SHAPES[::-1]:
        if shape.is_annotation and shape is not SHAPES[-1]:
            continue  # all annotations stand in one list
        listed = entries(document, shape)
        for number in range(len(listed), 0, -1):
            if unsound.what in _ids(listed[number - 1]):
                return path(shape.section, number, unsound.part)
    return path(unsound.part)


def path(*steps: object) -> str:
    """Steps into a file as a person reads them, empty ones left out: `items › 14 › target`."""
    return " › ".join(str(step) for step in steps if step != "")


def _ids(entry: dict[str, Any]) -> Iterable[str]:
    """The ids of an entry and of the places that stand in it."""
    yield entry["id"]
    if isinstance(entry.get("target"), list):
        yield from (place["id"] for place in entry["target"])
