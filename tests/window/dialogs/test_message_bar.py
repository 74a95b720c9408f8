"""Notices that go by themselves and problems that stay."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotator.window.dialogs import message_bar
from annotator.window.dialogs.message_bar import MessageBar, Way
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SOON = 60  # milliseconds


@pytest.fixture
def bar(page, monkeypatch):
    monkeypatch.setattr(message_bar, "STAYS", SOON)
    return MessageBar(page)


def action(bar):
    return bar.findChild(QPushButton)


def test_a_notice_goes_by_itself(bar, qtbot):
    bar.notice("Moved to the bin.")
    assert bar.words == "Moved to the bin."
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=SOON * 20)


def test_a_problem_stays_until_it_is_solved(bar, qtbot):
    bar.problem("The disk is full.")
    qtbot.wait(SOON * 3)
    assert bar.words == "The disk is full."
    bar.solved()
    assert bar.words == ""


def test_a_problem_ends_the_notice_before_it(bar):
    bar.notice("Claim picked.")
    bar.problem("The disk is full.")
    assert not bar._timer.isActive()  # or the problem would be announced once more


def test_a_problem_comes_back_after_a_notice(bar, qtbot):
    bar.problem("The disk is full.")
    bar.notice("Claim picked.")
    assert bar.words == "Claim picked."
    qtbot.waitUntil(lambda: bar.words == "The disk is full.", timeout=SOON * 20)


def test_a_problem_solved_behind_a_notice_does_not_come_back(bar, qtbot):
    bar.problem("The disk is full.")
    bar.notice("Saved again.")
    bar.solved()
    assert bar.words == "Saved again."
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=SOON * 20)


def test_its_button_acts_once_and_the_bar_goes(bar, qtbot):
    done = []
    bar.notice("Moved to the bin.", "Undo", lambda: done.append(1))
    assert action(bar).accessibleName() == "Undo: Moved to the bin."
    qtbot.mouseClick(action(bar), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not bar.isVisible()


def test_an_action_that_shows_a_message_is_seen(bar, qtbot):
    bar.problem("The disk is full.", "Try again", lambda: bar.problem("Still full."))
    qtbot.mouseClick(action(bar), Qt.MouseButton.LeftButton)
    assert bar.words == "Still full."


def test_without_an_action_there_is_no_button(bar):
    bar.notice("With", "Undo", lambda: None)
    bar.notice("Without")
    assert not action(bar).isVisible()


def both(bar):
    return [one for one in bar.findChildren(QPushButton) if one.isVisible()]


def test_two_ways_stand_below_the_words_and_each_does_its_own(bar, qtbot):
    done = []
    bar.problem(
        "The disk is full.",
        "Try again",
        lambda: done.append(1),
        also=Way("Elsewhere…", lambda: done.append(2)),
    )
    assert [one.text() for one in both(bar)] == ["Try again", "Elsewhere…"]
    assert both(bar)[1].accessibleName() == "Elsewhere…: The disk is full."
    assert both(bar)[0].mapTo(bar, QPoint(0, 0)).y() > bar._words.geometry().bottom()
    qtbot.mouseClick(both(bar)[1], Qt.MouseButton.LeftButton)
    assert done == [2]
    assert not bar.isVisible()


def test_one_way_after_two_stands_beside_the_words_again(bar):
    bar.problem("The disk is full.", "Try again", lambda: None, also=Way("Elsewhere…", lambda: None))
    bar.notice("Moved to the bin.", "Undo", lambda: None)
    assert [one.text() for one in both(bar)] == ["Undo"]
    assert both(bar)[0].mapTo(bar, QPoint(0, 0)).x() > bar._words.geometry().right()


@pytest.mark.parametrize("width", [340, 700])
def test_two_ways_have_their_room(page, bar, width):
    page.resize(width, 400)
    bar.problem("The disk is full. " * 6, "Try again", lambda: None, also=Way("Elsewhere…", lambda: None))
    assert misfits(page) == []


def test_it_can_be_closed(bar, qtbot):
    bar.problem("The disk is full.")
    close = bar.findChild(QToolButton)
    assert close.accessibleName() == "Close this message"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.notice("Next.")
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=SOON * 20)


def test_a_notice_waits_for_whoever_is_on_its_button(bar, qtbot):
    bar.notice("Moved.", "Undo", lambda: None)
    action(bar).setFocus()
    qtbot.wait(SOON * 4)
    assert bar.isVisible()
    action(bar).clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=SOON * 20)


def test_a_notice_waits_for_the_pointer_that_moved_onto_it(page, bar, qtbot):
    bar.notice("Moved.")
    for step in range(3):
        qtbot.mouseMove(bar, bar.rect().center() + QPoint(step, 0))
    qtbot.wait(SOON * 4)
    assert bar.isVisible()
    qtbot.mouseMove(page, QPoint(5, 5))
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=SOON * 20)


def test_it_takes_no_focus(page, bar):
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    bar.notice("Moved.", "Undo", lambda: None)
    assert field.hasFocus()


@pytest.mark.parametrize("width", [320, 700, 1400])
def test_it_lies_inside_the_page_with_all_its_words(page, bar, width):
    page.resize(width, 400)
    bar.problem("A long sentence about what happened, what was kept and what to do next. " * 3, "Try again")
    assert page.rect().contains(bar.geometry())
    words = bar._words
    assert words.height() >= words.heightForWidth(words.width())
    page.resize(width + 100, 300)
    assert page.rect().contains(bar.geometry())
    assert abs(bar.geometry().center().x() - page.rect().center().x()) <= 1


def test_the_words_keep_clear_of_the_button_as_the_page_becomes_narrower(page, bar, qtbot):
    page.resize(900, 400)
    bar.problem("A long sentence about what happened and what was kept. " * 5, "Try again", lambda: None)
    page.resize(420, 400)
    qtbot.waitUntil(lambda: page.rect().contains(bar.geometry()))
    assert misfits(page) == []


@pytest.mark.parametrize("sentences", [1, 2, 6])
@pytest.mark.parametrize("width", [420, 672, 900])
def test_a_long_button_lies_over_no_words(page, bar, width: int, sentences: int) -> None:
    page.resize(width, 500)
    words = "A long sentence about what happened and what was kept. " * sentences
    bar.problem(words, "Guardar una copia de seguridad…", lambda: None)
    assert misfits(page) == []


def test_it_stays_in_front_when_the_page_changes(qtbot):
    middle, pages = QWidget(), QStackedWidget()
    qtbot.addWidget(middle)
    for _ in range(2):
        pages.addWidget(QWidget())
    QVBoxLayout(middle).addWidget(pages)
    bar = MessageBar(middle)
    middle.resize(500, 300)
    middle.show()
    bar.notice("Opened.")
    pages.setCurrentIndex(1)
    assert middle.childAt(bar.geometry().center()) in {bar, *bar.findChildren(QWidget)}


def test_markup_is_shown_as_it_is(bar):
    bar.notice("“<b>Bees</b>” was moved.")
    assert bar._words.textFormat() == Qt.TextFormat.PlainText


def test_a_notice_that_holds_no_longer_is_taken_back_but_no_other(bar):
    bar.notice("Choose one.")
    bar.take_back("Reading on.")
    assert bar.words == "Choose one."
    bar.take_back("Choose one.")
    assert bar.words == ""
    bar.problem("The disk is full.")
    bar.take_back("The disk is full.")
    assert bar.words == "The disk is full."


def test_the_bar_keeps_to_its_part_of_the_page(page, qtbot):
    part, below = QWidget(), QLineEdit()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in (part, below):
        column.addWidget(widget)
    below.hide()
    bar = MessageBar(page, within=part)
    bar.notice("Moved to the bin.")
    free = page.height() - bar.geometry().bottom()
    below.show()
    qtbot.waitUntil(lambda: part.height() < page.height())
    assert bar.geometry().bottom() + free == part.height()
    part.hide()
    bar.notice("Moved to the bin.")
    assert bar.geometry().bottom() + free == page.height()
