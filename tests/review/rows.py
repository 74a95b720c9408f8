"""Rows as they travel, drawn at random from few values, so that they meet."""

from dataclasses import fields
from typing import get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.model.rows import KINDS, Grave, Row
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.review.stamps import NOBODYS

STAMPS = [f"2026-11-23T0{hour}:00:00.000Z#000{count}" for hour in range(3) for count in range(2)]
_CREATED = ["2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"]
_WORDS = ["", "a", "b", "é😀"]
_ANY = {
    str: st.sampled_from(_WORDS),
    str | None: st.sampled_from([None, *_WORDS]),
    int: st.integers(-1, 2),
    bool: st.booleans(),
}


def row_of(kind: type[Row], row_id: str = "r") -> SearchStrategy[Row]:
    """A row of a kind with any values in its fields."""
    hints = get_type_hints(kind)
    own = {field.name: hints[field.name] for field in fields(kind) if field.name != "id"}
    values = {name: _ANY[hint] if hint in _ANY else st.from_type(hint) for name, hint in own.items()}
    return st.builds(kind, st.just(row_id), **values)


@st.composite
def stamped(draw, kind: type[Row]) -> Stamped:
    """A row with an envelope as a library writes it; of what somebody owns always by the same person."""
    row = draw(row_of(kind))
    stamp = draw(st.sampled_from(STAMPS))
    names = [*(field.name for field in fields(kind) if field.name != "id"), "deleted"]
    earlier = st.sampled_from([KEPT_BACK, *(one for one in STAMPS if one < stamp)])
    other = draw(st.dictionaries(st.sampled_from(names), earlier)) if draw(st.booleans()) else {}
    author = draw(st.sampled_from("xy")) if kind in NOBODYS else "x"
    return Stamped(
        row,
        author,
        draw(st.sampled_from(["d1", "d2"])),
        draw(st.sampled_from(_CREATED)),
        stamp,
        draw(st.booleans()),
        tuple(sorted(other.items())),
    )


def copies(count: int) -> SearchStrategy[list[Stamped]]:
    """Some copies of one row, of any kind; among them graves of it."""
    return st.sampled_from([kind for kind in KINDS if kind is not Grave]).flatmap(
        lambda kind: st.lists(st.one_of(stamped(kind), grave_of(kind)), min_size=count, max_size=count)
    )


@st.composite
def grave_of(draw, kind: type[Row]) -> Stamped:
    """The news that the row was removed."""
    return Stamped(
        Grave("r", kind.TABLE),
        draw(st.sampled_from("xy")) if kind in NOBODYS else "x",
        draw(st.sampled_from(["d1", "d2"])),
        draw(st.sampled_from(_CREATED)),
        draw(st.sampled_from(STAMPS)),
    )
