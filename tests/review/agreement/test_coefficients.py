"""Kappa and alpha against published values and against another program."""

from collections.abc import Mapping

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.agreement.coefficients import alpha, kappa, mean, nominal

#: Krippendorff's C data: four people, twelve units, values missing (written as 0).
C_DATA = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
]
#: Krippendorff 1995, case A: 24 cells that two people found relevant or not; one never without the other.
CASE_A = [(1, 1)] * 6 + [(0, 1)] * 8 + [(0, 0)] * 10


def units(rows: list[list[int]]) -> list[list[int]]:
    """For each unit the values that were given."""
    return [[value for value in column if value] for column in zip(*rows, strict=True)]


def interval(one: int, other: int, _: Mapping[int, int]) -> float:
    return (one - other) ** 2


def ratio(one: int, other: int, _: Mapping[int, int]) -> float:
    return ((one - other) / (one + other)) ** 2


def ordinal(one: int, other: int, counts: Mapping[int, int]) -> float:
    low, high = sorted((one, other))
    between = sum(n for value, n in counts.items() if low <= value <= high)
    return (between - (counts[low] + counts[high]) / 2) ** 2


@pytest.mark.parametrize(
    ("difference", "published"), [(nominal, 0.743), (ordinal, 0.815), (interval, 0.849), (ratio, 0.797)]
)
def test_the_c_data_gives_the_published_alphas(difference, published):
    assert round(alpha(units(C_DATA), difference), 3) == published


def test_case_a_gives_the_published_values():
    both = alpha(CASE_A)
    pi = 1 - (1 - both) * 48 / 47  # Scott's pi is alpha without its allowance for few values
    assert (round(kappa(CASE_A), 3), round(pi, 3), round(both, 3)) == (0.385, 0.314, 0.329)


def test_kappa_worked_by_hand():
    """Seven of ten agree; by chance 0.6 x 0.5 + 0.4 x 0.5 = half would: (0.7 - 0.5) / 0.5."""
    pairs = [("x", "x")] * 4 + [("x", "y")] * 2 + [("y", "x")] + [("y", "y")] * 3
    assert kappa(pairs) == pytest.approx(0.4)


def test_without_units_or_without_two_values_they_are_undefined():
    assert kappa([]) is None
    assert kappa([("x", "x")] * 5) is None
    assert alpha([]) is None
    assert alpha([["x"], ["y"]]) is None  # nothing that can be compared
    assert alpha([["x", "x"]] * 5) is None
    assert mean([None, None]) is None
    assert mean([None, 0.5, 1.0]) == 0.75


values = st.lists(st.lists(st.integers(0, 4), min_size=12, max_size=12), min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("difference", "level"),
    [(nominal, "nominal"), (ordinal, "ordinal"), (interval, "interval"), (ratio, "ratio")],
)
@given(rows=values)
def test_alpha_is_what_another_program_says(difference, level, rows):
    found = alpha(units(rows), difference)
    pairable = {value for unit in units(rows) if len(unit) > 1 for value in unit}
    if len(pairable) < 2:
        assert found is None
    else:
        data = [[value or float("nan") for value in row] for row in rows]
        assert found == pytest.approx(krippendorff.alpha(data, level_of_measurement=level), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=30))
def test_both_are_symmetric_and_never_above_one(pairs):
    turned = [(other, one) for one, other in pairs]
    for measure in (kappa, alpha):
        found = measure(pairs)
        assert found == pytest.approx(measure(turned))
        assert found is None or found <= 1
        if found is not None and all(one == other for one, other in pairs):
            assert found == 1
