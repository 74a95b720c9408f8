"""Each gesture of docs/gestures.md is done in a real window and counted."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.window.hands import drag, span_of
from tests.journeys.person import CTRL, NONE, SHIFT, Person

K = Qt.Key
TEXT = (
    "Ferry\n\nThe ferry company charged one repair to two grants, a bookkeeper said. "
    "The company rejected the account. A hearing is due in spring. The ferry company owns one ship.\n"
)
_ROW = re.compile(r"^\| (?P<what>[^|]+?) \| (?P<count>\d+) \|", re.MULTILINE)


def documented() -> dict[str, int]:
    page = Path(__file__).parents[2] / "docs" / "gestures.md"
    return {row["what"]: int(row["count"]) for row in _ROW.finditer(page.read_text(encoding="utf-8"))}


class Hands:
    """Two hands whose gestures are counted; a key goes to whatever has the keyboard."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.count = 0

    def drag(self, words: str) -> None:
        self.count += 1
        drag(self.person.view, span_of(self.person.text, words))
        self.person.settle()

    def key(self, key: K, modifiers=NONE) -> None:
        self.count += 1
        QTest.keyClick(QApplication.focusWidget() or self.person.window, key, modifiers)
        self.person.settle()


def at_the_article(person: Person) -> None:
    person.view.setFocus()
    person.settle()


def cursor_to(person: Person, words: str) -> None:
    """Where somebody would be who has read so far; no gesture of the table."""
    person.press(K.Key_Escape)
    person.view.go_to(span_of(person.text, words))
    at_the_article(person)


def by_mouse(person: Person) -> Hands:
    hands = Hands(person)
    hands.drag("charged one repair to two grants")
    hands.key(K.Key_A)
    (claim,) = person.claims
    assert (claim.tag, claim.quote) == (Tag.ALLEGATION, "charged one repair to two grants")
    return hands


def by_keyboard(person: Person) -> Hands:
    cursor_to(person, "A hearing")
    hands = Hands(person)
    hands.key(K.Key_F)
    (claim,) = person.claims
    assert (claim.tag, claim.quote) == (Tag.FACT, "A hearing is due in spring")
    return hands


def speaker(person: Person) -> Hands:
    person.mark("charged one repair to two grants", K.Key_A)
    hands = Hands(person)
    hands.drag("a bookkeeper")
    hands.key(K.Key_S)
    (claim,) = person.claims
    assert claim.speakers == ("a bookkeeper",)
    assert claim.names[0].cut(person.text) == "a bookkeeper"
    return hands


def link(person: Person) -> Hands:
    allegation = person.mark("charged one repair to two grants", K.Key_A)
    denial = person.mark("rejected the account", K.Key_D)
    hands = Hands(person)
    hands.key(K.Key_L)
    hands.key(K.Key_1)
    assert [line.answers for line in person.claims if line.id == denial.id] == [(allegation.id,)]
    return hands


def tick(person: Person) -> Hands:
    cursor_to(person, "A hearing")
    hands = Hands(person)
    hands.key(K.Key_Space)
    assert [span.cut(person.text) for span in person.window.ticking.read] == ["A hearing is due in spring."]
    return hands


def undo(person: Person) -> Hands:
    person.mark("rejected the account", K.Key_D)
    hands = Hands(person)
    hands.key(K.Key_Z, CTRL)
    assert person.claims == []
    return hands


def next_point(person: Person) -> Hands:
    allegation = person.mark("charged one repair to two grants", K.Key_A)
    cursor_to(person, "A hearing")
    assert person.picked is None
    hands = Hands(person)
    hands.key(K.Key_F8)
    assert person.picked is not None
    assert person.picked.id == allegation.id
    return hands


def every_occurrence(person: Person) -> Hands:
    person.drag("ferry company")
    hands = Hands(person)
    hands.key(K.Key_A, CTRL | SHIFT)
    hands.key(K.Key_Return)
    assert [line.quote for line in person.claims] == ["ferry company", "ferry company"]
    return hands


def export(person: Person) -> Hands:
    person.mark("rejected the account", K.Key_D)
    hands = Hands(person)
    hands.key(K.Key_E, CTRL)
    hands.key(K.Key_Return)
    (file,) = Path.home().glob("*.docx")
    (comment,) = docx.Document(str(file)).comments
    assert comment.text.startswith("D1 Denial")
    return hands


JOURNEYS: dict[str, Callable[[Person], Hands]] = {
    "mark words and tag them, by mouse": by_mouse,
    "mark the sentence at the cursor and tag it, by keyboard": by_keyboard,
    "name its speaker from the text": speaker,
    "link a denial to its allegation": link,
    "tick a sentence as read": tick,
    "undo": undo,
    "next open point": next_point,
    "tag every occurrence of the selected words": every_occurrence,
    "export": export,
}


def test_the_table_and_the_journeys_name_the_same_things() -> None:
    assert set(documented()) == set(JOURNEYS)


@pytest.mark.parametrize("what", JOURNEYS)
def test_it_takes_as_many_gestures_as_the_table_says(what: str, reader, home) -> None:
    person = reader(TEXT)
    assert JOURNEYS[what](person).count == documented()[what]
