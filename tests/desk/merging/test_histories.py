"""Twenty random histories of two to four people; `make torture` plays a thousand longer ones."""

from collections import Counter
from pathlib import Path

import pytest

from tests.desk.merging import machines
from tests.desk.merging.histories import History


@pytest.mark.parametrize("tens", range(2))
def test_all_libraries_agree_at_the_end_and_nothing_is_lost(bases: Path, tmp_path: Path, tens: int):
    for seed in range(10 * tens, 10 * tens + 10):
        with History(tmp_path, bases, seed) as history:
            history.play(30)
            history.finish()
            history.check()


def test_two_machines_of_one_person_agree_with_a_colleagues(bases: Path, tmp_path: Path):
    did: Counter[str] = Counter()
    for seed in range(7):
        did += machines.play(tmp_path, bases, seed, 30)
    assert did["outright one"]
    assert did["said who is one"]
