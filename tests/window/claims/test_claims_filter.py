"""The filters of the list of claims, beside those by tag."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.enums import StatusValue, Tag
from annotator.model.search import ClaimFilter
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.claims.list_model import LINE
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def line(
    number: int, *speakers: str, evidence: int = 0, status=StatusValue.UNCHECKED, reviewer="Ann"
) -> ClaimLine:
    """The claim of that number, the tags in turn."""
    tag = list(Tag)[number % 3]
    place = Span(number * 10, number * 10 + 5)
    return ClaimLine(
        f"c{number}", tag, place, "words", speakers, (), evidence, False, reviewer, True, False, status=status
    )


LINES = (
    line(0, "Mara", "The Gazette"),
    line(1, "Mara", evidence=1),
    line(2, evidence=2, status=StatusValue.CONFIRMED),
    line(3, "Ben", reviewer="Eve"),
)


@pytest.fixture
def panel(qtbot):
    made = ClaimsPanel(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(345, 400)
    made.show()
    made.set_claims(LINES)
    return made


def shown(panel) -> list[str]:
    model = panel.list.model()
    return [model.index(row, 0).data(LINE).id for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("only", "claims"),
    [
        (ClaimFilter(source="Mara"), ["c0", "c1"]),
        (ClaimFilter(source="The Gazette"), ["c0"]),
        (ClaimFilter(source=""), ["c2"]),
        (ClaimFilter(reviewer="Eve"), ["c3"]),
        (ClaimFilter(evidence=True), ["c1", "c2"]),
        (ClaimFilter(evidence=False, source="Mara"), ["c0"]),
        (ClaimFilter(status=StatusValue.CONFIRMED), ["c2"]),
    ],
)
def test_only_what_fits_is_shown(panel, only, claims):
    panel.filters.button.set_only(only)
    assert shown(panel) == claims
    panel.filters.button.set_only(ClaimFilter())
    assert len(shown(panel)) == 4


def test_tags_and_filters_together(panel):
    panel.filters.button.set_only(ClaimFilter(source="Mara"))
    panel.filters.chip(Tag.DENIAL).click()
    assert shown(panel) == ["c0"]


def test_a_claim_that_fits_no_longer_leaves_the_list(panel):
    panel.filters.button.set_only(ClaimFilter(evidence=False))
    assert shown(panel) == ["c0", "c3"]
    panel.update_claims([line(0, "Mara", evidence=1), line(1, "Mara")])
    assert shown(panel) == ["c1", "c3"]
    panel.update_claims([line(0, "Mara")])
    assert shown(panel) == ["c0", "c1", "c3"]
    panel.update_claims([], ["c1", "c2"])
    assert shown(panel) == ["c0", "c3"]


def test_a_picked_claim_comes_back_with_the_filter(panel):
    panel.pick("c1")
    panel.filters.button.set_only(ClaimFilter(evidence=False))
    assert not panel.list.currentIndex().isValid()
    QTest.mouseClick(panel.filters.chips.chips[0], Qt.MouseButton.LeftButton)
    assert panel.list.currentIndex().data(LINE).id == "c1"


def test_the_state_is_said_and_the_hint_names_it(panel):
    button = panel.filters.button
    assert button.accessibleName() == "Filter the claims"
    assert button.accessibleDescription() == "no filter"
    button.set_only(ClaimFilter(source="Nobody known"))
    assert button.accessibleDescription() == "1 filter"
    assert "fits the filter" in panel.list.accessibleDescription()
    assert [chip.accessibleName() for chip in panel.filters.chips.chips] == [
        "Filter the claims: take “Nobody known” away"
    ]
    panel.set_claims(())
    assert "say what they are" in panel.list.accessibleDescription()


def test_the_menu_by_keyboard_offers_the_names_of_this_article(panel):
    button = panel.filters.button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menus = {action.text(): action.menu() for action in button.menu.actions() if action.menu()}
    assert list(menus) == ["Status", "Marked by", "Said by", "Evidence"]  # the tags have chips of their own
    names = [action.text() for action in menus["Said by"].actions() if action.text()]
    assert names == ["Anybody", "Nobody yet", "Ben", "Mara", "The Gazette"]
    next(action for action in menus["Said by"].actions() if action.text() == "Ben").trigger()
    assert shown(panel) == ["c3"]
    button.menu.close()


def test_the_number_of_claims_gives_way_to_the_buttons(panel, qtbot):
    panel.filters.set_counts(Counter(dict.fromkeys(Tag, 1234)))
    panel.resize(600, 400)
    assert panel.filters._total.isVisible()
    panel.resize(290, 400)
    assert not panel.filters._total.isVisible()
    assert panel.filters.button.geometry().right() <= panel.width()
