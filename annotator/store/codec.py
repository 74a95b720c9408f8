"""Rows of the model to columns of SQLite and back."""

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, TypeVar, get_type_hints

from annotator.model.errors import BadInput
from annotator.model.rows import KINDS, Row
from annotator.model.stamped import Stamped

R = TypeVar("R", bound=Row)

#: What every row carries beside its own columns: who, where, when, whether it is gone, and the stamps of
#: fields that were written at another time (see `model.stamped.Stamped`), as JSON.
ENVELOPE = ("author", "device", "created", "stamp", "deleted", "stamps")

#: The stamps of a row whose fields were all written together, as most were.
TOGETHER = "{}"

#: Values of `deleted`: a row that lives, one that was removed, one whose coming in was undone.
LIVES, REMOVED, NOT_HERE = 0, 1, 2

#: Columns too large for the journal: the row's own id vouches for them, or a hash in the entry does.
HEAVY = {"texts": ("body",), "sentences": ("bounds",)}

_COLUMNS = {kind: tuple(field.name for field in dataclasses.fields(kind)) for kind in KINDS}


#: What a kind's columns hold of a row, all at once.
_READERS: dict[type[Row], Callable[[Row], tuple[Any, ...]]] = {
    kind: attrgetter(*names) for kind, names in _COLUMNS.items()
}
_CONVERTERS: dict[type[Row], dict[str, Callable[[Any], Any]]] = {}


def _converters(kind: type[Row]) -> dict[str, Callable[[Any], Any]]:
    """Column names whose stored value is not yet the model's: enums and truth values."""
    if kind not in _CONVERTERS:  # reading the hints of all kinds would cost a tenth of the start
        hints = get_type_hints(kind)
        _CONVERTERS[kind] = {
            name: hints[name]
            for name in _COLUMNS[kind]
            if hints[name] is bool or (isinstance(hints[name], type) and issubclass(hints[name], Enum))
        }
    return _CONVERTERS[kind]


def columns(kind: type[Row]) -> tuple[str, ...]:
    """The names of a kind's own columns, `id` first."""
    return _COLUMNS[kind]


def to_columns(row: Row) -> dict[str, object]:
    """The row's own columns as SQLite takes them.

    Raises BadInput for a string with NUL or a lone surrogate: SQLite would cut or refuse it.
    """
    kind = type(row)
    found: dict[str, object] = dict(zip(_COLUMNS[kind], _READERS[kind](row), strict=True))
    for name in _converters(kind):
        value = found[name]
        found[name] = value.value if isinstance(value, Enum) else int(value is True)
    _refuse_unstorable("".join([value for value in found.values() if isinstance(value, str)]))
    return found


def from_columns(kind: type[R], values: Mapping[str, Any]) -> R:
    """The model's row for stored columns; columns of the envelope are passed over."""
    own = {name: values[name] for name in columns(kind)}
    for name, convert in _converters(kind).items():
        own[name] = convert(own[name])
    return kind(**own)


def stamped(kind: type[Row], values: Mapping[str, Any]) -> Stamped:
    """A stored row with its envelope, as it travels."""
    return Stamped(
        from_columns(kind, values),
        values["author"],
        values["device"],
        values["created"],
        values["stamp"],
        bool(values["deleted"]),
        () if values["stamps"] == TOGETHER else tuple(sorted(json.loads(values["stamps"]).items())),
    )


def stored(row: Stamped) -> dict[str, object]:
    """A row that travelled, as SQLite takes it. Raises BadInput as `to_columns` does."""
    values = to_columns(row.row)
    values["author"], values["device"], values["created"] = row.author, row.device, row.created
    values["stamp"], values["deleted"] = row.stamp, REMOVED if row.deleted else LIVES
    values["stamps"] = as_stamps(row.stamps) if row.stamps else TOGETHER
    return values


def as_stamps(stamps: Iterable[tuple[str, str]]) -> str:
    """The stamps of single fields as they are stored: compact JSON, sorted, equal text for equal ones."""
    kept = dict(sorted(stamps))
    return json.dumps(kept, separators=(",", ":")) if kept else TOGETHER


def _refuse_unstorable(value: str) -> None:
    try:
        bad = "\0" in value or not (value.isascii() or value.encode())
    except UnicodeEncodeError:  # half a character
        bad = True
    if bad:
        raise BadInput("field.unstorable")
