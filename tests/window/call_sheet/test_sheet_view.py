"""A long sheet: the first cards at once, the others in turns, and none is passed over or lost."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from annotator.desk.queries.call_sheet import call_sheet
from annotator.model.call_sheet import CallEntry
from annotator.window.call_sheet.sheet_view import SheetView
from annotator.window.hands import press, type_words
from annotator.window.theme import load_theme

MANY = 90


@pytest.fixture
def entries(calls):
    """The sheets by their source's id."""
    return {entry.id: entry for entry in calls.ask(lambda desk: call_sheet(desk, calls.article)).entries}


@pytest.fixture
def view(qtbot, calls):
    """A sheet with a button below it, as in its window."""
    window = QWidget()
    column = QVBoxLayout(window)
    made = SheetView(calls.session, load_theme("light"), lambda *_: None)
    column.addWidget(made)
    column.addWidget(QPushButton("Close"))
    qtbot.addWidget(window)
    window.resize(700, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    made.flush()
    calls.wait()


def long(entry: CallEntry, count: int) -> CallEntry:
    """The same source with so many claims; the first is the real one."""
    line = entry.attributed[0]
    more = (
        replace(line, number=n + 1, claim=replace(line.claim, id=f"{line.claim.id}{n or ''}"))
        for n in range(count)
    )
    return replace(entry, attributed=tuple(more))


def show(view: SheetView, entry: CallEntry) -> None:
    view.show_entry(entry, several=False, me="Noor")


def claims(view: SheetView) -> list[str]:
    return [card.line.claim.id for card in view.cards]


def wanted(entry: CallEntry) -> list[str]:
    return [line.claim.id for line in entry.lines]


def tops(view: SheetView) -> list[int]:
    return [card.mapTo(view.widget(), card.rect().topLeft()).y() for card in view.cards]


def all_there(qtbot, view: SheetView, entry: CallEntry) -> None:
    qtbot.waitUntil(lambda: claims(view) == wanted(entry), timeout=20_000)
    qtbot.waitUntil(lambda: tops(view) == sorted(set(tops(view))))  # Qt finds the room in a few turns


def test_the_first_turn_of_a_long_sheet_takes_as_long_as_that_of_twenty(calls, view, entries):
    def took(count: int, source: str) -> float:
        entry = replace(long(entries[calls.ferries], count), source=entries[source].source)
        began = perf_counter()
        show(view, entry)
        return perf_counter() - began

    took(1, calls.ferries)
    twenty = min(took(20, calls.keeper), took(20, calls.ferries))
    assert took(600, calls.keeper) < 4 * twenty  # all at once would be thirty times


def test_all_cards_are_there_in_the_end_and_none_lies_on_another(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], MANY)
    show(view, entry)
    assert claims(view) == wanted(entry)[:20]
    all_there(qtbot, view, entry)
    assert all(card.isVisible() for card in view.cards)


def test_another_source_in_between(qtbot, calls, view, entries):
    show(view, long(entries[calls.ferries], MANY))
    qtbot.wait(30)
    other = entries[calls.keeper]
    show(view, other)
    qtbot.wait(100)
    assert claims(view) == wanted(other)
    view.show_entry(None, several=False, me="")
    qtbot.wait(20)
    assert view.cards == ()


def test_nothing_is_built_for_a_window_that_is_closed(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], MANY)
    show(view, entry)
    view.window().hide()
    qtbot.wait(150)
    assert len(view.cards) < MANY
    view.window().show()
    all_there(qtbot, view, entry)


def test_down_reaches_cards_that_are_still_to_come(calls, view, entries):
    entry = long(entries[calls.ferries], MANY)
    show(view, entry)
    view.focus_card(19)
    for number in (20, 21, 22):
        before = QApplication.focusWidget()
        QTest.keyClick(before, Qt.Key.Key_Down)
        assert QApplication.focusWidget().line.claim.id == wanted(entry)[number]


def walk(view: SheetView, key: Qt.Key, cards: int) -> list[str]:
    """The claims on whose cards the keyboard comes by a key that walks, without a pause."""
    reached: list[str] = []
    while len(reached) < cards:
        focus = QApplication.focusWidget()
        card = next((each for each in view.cards if each is focus or each.isAncestorOf(focus)), None)
        here = card.line.claim.id if card else "below" if isinstance(focus, QPushButton) else "above"
        if reached[-1:] != [here]:
            reached.append(here)
        QTest.keyClick(focus, key)
    return reached


def test_tab_passes_over_none_and_comes_out_below(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], 27)
    show(view, entry)
    view.focus_card(17)
    assert walk(view, Qt.Key.Key_Tab, 11) == [*wanted(entry)[17:], "below"]
    all_there(qtbot, view, entry)
    view.focus_card(25)
    assert walk(view, Qt.Key.Key_Tab, 3) == [*wanted(entry)[25:], "below"]
    view.window().findChild(QPushButton).setFocus()
    assert walk(view, Qt.Key.Key_Backtab, 3) == ["below", *wanted(entry)[:-3:-1]]


def test_a_claim_in_the_middle_stands_and_is_reached_there(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], 30)
    few = replace(entry, attributed=(*entry.attributed[1:12], *entry.attributed[13:]))
    show(view, few)
    all_there(qtbot, view, few)
    show(view, entry)
    all_there(qtbot, view, entry)
    view.focus_card(10)
    assert walk(view, Qt.Key.Key_Tab, 4) == wanted(entry)[10:14]
    view.focus_card(0)
    assert walk(view, Qt.Key.Key_Tab, 2) == wanted(entry)[:2]


def test_claims_in_another_order_keep_their_cards(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], 24)
    show(view, entry)
    all_there(qtbot, view, entry)
    field = view.cards[3].answering.field
    type_words(field, "half")
    kept = set(view.cards)
    turned = replace(entry, attributed=entry.attributed[::-1])
    show(view, turned)
    all_there(qtbot, view, turned)
    assert set(view.cards) == kept
    assert QApplication.focusWidget() is field
    view.focus_card(5)
    assert walk(view, Qt.Key.Key_Tab, 3) == wanted(turned)[5:8]


def test_what_is_typed_stays_as_the_others_come_and_is_saved(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], MANY)
    show(view, entry)
    field = view.cards[0].answering.field
    type_words(field, "Yes, in Ju")
    show(view, replace(entry, attributed=entry.attributed[:-1]))
    assert view.cards[0].answering.field is field
    assert QApplication.focusWidget() is field
    view.flush()
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes, in Ju"]
    press(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.cards[0]


def test_replies_stand_below_what_is_attributed(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], 25)
    reply = entries[calls.rask].to_reply[0]
    both = replace(entry, to_reply=(reply,))
    show(view, both)
    all_there(qtbot, view, both)
    assert view.cards[-1].reply.isVisible()
    show(view, entry)
    all_there(qtbot, view, entry)


def test_a_card_that_grows_pushes_the_others_down(qtbot, calls, view, entries):
    entry = long(entries[calls.ferries], 25)
    show(view, entry)
    all_there(qtbot, view, entry)
    before = tops(view)
    view.cards[2].answering.field.insertPlainText("words\n" * 4)
    qtbot.wait(30)
    after = tops(view)
    assert after[:3] == before[:3]
    grown = {now - was for now, was in zip(after[3:], before[3:], strict=True)}
    assert len(grown) == 1
    assert grown.pop() > 0
    assert all(card.height() >= card.heightForWidth(card.width()) for card in view.cards)
