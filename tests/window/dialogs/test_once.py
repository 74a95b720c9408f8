"""A dialog for once is gone when it is closed, and what comes later reaches nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.window.dialogs.once import open_once, while_there


@pytest.fixture
def dialog(qtbot: QtBot, page: QWidget) -> QDialog:
    made = QDialog(page)
    open_once(made)
    return made


def test_a_closed_dialog_is_gone(qtbot: QtBot, dialog: QDialog, page: QWidget) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.findChildren(QDialog) == []


def test_an_answer_reaches_a_dialog_that_is_there_and_no_other(qtbot: QtBot, dialog: QDialog) -> None:
    took: list[str] = []
    take = while_there(dialog, took.append)
    take("in time")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert not isValid(dialog)
    take("too late")
    assert took == ["in time"]
