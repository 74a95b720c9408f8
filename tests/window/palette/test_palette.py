"""The palette: found by typing, run by Enter, with the focus back where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from annotator.window.palette.card import Palette
from annotator.window.palette.matching import PaletteEntry

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.article, made.other = QTextEdit(), QLineEdit()
    column = QVBoxLayout(made)
    column.addWidget(made.article)
    column.addWidget(made.other)
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    made.article.setFocus()
    qtbot.waitUntil(made.article.hasFocus)
    made.palette_ = Palette(made)
    made.done = []
    return made


def entries(window, *words, keys=""):
    def run(name):
        window.done.append((name, QApplication.focusWidget() is window.article))

    return [PaletteEntry(each, each, lambda name=each: run(name), keys=keys) for each in words]


def offered(palette):
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_runs_the_first_and_the_focus_is_back_before(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export", "Import"))
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "im")
    assert offered(palette) == ["Import"]
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["Import"]
    assert window.done == [("Import", True)]
    assert palette.isHidden()


def test_arrows_choose_and_stop_at_the_ends(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, *(f"Number {n}" for n in range(30))))
    for key, row in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 11),
        (Qt.Key.Key_PageDown, 21),
        (Qt.Key.Key_PageDown, 29),
        (Qt.Key.Key_Down, 29),
        (Qt.Key.Key_PageUp, 19),
    ):
        qtbot.keyClick(palette.field, key)
        assert palette.list.currentIndex().row() == row
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.done == [("Number 19", True)]


def test_escape_runs_nothing_and_gives_the_focus_back(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export"))
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.article.hasFocus()
    assert window.done == []


def test_a_click_takes_a_row(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export", "Import"))
    place = palette.list.visualRect(palette.list.model().index(1, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.done == [("Import", True)]


def test_going_elsewhere_closes_it_and_leaves_the_focus_there(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export"))
    qtbot.mouseClick(window.other, Qt.MouseButton.LeftButton)
    window.other.setFocus()
    assert palette.isHidden()
    assert window.other.hasFocus()


def test_tab_stays_in_the_field(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export"))
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert palette.field.hasFocus()


def test_where_nothing_is_found_it_says_so(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export"))
    qtbot.keyClicks(palette.field, "zzz")
    assert palette._none.isVisible()
    assert palette.list.isHidden()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.done == []
    assert palette.isVisible()


def test_more_is_looked_up_for_what_is_typed(window, qtbot):
    palette = window.palette_

    def articles(typed):
        return entries(window, f"Article {typed}") if typed else ()

    palette.offer(entries(window, "Export"), more=articles)
    assert offered(palette) == ["Export"]
    qtbot.keyClicks(palette.field, "e")
    assert offered(palette) == ["Export", "Article e"]


def test_it_begins_anew_each_time_with_what_was_chosen_last(window, qtbot):
    palette = window.palette_
    palette.offer(entries(window, "Export", "Import"))
    qtbot.keyClicks(palette.field, "zzz")
    palette.give_up()
    palette.offer(entries(window, "Export", "Import"), recent=["Import"])
    assert palette.field.text() == ""
    assert offered(palette) == ["Import", "Export"]


def test_a_screen_reader_hears_keys_and_number(window):
    palette = window.palette_
    palette.offer(entries(window, "Export", keys="Ctrl+E"))
    index = palette.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Export, Ctrl+E"
    assert palette.list.accessibleName() == "1 action"
    assert palette.field.accessibleName() == "Find an action"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_stays_inside_a_small_window(window, qtbot, direction):
    palette = window.palette_
    window.setLayoutDirection(direction)
    window.resize(420, 300)
    palette.offer(entries(window, *(f"Number {n}" for n in range(30)), keys="Ctrl+Shift+F12"))
    assert window.rect().contains(palette.geometry())
    window.resize(360, 260)
    qtbot.waitUntil(lambda: window.rect().contains(palette.geometry()))
    assert not palette.grab().isNull()


def test_what_had_the_focus_may_be_gone(window, qtbot) -> None:
    window.other.setFocus()
    window.palette_.offer(entries(window, "Undo"))
    window.other.deleteLater()
    qtbot.waitUntil(lambda: not isValid(window.other))
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Escape)
    assert not window.palette_.isVisible()
