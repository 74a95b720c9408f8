"""A thousand random histories of two to four people, without one lost or doubled item."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.desk.merging import machines
from tests.desk.merging.histories import History, make_bases

HISTORIES, OF_TWO_MACHINES = 1_000, 300


def test_a_thousand_histories_end_in_equal_libraries(tmp_path: Path, figures: Callable[[str], None]):
    (tmp_path / "bases").mkdir()
    bases = make_bases(tmp_path / "bases")
    did: Counter[str] = Counter()
    for seed in range(HISTORIES):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with History(folder, bases, seed) as history:
            history.play(60)
            history.finish()
            history.check()
        did += history.did
        for file in folder.iterdir():
            file.unlink()
    told = ", ".join(f"{count} {what}" for what, count in did.most_common())
    figures(f"{HISTORIES} histories: {told}")


def test_a_person_of_two_machines_loses_nothing_either(tmp_path: Path, figures: Callable[[str], None]):
    (tmp_path / "bases").mkdir()
    bases = make_bases(tmp_path / "bases")
    did: Counter[str] = Counter()
    for seed in range(OF_TWO_MACHINES):
        folder = tmp_path / str(seed)
        folder.mkdir()
        did += machines.play(folder, bases, seed, 60)
        for file in folder.iterdir():
            file.unlink()
    told = ", ".join(f"{count} {what}" for what, count in did.most_common())
    figures(f"{OF_TWO_MACHINES} histories of two machines: {told}")
