"""Searching in the left panel: what is shown, moved through, chosen and left again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk.commands.claims import DeleteClaim
from annotator.model.enums import StatusValue, Tag
from annotator.model.search import ArticleHits, ClaimFilter, Hit, HitKind, SearchPage
from annotator.window.hands import wait_until
from annotator.window.search.results_model import counted
from tests.window.search.conftest import FERRY, ROOF, AtDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K = Qt.Key


def spoken(at: AtDesk) -> list[str]:
    model = at.panel.results.model()
    texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    return ["".join(sign for sign in text if sign not in "\u2068\u2069") for text in texts]


def test_hits_stand_below_their_articles(at):
    assert sorted(at.search("ferry")) == sorted(["Ferry sank", "The ferry sank", FERRY, "Roof leaks", ROOF])
    assert at.panel._count.text() == "3 in 2 articles"
    assert "Ferry sank, 2 hits" in spoken(at)
    assert "Allegation: The ferry sank" in spoken(at)
    assert f"in the text: {ROOF}" in spoken(at)


def test_a_note_is_said_to_be_one(at):
    assert at.search("harbour") == ["Ferry sank", "ask the harbour master"]
    assert spoken(at)[1] == "Allegation, in its note: ask the harbour master"


def test_nothing_found_and_back(at):
    assert at.search("zebra") == []
    assert "Nothing in the library" in at.panel._nothing.text()
    at.search("")
    assert at.panel.list.isVisible()
    assert at.panel.list.model().rowCount() == 2


def test_down_into_the_results_and_up_again(at):
    at.search("harbour")
    QTest.keyClick(at.panel.search, K.Key_Down)
    assert at.panel.results.hasFocus()
    assert at.panel.results.row.hit.kind is HitKind.NOTE
    QTest.keyClick(at.panel.results, K.Key_Up)
    assert at.panel.results.row.hit is None
    QTest.keyClick(at.panel.results, K.Key_Up)
    assert at.panel.search.hasFocus()


def test_down_where_nothing_was_found_stays(at):
    at.search("zebra")
    at.panel.search.setFocus()
    QTest.keyClick(at.panel.search, K.Key_Down)
    assert at.panel.search.hasFocus()


def test_enter_chooses_the_claim_the_place_or_the_article(at, qtbot):
    at.search("harbour")
    QTest.keyClick(at.panel.search, K.Key_Down)
    row = at.panel.results.row
    with qtbot.waitSignal(at.panel.hit_chosen) as chosen:
        QTest.keyClick(at.panel.results, K.Key_Return)
    assert chosen.args == [row.group.article, row.hit.claim, row.hit.span]
    QTest.keyClick(at.panel.results, K.Key_Up)
    with qtbot.waitSignal(at.panel.hit_chosen) as chosen:
        QTest.keyClick(at.panel.results, K.Key_Return)
    assert chosen.args == [row.group.article, None, None]
    at.search("witness")
    index = at.panel.results.model().index(1, 0)
    with qtbot.waitSignal(at.panel.hit_chosen) as chosen:
        QTest.mouseClick(
            at.panel.results.viewport(),
            Qt.MouseButton.LeftButton,
            pos=at.panel.results.visualRect(index).center(),
        )
    assert chosen.args[1] is None
    assert chosen.args[2].start == 18


def test_escape_comes_back_to_the_articles(at):
    at.search("harbour")
    QTest.keyClick(at.panel.search, K.Key_Down)
    QTest.keyClick(at.panel.results, K.Key_Escape)
    wait_until(at.panel.list.isVisible)
    assert at.panel.search_words == ""
    assert at.panel.search.hasFocus()


def page(*words: str) -> SearchPage:
    hits = tuple(Hit(HitKind.TEXT, word, word) for word in words)
    return SearchPage(tuple(ArticleHits(hit.article, hit.article, (), (hit,)) for hit in hits), len(hits))


def test_the_list_stays_while_somebody_moves_in_it(at):
    at.search("ferry")
    at.panel.show_results(page("one", "two", "three"))
    at.listing.searching._show_best(page("three", "two", "one"))
    assert at.panel.results.model().index(0, 0).data() == "three"
    QTest.keyClick(at.panel.search, K.Key_Down)
    at.listing.searching._show_best(page("one", "two", "three"))
    assert at.panel.results.model().index(0, 0).data() == "three"


def test_the_keys_stay_on_their_hit_when_the_list_is_read_again(at):
    at.search("ferry")
    at.panel.show_results(page("one", "two", "three"))
    at.panel.results.setCurrentIndex(at.panel.results.model().index(3, 0))
    at.panel.show_results(page("zero", "one", "two", "three"))
    assert at.panel.results.row.hit.words == "two"
    at.panel.search.setText("roof")
    at.panel.show_results(page("two"))
    assert at.panel.results.row is None
    at.rested()  # or the answer comes to a panel that is gone


def test_what_was_deleted_leaves_the_list(at):
    assert len(at.search("ferry")) == 5
    claim = next(
        row.hit.claim
        for row in (at.panel.results.model().index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(5))
        if row.hit and row.hit.claim
    )
    at.run(DeleteClaim(claim))
    assert len(at.rested()) == 4


def test_filters_narrow_the_search_and_are_taken_away_by_one_click(at):
    at.search("the")
    at.panel.filter.set_only(ClaimFilter(tags=frozenset({Tag.DENIAL}), status=StatusValue.UNCHECKED))
    assert at.rested() == ["Ferry sank", "The operator denied it"]
    assert at.panel.filter.accessibleDescription() == "2 filters"
    names = [chip.accessibleName() for chip in at.panel.chips.chips]
    assert names == [
        "Filter the search: take “Denial” away",
        "Filter the search: take “Unchecked” away",
        "Filter the search: take “Clear all filters” away",
    ]
    QTest.mouseClick(at.panel.chips.chips[0], Qt.MouseButton.LeftButton)
    assert at.panel.filter.only == ClaimFilter(status=StatusValue.UNCHECKED)
    assert len(at.rested()) == 3
    at.search("")
    assert len(at.rested()) == 3  # without words: every claim that fits
    QTest.mouseClick(at.panel.chips.chips[0], Qt.MouseButton.LeftButton)
    wait_until(at.panel.list.isVisible)
    assert not at.panel.chips.isVisible()


def test_the_menu_offers_what_the_library_has(at):
    QTest.mouseClick(at.panel.filter, Qt.MouseButton.LeftButton)
    wait_until(lambda: at.panel.filter.menu is not None)
    menus = {action.text(): action.menu() for action in at.panel.filter.menu.actions() if action.menu()}
    assert list(menus) == ["Tag", "Status", "Marked by", "Said by", "Evidence"]
    assert [action.text() for action in menus["Said by"].actions() if action.text()] == [
        "Anybody",
        "Nobody yet",
    ]
    status = menus["Status"].actions()
    assert status[0].isChecked()
    next(action for action in status if action.text() == "Confirmed").trigger()
    assert at.panel.filter.only == ClaimFilter(status=StatusValue.CONFIRMED)
    at.panel.filter.menu.close()


def test_counting():
    assert counted(page("one")) == "1 in one article"
    assert counted(SearchPage(page("one", "two").groups, None)) == "the first 2, from 2 articles"
    assert counted(SearchPage(page("one", "two").groups, 1234)) == "2 of 1,234 shown, from 2 articles"


def test_the_list_of_articles_is_never_narrowed(at):
    filled = []
    at.listing.filled.connect(filled.append)
    at.search("roof")
    at.listing.refresh()
    wait_until(lambda: bool(filled))
    assert len(filled[0]) == 2
    assert at.panel.results.isVisible()
