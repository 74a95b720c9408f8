"""The welcome: three ways to begin, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt

from annotator.desk.samples import samples
from annotator.window.card_button import CardButton
from annotator.window.theme import load_theme
from annotator.window.welcome import Welcome

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def welcome(qtbot):
    made = Welcome()
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def cards(welcome):
    return welcome.findChildren(CardButton)


def card(welcome, beginning):
    return next(one for one in cards(welcome) if one.accessibleName().startswith(beginning))


@pytest.mark.parametrize(("name", "signal"), [("Open a file…", "open_wanted"), ("Paste", "paste_wanted")])
def test_ways_to_begin(welcome, qtbot, name, signal):
    with qtbot.waitSignal(getattr(welcome, signal)):
        qtbot.mouseClick(card(welcome, name), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(getattr(welcome, signal)):
        qtbot.keyClick(card(welcome, name), Qt.Key.Key_Space)


def test_all_samples_are_offered_and_the_first_says_start_here(welcome, qtbot):
    offered = samples()
    assert len(offered) == 8
    assert len(cards(welcome)) == 2 + 8
    for sample in offered:
        with qtbot.waitSignal(welcome.sample_wanted) as wanted:
            card(welcome, sample.title).click()
        assert wanted.args == [sample.file]
    first = card(welcome, offered[0].title).accessibleName()
    assert "Start here" in first
    assert "comes with claims marked" in first
    assert sum("Start here" in one.accessibleName() for one in cards(welcome)) == 1


def test_samples_are_read_when_the_welcome_is_seen(qtbot):
    asked = []

    def offered():
        asked.append(1)
        return samples()[:1]

    made = Welcome(offered)
    qtbot.addWidget(made)
    assert asked == []
    made.show()
    made.hide()
    made.show()
    assert asked == [1]


def test_without_samples_there_is_no_heading_for_them(qtbot):
    made = Welcome(lambda: ())
    qtbot.addWidget(made)
    made.show()
    assert not made._samples_heading.isVisible()


def test_one_column_where_it_is_narrow(welcome, qtbot):
    def sides():
        return {one.x() for one in welcome._samples}

    qtbot.waitUntil(lambda: len(sides()) == 2)
    welcome.resize(420, 700)
    qtbot.waitUntil(lambda: len(sides()) == 1)


def test_nothing_on_a_card_is_cut_off(welcome, qtbot):
    for width in (800, 420):
        welcome.resize(width, 700)
        qtbot.waitUntil(
            lambda: all(one.height() >= one.heightForWidth(one.width()) > 40 for one in cards(welcome))
        )


def test_a_card_is_as_high_as_its_words(welcome, qtbot):
    welcome.resize(420, 700)
    qtbot.waitUntil(lambda: all(one.height() == one.heightForWidth(one.width()) for one in welcome._samples))


def test_the_page_has_the_colour_of_the_page(welcome):
    for name in ("light", "dark"):
        welcome.set_theme(load_theme(name))
        image = welcome.grab().toImage()
        assert image.pixelColor(5, 5).name().upper() == load_theme(name).page


def test_the_cards_show_the_keys_as_they_are(welcome):
    welcome.set_keys({"import": "Ctrl+O", "paste": "Ctrl+V"})
    assert card(welcome, "Open a file…").accessibleName() == "Open a file…, Ctrl+O"
    welcome.set_keys({"import": "Ctrl+J"})
    assert card(welcome, "Open a file…").accessibleName() == "Open a file…, Ctrl+J"
    assert card(welcome, "Paste").accessibleName() == "Paste an article"
