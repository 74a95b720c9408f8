"""What can be undone and redone is found at once, however long the history is."""

import time

import pytest

from annotator.desk.history import describe
from annotator.model.changes import LIBRARY
from annotator.model.enums import SourceKind
from annotator.model.rows import Source
from annotator.store.door import step
from annotator.store.steps import history, newest_redoable, newest_undoable, scopes_of, step_line
from annotator.words.dates import local_time


def write(library, hand, name: str, scope: str, **turned) -> str:
    with step(library, hand, "step.edit_source", **turned) as opened:
        opened.scopes = {scope}
        opened.values = {"name": name}
        opened.write(Source("s-1", SourceKind.PERSON, name))
    return opened.id


def test_the_newest_of_mine_in_a_scope(library, hand):
    first, other = write(library, hand, "Anna", "a"), write(library, hand, "Anne", "b")
    assert newest_undoable(library, hand.reviewer, "a").id == first
    assert newest_undoable(library, hand.reviewer, "b").id == other
    assert newest_undoable(library, "somebody", "a") is None
    assert newest_redoable(library, hand.reviewer, "a") is None
    undo = write(library, hand, "Anni", "a", kind="undo", undoes=first)
    assert step_line(library, first).undone
    assert newest_undoable(library, hand.reviewer, "a") is None
    assert newest_redoable(library, hand.reviewer, "a").id == first
    write(library, hand, "Ann", "a", kind="redo", undoes=first)
    assert not step_line(library, first).undone
    assert newest_undoable(library, hand.reviewer, "a").id == first
    assert [line.kind for line in history(library, "a", 10)] == ["redo", "undo", "do"]
    assert scopes_of(library, undo) == {"a"}


def test_something_new_ends_redo_in_its_scope_only(library, hand):
    for scope in "ab":
        done = write(library, hand, f"Anna {scope}", scope)
        write(library, hand, f"Anne {scope}", scope, kind="undo", undoes=done)
    write(library, hand, "new", "a")
    assert newest_redoable(library, hand.reviewer, "a") is None
    assert newest_redoable(library, hand.reviewer, "b") is not None


def test_a_long_history_does_not_make_it_slow(library, hand):
    """Ten thousand steps: both questions together stay under a millisecond by their median."""
    library.query("PRAGMA synchronous = OFF")
    with library.atomic():
        for n in range(10_000):
            library.connection.execute(
                'INSERT INTO steps (n, id, kind, label, "values", author, device, stamp)'
                " VALUES (?, ?, 'do', 'step.tag', '{}', ?, '', '')",
                (n + 10, f"step-{n}", hand.reviewer),
            )
            library.connection.execute(
                "INSERT INTO step_scopes (step, scope) VALUES (?, ?)", (n + 10, LIBRARY)
            )
        library.connection.execute("UPDATE steps SET undone_by = 11 WHERE n = 10")
    taken = []
    for _ in range(21):
        start = time.process_time()
        assert newest_undoable(library, hand.reviewer, LIBRARY).id == "step-9999"
        assert newest_redoable(library, hand.reviewer, LIBRARY) is None
        taken.append(time.process_time() - start)
    assert sorted(taken)[10] < 0.001


@pytest.mark.parametrize("kept", ["{", "[1]", "7", ""])
def test_a_step_of_which_damage_left_no_values_is_still_told(library, hand, kept):
    first = write(library, hand, "Anna", "a")
    library.query("UPDATE steps SET label = 'step.of_another_world', \"values\" = ?, stamp = 'x'", kept)
    line = step_line(library, first)
    assert line.values == {}
    assert describe(line) == "A step that can no longer be read"
    assert local_time(line.at) == ""
