"""Frozen dataclasses as JSON and back, for what goes from one process to another.

A dataclass is the list of its fields in order, an enum its value, a tuple a list; what is read is checked
against the types of the fields, since it may come from where hostile files are read. Never pickle.
"""

import json
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Decode = Callable[[Any], Any]

_PLAIN = (str, int, float, bool)


def to_bytes(value: object) -> bytes:
    """JSON in UTF-8; lone surrogates, which a reader may find, come through."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_bytes(kind: type[T], data: bytes) -> T:
    """What `to_bytes` wrote of a `kind`. Raises ValueError for anything else."""
    try:
        value = json.loads(data.decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    decode: Callable[[Any], T] = _decoder(typing.cast("Any", kind))
    return decode(value)


def _plain(value: Any) -> Any:
    """The value in lists, dictionaries and what JSON knows."""
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _names(value.__class__)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


@cache
def _decoder(kind: Any) -> Decode:
    """What makes a value of a type out of plain JSON; raises ValueError for one that does not fit."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        return _of_dataclass(kind)
    if origin is tuple:
        return _of_tuple(inner)
    if origin is Sequence:
        return _of_tuple((*inner, ...))
    if origin is dict:
        return _of_dict(*inner)
    if origin in (types.UnionType, typing.Union):
        return _of_optional(inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is Path:
        return Path
    if kind is object:
        return lambda value: value
    if kind in _PLAIN:
        return _of_plain(kind)
    raise TypeError(f"{kind} does not travel")


def _of_dataclass(kind: Any) -> Decode:
    hints = typing.get_type_hints(kind)
    decoders = [_decoder(hints[one.name]) for one in fields(kind)]

    def decode(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"no {kind.__name__}")  # noqa: TRY004 (one error for whatever does not fit)
        return kind(*(one(part) for one, part in zip(decoders, value, strict=True)))

    return decode


def _of_tuple(inner: tuple[Any, ...]) -> Decode:
    alike = inner[1:] == (...,)
    decoders = [_decoder(one) for one in (inner[:1] if alike else inner)]

    def decode(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError("no list")  # noqa: TRY004
        if alike:
            return tuple(map(decoders[0], value))
        return tuple(one(part) for one, part in zip(decoders, value, strict=True))

    return decode


def _of_dict(names: Any, values: Any) -> Decode:
    assert names is str
    inner = _decoder(values)

    def decode(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError("no dictionary")  # noqa: TRY004
        return {name: inner(one) for name, one in value.items()}

    return decode


def _of_optional(inner: tuple[Any, ...]) -> Decode:
    (kind,) = (one for one in inner if one is not types.NoneType)
    decode = _decoder(kind)
    return lambda value: None if value is None else decode(value)


def _of_plain(kind: type) -> Decode:
    takes = (int, float) if kind is float else (kind,)

    def decode(value: Any) -> Any:
        if not isinstance(value, takes) or isinstance(value, bool) is not (kind is bool):
            raise ValueError(f"no {kind.__name__}")
        return value

    return decode
