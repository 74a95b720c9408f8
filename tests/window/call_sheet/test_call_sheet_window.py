"""Who is to be called, card by card; following what changes; by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.claims import DeleteClaim
from annotator.desk.commands.sourcing import EditAttribution, RemoveAttribution, SayBy
from annotator.model.enums import ResponseKind, StatusValue, Tag
from annotator.window.call_sheet.window import CallSheetWindow, Scope
from annotator.window.hands import press, type_words
from annotator.window.theme import load_theme
from tests.window.call_sheet.conftest import OTHER

NOBODY = "Nobody named yet"


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def test_replies_first_and_nobody_last(shown):
    assert shown.names() == ["Ines Rask", "Bo Lind (a bookkeeper)", "Coast Ferries", NOBODY]
    spoken = [
        shown.window.sources.entries.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)
    ]
    assert spoken == [
        "Ines Rask, 1 reply needed",
        "Bo Lind (a bookkeeper), 1 to confirm",
        "Coast Ferries, 2 to confirm",
        "Nobody named yet, 1 reply needed",
    ]


def test_a_sheet_has_a_card_for_each_claim(calls, shown):
    shown.pick("Coast")
    assert [card.line.claim.id for card in shown.cards()] == [calls.returns, calls.cost]
    assert all(card.tick.isVisible() and not card.reply.isVisible() for card in shown.cards())
    shown.pick("Ines")
    (card,) = shown.cards()
    assert card.reply.isVisible()
    assert not card.tick.isVisible()
    assert "said by Bo Lind" in card.told
    shown.pick(NOBODY)
    (card,) = shown.cards()
    assert not card.answering.isVisible()  # whose words would they be?


def test_ticking_is_one_step(calls, shown):
    shown.pick("Coast")
    shown.card(calls.returns).tick.click()
    calls.wait()
    assert calls.view(calls.returns).attributions[0].checked
    assert "1 to confirm" in _about(shown, "Coast")
    calls.undo()
    assert not shown.card(calls.returns).tick.isChecked()
    assert "2 to confirm" in _about(shown, "Coast")


def test_another_persons_tick_is_theirs(calls, shown, qtbot):
    shown.pick("Coast")
    card = shown.card(calls.returns)
    assert card.tick.isEnabled()
    link = replace(card.line.link, mine=False, reviewer="Max")
    card.show_line(replace(card.line, link=link), card._place)
    assert not card.tick.isEnabled()
    assert "Max" in card.tick.toolTip()


def test_the_right_of_reply(calls, shown):
    shown.pick("Ines")
    (card,) = shown.cards()
    _segment(card.reply, "Asked now").click()
    calls.wait()
    (response,) = calls.view(calls.money).responses
    assert response.kind is ResponseKind.ASKED
    assert response.asked_on
    assert response.asked_by == calls.view(calls.money).reviewer
    assert "Asked on" in card.told
    assert "1 reply needed" in _about(shown, "Ines")  # asked is not answered
    _segment(card.reply, "Declined").click()
    calls.wait()
    (declined,) = calls.view(calls.money).responses
    assert (declined.kind, declined.asked_on) == (ResponseKind.DECLINED, response.asked_on)
    assert "nothing open" in _about(shown, "Ines")
    _segment(card.reply, "Not asked").click()
    calls.wait()
    assert calls.view(calls.money).responses == ()


def test_enter_presses_what_the_keyboard_is_on(calls, shown):
    shown.pick("Ines")
    (card,) = shown.cards()
    press(_segment(card.reply, "Declined"), Qt.Key.Key_Return)
    calls.wait()
    assert calls.view(calls.money).responses[0].kind is ResponseKind.DECLINED


def test_no_reply_is_so_from_now_on(calls, shown):
    shown.pick(NOBODY)
    (card,) = shown.cards()
    _segment(card.reply, "No reply").click()
    calls.wait()
    (response,) = calls.view(calls.asleep).responses
    assert response.kind is ResponseKind.NO_REPLY
    assert response.due
    assert NOBODY not in shown.names()  # settled, and nobody to show it under


def test_a_status_that_needs_a_reason_says_so(calls, shown):
    shown.pick("Coast")
    card = shown.card(calls.returns)
    _choose(card.status, "confirmed")
    calls.wait()
    assert "evidence" in card.trouble.words
    assert calls.view(calls.returns).status is StatusValue.UNCHECKED
    type_words(card.answering.field, "Yes, in June.")
    _choose(card.status, "confirmed")
    calls.wait()
    assert calls.view(calls.returns).status is StatusValue.CONFIRMED
    assert not card.trouble.words


def test_the_list_keeps_its_order_and_the_place(calls, shown):
    shown.pick("Ines")
    (card,) = shown.cards()
    _segment(card.reply, "Declined").click()
    calls.wait()
    assert shown.names()[0] == "Ines Rask"
    assert shown.window.sheet.entry.source.name == "Ines Rask"
    assert shown.cards() == (card,)


def test_it_follows_what_others_change(calls, shown):
    shown.pick("Coast")
    kept = shown.card(calls.cost)
    calls.run(DeleteClaim(calls.returns))
    assert shown.cards() == (kept,)
    extra = calls.tag("its operator", Tag.FACT)
    calls.run(SayBy(extra, calls.ferries))
    assert {card.line.claim.id for card in shown.cards()} == {calls.cost, extra}
    assert kept in shown.cards()


def test_the_keyboard_stays_near_a_card_that_goes(calls, shown):
    shown.pick("Coast")
    shown.window.sheet.focus_card(1)
    calls.run(DeleteClaim(calls.cost))
    assert focus() is shown.card(calls.returns)


def test_a_picked_source_that_goes_makes_room_for_the_first(calls, shown):
    shown.pick("Bo")
    calls.run(RemoveAttribution(calls.view(calls.money).attributions[0].id))
    assert shown.window.sheet.entry.source.name == "Ines Rask"
    assert shown.window.sources.currentIndex().data() == "Ines Rask"


def test_nothing_is_read_while_it_is_hidden(calls, shown):
    shown.window.close()
    calls.run(DeleteClaim(calls.asleep))
    assert NOBODY in shown.names()
    shown.window.show_for(calls.article)
    calls.wait()
    assert NOBODY not in shown.names()


def test_all_articles(calls, shown):
    closed = calls.tag("The lock was closed in May", Tag.FACT, OTHER)
    calls.run(SayBy(closed, calls.ferries))
    shown.pick("Coast")
    assert len(shown.cards()) == 2
    _segment(shown.window.scope, "All articles").click()
    calls.wait()
    shown.pick("Coast")
    assert {card.line.claim.id for card in shown.cards()} == {calls.returns, calls.cost, closed}
    assert "Claim 1 in “The lock”" in shown.card(closed).told
    assert shown.window.scope.value is Scope.LIBRARY


def test_an_empty_sheet_says_why(calls, shown):
    shown.window.show_for(calls.other)
    calls.wait()
    assert shown.rows() == 0
    assert "nobody to call" in _nothing(shown.window)


def test_an_article_in_the_bin(calls, shown):
    calls.run(RemoveArticle(calls.article))
    assert shown.rows() == 0
    assert _nothing(shown.window)


def test_it_opens_for_the_library_without_an_article(qtbot, calls):
    window = CallSheetWindow(calls.session, load_theme("dark"))
    qtbot.addWidget(window)
    window.show_for("")
    calls.wait()
    assert window.sources.entries.rowCount() == 4
    assert not window.scope.isVisible()


def test_showing_a_claim_in_the_article(qtbot, calls, shown):
    shown.pick("Coast")
    with qtbot.waitSignal(shown.window.claim_wanted) as asked:
        show = "Show in the article"
        next(
            each for each in shown.card(calls.cost).tab_stops() if each.accessibleName().startswith(show)
        ).click()
    assert asked.args == [calls.article, calls.cost]


def test_by_keyboard_from_list_to_card_to_field_and_back(qtbot, calls, shown):
    shown.pick("Coast")
    press(shown.window.sources, Qt.Key.Key_Return)
    first, second = shown.cards()
    assert focus() is first
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert focus() is second
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    assert focus() is first  # there is nothing above
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    calls.wait()
    assert calls.view(calls.returns).attributions[0].checked
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert focus() is first.answering.field
    QTest.keyClicks(focus(), "Yes.")
    QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes."]
    assert focus() is second
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is second
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


def test_tab_walks_through_a_card_in_reading_order(shown):
    shown.pick("Coast")
    shown.window.sheet.focus_card(0)
    walked = []
    for _ in range(12):
        walked.append(focus().accessibleName().split(" (")[0])
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    card = ["Reported fact", "Said so, and so worded", "Status", "Show in the article", "What they said"]
    stances = ["Supports the claim", "Contradicts the claim", "Gives context"]
    assert walked == [*card, *stances, *card[:4]]


def test_control_z_takes_the_last_step_back(qtbot, calls, shown):
    shown.pick("Coast")
    calls.run(EditAttribution(calls.view(calls.cost).attributions[0].id, checked=True))
    shown.window.sheet.focus_card(0)
    QTest.keyClick(shown.cards()[0], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    calls.wait()
    assert not calls.view(calls.cost).attributions[0].checked
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(shown.cards()[0], Qt.Key.Key_Z, redo)
    calls.wait()
    assert calls.view(calls.cost).attributions[0].checked


def test_control_w_closes(shown):
    QTest.keyClick(shown.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not shown.window.isVisible()


@pytest.mark.parametrize("name", ["Coast", "Ines", NOBODY])
def test_every_name_is_somebodys_own(shown, name):
    shown.pick(name)
    widgets = [
        each
        for each in shown.window.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    names = [each.accessibleName() or getattr(each, "text", lambda: "")() for each in widgets]
    assert all(names)
    assert len(names) == len(set(names))


def test_nothing_is_clipped_in_a_small_window(qtbot, shown):
    shown.window.resize(640, 420)
    shown.pick("Coast")
    qtbot.wait(20)
    scroll: QScrollArea = shown.window.sheet
    assert scroll.widget().width() <= scroll.viewport().width()
    for label in scroll.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def _about(shown, name: str) -> str:
    row = next(row for row, each in enumerate(shown.names()) if each.startswith(name))
    return shown.window.sources.entries.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def _segment(parent: QWidget, word: str):
    return next(each for each in parent.findChildren(QWidget) if getattr(each, "text", lambda: "")() == word)


def _choose(pill, word: str) -> None:
    menu = pill.menu()
    next(action for action in menu.actions() if action.text() == word).trigger()


def _nothing(window: CallSheetWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
