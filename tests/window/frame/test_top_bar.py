"""The tools at the top follow their actions."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.window.frame.top_bar import TopBar, with_menus


def test_a_button_does_what_its_action_does_and_is_on_when_that_is(qtbot: QtBot) -> None:
    actions = [QAction(name) for name in ("undo", "redo", "send", "export")]
    actions[1].setEnabled(False)
    bar = TopBar(*actions)
    top = with_menus(QMenuBar(), bar)
    qtbot.addWidget(top)
    undo, redo = bar.findChildren(QToolButton)
    send, export = bar.findChildren(QPushButton)
    assert [button.isEnabled() for button in (undo, redo, send, export)] == [True, False, True, True]
    done: list[str] = []
    for action in actions:
        action.triggered.connect(lambda _=False, action=action: done.append(action.text()))
    for button in (undo, redo, send, export):
        button.click()
    assert done == ["undo", "send", "export"]
    actions[1].setEnabled(True)
    redo.click()
    assert done == ["undo", "send", "export", "redo"]
    bar.tell("Undo tag as denial", "Redo nothing")
    assert (undo.toolTip(), redo.toolTip()) == ("Undo tag as denial", "Redo nothing")
    assert (undo.accessibleName(), redo.accessibleName()) == ("Undo", "Redo")
