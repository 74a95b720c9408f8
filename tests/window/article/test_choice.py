"""Choosing one of several claims by number, arrows, Enter and clicks, with real events."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence

from annotator.model.enums import Tag
from annotator.window.article.choice import Choice
from tests.window.article.conftest import Hand, claim

Show = Callable[..., Hand]
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
TEXT = "Who paid?\n\n" + "\n\n".join(f"Somebody said {word} of it." for word in WORDS) + "\n\nNo, they say."
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Chosen:
    """What the page said of a choice, in order: claims with whether it goes on, and the end."""

    def __init__(self, made: Hand) -> None:
        self.said: list[object] = []
        made.view.choice_made.connect(lambda name, go_on: self.said.append((name, go_on)))
        made.view.choice_ended.connect(lambda: self.said.append("end"))


@pytest.fixture
def asked(hand: Show) -> tuple[Hand, Chosen]:
    """A denial is picked, and the allegations are to choose from: the last ones are the nearest."""
    claims = [claim(word, TEXT, f"said {word}") for word in WORDS]
    made = hand(
        TEXT, *claims, claim("denial", TEXT, "No, they say", Tag.DENIAL), claim("other", TEXT, "they")
    )
    made.view.setFocus()
    made.view.pick("denial")
    chosen = Chosen(made)
    made.view.begin_choice(WORDS[::-1])
    return made, chosen


def key(made: Hand, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for each in keys:
        made.bot.keyClick(made.view, each, modifiers)


def test_the_nearest_nine_have_numbers_that_stay() -> None:
    choice = Choice(WORDS[::-1], WORDS)
    assert [choice.number(word) for word in WORDS] == [None, None, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    choice.drop("ten")
    assert choice.number("nine") == 3
    assert choice.numbered(2) is None
    assert choice.numbered(3) == "nine"


def test_arrows_go_by_the_text_and_stop_at_its_ends() -> None:
    choice = Choice(["two", "three", "one"], ["one", "two", "three"])
    seen = []
    for by in (-1, -1, 1, 1, 1):
        choice.step(by)
        seen.append(choice.current)
    assert seen == ["one", "one", "two", "three", "three"]


def test_of_chosen_claims_the_next_in_the_text_comes_in_turn() -> None:
    choice = Choice(["two", "three", "one"], ["one", "two", "three"])
    for expected in ("three", "one"):
        choice.drop(choice.current)
        assert choice.current == expected
    choice.drop("one")
    assert len(choice) == 0


def test_a_digit_chooses_at_once(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    key(made, Qt.Key.Key_3)
    assert chosen.said == [("nine", False), "end"]
    assert made.view.choice is None
    assert made.view.picked == "denial"


def test_arrows_and_enter_reach_those_without_a_number(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    key(made, *[Qt.Key.Key_Up] * 10, Qt.Key.Key_Return)
    assert chosen.said == [("one", False), "end"]


def test_shift_keeps_choosing_until_none_is_left(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    key(made, Qt.Key.Key_1, Qt.Key.Key_Return, modifiers=SHIFT)
    assert chosen.said == [("eleven", True), ("ten", True)]
    for _ in range(9):
        key(made, Qt.Key.Key_Return, modifiers=SHIFT)
    assert chosen.said[-2:] == [("one", False), "end"]
    assert chosen.said.count("end") == 1


def test_a_digit_that_no_candidate_has_changes_nothing(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    key(made, Qt.Key.Key_1, modifiers=SHIFT)
    key(made, Qt.Key.Key_1)
    assert chosen.said == [("eleven", True)]
    assert made.view.choice is not None


def test_a_click_on_words_or_letter_chooses(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    spot = made.within(TEXT.index("said six") + 2)
    made.bot.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, spot)
    made.click(made.at(TEXT.index("Somebody said four")) - QPoint(26, 0))
    assert chosen.said == [("six", True), ("four", False), "end"]
    assert made.picks == []
    assert made.spans == []


def test_a_click_elsewhere_ends_the_choice_and_picks_nothing(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    made.click(made.within(TEXT.index("Who paid")))
    assert chosen.said == ["end"]
    assert made.view.picked == "denial"


@pytest.mark.parametrize("how", ["escape", "method", "other claim", "other page", "focus"])
def test_what_ends_a_choice(asked: tuple[Hand, Chosen], how: str) -> None:
    made, chosen = asked
    if how == "escape":
        key(made, Qt.Key.Key_Escape)
    elif how == "method":
        made.view.end_choice()
    elif how == "other claim":
        made.view.pick("two")
    elif how == "other page":
        made.view.clear_page()
    else:
        made.view.clearFocus()
    assert chosen.said == ["end"]
    key(made, Qt.Key.Key_1)
    assert chosen.said == ["end"]


def test_a_candidate_that_goes_away_is_no_longer_one(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    made.view.update_claims([], ["eleven"])
    key(made, Qt.Key.Key_1)
    assert chosen.said == []
    made.view.set_claims([claim("denial", TEXT, "No, they say", Tag.DENIAL)])
    assert chosen.said == ["end"]


def test_there_is_no_choice_among_claims_that_are_not_there(asked: tuple[Hand, Chosen]) -> None:
    made, chosen = asked
    made.view.end_choice()
    made.view.begin_choice(["nobody", "nothing"])
    assert made.view.choice is None
    assert chosen.said == ["end"]


def test_plain_keys_do_nothing_else_meanwhile_and_ctrl_keeps_its_meaning(asked: tuple[Hand, Chosen]) -> None:
    made, _ = asked
    triggered: list[str] = []
    for keys in ("A", "Space", "Del", "Shift+L", "Ctrl+Z", "F1"):
        action = QAction(keys, made.view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False, name=keys: triggered.append(name))
        made.view.addAction(action)
    key(made, Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F1)
    key(made, Qt.Key.Key_L, modifiers=SHIFT)
    key(made, Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert triggered == ["F1", "Ctrl+Z"]
    made.view.end_choice()
    key(made, Qt.Key.Key_A)
    assert triggered[-1] == "A"


def test_the_candidate_comes_into_sight(hand: Show) -> None:
    text = "Who paid?\n\n" + "Many more words follow here. " * 400 + "\n\nNo, they say."
    made = hand(text, claim("far", text, "Who paid"), claim("denial", text, "No, they say", Tag.DENIAL))
    made.view.pick("denial", scroll=True)
    assert made.at(0).y() < 0
    made.view.begin_choice(["far"])
    assert 0 < made.at(0).y() < made.view.viewport().height()


def test_only_candidates_and_the_picked_claim_keep_their_letters(asked: tuple[Hand, Chosen]) -> None:
    made, _ = asked
    beside = made.at(TEXT.index("No, they say")) - QPoint(26, 0)
    letter = made.view.letter_at(beside.toPointF())
    assert letter is not None
    assert [each.id for each in letter.claims] == ["denial"]
    made.view.end_choice()
    letter = made.view.letter_at(beside.toPointF())
    assert letter is not None
    assert [each.id for each in letter.claims] == ["other"]
