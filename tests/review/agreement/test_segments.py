"""One person's claims as a line of segments."""

from hypothesis import given

from annotator.model.enums import Tag
from annotator.review.agreement.segments import GAP, segments
from tests.review.marks import ADA, mark, marks

A, D, F = (frozenset({tag}) for tag in Tag)


def test_gaps_stand_between_claims():
    assert segments([mark(ADA, 2, 5), mark(ADA, 7, 9, Tag.DENIAL)], 10) == [
        (0, 2, GAP),
        (2, 5, A),
        (5, 7, GAP),
        (7, 9, D),
        (9, 10, GAP),
    ]


def test_nothing_marked_is_one_gap_and_no_text_is_nothing():
    assert segments([], 10) == [(0, 10, GAP)]
    assert segments([], 0) == []


def test_claims_side_by_side_are_two_units():
    assert segments([mark(ADA, 0, 5), mark(ADA, 5, 10)], 10) == [(0, 5, A), (5, 10, A)]


def test_overlapping_claims_of_one_tag_are_one_unit():
    assert segments([mark(ADA, 0, 6), mark(ADA, 4, 10)], 10) == [(0, 10, A)]
    assert segments([mark(ADA, 0, 10), mark(ADA, 2, 4), mark(ADA, 4, 6)], 10) == [(0, 10, A)]


def test_where_tags_overlap_both_are_the_value():
    assert segments([mark(ADA, 0, 6), mark(ADA, 4, 10, Tag.FACT)], 10) == [
        (0, 4, A),
        (4, 6, A | F),
        (6, 10, F),
    ]


@given(marks(people=(ADA,), length=40))
def test_the_segments_cover_the_text_and_say_what_stands_on_each_character(claims):
    found = segments(claims, 40)
    assert found[0][0] == 0
    assert found[-1][1] == 40
    assert [one[1] for one in found[:-1]] == [other[0] for other in found[1:]]
    for start, end, value in found:
        for place in range(start, end):
            assert value == {claim.tag for claim in claims if claim.span.start <= place < claim.span.end}
