"""The settings, each of which takes effect at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from annotator.desk.identity import COLOURS
from annotator.window.dialogs.preferences_dialog import Preferences, PreferencesDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot):
    made = PreferencesDialog(Preferences("Ada", COLOURS[0], "dark", 100))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_what_holds(dialog, qtbot):
    assert dialog.name.text() == "Ada"
    assert [one.isChecked() for one in dialog.findChildren(QRadioButton)] == [True] + 5 * [False]
    assert dialog.theme.currentText() == "Dark"
    assert dialog.text_size.currentText() == "100 %"


def test_nothing_is_told_when_nothing_changed(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.me_changed):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_new_name_is_told_when_the_field_is_left(dialog, qtbot):
    dialog.name.setFocus()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Grace ")
    with qtbot.waitSignal(dialog.me_changed) as changed:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert changed.args == ["Grace", COLOURS[0]]


def test_a_name_typed_last_is_kept_at_closing(dialog, qtbot):
    dialog.name.setFocus()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Grace")
    with qtbot.waitSignal(dialog.me_changed) as changed:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert changed.args == ["Grace", COLOURS[0]]


def test_without_a_name_the_one_before_comes_back(dialog, qtbot):
    dialog.name.clear()
    with qtbot.assertNotEmitted(dialog.me_changed):
        dialog.findChildren(QRadioButton)[0].click()
    assert dialog.name.text() == "Ada"


def test_a_colour(dialog, qtbot):
    with qtbot.waitSignal(dialog.me_changed) as changed:
        dialog.findChildren(QRadioButton)[2].click()
    assert changed.args == ["Ada", COLOURS[2]]


def test_theme_and_size_by_keys(dialog, qtbot):
    dialog.theme.setFocus()
    with qtbot.waitSignal(dialog.theme_changed) as theme:
        qtbot.keyClick(dialog.theme, Qt.Key.Key_Up)
    assert theme.args == ["light"]
    dialog.text_size.setFocus()
    with qtbot.waitSignal(dialog.text_size_changed) as size:
        qtbot.keyClick(dialog.text_size, Qt.Key.Key_Down)
    assert size.args == [110]


def test_a_zoom_made_elsewhere_is_shown_and_not_told_again(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.text_size_changed):
        dialog.show_text_size(130)
    assert dialog.text_size.currentText() == "130 %"
    sizes = [dialog.text_size.itemData(row) for row in range(dialog.text_size.count())]
    assert sizes == sorted(sizes)
