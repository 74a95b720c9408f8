"""Asking what was done and what can be taken back."""

from dataclasses import dataclass

from annotator.desk.desk import Desk
from annotator.desk.history import redo_label, undo_label
from annotator.model.steps import StepLine
from annotator.store import steps


@dataclass(frozen=True, slots=True)
class Turns:
    """What undo and redo would do now, in words; empty where there is nothing."""

    undo: str
    redo: str


def history(desk: Desk, scope: str, limit: int = 500) -> tuple[StepLine, ...]:
    """The newest steps in an article or in `LIBRARY`, newest first."""
    return steps.history(desk.library, scope, limit)


def turns(desk: Desk, scope: str) -> Turns:
    """What undo and redo would do in a scope."""
    return Turns(undo_label(desk.library, desk.writer, scope), redo_label(desk.library, desk.writer, scope))
