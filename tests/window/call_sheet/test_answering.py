"""What they said: typed, never lost, one piece of evidence for each answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.desk.commands.claims import DeleteClaim
from annotator.model.enums import ResponseKind, Stance
from annotator.window.claims.saving import PAUSE
from annotator.window.hands import press, type_words
from tests.window.at_work import disk_with


@pytest.fixture
def card(shown, calls):
    """The card of what Coast Ferries says."""
    shown.pick("Coast")
    return shown.card(calls.returns)


def segment(card, word: str) -> QWidget:
    segments = card.answering.segments.findChildren(QWidget)
    return next(each for each in segments if getattr(each, "text", lambda: "")() == word)


def test_enter_keeps_what_they_said(calls, shown, card):
    type_words(card.answering.field, "Yes, in the second week.")
    press(card.answering.field, Qt.Key.Key_Return)
    calls.wait()
    (evidence,) = calls.view(calls.returns).evidence
    assert evidence.source.id == calls.ferries
    assert evidence.stance is Stance.SUPPORTS
    assert evidence.quote == "Yes, in the second week."
    assert len(evidence.seen_on) == len("2026-11-23")
    assert not card.answering.field.words()
    assert "supports" in card.told
    assert "“Yes, in the second week.”" in card.told


def test_a_pause_saves_and_later_words_go_into_the_same_piece(qtbot, calls, shown, card):
    type_words(card.answering.field, "Yes")
    qtbot.wait(PAUSE + 100)
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes"]
    assert "Yes" not in card.told  # it stands in the field
    type_words(card.answering.field, ", in June")
    press(card.answering.field, Qt.Key.Key_Return)
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes, in June"]
    type_words(card.answering.field, "Or July")
    press(card.answering.field, Qt.Key.Key_Return)
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes, in June", "Or July"]


def test_words_typed_while_the_first_are_on_their_way(calls, card):
    type_words(card.answering.field, "One")
    card.flush()
    type_words(card.answering.field, " two")
    card.flush()
    type_words(card.answering.field, " three")
    press(card.answering.field, Qt.Key.Key_Return)
    type_words(card.answering.field, "Four")
    card.flush()
    calls.wait()
    assert calls.heard(calls.returns) == ["One two three", "Four"]


def test_emptying_the_field_takes_the_evidence_away(calls, card):
    type_words(card.answering.field, "No")
    card.flush()
    calls.wait()
    for _ in range(2):
        press(card.answering.field, Qt.Key.Key_Backspace)
    card.flush()
    calls.wait()
    assert calls.heard(calls.returns) == []
    type_words(card.answering.field, "Yes")
    card.flush()
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes"]


def test_shift_enter_is_a_new_line(calls, card):
    type_words(card.answering.field, "First")
    press(card.answering.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_words(card.answering.field, "second")
    press(card.answering.field, Qt.Key.Key_Return)
    calls.wait()
    assert calls.heard(calls.returns) == ["First\nsecond"]


def test_the_stance_can_be_chosen_before_and_after(calls, card):
    assert not card.answering.segments.isVisible()
    type_words(card.answering.field, "No")
    assert card.answering.segments.isVisible()
    segment(card, "contradicts").click()
    calls.wait()
    assert calls.view(calls.returns).evidence[0].stance is Stance.CONTRADICTS
    segment(card, "context").click()
    calls.wait()
    (evidence,) = calls.view(calls.returns).evidence
    assert (evidence.stance, evidence.quote) == (Stance.CONTEXT, "No")


def test_a_reply_is_one_step_with_the_response(calls, shown):
    shown.pick("Ines")
    (card,) = shown.cards()
    type_words(card.answering.field, "I did not.")
    press(card.answering.field, Qt.Key.Key_Return)
    calls.wait()
    view = calls.view(calls.money)
    assert view.evidence[0].stance is Stance.CONTRADICTS
    assert view.evidence[0].source.id == calls.rask
    assert view.responses[0].kind is ResponseKind.ASKED
    assert "Asked on" in card.told
    spoken = shown.window.sources.entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ines Rask, nothing open"
    calls.undo()
    view = calls.view(calls.money)
    assert (view.evidence, view.responses) == ((), ())


@pytest.mark.parametrize("leave", ["other field", "other source", "close", "other article"])
def test_leaving_saves(qtbot, calls, shown, card, leave):
    type_words(card.answering.field, "Half a sen")
    if leave == "other field":
        shown.card(calls.cost).answering.field.setFocus()
    elif leave == "other source":
        shown.pick("Ines")
    elif leave == "close":
        shown.window.close()
    else:
        shown.window.show_for(calls.other)
    calls.wait()
    assert calls.heard(calls.returns) == ["Half a sen"]


def test_an_answer_that_is_taken_back_leaves_the_field(calls, card):
    type_words(card.answering.field, "Yes")
    card.flush()
    calls.wait()
    calls.undo()
    assert not card.answering.field.words()
    type_words(card.answering.field, "No")
    card.flush()
    calls.wait()
    assert calls.heard(calls.returns) == ["No"]


def test_words_typed_on_after_it_was_taken_back_make_a_new_piece(calls, card):
    type_words(card.answering.field, "Yes")
    card.flush()
    calls.wait()
    type_words(card.answering.field, " indeed")
    calls.undo()
    card.flush()
    calls.wait()
    assert calls.heard(calls.returns) == ["Yes indeed"]


def test_words_for_a_claim_that_went_are_told(calls, shown, card):
    type_words(card.answering.field, "Precious words")
    calls.run(DeleteClaim(calls.returns))
    calls.wait()
    assert "Precious words" in shown.window.trouble.words


def test_a_full_disk_loses_nothing(qtbot, calls, card):
    calls.ask(disk_with(1))
    words = "Said on a bad day. " * 600  # more than the pages that are there hold
    card.answering.field.insertPlainText(words)
    press(card.answering.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: calls.session.has_unsaved)
    calls.ask(disk_with(100_000))
    calls.session.try_again()
    calls.wait()
    assert calls.heard(calls.returns) == [words.strip()]


def test_a_status_comes_after_the_words_it_needs(calls, card):
    type_words(card.answering.field, "Yes, certainly")
    confirmed = next(action for action in card.status.menu().actions() if action.text() == "confirmed")
    confirmed.trigger()
    calls.wait()
    assert calls.view(calls.returns).status.value == "confirmed"


def test_letters_in_the_field_are_no_keys_of_the_card(calls, card):
    QTest.keyClicks(card.answering.field, " a b")
    card.flush()
    calls.wait()
    assert calls.heard(calls.returns) == ["a b"]
    assert not calls.view(calls.returns).attributions[0].checked
