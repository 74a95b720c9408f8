"""Linking a denial to its allegation, both ways round, by number, by arrows and by a click."""

import pytest
from PySide6.QtCore import Qt

from annotator.model.enums import Tag
from tests.journeys.person import SHIFT

K = Qt.Key
TEXT = (
    "Ferry\n\nThe company charged one repair to two grants, a bookkeeper said. It hid the bills, she added. "
    "The company rejected the account. It denied hiding anything. A hearing is due in spring.\n"
)


@pytest.fixture
def person(reader):
    """Somebody who has marked two allegations and two denials; the second denial is picked."""
    made = reader(TEXT)
    made.mark("charged one repair to two grants", K.Key_A)
    made.mark("hid the bills", K.Key_A)
    made.mark("rejected the account", K.Key_D)
    made.mark("denied hiding anything", K.Key_D)
    return made


def named(person, words):
    return next(line for line in person.claims if line.quote == words)


def answered(person):
    """Which quotes each denial answers."""
    quotes = {line.id: line.quote for line in person.claims}
    return {line.quote: [quotes[end] for end in line.answers] for line in person.claims if line.answers}


def test_the_nearest_has_the_first_number(person) -> None:
    person.press(K.Key_L)
    assert person.window.linking.offering
    person.press(K.Key_1)
    assert not person.window.linking.offering
    assert answered(person) == {"denied hiding anything": ["hid the bills"]}
    assert person.picked.quote == "denied hiding anything"
    person.undo()
    assert answered(person) == {}


def test_from_the_allegation_too(person) -> None:
    person.click("charged one repair")
    person.press(K.Key_L)
    person.press(K.Key_1)
    assert answered(person) == {"rejected the account": ["charged one repair to two grants"]}
    assert person.picked.tag is Tag.ALLEGATION


def test_with_shift_one_goes_on(person) -> None:
    person.press(K.Key_L)
    person.press(K.Key_1, SHIFT)
    assert person.window.linking.offering
    person.press(K.Key_2, SHIFT)
    person.press(K.Key_Escape)
    assert not person.window.linking.offering
    assert set(answered(person)["denied hiding anything"]) == {
        "hid the bills",
        "charged one repair to two grants",
    }


def test_arrows_and_enter_choose_any(person) -> None:
    person.press(K.Key_L)
    person.press(K.Key_Up)
    person.press(K.Key_Return)
    assert answered(person) == {"denied hiding anything": ["charged one repair to two grants"]}


def test_a_click_chooses(person) -> None:
    person.press(K.Key_L)
    person.click("charged one repair")
    assert answered(person) == {"denied hiding anything": ["charged one repair to two grants"]}
    assert person.picked.quote == "denied hiding anything"


def test_a_row_of_the_list_chooses(person) -> None:
    person.press(K.Key_L)
    person.window.claims.claim_picked.emit(named(person, "charged one repair to two grants").id)
    person.settle()
    assert answered(person) == {"denied hiding anything": ["charged one repair to two grants"]}
    assert person.picked.quote == "denied hiding anything"


def test_escape_gives_up_and_letters_are_tags_again(person) -> None:
    person.press(K.Key_L)
    person.press(K.Key_A)  # no retagging while one chooses
    assert person.picked.tag is Tag.DENIAL
    person.press(K.Key_Escape)
    person.press(K.Key_F)
    assert person.picked.tag is Tag.FACT
    assert answered(person) == {}


def test_what_is_linked_is_not_offered_again(person) -> None:
    for _ in range(2):
        person.press(K.Key_L)
        person.press(K.Key_1)
    assert len(answered(person)["denied hiding anything"]) == 2
    person.press(K.Key_L)
    assert not person.window.linking.offering
    assert "no allegation" in person.window.messages.words


def test_a_fact_is_not_linked(person) -> None:
    person.mark("hearing is due in spring", K.Key_F)
    person.press(K.Key_L)
    assert not person.window.linking.offering
    assert person.window.messages.words.startswith("A reported fact answers nothing")


def test_a_link_sleeps_while_the_denial_is_something_else_and_wakes(person) -> None:
    person.press(K.Key_L)
    person.press(K.Key_1)
    person.press(K.Key_F)
    assert answered(person) == {}
    assert named(person, "hid the bills").answered == 0
    person.press(K.Key_D)
    assert answered(person) == {"denied hiding anything": ["hid the bills"]}
    assert named(person, "hid the bills").answered == 1
