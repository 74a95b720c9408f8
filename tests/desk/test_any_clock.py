"""The same work gives the same library in the same order, whatever the machine's clock does meanwhile."""

import json
import re
import shutil
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines
from annotator.desk.queries.history import history
from annotator.desk.queries.search import first_hits
from annotator.desk.queries.sources import register
from annotator.host import ids
from annotator.host.clock import Clock
from annotator.model.changes import LIBRARY
from annotator.model.errors import RedPencilError
from annotator.model.rows import KINDS
from tests.desk.content import quick_desk
from tests.desk.play import TAG, Move, days_work

NOON = 1_826_971_200_000  # 2027-11-23T12:00:00Z, after the library was begun
HOUR = 60 * 60 * 1000
YEARS = 10 * 365 * 24 * HOUR

#: Where the maker of an import stands in `play.MAKERS`.
IMPORT = 24

#: What a clock may do before a move: nothing, stand, and jump; and whether the program starts anew.
jumps = st.lists(
    st.tuples(st.sampled_from([0, 1, HOUR, -HOUR, YEARS, -YEARS]), st.booleans()), min_size=1, max_size=8
)
_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_WHEN = {"n", "stamp", "stamps", "created", "device", "imported"}


class Jumping(Clock):
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.ms = NOON

    def now_ms(self) -> int:
        return self.ms


def worked(path: Path, made: list[Move], jumps: list[tuple[int, bool]], step: int) -> list[str]:
    """What a library says, and in which order, after moves that are made `step` milliseconds apart."""
    clock, left = Jumping(), list(made)
    while left:
        with patch.object(ids, "_maker", ids.IdMaker()), quick_desk(path, clock=clock) as desk:
            while left:
                jump, anew = jumps[len(left) % len(jumps)]
                clock.ms += step or jump
                _do(desk, left.pop(0))
                if anew:
                    break
    with quick_desk(path, clock=clock) as desk:
        return said(desk)


def said(desk: Desk) -> list[str]:
    """All rows in the order they came, and what is shown in which order; ids by their place, and no times."""
    rows = [
        (kind.TABLE, [{name: row[name] for name in row.keys() if name not in _WHEN} for row in found])  # noqa: SIM118
        for kind in KINDS
        for found in [desk.library.query(f"SELECT * FROM {kind.TABLE} ORDER BY n")]
    ]
    articles = [line.id for line in article_lines(desk)]
    shown = [
        *(asdict(line) for line in article_lines(desk)),
        *(asdict(article_export(desk, article)) for article in articles),
        *(asdict(line) for scope in (LIBRARY, *articles) for line in history(desk, scope)),
        *(asdict(source) for source in register(desk)),
        asdict(first_hits(desk, "s")),
    ]
    text = json.dumps([rows, shown], default=lambda value: type(value).__name__, indent=1)
    places = {one: f"id {place}" for place, one in enumerate(dict.fromkeys(_ID.findall(text)))}
    return _TIME.sub("then", _ID.sub(lambda found: places[found[0]], text)).splitlines()


def _do(desk: Desk, move: Move) -> None:
    try:
        command = move.command(desk)
        if command is not None:
            desk.run(command)
    except RedPencilError:
        return


@settings(max_examples=max(1, settings.default.max_examples // 30))  # two libraries each
@given(made=days_work(), jumps=jumps)
@example(made=[Move(IMPORT, 0, n, 0) for n in range(2)], jumps=[(-HOUR, True)])
@example(made=[Move(TAG, 0, 0, n) for n in (0, 1, 2)], jumps=[(-HOUR, True)])
def test_a_clock_that_jumps_changes_neither_what_is_said_nor_its_order(
    prepared: Path, made: list[Move], jumps: list[tuple[int, bool]]
) -> None:
    with TemporaryDirectory() as folder:
        steady, jumping = (Path(shutil.copy(prepared, Path(folder) / name)) for name in ("steady", "jumping"))
        assert worked(jumping, made, jumps, 0) == worked(steady, made, jumps, 1000)
