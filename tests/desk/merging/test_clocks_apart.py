"""People whose clocks are wrong: what was written in knowledge of another's word comes after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.commands.sources import AddSource, EditSource, NewSource
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.model.errors import BadInput
from annotator.model.rows import Source
from tests.desk.content import quick_desk
from tests.desk.merging.colleagues import straight
from tests.desk.merging.histories import WrongClock

HOUR = 60 * 60 * 1000


def role(desk: Desk, source: str) -> str:
    found = desk.library.find(Source, source)
    assert found is not None
    return found.role


@pytest.fixture(params=[HOUR, -HOUR, 23 * HOUR, -23 * HOUR])
def cleo(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """Cleo, whose clock is wrong."""
    with quick_desk(tmp_path / "cleo.sqlite", "Cleo", WrongClock(request.param)) as desk:
        yield desk


def test_the_later_word_stays_whatever_the_clocks_say(ada: Desk, cleo: Desk) -> None:
    (source,) = ada.run(AddSource(NewSource("The port"))).made
    for turn in range(3):  # to and fro: each has read what the other wrote before
        for one, other in ((ada, cleo), (cleo, ada)):
            other.run(TakeIn(straight(one)))
            other.run(EditSource(source, NewSource("The port", role=f"{turn}, later than before")))
            one.run(TakeIn(straight(other)))
            assert role(one, source) == role(other, source) == f"{turn}, later than before"


def test_what_a_clock_of_years_ago_refuses_comes_in_when_it_is_right(ada: Desk, tmp_path: Path) -> None:
    (source,) = ada.run(AddSource(NewSource("The port"))).made
    path = tmp_path / "cleo.sqlite"
    with quick_desk(path, "Cleo", WrongClock(-10 * 365 * 24 * HOUR)) as cleo:
        (own,) = cleo.run(AddSource(NewSource("The harbour"))).made
        with pytest.raises(BadInput, match=r"clock\.ahead"):
            cleo.run(TakeIn(straight(ada)))
        assert [row.name for row in cleo.library.where(Source)[2:]] == ["The harbour"]
        ada.run(TakeIn(straight(cleo)))  # hers are long ago for Ada, and welcome
        assert role(ada, own) == ""
    with quick_desk(path) as cleo:
        cleo.run(TakeIn(straight(ada)))
        assert [row.name for row in cleo.library.where(Source)[2:]] == ["The harbour", "The port"]
        cleo.run(EditSource(source, NewSource("The port", role="of the city")))
        ada.run(TakeIn(straight(cleo)))
        assert role(ada, source) == "of the city"
