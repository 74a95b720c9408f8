"""Whose claims stand in the article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.card_button import CardButton
from annotator.window.people_panel import PeoplePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(qtbot):
    made = PeoplePanel()
    qtbot.addWidget(made)
    made.show()
    return made


def claim(number, tag, reviewer, mine):
    return ClaimLine(
        f"c{number}", tag, Span(number, number + 1), "x", (), (), 0, False, reviewer, mine, False
    )


def cards(panel):
    QApplication.processEvents()  # a layout shows what came into it a moment later
    return [card for card in panel.findChildren(CardButton) if card.isVisible()]


CLAIMS = [
    claim(1, Tag.ALLEGATION, "Grace", False),
    claim(2, Tag.DENIAL, "Ada", True),
    claim(3, Tag.FACT, "Ada", True),
    claim(4, Tag.DENIAL, "Ada", True),
]


def test_counts_for_each_person_myself_first(panel):
    panel.set_claims(CLAIMS)
    assert [card.accessibleName() for card in cards(panel)] == [
        "Ada (me), 2 denials · 1 reported fact",
        "Grace, 1 allegation",
    ]


def test_a_click_picks_the_first_claim_of_a_person(panel, qtbot):
    panel.set_claims(CLAIMS)
    for card, first in zip(cards(panel), ["c2", "c1"], strict=True):
        with qtbot.waitSignal(panel.claim_picked) as picked:
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert picked.args == [first]


def test_colleagues_are_announced_while_there_are_none(panel):
    assert panel._hint.isVisible()
    panel.set_claims(CLAIMS[1:])
    assert panel._hint.isVisible()
    panel.set_claims(CLAIMS)
    assert not panel._hint.isVisible()
    panel.set_claims(())
    assert cards(panel) == []


@pytest.mark.parametrize("place", [0, 1])
def test_the_keyboard_stays_on_a_persons_card_when_claims_change(panel, qtbot, place):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.set_claims(CLAIMS)
    cards(panel)[place].setFocus()
    panel.set_claims(CLAIMS[:3])
    assert cards(panel)[place].hasFocus()
