"""Joining copies of a row: in any order and however often, with the later value of each field."""

import time
from dataclasses import fields, replace

from hypothesis import given, settings

from annotator.model.enums import SourceKind, Tag
from annotator.model.rows import Claim, Grave, Source
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.review.stamps import join
from tests.review.rows import STAMPS, copies

FIRST, SECOND, THIRD, *_ = STAMPS
CREATED = "2026-11-22T00:00:00.000Z"
ANNA = Source("s", SourceKind.PERSON, "Anna", role="clerk")


def of(row, stamp: str, device: str = "d", author: str = "x", **more) -> Stamped:
    return Stamped(row, author, device, CREATED, stamp, **more)


@settings(max_examples=100)
@given(copies(2))
def test_it_does_not_matter_which_comes_first(rows):
    one, other = rows
    assert join(one, other) == join(other, one)


@settings(max_examples=100)
@given(copies(3))
def test_it_does_not_matter_which_are_joined_first(rows):
    one, other, third = rows
    assert join(join(one, other), third) == join(one, join(other, third))


@settings(max_examples=100)
@given(copies(2))
def test_what_is_known_changes_nothing(rows):
    one, other = rows
    assert join(one, one) == one
    joined = join(one, other)
    assert join(joined, one) == joined
    assert join(joined, other) == joined


@settings(max_examples=100)
@given(copies(2))
def test_every_field_has_the_value_with_the_later_stamp(rows):
    one, other = rows
    joined = join(one, other)
    if Grave in (type(one.row), type(other.row)):
        return
    assert (joined.stamp, joined.device) == max((one.stamp, one.device), (other.stamp, other.device))
    assert list(joined.stamps) == sorted(joined.stamps)
    assert joined.stamp not in dict(joined.stamps).values()
    for name in (field.name for field in fields(one.row) if field.name != "id"):
        assert register(joined, name) == max(register(one, name), register(other, name), key=rank)
    deleted = [(dict(row.stamps).get("deleted", row.stamp), row.deleted) for row in (one, other, joined)]
    assert deleted[2] == max(deleted[:2])


def register(row: Stamped, name: str) -> tuple[str, object]:
    return dict(row.stamps).get(name, row.stamp), getattr(row.row, name)


def rank(found: tuple[str, object]) -> tuple[str, bool, str]:
    """The later counts; of values of one moment anything more than nothing, and the larger."""
    stamp, value = found
    return stamp, value is not None, value if isinstance(value, int) else str(value)


def test_two_people_correct_two_fields_of_one_source():
    renamed = of(replace(ANNA, name="Anne"), SECOND, "d2", stamps=(("deleted", FIRST), ("role", FIRST)))
    promoted = of(replace(ANNA, role="judge"), THIRD, "d3", stamps=(("deleted", FIRST), ("name", FIRST)))
    both = join(renamed, promoted)
    assert (both.row.name, both.row.role) == ("Anne", "judge")
    assert (both.stamp, both.device) == (THIRD, "d3")
    assert dict(both.stamps)["name"] == SECOND
    assert not both.deleted


def test_what_was_kept_back_never_overwrites():
    known = of(ANNA, FIRST)
    veiled = of(replace(ANNA, name=""), SECOND, stamps=(("name", KEPT_BACK),))
    assert join(known, veiled).row.name == "Anna"
    assert dict(join(known, veiled).stamps)["name"] == FIRST
    assert join(veiled, of(replace(ANNA, name="Ann"), FIRST)).row.name == "Ann"


def test_a_removal_without_content_removes_what_is_older():
    claim = Claim("c", "article", Tag.DENIAL, note="n")
    buried = join(of(claim, FIRST), of(Grave("c", "claims"), SECOND))
    assert buried.deleted
    assert buried.row == claim
    assert dict(buried.stamps)["note"] == FIRST
    later = join(buried, of(replace(claim, note="again"), THIRD))
    assert (later.deleted, later.row.note, later.stamps) == (False, "again", ())


def test_a_shared_row_is_by_whoever_made_it_first():
    mine = of(ANNA, SECOND, author="me")
    theirs = replace(of(ANNA, FIRST, author="they"), created="2026-11-21T00:00:00.000Z")
    assert join(mine, theirs).author == "they"
    assert join(mine, theirs).created == theirs.created


def test_many_rows_are_joined_at_once():
    rows = [of(Claim(f"c{n}", "article", Tag.FACT, note="n"), SECOND) for n in range(40_000)]
    older = [replace(row, row=replace(row.row, note="o"), stamp=FIRST) for row in rows]
    begun = time.perf_counter()
    joined = [join(row, before) for row, before in zip(rows, older, strict=True)]
    assert time.perf_counter() - begun < 1  # 0.1 s here; the bound is for slow machines
    assert joined == rows
