"""The u-alpha family: published values, values worked by hand, and what must not matter."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.comparing import Marked
from annotator.model.enums import Tag
from annotator.review.agreement.continuum import family
from annotator.review.agreement.material import Material
from annotator.review.agreement.segments import segments
from tests.review.marks import ADA, BOB, PEOPLE, mark, marks

#: Krippendorff 2019, figure 12.11: three people's units on a text of 60, as (start, end, value from 1 to 7).
FIGURE = {
    PEOPLE[0]: [(0, 7, 1), (7, 13, 2), (30, 32, 5), (32, 37, 6), (37, 44, 6), (44, 60, 7)],
    PEOPLE[1]: [(0, 7, 1), (7, 13, 3), (13, 21, 5), (32, 44, 6)],
    PEOPLE[2]: [(0, 7, 1), (7, 13, 4), (13, 21, 5), (32, 37, 6), (37, 41, 6), (41, 44, 6)],
}


def material(*claims: Marked, length: int = 40, people: tuple[str, ...] = (ADA, BOB)) -> Material:
    return Material(people, length, (), claims)


def values(*materials: Material) -> dict[str, float | None]:
    return {measure.name: measure.value for measure in family(materials)}


def test_the_published_example():
    """Of three tags there are just as many sets as the example has values: 1 to 7 are read as bits."""
    claims = [
        mark(person, start, end, tag)
        for person, units in FIGURE.items()
        for start, end, value in units
        for bit, tag in enumerate(Tag)
        if value >> bit & 1
    ]
    found = values(material(*claims, length=60, people=PEOPLE))
    assert round(found["u_alpha"], 3) == 0.510
    assert found["u_alpha.binary"] == pytest.approx(0.413, abs=0.001)
    assert round(found["cu_alpha"], 3) == 0.724


def test_worked_by_hand_with_one_tag():
    """Ada 0-4, Bob 2-6, on ten characters.

    Of 2 x 10 characters 8 are under the tag; 2 and 2 meet a gap, so that 8 (both orders) differ. By chance
    2 x 8 x 12 of 20 x 20 - 4 x 4 - 4 x 4 - 6 - 6 = 356 would, times 20.
    """
    found = values(material(mark(ADA, 0, 4), mark(BOB, 2, 6), length=10))
    assert found["u_alpha"] == found["u_alpha.binary"] == pytest.approx(1 - 8 * 356 / (20 * 192))
    assert found["cu_alpha"] is None  # where both tagged nothing could differ
    assert found["ku_alpha.denial"] is None


def test_worked_by_hand_with_two_tags():
    """The same, but Bob's is a denial: 12 differ, by chance 2 x (4 x 4 + 4 x 12 + 4 x 12) = 224."""
    found = values(material(mark(ADA, 0, 4), mark(BOB, 2, 6, Tag.DENIAL), length=10))
    assert found["u_alpha"] == pytest.approx(1 - 12 * 356 / (20 * 224))
    assert found["u_alpha.binary"] == pytest.approx(1 - 8 * 356 / (20 * 192))
    # Where both tagged, all 4 of 4 differ; so would 2 x 2 x 2 of 16 - 4 - 4 by chance, all too.
    assert found["cu_alpha"] == pytest.approx(0)
    assert found["ku_alpha.allegation"] == pytest.approx(0)


def test_what_the_figures_rest_on():
    claims = [mark(ADA, 0, 4), mark(BOB, 2, 6, Tag.DENIAL), mark(BOB, 8, 9)]
    measures = {measure.name: measure for measure in family([material(*claims, length=10)])}
    assert (measures["u_alpha"].n, measures["u_alpha"].coverage) == (10, 0.7)
    assert (measures["cu_alpha"].n, measures["cu_alpha"].coverage) == (2, pytest.approx(4 / 9))
    assert (measures["ku_alpha.allegation"].n, measures["ku_alpha.allegation"].coverage) == (
        2,
        pytest.approx(2 / 5),
    )
    assert (measures["ku_alpha.reported fact"].n, measures["ku_alpha.reported fact"].coverage) == (0, None)


def test_where_nobody_tagged_anything_all_is_undefined():
    assert set(values(material()).values()) == {None}
    assert set(values().values()) == {None}


def test_overlapping_claims_of_one_person_are_no_agreement():
    """Bob found nothing: whatever Ada puts on top of her own claims, nobody agrees with her."""
    found = values(material(mark(ADA, 0, 10), mark(ADA, 0, 10), mark(ADA, 5, 10, Tag.DENIAL)))
    assert found["u_alpha"] < 0
    assert found["u_alpha.binary"] < 0
    assert found["cu_alpha"] is None


@pytest.mark.parametrize("length", [10, 100, 10_000, 1_000_000])
def test_text_that_nobody_tagged_never_lifts_it_above_the_share_that_matched(length):
    """Half of what is tagged is tagged by both, so that alpha nears a half and no more."""
    claims = [mark(ADA, 0, 4), mark(BOB, 2, 6)]
    found = values(material(*claims, length=length))
    assert found["u_alpha"] < 0.5
    assert values(material(*claims, length=2 * length))["u_alpha"] < 0.5


@given(marks(people=(ADA, BOB)), st.integers(1, 500))
def test_text_that_nobody_tagged_says_nothing_of_the_tags(claims, more):
    short, long = values(material(*claims)), values(material(*claims, length=40 + more))
    assert {name: value for name, value in short.items() if name[0] != "u"} == {
        name: value for name, value in long.items() if name[0] != "u"
    }


