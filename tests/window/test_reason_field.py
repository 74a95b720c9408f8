"""The line that asks for a reason in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.window.reason_field import ReasonField


@pytest.fixture
def field(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    made = ReasonField()
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    made.heard = []
    made.given.connect(lambda reason: made.heard.append(reason))
    made.closed.connect(lambda: made.heard.append(None))
    made.window_kept = window
    return made


def test_enter_gives_the_reason_without_blanks_around_it(field):
    QTest.keyClicks(field, " the minutes say so ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.heard == ["the minutes say so"]


def test_an_empty_reason_is_none_unless_it_may_be_empty(field):
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.heard == [None]
    field.may_be_empty = True
    QTest.keyClick(field, Qt.Key.Key_Enter)
    assert field.heard == [None, ""]


def test_escape_leaves_it_whatever_was_typed(field):
    QTest.keyClicks(field, "half a rea")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.heard == [None]


def test_going_elsewhere_closes_it_only_while_nothing_is_typed(field):
    other = field.parentWidget().findChildren(QLineEdit)[1]
    QTest.keyClicks(field, "words")
    other.setFocus()
    assert field.heard == []
    field.setFocus()
    field.clear()
    other.setFocus()
    assert field.heard == [None]
