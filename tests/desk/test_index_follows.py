"""Whatever is done, undone and redone, the index of words is what one made from scratch would be."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.desk import Desk
from annotator.model.changes import LIBRARY
from annotator.model.errors import CannotUndo, RedPencilError
from annotator.store.search.index import INDEXES, rebuild
from tests.desk.content import quick_desk
from tests.desk.play import MAKERS, Move, days_work


def index(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the index, its number first."""
    return {
        one.table: sorted(tuple(row) for row in desk.library.query(f"SELECT rowid, * FROM {one.table}"))
        for one in INDEXES
    }


def from_scratch(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """What the index would be if it were made now."""
    connection = desk.library.connection
    connection.execute("SAVEPOINT scratch")
    rebuild(connection)
    found = index(desk)
    connection.execute("ROLLBACK TO scratch")
    connection.execute("RELEASE scratch")
    return found


def one_of_each() -> st.SearchStrategy[list[Move]]:
    """Every kind of command once, in any order: few of them are met by chance."""
    some = st.lists(st.integers(0, 11), min_size=len(MAKERS), max_size=len(MAKERS))
    return st.builds(
        lambda order, a, b, c: [Move(*move) for move in zip(order, a, b, c, strict=True)],
        st.permutations(range(len(MAKERS))), some, some, some,
    )  # fmt: skip


@given(
    made=days_work(),
    more=one_of_each(),
    turns=st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=6),
)
def test_the_index_is_as_one_made_from_scratch(prepared: Path, made, more, turns):
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(prepared, Path(folder) / "l")) as desk:
        for move in [*made, *more]:
            try:
                if command := move.command(desk):
                    desk.run(command)
            except RedPencilError:
                continue
        assert index(desk) == from_scratch(desk)
        scopes = [row["id"] for row in desk.library.query("SELECT id FROM articles ORDER BY n LIMIT 2")]
        for scope, back in turns:
            try:
                (desk.undo if back else desk.redo)([*scopes, LIBRARY][scope])
            except CannotUndo:
                continue
            assert index(desk) == from_scratch(desk)
        check = "INSERT INTO {0} ({0}) VALUES ('integrity-check')"
        for one in INDEXES:  # by SQLite itself: what it looks words up in fits what it holds
            desk.library.connection.execute(check.format(one.table))
