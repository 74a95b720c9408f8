"""Two texts side by side: what differs is marked, shown in turn, and told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from annotator.model.spans import Span
from annotator.window.texts.pane import TextPane
from annotator.window.texts.window import Side, TextsWindow
from annotator.window.theme import load_theme
from tests.window import access
from tests.window.fitting import misfits

THEME = load_theme("light")
ONE = "The ferry 😀 returns in June.\n\nA bookkeeper accuses the company.\n\nThe end."
OTHER = "The ferry 😀 returns in July.\n\nA bookkeeper accuses it.\n\nMore.\n\nThe end."


def shown(qtbot, one=ONE, other=OTHER):
    made = TextsWindow(Side("Ferry", "In this library", one), Side("Ferry", "Sent by Ben", other), THEME)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.found is not None)
    return made


@pytest.fixture
def window(qtbot):
    return shown(qtbot)


def marked(pane: TextPane) -> list[str]:
    return [selection.cursor.selectedText() for selection in pane.extraSelections()]


def test_what_differs_is_marked_on_either_side(window):
    assert marked(window.panes[0]) == ["June", "the company"]
    assert marked(window.panes[1]) == ["July", "it", "More."]


def test_the_first_difference_is_shown_and_told(window):
    assert window.current == 0
    assert window.where.text() == "Difference 1 of 3"
    assert window.told.text() == "“June” became “July”"


def test_keys_go_from_difference_to_difference_and_round(window):
    told = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(window.panes[0], key, Qt.KeyboardModifier.AltModifier)
        told.append((window.where.text(), window.told.text()))
    assert told == [
        ("Difference 2 of 3", "“the company” became “it”"),
        ("Difference 3 of 3", "Sent by Ben only: “More.”"),
        ("Difference 1 of 3", "“June” became “July”"),
        ("Difference 3 of 3", "Sent by Ben only: “More.”"),
    ]


def test_the_current_one_looks_otherwise_without_colour_too(window):
    looks = [selection.format.underlineStyle() for selection in window.panes[1].extraSelections()]
    styles = type(looks[0])
    assert looks == [styles.SingleUnderline, styles.DashUnderline, styles.DashUnderline]


def test_words_of_the_other_text_alone_leave_a_sign(qtbot):
    pane = TextPane("Text", THEME)
    qtbot.addWidget(pane)
    pane.resize(300, 100)
    pane.show_text("One. Two.")
    pane.show()
    without: QImage = pane.grab().toImage()
    pane.set_marks([Span(4, 4)])
    assert pane.extraSelections() == []
    assert pane.grab().toImage() != without


def test_the_same_texts_are_said_to_be_the_same(qtbot):
    same = shown(qtbot, ONE, ONE)
    assert same.where.text() == "The texts are the same."
    assert not same.next.isEnabled()
    same.step(1)
    assert same.current == -1


def test_scrolling_one_side_brings_the_same_place_into_sight_on_the_other(qtbot):
    middle = "".join(f"Paragraph {n} stays as it is.\n\n" for n in range(200))
    window = shown(qtbot, f"Begin.\n\n{middle}", f"Start here.\n\nAnd more.\n\n{middle}")
    window.panes[0].verticalScrollBar().setValue(200)
    first = [pane.firstVisibleBlock().text() for pane in window.panes]
    assert first[0] == first[1] == "Paragraph 99 stays as it is."
    window.panes[1].verticalScrollBar().setValue(0)
    assert window.panes[0].firstVisibleBlock().text() == "Begin."


def test_the_side_one_scrolls_stays_where_it_was_put(qtbot):
    long = "".join(f"Paragraph {n} " + "goes on and on " * 40 + "\n\n" for n in range(30))
    window = shown(qtbot, long, long.replace("Paragraph 29", "The last one"))
    bar = window.panes[0].verticalScrollBar()
    for value in (31, 32, 33):  # within a paragraph of many lines
        bar.setValue(value)
        assert bar.value() == value


def test_texts_are_shown_letter_by_letter_and_cannot_be_changed(qtbot):
    text = "<b>No</b> markup\ufdd0here. <img src=x>"
    window = shown(qtbot, text, "Other.")
    pane = window.panes[0]
    assert pane.document().toRawText().startswith("<b>No</b> markup")
    assert pane.document().blockCount() == 1
    QTest.keyClicks(pane, "typed")
    assert "typed" not in pane.document().toRawText()


def test_it_closes_while_it_still_compares(qtbot):
    long = "".join(f"Word{n} " for n in range(20_000))
    made = TextsWindow(Side("A", "Here", long), Side("A", "There", long[::-1]), THEME)
    made.show()
    made.close()
    made.deleteLater()
    QTest.qWait(50)


def test_every_control_has_a_name_of_its_own_and_room(window, qtbot):
    qtbot.wait(10)
    found = access.controls(window)
    assert access.nameless(found) == []
    assert access.namesakes(found) == []
    assert misfits(window) == []
    window.panes[0].setFocus()
    assert access.unreached(window, access.walk(window)) == []
