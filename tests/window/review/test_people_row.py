"""The people of an article as chips."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.window.claims.pill import Pill
from annotator.window.review.people_row import PeopleRow
from annotator.window.theme import load_theme
from tests.window.review.people_at_work import ADA, BOB, CORA


@pytest.fixture
def row(qtbot):
    made = PeopleRow(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(320, 80)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.set_people((ADA, BOB, CORA), Counter(a=6, b=5))
    made.heard = []
    made.shown_changed.connect(made.heard.append)
    return made


def pill(row, words):
    return next(one for one in row.findChildren(Pill) if one.accessibleName() == words)


def test_each_person_has_a_name_and_a_count(row):
    assert [chip.accessibleName() for chip in row.chips] == [
        "Show Ada’s claims",
        "Show Bob’s claims",
        "Show Cora’s claims",
    ]
    assert [chip.accessibleDescription() for chip in row.chips] == ["6 claims", "5 claims", "0 claims"]
    assert row.shown is None


def test_a_click_switches_a_persons_claims_off_and_on(row):
    for _ in range(2):
        QTest.mouseClick(row.chips[1], Qt.MouseButton.LeftButton)
    assert row.heard == [frozenset({"a", "c"}), None]


def test_several_can_be_switched_off(row):
    for chip in (row.chips[1], row.chips[2], row.chips[1]):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert row.heard == [frozenset({"a", "c"}), frozenset({"a"}), frozenset({"a", "b"})]


def test_space_does_the_same(row):
    row.chips[2].setFocus()
    QTest.keyClick(row.chips[2], Qt.Key.Key_Space)
    assert row.heard == [frozenset({"a", "b"})]
    assert not row.chips[2].isChecked()


def test_only_me_and_everyone(row):
    assert not pill(row, "Show everyone’s claims").isVisible()
    QTest.mouseClick(pill(row, "Show only my claims"), Qt.MouseButton.LeftButton)
    assert [chip.isChecked() for chip in row.chips] == [True, False, False]
    assert not pill(row, "Show only my claims").isVisible()
    QTest.mouseClick(pill(row, "Show everyone’s claims"), Qt.MouseButton.LeftButton)
    assert row.heard == [frozenset({"a"}), None]


def test_who_is_switched_off_stays_so_while_claims_come_and_the_keyboard_stays(row):
    row.chips[1].setFocus()
    QTest.keyClick(row.chips[1], Qt.Key.Key_Space)
    row.set_people((ADA, BOB, CORA), Counter(a=6, b=6))
    assert [chip.isChecked() for chip in row.chips] == [True, False, True]
    assert row.chips[1].hasFocus()
    row.forget()
    assert [chip.isChecked() for chip in row.chips] == [True, True, True]


def test_who_works_alone_is_offered_nothing(row):
    row.set_people((ADA,), Counter(a=6))
    assert not pill(row, "Show only my claims").isVisible()
    assert not pill(row, "Show everyone’s claims").isVisible()
