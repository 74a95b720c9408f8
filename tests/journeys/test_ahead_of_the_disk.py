"""A hand that is faster than the disk: what is pressed after a tag's key is for the claim that is to come."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.window.hands import span_of, wait_until
from tests.journeys.person import CTRL
from tests.window.at_work import disk_with

K = Qt.Key
TEXT = (
    "Ferry\n\nThe company charged one repair to two grants, a bookkeeper said. It hid the bills, she added. "
    "The company rejected the account. A hearing is due in spring.\n"
)
WORDS = "charged one repair to two grants"


@pytest.fixture
def person(reader):
    """Somebody who has selected the words of an allegation."""
    made = reader(TEXT)
    made.window.view.setFocus()
    select(made, WORDS)
    return made


def select(person, words: str) -> None:
    person.view.select(span_of(person.text, words))
    person.settle()


def at_once(person, *keys) -> None:
    """Presses keys while the disk is busy with something else, then waits for everything."""
    person.window.session.ask(lambda _: time.sleep(0.1))
    for key in keys:
        focus = QApplication.focusWidget() or person.view
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, *key) if isinstance(key, tuple) else QTest.keyClick(focus, key)
    person.settle()
    person.settle()


def marked(person) -> list[tuple[str, Tag]]:
    return [(line.quote, line.tag) for line in person.claims]


def name_in_focus() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


@pytest.mark.parametrize(
    ("key", "field"),
    [
        (K.Key_S, "Said by"),
        (K.Key_E, "Evidence"),
        (K.Key_N, "Note"),
        (K.Key_G, "Status"),
        (K.Key_R, "Right of reply"),
    ],
)
def test_the_way_to_a_field_waits_for_the_claim(person, key, field) -> None:
    at_once(person, K.Key_A, key)
    assert marked(person) == [(WORDS, Tag.ALLEGATION)]
    assert name_in_focus() == field


def test_what_is_typed_on_the_way_goes_to_the_field_and_marks_nothing(person) -> None:
    at_once(person, K.Key_A, K.Key_S, "Ada Dafoe", K.Key_Return)
    assert marked(person) == [(WORDS, Tag.ALLEGATION)]
    assert [said.source.name for said in person.whole(person.picked.id).attributions] == ["Ada Dafoe"]


def test_a_second_tag_changes_the_first(person) -> None:
    at_once(person, K.Key_A, K.Key_D)
    assert marked(person) == [(WORDS, Tag.DENIAL)]


def test_undo_and_delete_reach_a_claim_on_its_way(person) -> None:
    at_once(person, K.Key_A, (K.Key_Z, CTRL))
    assert marked(person) == []
    select(person, WORDS)
    at_once(person, K.Key_A, K.Key_Delete)
    assert marked(person) == []


def test_a_link_with_its_number(person) -> None:
    at_once(person, K.Key_A)
    select(person, "rejected the account")
    at_once(person, K.Key_D, K.Key_L, K.Key_1)
    allegation, denial = person.claims
    assert denial.answers == (allegation.id,)


def test_the_next_point_is_one_of_the_new_claim(person) -> None:
    at_once(person, K.Key_A, K.Key_F8)
    assert person.picked is not None
    assert person.window.side.points.current.claim == person.picked.id


def test_points_out_of_sight_are_shown_when_they_come_into_sight(person) -> None:
    at_once(person, K.Key_F8)  # makes the panel, behind the claims
    at_once(person, K.Key_A)
    panel = person.window.side.points
    person.window.show_tab(person.window.side.points_page)
    person.settle()
    picked = person.picked.id
    wait_until(lambda: any(row.point and row.point.claim == picked for row in panel._model.rows))


def test_a_claim_that_comes_late_does_not_pull_back_who_went_on(person) -> None:
    person.view.go_to(person.window.reading.page.sentences[1])
    at_once(person, K.Key_A, K.Key_Down)
    assert person.picked is None
    at_once(person, K.Key_F)
    assert [tag for _, tag in marked(person)] == [Tag.ALLEGATION, Tag.FACT]


def test_while_the_disk_is_full_nobody_waits_for_it(person) -> None:
    at_once(person, K.Key_A)
    first = person.picked.id
    person.window.session.ask(disk_with(1))
    person.press(K.Key_N)
    person.window.editor.notes.note.setPlainText("long " * 4_000)
    person.window.editor.flush()
    person.settle()
    person.view.setFocus()
    select(person, "hid the bills")
    at_once(person, K.Key_A, K.Key_S)
    assert person.window.session.has_unsaved
    person.window.reading.pick(first)
    person.settle()
    at_once(person, K.Key_E)
    assert name_in_focus() == "Evidence"
    person.window.session.ask(disk_with(1_000_000))
    person.window.session.try_again()
    person.settle()
    assert marked(person)[1] == ("hid the bills", Tag.ALLEGATION)
