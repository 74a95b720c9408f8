"""Actions come from the table of keys, do what they are told, and can be turned off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenuBar, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.window.frame.actions import Actions
from annotator.window.frame.keys import KEYS, TEXT


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[QTextEdit]:
    window = QMainWindow()
    qtbot.addWidget(window)
    inside = QTextEdit(window)
    inside.setReadOnly(True)
    window.setCentralWidget(inside)
    bar = QMenuBar()
    window.setMenuWidget(bar)
    inside.actions_ = Actions(window, bar, (inside,))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    inside.setFocus()
    yield inside
    window.close()


def test_letters_belong_to_the_text_alone(text: QTextEdit) -> None:
    letters = {key.name for key in KEYS if key.where == TEXT}
    assert {action.objectName() for action in text.actions()} == letters
    for name in letters:
        assert text.actions_[name].shortcutContext() == Qt.ShortcutContext.WidgetShortcut


def test_an_action_does_what_it_was_told_unless_it_is_off(text: QTextEdit, qtbot: QtBot) -> None:
    done: list[str] = []
    text.actions_.connect({"denial": lambda: done.append("denial"), "undo": lambda: done.append("undo")})
    text.actions_.enable(("denial", "undo"), False)
    qtbot.keyClick(text, Qt.Key.Key_D)
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    text.actions_.enable(("denial",), True)
    qtbot.keyClick(text, Qt.Key.Key_D)
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["denial"]


def test_an_action_that_nobody_knows_is_a_mistake(text: QTextEdit) -> None:
    with pytest.raises(KeyError):
        text.actions_.connect({"fly": print})
