"""Joining two copies of one row: field by field the later one counts, whatever arrives first.

A row is a map of registers of which each keeps its last writer's value (Shapiro et al. 2011, LWW-Register);
joining is commutative, associative and idempotent, so all who know the same rows hold the same.
"""

from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from annotator.model.rows import KINDS, Grave, Places, Revision, Row, Sentences, Text
from annotator.model.stamped import SHARED, Stamped

#: Kinds of rows that are nobody's work: what is shared, and what follows from an article's text.
NOBODYS: frozenset[type[Row]] = frozenset((*SHARED, Text, Sentences, Places, Revision))

_FIELDS = {kind: tuple(field.name for field in fields(kind) if field.name != "id") for kind in KINDS}


def join(one: Stamped, other: Stamped) -> Stamped:
    """What follows from two copies of a row, or from a row and its grave (`Grave.of` is the row's table).

    Of each field, `deleted` among them, the value with the larger (stamp, value) stays. The row came to be at
    the earlier time, and is by whoever wrote that copy; it stands with the larger stamp and its device.
    """
    if one == other:
        return one
    if type(one.row) is not type(other.row):
        return _buried(other, one) if type(one.row) is Grave else _buried(one, other)
    if not one.stamps and not other.stamps and one.stamp != other.stamp:
        return _with_origin(max(one, other, key=attrgetter("stamp")), one, other)
    return _with_origin(_field_by_field(one, other), one, other)


def _field_by_field(one: Stamped, other: Stamped) -> Stamped:
    mine, theirs = _registers(one), _registers(other)
    kept = {name: max(mine[name], theirs[name], key=_rank) for name in mine}
    stamp, device = max((one.stamp, one.device), (other.stamp, other.device))
    deleted_at, deleted = kept.pop("deleted")
    stamps = {name: at for name, (at, _) in kept.items()} | {"deleted": deleted_at}
    return Stamped(
        replace(one.row, **{name: value for name, (_, value) in kept.items()}),
        one.author,
        device,
        one.created,
        stamp,
        deleted,
        _exceptions(stamps, stamp),
    )


def _buried(row: Stamped, grave: Stamped) -> Stamped:
    """A row and the news that somebody removed it: of its content the grave knows nothing."""
    stamps = {name: at for name, (at, _) in _registers(row).items()}
    stamps["deleted"], deleted = max((stamps["deleted"], row.deleted), (grave.stamp, True))
    stamp, device = max((row.stamp, row.device), (grave.stamp, grave.device))
    joined = replace(row, device=device, stamp=stamp, deleted=deleted, stamps=_exceptions(stamps, stamp))
    return _with_origin(joined, row, grave)


def _with_origin(joined: Stamped, one: Stamped, other: Stamped) -> Stamped:
    """Who made the row first, and when."""
    created, author = min((one.created, one.author), (other.created, other.author))
    if (joined.created, joined.author) == (created, author):
        return joined
    return replace(joined, created=created, author=author)


def _registers(stamped: Stamped) -> dict[str, tuple[str, Any]]:
    """Every field with its own stamp."""
    own = dict(stamped.stamps)
    found = {
        name: (own.get(name, stamped.stamp), getattr(stamped.row, name))
        for name in _FIELDS[type(stamped.row)]
    }
    found["deleted"] = (own.get("deleted", stamped.stamp), stamped.deleted)
    return found


def _rank(register: tuple[str, Any]) -> tuple[str, bool, Any]:
    """The order of two values of one field; of equal stamps anything said is more than None."""
    stamp, value = register
    return (stamp, value is not None, "" if value is None else value)


def _exceptions(stamps: dict[str, str], stamp: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, at) for name, at in stamps.items() if at != stamp))
