"""Every file made to do harm, of every family, with what each cost."""

import pytest

from tests.formats.hostile_cases import cases, families, run


@pytest.mark.parametrize("family", families())
def test_every_hostile_file_costs_a_sentence(family: str, tmp_path, figures) -> None:
    costs = list(run(family, sorted(cases(family)), tmp_path))
    for cost in costs:
        spent = f"{cost.seconds:6.2f} s {cost.peak / 1e6:6.0f} MB"
        figures(f"{cost.case:<60} {cost.outcome:<8} {spent} {cost.told}")
    assert [(cost.case, cost.complaints) for cost in costs if cost.complaints] == []
