"""Colours as dots: one chosen, by mouse, keyboard and screen reader, its name in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from annotator.desk.colours import COLOURS
from annotator.window.people import readable
from annotator.window.theme import load_theme
from annotator.window.who.colour_dots import ColourDots

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dots(qtbot):
    made = ColourDots(COLOURS[1], load_theme("light"))
    qtbot.addWidget(made)
    made.show()
    return made


def chosen(dots) -> list[str]:
    return [dot.colour for dot in dots.dots if dot.isChecked()]


def test_it_begins_with_what_holds_and_tells_nothing(dots, qtbot):
    assert (dots.colour, chosen(dots), dots._word.text()) == (COLOURS[1], [COLOURS[1]], "Teal")
    with qtbot.assertNotEmitted(dots.chosen):
        dots.set_colour(COLOURS[3])
        qtbot.mouseClick(dots.dots[3], Qt.MouseButton.LeftButton)
    assert (dots.colour, chosen(dots)) == (COLOURS[3], [COLOURS[3]])


def test_a_click_chooses(dots, qtbot):
    with qtbot.waitSignal(dots.chosen) as told:
        qtbot.mouseClick(dots.dots[0], Qt.MouseButton.LeftButton)
    assert told.args == [COLOURS[0]]
    assert (dots.colour, chosen(dots), dots._word.text()) == (COLOURS[0], [COLOURS[0]], "Violet")


def test_arrow_keys_choose(dots, qtbot):
    dots.dots[1].setFocus()
    with qtbot.waitSignal(dots.chosen) as told:
        qtbot.keyClick(dots.dots[1], Qt.Key.Key_Right)
    assert told.args == [COLOURS[2]]
    assert dots.dots[2].hasFocus()


def test_a_colour_from_elsewhere_stays_until_another_is_chosen(dots, qtbot):
    dots.set_colour("#123456")
    assert (dots.colour, chosen(dots), dots._word.text()) == ("#123456", [], "A colour of your own")
    with qtbot.waitSignal(dots.chosen):
        qtbot.mouseClick(dots.dots[4], Qt.MouseButton.LeftButton)
    assert (dots.colour, chosen(dots)) == (COLOURS[4], [COLOURS[4]])


def test_each_has_a_name_of_its_own(dots):
    names = [dot.accessibleName() for dot in dots.dots]
    assert all(names)
    assert len(set(names)) == len(COLOURS)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "contrast_dark"])
def test_they_are_drawn_in_colours_that_the_theme_can_show(dots, theme):
    there = load_theme(theme)
    dots.set_theme(there)
    dot = dots.dots[5]
    middle = dot.grab().toImage().pixelColor(dot.width() // 2, dot.height() // 2)
    wanted = readable(COLOURS[5], there)
    assert isinstance(wanted, QColor)
    assert (middle.red(), middle.green(), middle.blue()) == (wanted.red(), wanted.green(), wanted.blue())
