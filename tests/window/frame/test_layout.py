"""Panels fold away where there is no room, and come when they are asked for."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.window.frame.layout import Panels


@pytest.fixture
def panels(qtbot: QtBot) -> Panels:
    made = Panels(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.show()
    return made


def shown(panels: Panels) -> tuple[bool, bool]:
    return panels.shows("left_panel"), panels.shows("right_panel")


@pytest.mark.parametrize(
    ("width", "both"),
    [(1100, (True, True)), (1099, (False, True)), (900, (False, True)), (899, (False, False))],
)
def test_each_panel_has_a_width_below_which_it_folds(panels: Panels, width: int, both) -> None:
    panels.fit(width)
    assert shown(panels) == both


def test_what_was_asked_for_stays_until_the_room_changes(panels: Panels) -> None:
    panels.fit(800)
    panels.want("right_panel", True)
    panels.fit(850)
    assert shown(panels) == (False, True)
    panels.fit(1000)
    panels.fit(800)
    assert shown(panels) == (False, False)


def test_a_hidden_panel_stays_hidden_however_wide_it_gets(panels: Panels) -> None:
    panels.want("left_panel", False)
    panels.fit(800)
    panels.fit(1600)
    assert shown(panels) == (False, True)


def test_the_right_panel_waits_for_an_article(panels: Panels) -> None:
    panels.show_work(False)
    panels.want("right_panel", True)
    assert shown(panels) == (True, False)
    panels.show_work(True)
    assert shown(panels) == (True, True)


@pytest.mark.parametrize("kept", [[], [1, 2], [200, 0, 300], ["a", "b", "c"]])
def test_widths_that_make_no_sense_are_let_go(panels: Panels, kept: list) -> None:
    panels.resize(1400, 600)
    before = panels.widths()
    panels.set_widths(kept)
    assert panels.widths() == before


def test_widths_are_kept(panels: Panels) -> None:
    panels.resize(1402, 600)
    panels.set_widths([300, 700, 400])
    assert panels.widths() == [300, 700, 400]


def test_panels_change_sides_and_back_with_their_widths(panels: Panels) -> None:
    panels.resize(1400, 800)
    panels.set_widths([250, 750, 398])
    before = panels.widths()
    standing = [panels.widget(place) for place in range(3)]
    panels.swap(True)
    assert [panels.widget(place) for place in range(3)] == standing[::-1]
    assert panels.widths() == before
    panels.want("left_panel", False)
    assert standing[0].isHidden()
    panels.want("left_panel", True)
    panels.swap(False)
    assert [panels.widget(place) for place in range(3)] == standing
    assert panels.widths() == before


@pytest.mark.parametrize("swapped", [False, True])
def test_a_window_comes_up_with_the_usual_widths_wherever_its_panels_stand(qtbot: QtBot, swapped) -> None:
    made = Panels(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.swap(swapped)
    made.resize(1400, 600)
    made.show()
    articles, _, claims = made.widths()
    assert (articles, claims) == (256, 350)
