"""Actions come from the table of keys, do what they are told, and can be turned off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenuBar, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.window.frame.actions import Actions
from annotator.window.frame.keys import KEYS, PAGE, TEXT


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
    letters = {key.name for key in KEYS if key.where in (TEXT, PAGE)}
    assert {action.objectName() for action in text.actions()} == letters
    for name in letters:
        assert text.actions_[name].shortcutContext() == Qt.ShortcutContext.WidgetShortcut


def test_the_claims_have_the_keys_of_the_text_and_not_the_pages(qtbot: QtBot) -> None:
    window, article, claims, bar = QMainWindow(), QTextEdit(), QTextEdit(), QMenuBar()
    qtbot.addWidget(window)
    for widget in (article, claims, bar):
        widget.setParent(window)
    Actions(window, bar, (article, claims))
    assert {action.objectName() for action in claims.actions()} == {k.name for k in KEYS if k.where == TEXT}


def test_other_keys_are_taken_at_once(text: QTextEdit, qtbot: QtBot) -> None:
    done: list[str] = []
    text.actions_.connect({"denial": lambda: done.append("denial"), "undo": lambda: done.append("undo")})
    text.actions_.apply({"denial": ["Q"], "undo": ["Ctrl+U"]})
    qtbot.keyClick(text, Qt.Key.Key_D)
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    qtbot.keyClick(text, Qt.Key.Key_Q)
    qtbot.keyClick(text, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert done == ["denial", "undo"]
    assert text.actions_.keys["denial"] == ("Q",)
    text.actions_.apply({})
    qtbot.keyClick(text, Qt.Key.Key_D)
    assert done[-1] == "denial"


def test_single_letters_can_be_switched_off(text: QTextEdit, qtbot: QtBot) -> None:
    done: list[str] = []
    text.actions_.connect({"denial": lambda: done.append("denial"), "nothing_here": lambda: done.append("-")})
    text.actions_.apply({}, letters=False)
    qtbot.keyClick(text, Qt.Key.Key_D)
    qtbot.keyClick(text, Qt.Key.Key_2)
    assert done == []
    qtbot.keyClick(text, Qt.Key.Key_Space)
    assert done == ["-"]


def test_the_windows_keys_work_where_the_menus_are_hidden(text: QTextEdit, qtbot: QtBot) -> None:
    done: list[str] = []
    text.actions_.connect({"undo": lambda: done.append("undo")})
    text.window().menuWidget().hide()
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]


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
