"""Words found in the article and made claims without the mouse, in the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from tests.journeys.person import CTRL, SHIFT

K = Qt.Key
BRIDGE = (
    "Bridge\n\nThe bridge is closed. Nobody said why.\n\nThe council denied the bridge’s deck was sold.\n"
)


def type_here(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def key_here(person, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    person.settle()


def test_a_hit_becomes_a_claim_by_one_key(reader) -> None:
    person = reader(BRIDGE)
    person.shortcut("Ctrl+F")
    type_here("deck was sold")
    key_here(person, K.Key_2, CTRL)
    assert [(claim.tag, claim.quote) for claim in person.claims] == [(Tag.DENIAL, "deck was sold")]
    key_here(person, K.Key_Escape)
    assert QApplication.focusWidget() is person.view
    assert person.picked is not None
    person.shortcut("Ctrl+Z")
    assert person.claims == []


def test_a_hit_taken_back_to_the_page_is_tagged_as_any_selection(reader) -> None:
    person = reader(BRIDGE)
    person.shortcut("Ctrl+F")
    type_here("bridge")
    assert person.window.finding.bar.count == "1 of 3"
    person.shortcut("F3")
    person.shortcut("F3")
    person.shortcut("Shift+F3")
    assert person.window.finding.bar.count == "2 of 3"
    key_here(person, K.Key_Escape)
    key_here(person, K.Key_F)
    assert [(claim.tag, claim.quote) for claim in person.claims] == [(Tag.FACT, "bridge")]


def test_every_occurrence_by_keys_and_one_undo(reader) -> None:
    person = reader(BRIDGE)
    person.shortcut("Ctrl+F")
    type_here("the bridge")
    key_here(person, K.Key_Escape)
    key_here(person, K.Key_A, CTRL | SHIFT)
    dialog = person.window.occurring.dialog
    assert dialog.button.text() == "Tag 2 as allegation"
    QTest.keyClick(dialog.list, K.Key_D)
    QTest.keyClick(dialog.list, K.Key_Return)
    person.settle()
    assert [(claim.tag, claim.quote) for claim in person.claims] == [
        (Tag.DENIAL, "The bridge"),
        (Tag.DENIAL, "the bridge"),
    ]
    person.window.activateWindow()  # as window managers do when a dialog has closed
    person.undo()
    assert person.claims == []
