"""The page about me: name and colour, who else is me, my machines, my id."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from annotator.desk.colours import COLOURS
from annotator.desk.queries.about_me import AboutMe, Machine
from annotator.model.rows import Reviewer
from annotator.model.views import PersonView
from annotator.window.preferences.me import MePage
from annotator.window.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ADA = Reviewer("0193-ada", "Ada", COLOURS[0])
OTHER = Reviewer("01888888-9999", "A. Lovelace", COLOURS[1])
HERE, LAPTOP, UNHEARD = (
    Machine("m-1", "desk", True),
    Machine("m-2", "laptop", False),
    Machine("m-333333333", "", False),
)
BOB = PersonView("b-1", "Bob", COLOURS[2])

ALONE = AboutMe(ADA, (), (HERE,), ())
MANY = AboutMe(ADA, (OTHER,), (HERE, LAPTOP, UNHEARD), (BOB,))


@pytest.fixture
def page(qtbot):
    return shown(qtbot, ALONE)


@pytest.fixture
def full(qtbot):
    return shown(qtbot, MANY)


def shown(qtbot, now: AboutMe) -> MePage:
    made = MePage(now, load_theme("light"))
    qtbot.addWidget(made)
    made.resize(600, 420)
    made.show()
    return made


def words(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page, name: str) -> QPushButton:
    return next(
        one for one in page.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible()
    )


def test_it_begins_with_what_holds(page):
    assert (page.name.text(), page.colours.colour, page.id.text()) == ("Ada", COLOURS[0], "0193-ada")
    assert "desk" in words(page)
    assert "this one" in words(page)
    assert "Also me" not in words(page)  # nobody else is in the library
    assert not page.others.isVisible()


def test_nothing_is_told_when_nothing_changed(page, qtbot):
    with qtbot.assertNotEmitted(page.me_changed):
        page.name.setFocus()
        qtbot.keyClick(page.name, Qt.Key.Key_Tab)


def test_a_new_name_is_told_once_when_the_field_is_left(page, qtbot):
    told: list[tuple[str, str]] = []
    page.me_changed.connect(lambda *what: told.append(what))
    page.name.setFocus()
    page.name.selectAll()
    qtbot.keyClicks(page.name, "Grace ")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.keyClick(page.name, Qt.Key.Key_Tab)
    assert told == [("Grace", COLOURS[0])]


def test_without_a_name_the_one_before_comes_back(page, qtbot):
    page.name.clear()
    with qtbot.waitSignal(page.me_changed) as told:
        page.colours.dots[2].click()
    assert told.args == ["Ada", COLOURS[2]]
    assert page.name.text() == "Ada"


def test_what_cannot_be_had_is_said_and_what_was_comes_back(page, qtbot):
    page.name.setText("Kim")
    page._tell_me()
    page.show_problem("There is a Kim.")
    assert "There is a Kim." in words(page)
    assert (page.name.text(), page.colours.colour) == ("Ada", COLOURS[0])
    page.name.setText("Kim")
    with qtbot.waitSignal(page.me_changed):  # it may be tried again
        page._tell_me()
    assert "There is a Kim." not in words(page)


def test_identities_and_machines_are_listed_with_their_buttons(full, qtbot):
    assert {"A. Lovelace · 01888888", "laptop", "A machine without a name (m-333333)"} <= set(words(full))
    for signal, name, args in (
        (full.not_me, "A. Lovelace · 01888888 is not me", ["01888888-9999"]),
        (full.not_mine, "laptop is no longer mine", ["m-2"]),
        (full.not_mine, "A machine without a name (m-333333) is no longer mine", ["m-333333333"]),
    ):
        with qtbot.waitSignal(signal) as told:
            button(full, name).click()
        assert told.args == args
    full.show_me(ALONE)
    assert not {"A. Lovelace · 01888888", "laptop"} & set(words(full))


def test_somebody_in_the_library_is_me_too(full, qtbot):
    assert not full.join.isEnabled()
    full.others.setFocus()
    qtbot.keyClick(full.others, Qt.Key.Key_Down)
    with qtbot.waitSignal(full.also_me) as told:
        full.join.click()
    assert told.args == ["b-1"]


def test_after_joining_the_choice_begins_anew(full, qtbot):
    qtbot.keyClick(full.others, Qt.Key.Key_Down)
    full.show_me(MANY)
    assert full.others.currentData() == ""
    assert not full.join.isEnabled()


def test_the_id_is_copied(page):
    page.copy.click()
    assert QGuiApplication.clipboard().text() == "0193-ada"


def test_everything_has_a_name_of_its_own(full):
    stops = [
        one
        for one in full.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    names = [one.accessibleName() or one.text() for one in stops]
    assert all(names)
    assert len(set(names)) == len(names)
