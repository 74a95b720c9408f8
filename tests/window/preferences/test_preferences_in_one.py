"""The dialog of all preferences: it hands on what its pages say, and fits a small screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.desk.colours import COLOURS
from annotator.desk.queries.about_me import AboutMe, Machine
from annotator.model.rows import Reviewer
from annotator.window.preferences.dialog import Preferences, PreferencesDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


ADA = AboutMe(Reviewer("ada-1", "Ada", COLOURS[0]), (), (Machine("m-1", "desk", True),), ())


@pytest.fixture
def dialog(qtbot):
    made = PreferencesDialog(Preferences(ADA, zoom=110, theme="dark"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_what_holds(dialog):
    assert dialog.me.name.text() == "Ada"
    assert dialog.reading.zoom.currentText() == "110 %"
    assert dialog.reading.columns.value() == 66


def test_what_the_pages_say_is_handed_on(dialog, qtbot):
    said = [
        (dialog.language_chosen, dialog.appearance.language_chosen, ["es"]),
        (dialog.zoom_chosen, dialog.reading.zoom_chosen, [125]),
        (dialog.columns_chosen, dialog.reading.columns_chosen, [80]),
        (dialog.face_chosen, dialog.reading.face_chosen, ["Some Serif"]),
        (dialog.theme_chosen, dialog.appearance.theme_chosen, ["light"]),
        (dialog.keys_chosen, dialog.keys.keys_chosen, [{"bin": ["Ctrl+B"]}, False]),
    ]
    for outer, inner, args in said:
        with qtbot.waitSignal(outer) as got:
            inner.emit(*args)
        assert got.args == args


def test_colours_of_people_are_shown_as_the_theme_can_show_them(dialog):
    assert {dot.theme.name for dot in dialog.me.colours.dots} == {"dark"}
    dialog.appearance.theme_chosen.emit("contrast")
    assert {dot.theme.name for dot in dialog.me.colours.dots} == {"contrast"}


def test_a_name_typed_last_is_kept_at_closing(dialog, qtbot):
    dialog.me.name.setFocus()
    dialog.me.name.selectAll()
    qtbot.keyClicks(dialog.me.name, "Grace")
    with qtbot.waitSignal(dialog.me.me_changed) as changed:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert changed.args == ["Grace", COLOURS[0]]


def test_enter_in_a_field_presses_no_button(qtbot):
    own = {"bin": ["Ctrl+B"], "new_library": ["Ctrl+N"]}
    dialog = PreferencesDialog(Preferences(ADA, keys=own))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.keys.field.pressed.emit("Ctrl+F")  # taken: a button offers to move it
    assert not dialog.keys.move_button.isHidden()
    for page, field in ((0, dialog.me.name), (1, dialog.reading.columns), (3, dialog.keys.search)):
        dialog.pages.setCurrentIndex(page)
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        with qtbot.assertNotEmitted(dialog.keys_chosen):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert dialog.isVisible()


def test_the_button_closes_it(dialog):
    next(button for button in dialog.findChildren(QPushButton) if "Close" in button.text()).click()
    assert not dialog.isVisible()


def test_it_fits_a_small_screen(dialog):
    for place in range(dialog.pages.count()):
        dialog.pages.setCurrentIndex(place)
        assert dialog.minimumSizeHint().width() <= 1024
        assert dialog.minimumSizeHint().height() <= 560


def test_whatever_takes_the_focus_has_a_name(dialog):
    for place in range(dialog.pages.count()):
        dialog.pages.setCurrentIndex(place)
        focusable = [
            each
            for each in dialog.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert focusable
        for each in focusable:
            text = each.text() if hasattr(each, "text") and not each.inherits("QLineEdit") else ""
            assert each.accessibleName() or text, each
