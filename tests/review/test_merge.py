"""What comes in from a colleague's file, and what is set aside."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.host.clock import FURTHEST_AHEAD, iso, milliseconds
from annotator.model.enums import SourceKind, Tag, Verdict
from annotator.model.errors import BadInput
from annotator.model.rows import (
    KINDS,
    NOT_NAMED,
    Anchor,
    Article,
    Claim,
    Grave,
    Review,
    Reviewer,
    Revision,
    Row,
    SamePerson,
    Source,
)
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.review.merge import Key, Merged, Standing, merge, refuse_ahead
from tests.review.rows import STAMPS, grave_of, stamped

FIRST, SECOND, THIRD, *_ = STAMPS
ME, BO, CLEO = "me", "bo", "cleo"
REFERENCES = {
    "claims": (("article", "articles"), ("version_of", "claims")),
    "anchors": (("claim", "claims"), ("revision", "revisions")),
    "reviews": (("claim", "claims"), ("version", "claims")),
}
CLAIM = Claim("c", "a", Tag.FACT)


def of(row: Row, author: str, stamp: str = FIRST, **more) -> Stamped:
    return Stamped(row, author, f"{author}'s", "2026-11-22T00:00:00.000Z", stamp, **more)


def here(*rows: Stamped, own: Iterable[str] = (ME,), trusted: Iterable[str] = ()) -> Standing:
    live = {key_of(row): row for row in rows if not isinstance(row.row, Grave)}
    graves = {key_of(row): row for row in rows if isinstance(row.row, Grave)}
    return Standing(live, graves, frozenset(own), frozenset(trusted), REFERENCES)


def key_of(row: Stamped) -> Key:
    return (row.row.of if isinstance(row.row, Grave) else row.row.TABLE), row.row.id


def aside(merged: Merged) -> list[tuple[str, str]]:
    return [(one.row.row.id, one.whose) for one in merged.aside]


def test_what_is_new_comes_in_in_the_order_of_the_tables():
    review, claim = of(Review("v", "c", Verdict.AGREED), BO), of(CLAIM, CLEO)
    assert merge(here(), [review, claim]).rows == (claim, review)


def test_what_is_here_or_older_is_nothing_new():
    there = of(replace(CLAIM, note="newer"), ME, SECOND)
    assert merge(here(there), [there]) == Merged(())
    assert merge(here(there), [of(CLAIM, ME)]) == Merged((), newer=True)


def test_my_work_comes_in_from_a_trusted_device_only():
    changed = of(replace(CLAIM, note="changed"), ME, SECOND)
    there = of(CLAIM, ME)
    assert aside(merge(here(there), [changed])) == [("c", ME)]
    assert merge(here(there, trusted=[ME]), [changed]).rows == (changed,)
    assert merge(here(there), [changed], trust=True).rows == (changed,)


def test_nobody_removes_my_claim_with_a_grave():
    grave = of(Grave("c", "claims"), ME, SECOND)
    assert aside(merge(here(of(CLAIM, ME)), [grave])) == [("c", ME)]
    assert aside(merge(here(), [grave])) == [("c", ME)]


def test_nobody_takes_my_claim_over_by_calling_it_theirs():
    stolen = of(replace(CLAIM, note="stolen"), BO, SECOND)
    for trust in (False, True):
        assert aside(merge(here(of(CLAIM, ME)), [stolen], trust=trust)) == [("c", ME)]
    grave = of(Grave("c", "claims"), BO, SECOND)
    assert aside(merge(here(of(CLAIM, ME)), [grave])) == [("c", ME)]


def test_nobody_renames_me():
    me = Reviewer(ME, "Ada", "#112233")
    for author in (ME, BO):
        assert aside(merge(here(), [of(replace(me, name="Eve"), author, SECOND)])) == [(ME, ME)]


def test_what_points_at_what_is_set_aside_goes_with_it():
    mine = of(CLAIM, ME)
    anchor = of(Anchor("p", "c", "a-1", 0, 4, "word", "", ""), ME)
    version = of(Claim("d", "a", Tag.FACT, version_of="c"), BO)
    review = of(Review("v", "c", Verdict.CHANGED, version="d"), BO)
    on_version = of(Review("w", "d", Verdict.AGREED), CLEO)
    other = of(Claim("e", "a", Tag.FACT), BO)
    merged = merge(here(), [mine, anchor, version, review, on_version, other])
    assert merged.rows == (other,)
    assert sorted(aside(merged)) == [(one, ME) for one in "cdpvw"]


def test_what_points_at_my_claim_comes_in_where_the_claim_is_here():
    there = of(CLAIM, ME)
    changed = of(replace(CLAIM, note="changed"), ME, SECOND)
    review = of(Review("v", "c", Verdict.AGREED), BO)
    merged = merge(here(there), [changed, review])
    assert merged.rows == (review,)
    assert aside(merged) == [("c", ME)]


@pytest.mark.parametrize(
    ("author", "one", "other", "comes_in"),
    [
        (BO, BO, "bo-2", True),
        ("bo-2", BO, "bo-2", True),
        (CLEO, BO, "bo-2", False),
        (BO, BO, ME, False),
        (BO, ME, BO, False),
        (CLEO, ME, BO, False),
    ],
)
def test_two_are_one_person_if_one_of_them_says_so_and_neither_works_here(author, one, other, comes_in):
    row = of(SamePerson("s", one, other), author)
    assert merge(here(), [row]).rows == ((row,) if comes_in else ())


def test_a_source_that_two_describe_is_joined_field_by_field():
    anna = Source("s", SourceKind.PERSON, "Anna")
    there = of(replace(anna, role="clerk"), ME, THIRD, stamps=(("name", FIRST),))
    merged = merge(here(there), [of(replace(anna, name="Anne"), ME, SECOND)])
    assert (merged.rows[0].row.name, merged.rows[0].row.role) == ("Anne", "clerk")


def test_the_two_sources_of_every_library_stay_as_they_are():
    assert merge(here(), [of(Source(NOT_NAMED, SourceKind.PERSON, "Eve"), BO, THIRD)]) == Merged(())


def test_nobody_puts_an_article_of_mine_into_the_bin():
    article = of(Article("a", "Title"), ME)
    assert merge(here(article), [replace(article, deleted=True, stamp=SECOND)]).rows[0].deleted is False
    assert merge(here(article), [of(Grave("a", "articles"), BO, SECOND)]) == Merged(())
    (new,) = merge(here(), [replace(article, deleted=True)]).rows
    assert (new.deleted, dict(new.stamps)["deleted"]) == (False, KEPT_BACK)


def test_an_article_never_gets_another_text():
    first = of(Revision("a-1", "a", "text"), ME)
    assert merge(here(first), [of(Revision("a-1", "a", "text"), BO, SECOND)]).rows
    with pytest.raises(BadInput) as refused:
        merge(here(first), [of(Revision("a-1", "a", "other"), BO, SECOND)])
    assert refused.value.key == "merge.other_text"


def test_a_removed_row_does_not_come_back_with_an_older_copy():
    grave = of(Grave("c", "claims"), BO, SECOND)
    (come,) = merge(here(grave), [of(CLAIM, BO)]).rows
    assert come.deleted
    (live,) = merge(here(grave), [of(CLAIM, BO, THIRD)]).rows
    assert not live.deleted
    foreign = of(Grave("c", "claims"), CLEO, SECOND)
    assert not merge(here(foreign), [of(CLAIM, BO)]).rows[0].deleted


def test_a_stamp_a_day_ahead_refuses_everything():
    now = milliseconds(FIRST[:24])
    on_the_edge = f"{iso(now + FURTHEST_AHEAD)}#ffff"
    refuse_ahead([of(CLAIM, BO, on_the_edge)], now)
    with pytest.raises(BadInput) as refused:
        refuse_ahead([of(CLAIM, BO), of(CLAIM, BO, f"{iso(now + FURTHEST_AHEAD + 1)}#0000")], now)
    assert refused.value.key == "clock.ahead"
    refuse_ahead([], now)


_OTHERS = [kind for kind in KINDS if kind not in (Grave, Revision)]


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(_OTHERS).flatmap(lambda kind: st.one_of(stamped(kind), grave_of(kind))), max_size=8
    ),
    st.randoms(use_true_random=False),
)
def test_in_any_order_in_any_portions_and_twice_the_same_comes_out(rows, random_):
    shuffled = [*rows, *random_.sample(rows, len(rows) // 2)]
    random_.shuffle(shuffled)
    cut = random_.randint(0, len(shuffled))
    assert taken(rows) == taken(shuffled[:cut], shuffled[cut:])


def taken(*files: list[Stamped]) -> dict[Key, Stamped]:
    """What a library of nobody in them holds after some files."""
    held: dict[Key, Stamped] = {}
    for file in files:
        graves = {key: row for key, row in held.items() if isinstance(row.row, Grave)}
        live = {key: row for key, row in held.items() if key not in graves}
        merged = merge(Standing(live, graves, frozenset([ME]), frozenset(), {}), file)
        assert not merged.aside or any(isinstance(one.row.row, SamePerson) for one in merged.aside)
        held |= {key_of(row): row for row in merged.rows}
    return held
