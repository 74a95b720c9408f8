"""The buttons that take steps back and do them again, in windows that stand beside the main one."""

from PySide6.QtWidgets import QPushButton

from annotator.desk.queries.history import Turns
from annotator.window.plain import as_tip
from annotator.words import say, within


def show_turns(undo: QPushButton, redo: QPushButton, found: Turns) -> None:
    """Says on both buttons which step they would turn; one without a step cannot be pressed."""
    for button, step, plain, named in (
        (undo, found.undo, "register.undo", "register.undo_step"),
        (redo, found.redo, "register.redo", "register.redo_step"),
    ):
        button.setEnabled(bool(step))
        words = say(named, step=within(step)) if step else say(plain)
        button.setToolTip(as_tip(words))
        button.setAccessibleDescription(words if step else "")
