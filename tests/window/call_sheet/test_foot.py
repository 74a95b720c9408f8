"""Handing the call sheet out: copied and printed, without confidential names unless ticked that time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from annotator.desk.commands.sources import EditSource, NewSource
from annotator.window.hands import type_words


def copied(calls, shown, *, everyone: bool) -> str:
    QGuiApplication.clipboard().clear()
    shown.window.foot.copy(everyone=everyone)
    calls.wait()
    return QGuiApplication.clipboard().text()


def test_copying_one_sheet_or_all(calls, shown):
    shown.pick("Coast")
    one = copied(calls, shown, everyone=False)
    assert "## Coast Ferries" in one
    assert "Ines" not in one
    everyone = copied(calls, shown, everyone=True)
    assert everyone.count("## ") - everyone.count("### ") == 4


def test_confidential_names_stay_unless_ticked_that_time(calls, shown):
    shown.pick("Bo")
    without = copied(calls, shown, everyone=False)
    assert "Bo Lind" not in without
    assert "a confidential source" in without
    assert "without" in shown.window.trouble.words
    shown.window.foot.names.click()
    assert "Bo Lind" in copied(calls, shown, everyone=False)
    assert "Bo Lind" not in copied(calls, shown, everyone=True)  # the tick held for one time


def test_a_sheet_that_stands_on_a_confidential_name_alone(calls, shown):
    rask = NewSource("Ines Rask", description="a mayor", reason="fear", confidential=True)
    calls.run(EditSource(calls.rask, rask))
    shown.pick("Ines")
    QGuiApplication.clipboard().setText("before")
    shown.window.foot.copy(everyone=False)
    calls.wait()
    assert QGuiApplication.clipboard().text() == "before"
    assert "nothing is left" in shown.window.trouble.words
    assert "Ines" not in copied(calls, shown, everyone=True)


def test_without_confidential_sources_there_is_nothing_to_tick(calls, shown):
    assert shown.window.foot.names.isVisible()
    shown.window.show_for(calls.other)
    calls.wait()
    assert not shown.window.foot.names.isVisible()


def test_what_is_being_typed_goes_along(calls, shown):
    shown.pick("Coast")
    type_words(shown.card(calls.returns).answering.field, "Yes, certainly")
    assert "Yes, certainly" in copied(calls, shown, everyone=False)


def test_what_is_being_typed_of_a_confidential_source_stays(calls, shown):
    shown.pick("Bo")
    type_words(shown.card(calls.money).answering.field, "Between us")
    text = copied(calls, shown, everyone=False)
    assert "took money" in text
    assert "Between us" not in text


def test_printing_opens_a_preview(qtbot, calls, shown):
    shown.window.foot.print_out(everyone=True)
    calls.wait()
    dialog = shown.window.findChild(QPrintPreviewDialog)
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no menus to grab keys
def test_control_p_asks_how_much(qtbot, shown):
    shown.window.sources.setFocus()
    QTest.keyClick(shown.window.sources, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    menu = shown.window.foot.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["This source", "All sources"]
    menu.close()
