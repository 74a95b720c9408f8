"""What is said aloud as the cursor meets sentences and claims."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from annotator.model.enums import Tag
from annotator.text.sentences import sentences
from tests.window.article.conftest import Hand, claim

Show = Callable[..., Hand]
TEXT = "Who paid?\n\nThe company denied it. She said so twice.\n\nNobody answered her calls at all."
FOUND = sentences(TEXT)
CLAIMS = (
    claim("denial", TEXT, "denied it", Tag.DENIAL, speakers=("Ines Rask",)),
    claim("fact", TEXT, "She said so", Tag.FACT),
    claim("allegation", TEXT, "Nobody answered"),
)


@pytest.fixture
def listener(hand: Show) -> tuple[Hand, list[str]]:
    """The page with the focus, and all that it has said since."""
    made = hand(TEXT, *CLAIMS)
    made.focus()
    said: list[str] = []
    made.view.spoken.connect(said.append)
    return made, said


def test_a_sentence_is_said_with_the_claims_in_it(listener: tuple[Hand, list[str]]) -> None:
    made, said = listener
    made.bot.keyClick(made.view, Qt.Key.Key_Down)
    assert said[0] == "The company denied it."
    assert len(said) == 2
    for part in ("Denial", "denied it", "Ines Rask", "1 of 3"):
        assert part in said[1]


def test_a_ticked_sentence_says_that_it_is(listener: tuple[Hand, list[str]]) -> None:
    made, said = listener
    made.view.set_read([FOUND[1]])
    made.view.go_to(FOUND[1])
    assert said[0] == "The company denied it. (ticked as read)"


def test_a_picked_claim_is_said_once(listener: tuple[Hand, list[str]]) -> None:
    made, said = listener
    made.view.pick("allegation")
    made.view.pick("allegation")
    assert len(said) == 1
    for part in ("Allegation", "Nobody answered", "3 of 3"):
        assert part in said[0]


def test_entering_a_claim_by_words_says_it_and_going_on_in_it_does_not(
    listener: tuple[Hand, list[str]],
) -> None:
    made, said = listener
    made.view.pick("denial")
    said.clear()
    made.bot.keyClick(made.view, Qt.Key.Key_Right)  # to "it", within the same claim
    assert said == []
    made.bot.keyClick(made.view, Qt.Key.Key_Right)  # to "She"
    assert len(said) == 1
    assert "Reported fact" in said[0]


def test_of_many_claims_in_a_sentence_three_are_said_and_the_rest_counted(hand: Show) -> None:
    words = ("Nobody", "answered", "her", "calls", "at")
    made = hand(TEXT, *(claim(each, TEXT, f"{each} " if each == "at" else each) for each in words))
    made.focus()
    said: list[str] = []
    made.view.spoken.connect(said.append)
    made.view.go_to(FOUND[3])
    assert len(said) == 5
    assert said[-1] == "2 more claims here"


def test_who_is_elsewhere_is_told_nothing(listener: tuple[Hand, list[str]]) -> None:
    made, said = listener
    made.view.clearFocus()
    made.view.pick("fact")
    made.view.go_to(FOUND[3])
    assert said == []


def test_a_choice_says_what_to_do_and_each_candidate_with_its_number(
    listener: tuple[Hand, list[str]],
) -> None:
    made, said = listener
    made.view.begin_choice(["allegation", "denial"])
    assert "2 claims" in said[0]
    assert said[1].startswith("Number 1: ")
    assert "Nobody answered" in said[1]
    made.bot.keyClick(made.view, Qt.Key.Key_Up)
    assert said[2].startswith("Number 2: ")
    made.bot.keyClick(made.view, Qt.Key.Key_Escape)
    assert said[3:] == ["Nothing more is being chosen."]


def test_a_new_claim_is_said_when_it_is_picked_and_not_before(listener: tuple[Hand, list[str]]) -> None:
    made, said = listener
    new = claim("new", TEXT, "Who paid")
    made.view.update_claims([new])
    assert said == []
    made.view.pick("new")
    assert len(said) == 1
    assert "1 of 4" in said[0]
