"""The buttons of windows beside the main one say which step they turn."""

from PySide6.QtWidgets import QPushButton

from annotator.desk.queries.history import Turns
from annotator.window.turns import show_turns


def test_each_button_says_its_step_and_waits_without_one(qtbot):
    undo, redo = QPushButton(), QPushButton()
    for button in (undo, redo):
        qtbot.addWidget(button)
    show_turns(undo, redo, Turns(undo="Tag a claim", redo=""))
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    assert "tag a claim" in undo.toolTip().lower()
    assert undo.accessibleDescription() == undo.toolTip()
    assert redo.accessibleDescription() == ""
    show_turns(undo, redo, Turns(undo="", redo="Tag a claim"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    assert "tag a claim" in redo.toolTip().lower()
    assert "tag a claim" not in undo.toolTip().lower()