@given(marks(people=(ADA,)))
def test_who_marks_just_the_same_agrees_wholly(claims):
    twice = [*claims, *(mark(BOB, c.span.start, c.span.end, c.tag, f"b{c.id}") for c in claims)]
    assert {value for value in values(material(*twice)).values() if value is not None} <= {1.0}


@given(marks(), st.permutations(PEOPLE))
def test_the_order_of_people_does_not_matter(claims, people):
    one, other = values(material(*claims, people=PEOPLE)), values(material(*claims, people=tuple(people)))
    assert one == pytest.approx(other)


@given(marks(), marks(people=(ADA, BOB)))
def test_articles_are_pooled_as_one_text_after_the_other(first, second):
    moved = [mark(c.author, c.span.start + 41, c.span.end + 41, c.tag, f"m{c.id}") for c in second]
    joined = material(*first, *moved, length=81, people=PEOPLE)
    apart = values(material(*first, length=41, people=PEOPLE), material(*second, people=PEOPLE))
    assert apart == pytest.approx(values(joined))


@given(marks(most=10), st.sampled_from([(ADA, BOB), PEOPLE]))
def test_it_is_what_the_formulas_say_segment_by_segment(claims, people):
    chosen = [claim for claim in claims if claim.author in people]
    found = values(material(*chosen, people=people))
    lines = [segments([claim for claim in chosen if claim.author == one], 40) for one in people]
    assert found["u_alpha"] == about(by_formula(lines, lambda one, other: one != other))
    assert found["u_alpha.binary"] == about(by_formula(lines, lambda one, other: bool(one) != bool(other)))
    assert found["cu_alpha"] == about(cu_by_formula(lines))


def about(expected: Fraction | None):
    return None if expected is None else pytest.approx(float(expected), abs=1e-9)


def shared(one, other) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def met_by(segment, line) -> int:
    """How much of a segment another person tagged."""
    return sum(shared(segment, other) for other in line if other[2])


def by_formula(lines, differ) -> Fraction | None:
    """Equations 1, 4 and 5 of Krippendorff and others 2016, every segment with every other."""
    others = len(lines) - 1
    total = sum(end - start for line in lines for start, end, _ in line)
    observed = sum(
        Fraction(shared(g, h), others)
        for one, other in permutations(lines, 2)
        for g in one
        for h in other
        if differ(g[2], h[2])
    )
    everything = [segment for line in lines for segment in line]
    expected = sum(
        (g[1] - g[0]) * (h[1] - h[0]) for g in everything for h in everything if differ(g[2], h[2])
    )
    alone = sum((end - start) ** 2 if value else end - start for start, end, value in everything)
    return 1 - observed * (total**2 - alone) / (total * expected) if expected else None


def cu_by_formula(lines) -> Fraction | None:
    """The same for units alone, each as long as it is met by units of others, on an average of them."""
    others = len(lines) - 1
    units = [
        (Fraction(sum(met_by(g, other) for other in lines if other is not line), others), g[2])
        for line in lines
        for g in line
        if g[2]
    ]
    total = sum(length for length, _ in units)
    observed = sum(
        Fraction(shared(g, h), others)
        for one, other in permutations(lines, 2)
        for g in one
        for h in other
        if g[2] and h[2] and g[2] != h[2]
    )
    expected = sum(a * b for a, one in units for b, other in units if one != other)
    alone = sum(length**2 for length, _ in units)
    return 1 - observed * (total**2 - alone) / (total * expected) if expected else None


#: Krippendorff 2004, page 254: by person and category the (start, length) of units on a text from 150 to 450.
OLDER = {
    ADA: {"c": [(225, 70), (370, 30)], "k": [(180, 60), (300, 50)]},
    BOB: {"c": [(220, 80), (355, 20), (400, 20)], "k": [(180, 60), (300, 50)]},
}


def test_segments_serve_the_older_measure_too():
    """The unitizing alpha of 2004, which the family replaced, as a check of how lengths are counted.

    Its total is that of the printed, rounded disagreements: 1 - 0.0144 / (0.0532 + 0.0490).
    """
    found = {category: older(category) for category in "ck"}
    assert [round(1 - met / chance, 4) for met, chance in found.values()] == [0.7286, 1.0]
    met, chance = (sum(round(pair[n], 4) for pair in found.values()) for n in (0, 1))
    assert round(1 - met / chance, 4) == 0.8591


def older(category: str) -> tuple[float, float]:
    """Observed and expected disagreement of one category."""
    lines = [
        segments([mark(person, at - 150, at - 150 + n) for at, n in OLDER[person][category]], 300)
        for person in OLDER
    ]
    observed = sum(apart(g, h) for one, other in permutations(lines, 2) for g in one for h in other)
    everything = [(end - start, bool(value)) for line in lines for start, end, value in line]
    units = [length for length, unit in everything if unit]
    chance = sum(
        (len(units) - 1) / 3 * (2 * n**3 - 3 * n**2 + n)
        + n**2 * sum(gap - n + 1 for gap, unit in everything if not unit and gap >= n)
        for n in units
    )
    places = 600 * 599 - sum(n * (n - 1) for n in units)
    return observed / (2 * 300**2), 2 / 300 * chance / places


def apart(one, other) -> int:
    """The squared distance of two segments; a unit within a gap counts with its squared length."""
    if one[2] and other[2]:
        return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 if shared(one, other) else 0
    if one[2] and other[0] <= one[0] and one[1] <= other[1]:
        return (one[1] - one[0]) ** 2
    if other[2] and one[0] <= other[0] and other[1] <= one[1]:
        return (other[1] - other[0]) ** 2
    return 0
