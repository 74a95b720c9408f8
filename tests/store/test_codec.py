"""Any row of the model goes into its table and comes out as it was."""

import dataclasses
import types
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.model.errors import BadInput
from annotator.model.rows import KINDS, Reviewer
from annotator.store.codec import columns, from_columns, to_columns
from annotator.store.library import Library
from annotator.store.opening import make

_STRINGS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def values(hint: Any) -> SearchStrategy:
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*(values(part) for part in get_args(hint)))
    if hint is type(None):
        return st.none()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {str: _STRINGS, int: st.integers(-(2**63), 2**63 - 1), bool: st.booleans()}[hint]


def rows(kind: type) -> SearchStrategy:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in dataclasses.fields(kind)})


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """An empty library."""
    path = tmp_path_factory.mktemp("empty") / "library.sqlite"
    make(path)
    return path


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_row_comes_out_of_its_table_as_it_went_in(empty, kind, data):
    row = data.draw(rows(kind))
    with Library(empty) as library:
        connection = library.connection
        connection.execute("PRAGMA foreign_keys = OFF")  # the rows it points at are not the question
        stored = {**to_columns(row), "author": "", "device": "", "created": "", "stamp": "", "deleted": 0}
        names, marks = ", ".join(f'"{name}"' for name in stored), ", ".join("?" * len(stored))
        connection.execute("BEGIN")
        connection.execute(f"INSERT INTO {kind.TABLE} ({names}) VALUES ({marks})", list(stored.values()))
        found = library.stored(kind, row.id)
        connection.execute("ROLLBACK")
    assert from_columns(kind, found) == row
    assert [type(getattr(row, name)) for name in columns(kind)] == [
        type(getattr(from_columns(kind, found), name)) for name in columns(kind)
    ]


@given(before=_STRINGS, bad=st.sampled_from(["\0", "\ud800", "\udfff", "\udc80"]), after=_STRINGS)
def test_what_sqlite_would_cut_or_refuse_is_refused(before, bad, after):
    with pytest.raises(BadInput):
        to_columns(Reviewer("r", before + bad + after, "#000000"))
