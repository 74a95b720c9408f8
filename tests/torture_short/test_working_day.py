"""A short form of the working day; `make torture` has five hundred actions."""

from operator import attrgetter
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.torture.at_window import somebody
from tests.torture.bars import chooser
from tests.torture.day import Day
from tests.torture.working_day import GROWTH, SLOWER, Act, Watched, work


def test_a_quarter_of_an_hour_goes_by_without_a_mishap(qtbot: QtBot, tmp_path: Path):
    with somebody(tmp_path / "library.sqlite") as (person, wrong):
        watched = Watched()
        work(Day(person, tmp_path, chooser("short")), 12, watched)
        assert wrong == []
    assert len(watched.acts) == 12


def test_who_keeps_what_it_saw_or_gets_slow_is_noticed():
    leaking = Watched(held=[1_000 + 10 * number for number in range(50)])
    slowing = Watched(acts=[Act("mark", 1 + number / 50, 1) for number in range(50)])
    assert leaking.growth > GROWTH
    assert slowing.slower(attrgetter("worked")) > SLOWER
