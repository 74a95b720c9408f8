"""The strip of the first start, the dialog for somebody else, and the menu of people."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from annotator.desk.colours import COLOURS
from annotator.model.rows import Reviewer
from annotator.model.views import PersonView
from annotator.window.theme import load_theme
from annotator.window.who.first_time import FirstTime
from annotator.window.who.menu import people_menu
from annotator.window.who.someone import SomeoneDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Reviewer("r-1", "root", COLOURS[0])


@pytest.fixture
def strip(qtbot):
    made = FirstTime(ROOT, load_theme("light"))
    qtbot.addWidget(made)
    made.resize(780, 60)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot):
    made = SomeoneDialog(COLOURS[1], load_theme("light"))
    qtbot.addWidget(made)
    made.begin(COLOURS[2])
    made.show()
    return made


def alarms(widget) -> list[str]:
    labels = (one for one in widget.findChildren(QLabel) if one.property("kind") == "alarm")
    return [label.text() for label in labels if label.isVisible()]


@pytest.mark.parametrize("how", ["button", "enter"])
def test_name_and_colour_are_answered_together(strip, qtbot, how):
    assert (strip.name.text(), strip.colours.colour) == ("root", COLOURS[0])
    strip.name.selectAll()
    qtbot.keyClicks(strip.name, " Ada ")
    qtbot.mouseClick(strip.colours.dots[3], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.named) as told:
        if how == "enter":
            qtbot.keyClick(strip.name, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert told.args == ["Ada", COLOURS[3]]


def test_a_blank_name_is_asked_for_again(strip, qtbot):
    strip.name.clear()
    with qtbot.assertNotEmitted(strip.named):
        strip.button.click()
    assert alarms(strip) == ["A name is needed."]
    strip.show_problem("")
    assert alarms(strip) == []


@pytest.mark.parametrize("how", ["cross", "escape"])
def test_it_can_be_sent_away(strip, qtbot, how):
    with qtbot.waitSignal(strip.dismissed):
        if how == "escape":
            qtbot.keyClick(strip.name, Qt.Key.Key_Escape)
        else:
            strip.findChild(QToolButton).click()
    assert strip.findChild(QToolButton).accessibleName() == "Close this and mark as root"


def test_everything_in_it_has_a_name(strip):
    stops = [w for w in strip.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = [w.accessibleName() or w.text() for w in stops]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("width", "has_colours"), [(250, False), (370, False), (655, True), (780, True)])
def test_in_a_narrow_window_it_stays_on_one_line_and_nothing_is_cut(
    strip, qtbot, mirrored, width, has_colours
):
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    strip.setFixedWidth(width)
    strip.resize(width, strip.heightForWidth(width))
    qtbot.wait(10)
    assert strip.colours.isVisible() == has_colours
    seen = [part for part in (strip.name, strip.colours, strip.button) if part.isVisible()]
    assert {strip.name, strip.button} <= set(seen)
    assert len({part.mapTo(strip, part.rect().center()).y() for part in seen}) == 1
    for part in seen:
        assert part.width() >= part.minimumSizeHint().width()
        place = part.mapTo(strip, part.rect().topLeft())
        assert place.x() >= 0
        assert place.x() + part.width() <= strip.width()
        assert place.y() + part.height() <= strip.height()


def test_somebody_else_is_named(dialog, qtbot):
    assert (dialog.name.text(), dialog.colours.colour) == ("", COLOURS[2])
    qtbot.keyClicks(dialog.name, "Kim ")
    with qtbot.waitSignal(dialog.named) as told:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert told.args == ["Kim", COLOURS[2]]
    assert dialog.isVisible()  # whoever heard it closes it


def test_what_cannot_be_had_is_said_and_forgotten_the_next_time(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.named):
        dialog.accept()
    assert alarms(dialog) == ["A name is needed."]
    dialog.show_problem("There is a Kim.")
    assert alarms(dialog) == ["There is a Kim."]
    dialog.begin(COLOURS[4])
    assert (alarms(dialog), dialog.colours.colour) == ([], COLOURS[4])


def test_the_menu_ticks_who_works_and_tells_who_is_chosen(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    people = [
        PersonView("a", "Ada", COLOURS[0], mine=True, here=True),
        PersonView("k", "Kim & Co", COLOURS[1], here=True),
    ]
    told: list[str] = []
    menu = people_menu(people, load_theme("dark"), told.append, parent)
    ada, kim = menu.actions()
    assert (ada.isChecked(), kim.isChecked()) == (True, False)
    assert "Ada" in ada.text()
    assert "(me)" in ada.text()
    assert kim.text() == "Kim && Co"
    assert not kim.icon().isNull()
    ada.trigger()
    kim.trigger()
    assert told == ["k"]


def test_its_buttons_are_buttons(strip):
    assert [button.text() for button in strip.findChildren(QPushButton)] == ["That’s me"]
