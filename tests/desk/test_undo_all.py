"""Any commands: undo all gives the same content at each step as was before, redo all the same again."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.desk import Desk
from annotator.desk.history import describe
from annotator.model.changes import LIBRARY
from annotator.model.errors import CannotUndo, RedPencilError
from annotator.store import doctor
from annotator.store.steps import scopes_of, step_line
from annotator.words import say_all
from tests.desk.content import content, dangling, quick_desk
from tests.desk.play import Move, days_work, moves


def played(desk: Desk, made: list[Move]) -> list[tuple[str, dict]]:
    """Runs the moves; of each that wrote something its step and the content before.

    A refusal keeps nothing, and has a sentence.
    """
    done = []
    for move in made:
        before = content(desk.library)
        try:
            command = move.command(desk)
            step = desk.run(command).step if command else ""
        except RedPencilError as error:
            step, _ = "", say_all(error.key, error.values)
        if step:
            done.append((step, before))
        else:
            assert content(desk.library) == before
    return done


def one_scope(desk: Desk, step: str) -> str:
    return sorted(scopes_of(desk.library, step))[0]


@given(made=days_work())
def test_everything_can_be_undone_in_reverse_order_and_redone(prepared: Path, made: list[Move]):
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(prepared, Path(folder) / "l")) as desk:
        done = played(desk, made)
        contents = [*(before for _, before in done), content(desk.library)]
        for step, before in reversed(done):
            desk.undo(one_scope(desk, step))
            assert step_line(desk.library, step).undone
            assert content(desk.library) == before
        for (step, _), then in zip(done, contents[1:], strict=True):
            desk.redo(one_scope(desk, step))
            assert not step_line(desk.library, step).undone
            assert content(desk.library) == then
        assert list(doctor.findings(desk.library)) == []


def turn(desk: Desk, scope: str, *, back: bool) -> None:
    """Undoes or redoes in a scope; a refusal changes nothing and names a step that came later."""
    before = content(desk.library)
    entries = desk.library.query("SELECT count(*) FROM journal")[0][0]
    refused = None
    try:
        (desk.undo if back else desk.redo)(scope)
    except CannotUndo as error:
        refused = error
    if refused is None:
        return
    assert content(desk.library) == before
    assert desk.library.query("SELECT count(*) FROM journal")[0][0] == entries
    if refused.key == "undo.depends":
        steps = [row["id"] for row in desk.library.query("SELECT id FROM steps")]
        assert refused.values["step"] in {describe(step_line(desk.library, step)) for step in steps}
    else:
        assert refused.key == ("undo.nothing" if back else "redo.nothing")


@given(
    made=days_work(),
    turns=st.lists(st.tuples(st.integers(0, 2), st.booleans(), moves(2)), max_size=14),
)
def test_undo_in_any_scope_leaves_a_sound_library(prepared: Path, made, turns):
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(prepared, Path(folder) / "l")) as desk:
        articles = [row["id"] for row in desk.library.query("SELECT id FROM articles ORDER BY n LIMIT 2")]
        played(desk, made)
        for at, back, more in turns:
            turn(desk, [*articles, LIBRARY][at], back=back)
            assert dangling(desk.library) == []
            played(desk, more)
        assert dangling(desk.library) == []
        assert list(doctor.findings(desk.library)) == []


def test_nobody_takes_back_a_new_library(path):
    with quick_desk(path) as desk:
        desk.undo(LIBRARY)  # the second import
        desk.undo(LIBRARY)  # the first
        with pytest.raises(CannotUndo):
            desk.undo(LIBRARY)
        assert len(content(desk.library)["sources"]) == 2
