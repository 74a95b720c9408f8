"""Rows of the model to columns of SQLite and back."""

import dataclasses
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar, get_type_hints

from annotator.model.errors import BadInput
from annotator.model.rows import KINDS, Row

R = TypeVar("R", bound=Row)

#: What every row carries beside its own columns: who, where, when, and whether it is gone.
ENVELOPE = ("author", "device", "created", "stamp", "deleted")

#: Columns too large for the journal; each is sealed by the row's own id or can be computed again.
HEAVY = {"texts": ("body",), "sentences": ("bounds",)}


#: The kind of row that a table holds.
KIND_OF = {kind.TABLE: kind for kind in KINDS}

_COLUMNS = {kind: tuple(field.name for field in dataclasses.fields(kind)) for kind in KINDS}


def _converters(kind: type[Row]) -> dict[str, Callable[[Any], Any]]:
    """Column names whose stored value is not yet the model's: enums and truth values."""
    hints = get_type_hints(kind)
    return {
        name: hints[name]
        for name in _COLUMNS[kind]
        if hints[name] is bool or (isinstance(hints[name], type) and issubclass(hints[name], Enum))
    }


_CONVERTERS: dict[type[Row], dict[str, Callable[[Any], Any]]] = {}


def columns(kind: type[Row]) -> tuple[str, ...]:
    """The names of a kind's own columns, `id` first."""
    return _COLUMNS[kind]


def to_columns(row: Row) -> dict[str, object]:
    """The row's own columns as SQLite takes them.

    Raises BadInput for a string with NUL or a lone surrogate: SQLite would cut or refuse it.
    """
    found: dict[str, object] = {}
    for name in columns(type(row)):
        value = getattr(row, name)
        if isinstance(value, Enum):
            value = value.value
        elif isinstance(value, bool):
            value = int(value)
        if isinstance(value, str):
            _refuse_unstorable(value)
        found[name] = value
    return found


def from_columns(kind: type[R], values: Mapping[str, Any]) -> R:
    """The model's row for stored columns; columns of the envelope are passed over."""
    own = {name: values[name] for name in columns(kind)}
    if kind not in _CONVERTERS:  # reading the hints of all kinds would cost a tenth of the start
        _CONVERTERS[kind] = _converters(kind)
    for name, convert in _CONVERTERS[kind].items():
        own[name] = convert(own[name])
    return kind(**own)


def _refuse_unstorable(value: str) -> None:
    if value.isascii():
        bad = "\0" in value
    else:
        bad = "\0" in value or any("\ud800" <= character <= "\udfff" for character in value)
    if bad:
        raise BadInput("field.unstorable")
