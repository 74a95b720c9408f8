"""Files made to do harm cost a sentence: through the real child, within its limits, touching nothing.

Some eight cases of each family here; `make torture` has all of them.
"""

import pytest

from tests.formats.hostile_cases import cases, families, run

#: Families that read what strangers send, each with files of its own.
AT_LEAST = 25

#: Into so many parts the cases of a family are cut; one of each is read here.
PARTS = 8


@pytest.mark.parametrize("family", families())
def test_a_hostile_file_costs_a_sentence(family: str, tmp_path) -> None:
    chosen = sorted(cases(family))[:: len(cases(family)) // PARTS]
    assert [(cost.case, cost.complaints) for cost in run(family, chosen, tmp_path) if cost.complaints] == []


@pytest.mark.parametrize("family", families())
def test_there_are_enough_cases(family: str) -> None:
    assert len(cases(family)) >= AT_LEAST
