"""JSON that nobody vouches for: parsed within limits, and taken apart without believing its types."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from annotator.formats.encoding import decode
from annotator.model.errors import BadInput
from annotator.text.canonical import kept

Object = Mapping[str, Any]

#: The most lists and objects in one file, and the most commas: each costs memory whatever stands in it.
CONTAINERS_LIMIT = 1_000_000
VALUES_LIMIT = 5_000_000

_NOTHING: Object = {}


def parsed(data: bytes, name: str) -> Any:
    """The JSON document in `data`, UTF-8 with or without a mark; raises BadInput, naming the file."""
    try:
        return _loads(_text(data, name))
    except json.JSONDecodeError as error:
        raise BadInput("exchange.not_json", name=name, line=error.lineno) from error
    except (ValueError, RecursionError) as error:  # numbers without an end, lists in lists in lists
        raise BadInput("exchange.odd_json", name=name) from error


def lines(data: bytes, name: str) -> Iterator[tuple[int, Any]]:
    """The documents of a file with one on each line, with the line's number; raises BadInput."""
    for number, line in enumerate(_text(data, name).split("\n"), start=1):
        if line.strip():
            try:
                yield number, _loads(line)
            except (ValueError, RecursionError) as error:
                raise BadInput("exchange.not_json", name=name, line=number) from error


def decoded(data: bytes, name: str) -> str:
    """The words of a text file: UTF-8 just as it is, for positions count in it; else as is guessed."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return decode(data, name=name).text


def _text(data: bytes, name: str) -> str:
    if data.count(b"{") + data.count(b"[") > CONTAINERS_LIMIT or data.count(b",") > VALUES_LIMIT:
        raise BadInput("exchange.too_much", name=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput("exchange.not_utf8", name=name, line=line) from error


def _loads(text: str) -> Any:
    return json.loads(text, parse_constant=_no_number)


def _no_number(words: str) -> NoReturn:
    """NaN and Infinity, which JSON does not have."""
    raise ValueError(words)


def an_object(value: object) -> Object:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else _NOTHING


def a_list(value: object) -> list[Any]:
    """The value if it is a list, a list of it if it stands alone, an empty one for nothing."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def objects(value: object) -> list[Object]:
    """The objects in a list, or the one that stands alone."""
    return [one for one in a_list(value) if isinstance(one, dict)]


def words(value: object) -> str:
    """The value if it is a string, in a form that can be kept; a number as its digits; else ""."""
    if isinstance(value, str):
        return kept(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def number(value: object) -> int | None:
    """The value if it is a whole number that may be a place in a text."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < 2**31 else None


def raw(value: object) -> str:
    """A text as the file has it, for positions count in it; lone surrogates give way to U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else ""
