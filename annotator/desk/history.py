"""Undo and redo: a step's row changes taken back, or brought again, as a new step."""

from collections.abc import Mapping
from itertools import groupby
from typing import NoReturn

from annotator.model.changes import Changes, RowChange
from annotator.model.errors import CannotUndo
from annotator.model.rows import KIND_OF
from annotator.model.steps import StepLine
from annotator.store.codec import NOT_HERE
from annotator.store.door import Hand, Step, content, step
from annotator.store.journal import changes_of, journaled, last_step_of
from annotator.store.library import Library
from annotator.store.reading.seen import only_seen
from annotator.store.references import any_not_here, any_referrer, missing_references, referrers
from annotator.store.steps import newest_redoable, newest_undoable, scopes_of, stamp_of, step_line
from annotator.words import say
from annotator.words.stored import say_stored


def undo(library: Library, hand: Hand, scope: str) -> tuple[StepLine, Step]:
    """Takes back my newest step in a scope. Raises CannotUndo if there is none or something hangs on it."""
    line = newest_undoable(library, hand.reviewer, scope)
    if line is None:
        raise CannotUndo("undo.nothing")
    return line, _turn(library, hand, line, "undo")


def redo(library: Library, hand: Hand, scope: str) -> tuple[StepLine, Step]:
    """Brings my last undone step in a scope again. Raises CannotUndo as `undo` does."""
    line = newest_redoable(library, hand.reviewer, scope)
    if line is None:
        raise CannotUndo("redo.nothing")
    return line, _turn(library, hand, line, "redo")


def as_made(library: Library, hand: Hand, step_id: str) -> tuple[Step, str] | None:
    """A step as it was when it was made, and its kind; None where there is none of that id."""
    line = step_line(library, step_id)
    if line is None:
        return None
    made = Step(library, hand, line.id, stamp_of(library, step_id), "", line.label, dict(line.values))
    made.scopes |= scopes_of(library, step_id)
    made.changes += changes_of(library, step_id)
    return made, line.kind


def describe(line: StepLine | Changes) -> str:
    """The step in words: "Tag as denial", "Undone: tag as denial"; a damaged one has a sentence too."""
    try:
        sentence = say_stored(line.label, line.values)
        return sentence if line.kind == "do" else say(f"history.{line.kind}", step=sentence)
    except (KeyError, ValueError, TypeError):
        return say("history.unknown")


def _turn(library: Library, hand: Hand, line: StepLine, kind: str) -> Step:
    changes, own = changes_of(library, line.id), stamp_of(library, line.id)
    written = [change for change in changes if change.after["stamp"] == own]
    adopted = [change for change in changes if change.after["stamp"] != own]  # these came first
    with step(library, hand, line.label, kind=kind, undoes=line.id) as opened:
        opened.values = dict(line.values)
        opened.scopes |= scopes_of(library, line.id)
        if kind == "undo":
            _turn_written(opened, list(reversed(written)), back=True)
            _turn_adopted(opened, adopted, back=True)
        else:
            _turn_adopted(opened, adopted, back=False)
            _turn_written(opened, written, back=False)
        for change in {(change.table, change.id): change for change in written}.values():
            _refuse_if_depended_on(library, change)
    return opened


def _turn_written(opened: Step, changes: list[RowChange], *, back: bool) -> None:
    for change in changes:
        now, wanted = _turned(change, back=back)
        if content(journaled(change.table, _stored(opened.library, change))) != now:
            _refuse(opened.library, change.table, change.id)
        opened.restore(change.table, wanted)


def _turn_adopted(opened: Step, changes: list[RowChange], *, back: bool) -> None:
    """Puts rows that came from colleagues back as they were, or says that they are not here.

    Nobody removed them: no deletion travels, and their file can be taken in again. They are as many as a file
    holds, so each table is dealt with at once.
    """
    for table, of_table in groupby(changes, key=lambda change: change.table):
        some = list(of_table)
        stored = opened.library.stored_many(KIND_OF[table], (change.id for change in some))
        wanted = []
        for change in some:
            before = change.before or {**change.after, "deleted": NOT_HERE}
            now, then = (change.after, before) if back else (before, change.after)
            if content(journaled(table, stored[change.id])) != content(now):
                _refuse(opened.library, table, change.id)
            wanted.append(then)
        opened.put_back(table, wanted, stored)
    for table, of_table in groupby(changes, key=lambda change: change.table):
        ids = [change.id for change in of_table if not back or _is_gone(change.before)]
        depends = any_referrer if back else any_not_here
        if found := depends(opened.library, table, ids):
            _refuse(opened.library, *found)


def _is_gone(before: Mapping[str, object] | None) -> bool:
    """Whether a row is not here any more once a change of it is taken back."""
    return before is None or before["deleted"] == NOT_HERE


def _turned(change: RowChange, *, back: bool) -> tuple[dict[str, object], dict[str, object]]:
    """What must stand there now, and what shall stand there."""
    before = content(change.before) if change.before else {**content(change.after), "deleted": 1}
    after = content(change.after)
    return (after, before) if back else (before, after)


def _refuse_if_depended_on(library: Library, change: RowChange) -> None:
    """A row that went must leave no live row that points at it; one that came needs what it points at.

    The bin is different: an article in it keeps its claims, and a claim may come back to it.
    """
    if not _stored(library, change)["deleted"]:
        found = missing_references(library, change.table, change.id)
        found = [(table, row_id) for table, row_id in found if table != "articles"]
    elif change.table == "articles" and change.before is not None:
        found = []
    else:
        found = referrers(library, change.table, change.id)
        if change.table == "claims":  # as in `DeleteClaim`: what is hidden from me is not told by a refusal
            found = only_seen(library, found)
    for table, row_id in found:
        _refuse(library, table, row_id)


def _stored(library: Library, change: RowChange) -> dict[str, object]:
    stored = library.stored(KIND_OF[change.table], change.id)
    assert stored is not None, "the journal knows a row that the table does not"
    return stored


def _refuse(library: Library, table: str, row_id: str) -> NoReturn:
    later = step_line(library, last_step_of(library, table, row_id))
    raise CannotUndo("undo.depends", step=describe(later) if later else table)


def undo_label(library: Library, reviewer: str, scope: str) -> str:
    """What undo would take back in a scope, in words; empty if nothing."""
    line = newest_undoable(library, reviewer, scope)
    return describe(line) if line else ""


def redo_label(library: Library, reviewer: str, scope: str) -> str:
    """What redo would bring again in a scope, in words; empty if nothing."""
    line = newest_redoable(library, reviewer, scope)
    return describe(line) if line else ""
