"""Any commands: undo all gives the same content at each step as was before, redo all the same again."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.sources import EditSource, NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.desk import Desk
from annotator.desk.history import describe
from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.enums import SourceKind, Tag
from annotator.model.errors import CannotUndo, RedPencilError
from annotator.model.rows import Article, Source
from annotator.model.spans import Span
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
def test_everything_can_be_undone_in_reverse_order_and_redone(shared: Path, made: list[Move]):
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(shared, Path(folder) / "l")) as desk:
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
    """Undoes or redoes in a scope; what is turned and turned back is as it was."""
    before = content(desk.library)
    entries = len(desk.library.query("SELECT n FROM journal"))
    there, again = (desk.undo, desk.redo) if back else (desk.redo, desk.undo)
    refused = refusal(there, scope)
    if refused:
        assert content(desk.library) == before
        assert len(desk.library.query("SELECT n FROM journal")) == entries
        if refused.key == "undo.depends":  # it names a step of the history
            steps = [row["id"] for row in desk.library.query("SELECT id FROM steps")]
            assert refused.values["step"] in {describe(step_line(desk.library, step)) for step in steps}
        else:
            assert refused.key == ("undo.nothing" if back else "redo.nothing")
        return
    after = content(desk.library)
    assert after != before
    again(scope)
    assert content(desk.library) == before
    there(scope)
    assert content(desk.library) == after


def refusal(turning: Callable[[str], object], scope: str) -> CannotUndo | None:
    try:
        turning(scope)
    except CannotUndo as error:
        return error
    return None


@given(
    made=days_work(),
    turns=st.lists(st.tuples(st.integers(0, 2), st.booleans(), moves(2)), max_size=14),
)
def test_undo_in_any_scope_leaves_a_sound_library(shared: Path, made, turns):
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(shared, Path(folder) / "l")) as desk:
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


@dataclass(frozen=True)
class NamedTwice(Command):
    """Writes one row twice in one step."""

    LABEL = "step.add_source"

    def apply(self, work: Work) -> None:
        """Makes a source and renames it."""
        for name in ("Anna", "Anne"):
            work.step.write(Source("s-1", SourceKind.PERSON, name))
        work.called(self.LABEL, name="Anne")
        work.scope(LIBRARY)


def test_a_row_changed_twice_in_one_step_goes_back_and_forth(desk):
    before = content(desk.library)
    desk.run(NamedTwice())
    after = content(desk.library)
    desk.undo(LIBRARY)
    assert content(desk.library) == before
    desk.redo(LIBRARY)
    assert content(desk.library) == after


def test_what_was_edited_elsewhere_since_is_not_undone(desk):
    """The source came with the claim in the article; its name was corrected in the register."""
    article = desk.library.where(Article)[0].id
    (claim,) = desk.run(TagClaim(article, Span(4, 9), Tag.FACT)).made
    desk.run(SayBy(claim, NewSource("Ann")))
    ann = desk.library.where(Source, name="Ann")[0].id
    desk.run(EditSource(ann, NewSource("Anna")))
    refused = refusal(desk.undo, article)
    assert refused
    assert refused.values["step"] == "Edit source “Anna”"
    desk.undo(LIBRARY)
    desk.undo(article)
    assert desk.library.find(Source, ann) is None
