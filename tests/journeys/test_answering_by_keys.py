"""From difference to difference by the keyboard alone, as the table of keys has it, and heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from annotator.desk.commands.reviewing import Reject
from annotator.model.comparing import Difference
from annotator.model.enums import Tag, Verdict
from annotator.window.review.panel import Part
from tests.journeys.person import ALT, CTRL
from tests.journeys.test_access import looked_at
from tests.window.access import rows
from tests.window.flow.two_people import two  # noqa: F401 (a fixture)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window

K = Qt.Key


def test_every_difference_is_answered_without_the_mouse(two):  # noqa: F811
    person = two()
    tag, words, books = (person.id_of(one, False) for one in ("accuses", "rejected", "Its books"))
    person.press(K.Key_Down, ALT)
    assert person.view.difference.kind is Difference.TAG
    person.press(K.Key_X)
    person.write("it is alleged, not reported")
    person.enter()
    assert person.view.difference.kind is Difference.SPAN
    person.press(K.Key_T)
    person.enter()  # without words
    assert person.view.difference.kind is Difference.ONLY
    person.press(K.Key_Up, ALT)  # one is left, so round to it
    assert person.picked.id == books
    person.press(K.Key_C)
    person.press(K.Key_A)
    assert (person.picked.version_of, person.picked.tag) == (books, Tag.ALLEGATION)
    verdicts = [person.word(claim) for claim in (tag, words, books)]
    assert verdicts == [Verdict.REJECTED, Verdict.TO_DISCUSS, Verdict.CHANGED]


def test_undo_takes_the_last_answer_back(two):  # noqa: F811
    person = two()
    tag = person.id_of("accuses", False)
    person.press(K.Key_Down, ALT)
    person.press(K.Key_Y)
    assert person.word(tag) is Verdict.AGREED
    person.press(K.Key_Z, CTRL)
    assert person.word(tag) is None


def test_the_letters_answer_in_the_list_of_differences_too(two):  # noqa: F811
    person = two()
    tag = person.id_of("accuses", False)
    person.menu("tab_review")
    person.known()
    differences = person.window.side.review.differences.list
    differences.setFocus()
    QTest.keyClick(differences, K.Key_Down)
    person.settle()
    QTest.keyClick(differences, K.Key_Y)
    person.settle()
    assert person.word(tag) is Verdict.AGREED


def test_a_comment_is_written_and_sent_by_keys(two):  # noqa: F811
    person = two()
    claim = person.id_of("Its books", False)
    person.window.reading.pick(claim)
    person.settle()
    person.press(K.Key_M)
    person.write("Which year?")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return, CTRL)
    person.settle()
    assert [one.body for one in person.whole(claim).comments] == ["Which year?"]


def test_each_difference_is_heard_as_one_comes_to_it(two):  # noqa: F811
    person = two()
    said = []
    person.window.reviewing.told.connect(said.append)
    for _ in range(2):
        person.press(K.Key_Down, ALT)
    assert said == ["Difference 1 of 4: Tag differs", "Difference 2 of 4: Marked words differ"]


def bob_says(_, adas):
    return Reject(adas["A hearing is due"], "it was held")


def screens(person):
    """Every look of the tab, the page and the editor between two people."""
    person.menu("tab_review")
    person.known()
    for part in Part:
        person.window.side.review.show_part(part)
        person.settle()
        yield part
    person.press(K.Key_Down, ALT)
    yield "difference"
    person.press(K.Key_X)
    person.write("no")  # an empty one is gone as the keyboard goes on
    yield "reason asked for"
    QTest.keyClick(person.view.beside.answers.field, K.Key_Escape)
    person.window.reading.pick(person.id_of("A hearing", True))
    person.menu("comment")
    person.write("Which?")
    yield "thread of mine"
    person.menu("comment")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return, CTRL)  # else closing would ask about it
    person.settle()
    person.window.reading.pick(person.id_of("Its books", False))
    person.settle()
    yield "claim of Bob"


def test_all_of_it_is_named_reached_by_tab_and_seen_where_the_keyboard_is(two):  # noqa: F811
    person, known, faults = two(bob_says), set(), {}
    for name in screens(person):
        screen = looked_at(person.window, known)
        if screen.faults:
            faults[name] = screen.faults
    assert faults == {}
    panel = person.window.side.review
    assert all(len(row) > 3 for view in panel.findChildren(QListView) for row in rows(view))
