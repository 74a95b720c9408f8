"""Whose claim goes with whose."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.comparing import Comparison, Difference
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.review.pairing import compare
from tests.review.marks import ADA, BOB, CORA, PEOPLE, mark, marks, shuffled


def ids(comparison: Comparison) -> list[tuple[str, ...]]:
    return [tuple(claim.id for claim in group.claims) for group in comparison.groups]


def kinds(*claims, people=(ADA, BOB)) -> list[Difference]:
    return [group.kind for group in compare(claims, people).groups]


def test_what_says_the_same_is_the_same():
    assert kinds(mark(ADA, 0, 9), mark(BOB, 0, 9)) == [Difference.SAME]


def test_each_way_to_differ_has_its_name():
    assert kinds(mark(ADA, 0, 9), mark(BOB, 0, 9, Tag.DENIAL)) == [Difference.TAG]
    assert kinds(mark(ADA, 0, 9), mark(BOB, 0, 8)) == [Difference.SPAN]
    assert kinds(mark(ADA, 0, 9, said=("s",)), mark(BOB, 0, 9)) == [Difference.SOURCES]
    assert kinds(mark(ADA, 0, 9), mark(BOB, 9, 12)) == [Difference.ONLY, Difference.ONLY]


def test_a_group_tells_everything_that_differs_and_who_is_missing():
    (group,) = compare([mark(ADA, 0, 9), mark(BOB, 2, 12, Tag.FACT)], PEOPLE).groups
    assert group.kinds == {Difference.TAG, Difference.SPAN, Difference.ONLY}
    assert group.missing == (CORA,)
    assert group.span == Span(0, 12)


def test_order_of_a_chain_counts_but_not_that_of_evidence():
    chain = [mark(ADA, 0, 9, said=("s", "t")), mark(BOB, 0, 9, said=("t", "s"))]
    assert kinds(*chain) == [Difference.SOURCES]
    backed = frozenset({("s", "supports"), ("t", "context")})
    assert kinds(mark(ADA, 0, 9, backed=backed), mark(BOB, 0, 9, backed=frozenset([*backed]))) == [
        Difference.SAME
    ]


def test_links_to_claims_of_one_group_are_the_same_link():
    allegations = [mark(ADA, 0, 9, id_="a1"), mark(BOB, 0, 9, id_="b1")]
    mine = mark(ADA, 20, 30, Tag.DENIAL, "a2", links=frozenset({"a1"}))
    same = mark(BOB, 20, 30, Tag.DENIAL, "b2", links=frozenset({"b1"}))
    other = mark(BOB, 20, 30, Tag.DENIAL, "b2", links=frozenset({"elsewhere"}))
    assert kinds(*allegations, mine, same) == [Difference.SAME, Difference.SAME]
    assert kinds(*allegations, mine, other) == [Difference.SAME, Difference.SOURCES]


def test_the_best_overlap_is_taken_first():
    """Bob's claim shares 9 of 10 code points with Ada's second claim, 4 of 14 with the first."""
    claims = [mark(ADA, 0, 9, id_="far"), mark(ADA, 5, 14, id_="near"), mark(BOB, 5, 15, id_="b")]
    assert ids(compare(claims, (ADA, BOB))) == [("far",), ("near", "b")]


def test_of_equal_overlaps_the_same_tag_is_taken_then_the_earlier():
    tagged = [
        mark(ADA, 0, 9, Tag.DENIAL, "d"),
        mark(ADA, 0, 9, Tag.FACT, "f"),
        mark(BOB, 0, 9, Tag.FACT, "b"),
    ]
    assert ("f", "b") in ids(compare(tagged, (ADA, BOB)))
    placed = [mark(ADA, 8, 12, id_="later"), mark(ADA, 0, 4, id_="earlier"), mark(BOB, 2, 10, id_="b")]
    assert ("earlier", "b") in ids(compare(placed, (ADA, BOB)))


def test_claims_of_one_person_never_pair():
    assert kinds(mark(ADA, 0, 9), mark(ADA, 0, 9, Tag.DENIAL), people=(ADA, BOB)) == [Difference.ONLY] * 2


def test_three_people_make_one_group():
    claims = [mark(ADA, 0, 10), mark(BOB, 1, 10), mark(CORA, 2, 10)]
    (group,) = compare(claims, (CORA, ADA, BOB)).groups
    assert [claim.author for claim in group.claims] == [CORA, ADA, BOB]


def test_others_are_left_out_and_a_claim_without_words_stands_alone():
    assert ids(compare([mark(ADA, 0, 9), mark(CORA, 0, 9)], (ADA, BOB))) == [("ada-0-9-A",)]
    assert len(compare([mark(ADA, 4, 4), mark(BOB, 0, 9)], (ADA, BOB)).groups) == 2


@given(marks())
def test_every_claim_is_in_one_group_and_nobody_twice_in_any(claims):
    groups = compare(claims, PEOPLE).groups
    assert sorted(claim.id for group in groups for claim in group.claims) == sorted(c.id for c in claims)
    for group in groups:
        assert len({claim.author for claim in group.claims}) == len(group.claims)
        assert {claim.author for claim in group.claims} | set(group.missing) == set(PEOPLE)


@given(marks().flatmap(lambda claims: st.tuples(st.just(claims), shuffled(claims), st.permutations(PEOPLE))))
def test_neither_the_order_of_claims_nor_of_people_matters(tried):
    claims, other_order, people = tried
    one, other = compare(claims, PEOPLE), compare(other_order, people)
    assert [frozenset(found) for found in ids(one)] == [frozenset(found) for found in ids(other)]
    assert [group.kinds for group in one.groups] == [group.kinds for group in other.groups]


@given(marks(people=(ADA, BOB)))
def test_two_people_are_matched_as_by_trying_every_pair(claims):
    """The rule word for word, without a sweep: the best pair of all that are free, again and again."""
    free, pairs = {claim.id: claim for claim in claims}, []
    while candidates := [
        (a, b)
        for a in free.values()
        for b in free.values()
        if a.author == ADA and b.author == BOB and a.span.overlaps(b.span)
    ]:
        best = min(candidates, key=rank)
        pairs.append(frozenset(claim.id for claim in best))
        for claim in best:
            del free[claim.id]
    assert {frozenset(found) for found in ids(compare(claims, (ADA, BOB))) if len(found) > 1} == set(pairs)


def rank(pair):
    a, b = pair
    shared = set(range(a.span.start, a.span.end)) & set(range(b.span.start, b.span.end))
    covered = set(range(a.span.start, a.span.end)) | set(range(b.span.start, b.span.end))
    earlier = min(a.span.start, b.span.start)
    return -len(shared) / len(covered), a.tag is not b.tag, earlier, *sorted((a.id, b.id))


@given(marks(most=12))
def test_groups_stand_in_text_order(claims):
    starts = [group.span.start for group in compare(claims, PEOPLE).groups]
    assert starts == sorted(starts)
