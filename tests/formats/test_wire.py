import json
import types
import typing
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.formats.asking import Report
from annotator.formats.kinds import Content
from annotator.formats.wire import from_bytes, to_bytes
from annotator.model.drafts import Draft
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Received
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from tests.formats.documents import WHOLE

KINDS = (Content, Draft, Received, Report)

WORDS = st.text(st.characters(codec=None), max_size=4)
SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(min(ends), max(ends)))
NUMBERS = st.integers(-(2**70), 2**70)
ALONE = {
    Span: SPANS,
    str: WORDS,
    int: NUMBERS,
    bool: st.booleans(),
    float: st.floats(allow_nan=False),
    object: st.one_of(WORDS, NUMBERS, st.booleans(), st.none()),
}


def anything(hint: Any) -> SearchStrategy[Any]:
    """Any value of a type that travels."""
    if hint in ALONE:
        return ALONE[hint]
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{one.name: anything(hints[one.name]) for one in fields(hint)})
    if origin is tuple and inner[1:] == (...,):
        return st.lists(anything(inner[0]), max_size=1).map(tuple)
    if origin is tuple:
        return st.tuples(*map(anything, inner))
    if origin is dict:
        return st.dictionaries(*map(anything, inner), max_size=2)
    if origin is types.UnionType:
        return st.one_of(st.none(), *(anything(one) for one in inner if one is not types.NoneType))
    assert issubclass(hint, Enum), hint
    return st.sampled_from(hint)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8)
@given(data=st.data())
def test_what_a_reader_found_comes_through_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(anything(kind))
    assert from_bytes(kind, to_bytes(value)) == value


def test_articles_that_go_out_come_through() -> None:
    assert from_bytes(ArticleExport, to_bytes(WHOLE)) == replace(WHOLE, sentences=tuple(WHOLE.sentences))


PLACE = to_bytes(Place(Span(1, 3), PlaceKind.PAGE, "iv"))


def test_half_a_character_comes_through() -> None:
    assert from_bytes(Content, to_bytes(Content("a\ud800b"))).text == "a\ud800b"


def test_what_is_written_is_plain_json() -> None:
    assert json.loads(PLACE) == [[1, 3], "page", "iv"]


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"{",
        b"null",
        b"7",
        b'"text"',
        b"[]",
        b'[[1, 3], "page"]',
        b'[[1, 3], "page", "iv", 1]',
        b'[[1, 3], "line", "iv"]',
        b'[[3, 1], "page", "iv"]',
        b'[[-1, 1], "page", "iv"]',
        b'[[1, "3"], "page", "iv"]',
        b'[[1, true], "page", "iv"]',
        b'[[1, 3.5], "page", "iv"]',
        b'[[1, 3], "page", null]',
        b'[{"start": 1, "end": 3}, "page", "iv"]',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_anything_else_is_refused(nonsense: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (of whatever kind: the child cannot be believed)
        from_bytes(Place, nonsense)


def test_only_what_was_thought_of_travels() -> None:
    with pytest.raises(TypeError):
        from_bytes(set[str], b"[]")
