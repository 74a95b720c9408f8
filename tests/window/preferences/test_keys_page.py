"""Giving actions other keys: what is taken says so, what is moved is gone elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from annotator.window.claims.pill import Pill
from annotator.window.preferences.key_table import action_words
from annotator.window.preferences.keys_page import KeysPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Given:
    """What the page has told last."""

    own: dict[str, list[str]] | None = None
    letters = True


@pytest.fixture
def given():
    return Given()


@pytest.fixture
def page(qtbot, given):
    made = KeysPage({}, letters=True)
    qtbot.addWidget(made)
    made.keys_chosen.connect(lambda own, letters: vars(given).update(own=own, letters=letters))
    made.resize(620, 480)
    made.show()
    return made


def go_to(page, name):
    page.table.setCurrentItem(page.table._lines[name])


def press(qtbot, page, key, modifiers=Qt.KeyboardModifier.NoModifier):
    page.field.setFocus()
    qtbot.keyClick(page.field, key, modifiers)


def row(page, name):
    return page.table._lines[name].text(1)


def pills(page):
    return [pill for pill in page.keys.findChildren(Pill) if pill.isVisible()]


def test_a_key_is_added_and_told(page, qtbot, given):
    go_to(page, "bin")
    press(qtbot, page, Qt.Key.Key_B, CTRL)
    assert given.own == {"bin": ["Ctrl+B"]}
    assert row(page, "bin") == "Ctrl+B (changed)"
    assert page.trouble.words == ""
    assert [pill.accessibleName() for pill in pills(page)] == ["Take away Ctrl+B"]


def test_a_key_that_is_taken_says_by_what_and_can_be_moved(page, qtbot, given):
    go_to(page, "bin")
    press(qtbot, page, Qt.Key.Key_F, CTRL)
    assert given.own is None
    assert page.trouble.words == "Ctrl+F belongs to “Find in article”."
    page.move_button.click()
    assert given.own == {"find": [], "bin": ["Ctrl+F"]}
    assert row(page, "find") == "no key (changed)"
    assert page.move_button.isHidden()


def test_a_key_that_stays_what_it_is_cannot_be_moved(page, qtbot, given):
    go_to(page, "bin")
    press(qtbot, page, Qt.Key.Key_Return)
    assert "stays what it is" in page.trouble.words
    assert page.move_button.isHidden()
    assert given.own is None


def test_a_letter_is_for_the_article_and_the_claims(page, qtbot, given):
    go_to(page, "bin")
    press(qtbot, page, Qt.Key.Key_Q)
    assert "article and the claims" in page.trouble.words
    assert given.own is None
    go_to(page, "denial")
    assert page.trouble.words == ""
    press(qtbot, page, Qt.Key.Key_Q)
    assert given.own == {"denial": ["D", "2", "Q"]}


def test_the_same_key_again_changes_nothing(page, qtbot, given):
    go_to(page, "denial")
    press(qtbot, page, Qt.Key.Key_D)
    assert given.own is None
    assert page.trouble.words == ""


def test_a_sign_that_needs_shift_is_the_sign_alone(page, qtbot, given):
    go_to(page, "bin")
    press(qtbot, page, Qt.Key.Key_Exclam, CTRL | SHIFT)
    assert given.own == {"bin": ["Ctrl+!"]}
    press(qtbot, page, Qt.Key.Key_B, CTRL | SHIFT)
    assert given.own == {"bin": ["Ctrl+!", "Ctrl+Shift+B"]}


def test_a_key_is_taken_away(page, qtbot, given):
    go_to(page, "denial")
    pills(page)[1].click()
    assert given.own == {"denial": ["D"]}


def test_usual_keys_for_one_and_for_all(page, qtbot, given):
    assert not page.usual_all.isEnabled()
    for name, key in (("bin", Qt.Key.Key_B), ("denial", Qt.Key.Key_Q)):
        go_to(page, name)
        press(qtbot, page, key, CTRL | SHIFT)
    page.usual_one.click()
    assert given.own == {"bin": ["Ctrl+Shift+B"]}
    assert not page.usual_one.isEnabled()
    page.usual_all.click()
    assert given.own == {}
    assert row(page, "denial") == "D, 2"


def test_usual_keys_do_not_take_what_was_given_elsewhere(page, qtbot, given):
    go_to(page, "bin")
    press(qtbot, page, Qt.Key.Key_F, CTRL)
    page.move_button.click()
    go_to(page, "find")
    page.usual_one.click()
    assert given.own == {"bin": ["Ctrl+F"]}
    assert row(page, "find") == "no key"


def test_single_letters_are_switched_off(page, given):
    page.letters.click()
    assert (given.own, given.letters) == ({}, False)


def test_typing_finds_actions_and_keys(page, qtbot):
    qtbot.keyClicks(page.search, "ctrl+k")
    seen = [name for name, line in page.table._lines.items() if not line.isHidden()]
    assert seen == ["palette"]
    assert page.table.action == "palette"
    assert action_words("palette") in page._heading.text()
    page.search.clear()
    qtbot.keyClicks(page.search, "zzz")
    assert all(line.isHidden() for line in page.table._lines.values())


def test_tab_leaves_the_field_and_escape_the_dialog(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    page = KeysPage({}, letters=True)
    QVBoxLayout(dialog).addWidget(page)
    dialog.show()
    dialog.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus)
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert not page.field.hasFocus()
    page.field.setFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_begins_with_a_persons_own_keys(qtbot):
    page = KeysPage({"bin": ["Ctrl+B"], "undo": 7, "denial": ["D", "2"]}, letters=False)
    qtbot.addWidget(page)
    assert row(page, "bin") == "Ctrl+B (changed)"
    assert row(page, "undo") == "Ctrl+Z"
    assert row(page, "denial") == "D, 2"
    assert not page.letters.isChecked()
