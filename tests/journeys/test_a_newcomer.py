"""What a new user stumbles over: words half typed, undo while typing, panes, an empty library."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.transfer import read_paste
from annotator.window.hands import type_words, wait_until
from annotator.window.sources.dialog import SourcesDialog
from annotator.window.who.first_time import FirstTime
from tests.journeys.person import CTRL, SHIFT, Person

K = Qt.Key
TEXT = "Ferry\n\nThe mayor denied selling the list. The ferry sails in June, its operator said.\n"


@pytest.fixture
def busy(reader) -> Person:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    return person


def focus_key(person: Person, key: K, modifiers=CTRL) -> None:
    """A key where the keyboard is now."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    person.settle()


def test_undo_in_the_field_takes_back_the_source_that_was_just_entered(busy: Person) -> None:
    busy.press(K.Key_S)
    field = busy.window.editor.said_by.field
    type_words(field, "The mayor")
    focus_key(busy, K.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert busy.picked.speakers == ("The mayor",)
    focus_key(busy, K.Key_Z)
    assert busy.picked.speakers == ()
    assert field.text() == ""
    assert field.hasFocus()
    focus_key(busy, K.Key_Z, CTRL | SHIFT)
    assert busy.picked.speakers == ("The mayor",)


def test_undo_in_a_field_takes_back_its_own_typing_first(busy: Person) -> None:
    busy.press(K.Key_S)
    field = busy.window.editor.said_by.field
    type_words(field, "The mayor")
    focus_key(busy, K.Key_Z)
    assert field.text() == ""
    focus_key(busy, K.Key_Z, CTRL | SHIFT)
    assert field.text() == "The mayor"
    assert [claim.quote for claim in busy.claims] == ["denied selling the list"]
    field.clear()


def test_undo_from_the_menu_comes_after_what_is_being_typed(busy: Person) -> None:
    busy.press(K.Key_N)
    type_words(busy.window.editor.notes.note, "ask her")
    busy.menu("undo")
    assert busy.whole(busy.picked.id).note == ""
    assert [claim.quote for claim in busy.claims] == ["denied selling the list"]


def test_copying_takes_the_words_along_that_were_just_typed(busy: Person) -> None:
    busy.press(K.Key_N)
    type_words(busy.window.editor.notes.note, "ask her")
    busy.menu("copy_formatted")
    assert "ask her" in QGuiApplication.clipboard().text()


def test_undo_and_redo_pick_the_claim_they_changed(busy: Person) -> None:
    first = busy.picked.id
    second = busy.mark("The ferry sails in June", K.Key_F).id
    busy.undo()
    busy.redo()
    assert busy.picked.id == second
    busy.press(K.Key_D)
    busy.window.reading.pick(first)
    busy.settle()
    busy.undo()
    assert (busy.picked.id, busy.picked.tag.letter) == (second, "F")


def test_closing_asks_about_evidence_that_was_begun(busy: Person) -> None:
    busy.press(K.Key_E)
    type_words(busy.window.editor.evidence.form.field, "Minutes of the board")
    busy.window.reading.pick(None)
    busy.settle()

    def answer(words: str) -> None:
        box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
        next(button for button in box.findChildren(QPushButton) if button.text() == words).click()

    QTimer.singleShot(200, lambda: answer("Keep open"))
    assert not busy.window.close()
    QTimer.singleShot(200, lambda: answer("Close anyway"))
    assert busy.window.close()
    busy.starter.window = None


def stay_under_the_proposed_name(person: Person) -> None:
    """Closes the strip that asks who one is: else F6 comes to it."""
    (strip,) = person.window.findChildren(FirstTime)
    QTest.keyClick(strip.name, K.Key_Escape)
    person.settle()


def test_f6_goes_round_though_no_claim_is_picked(busy: Person) -> None:
    stay_under_the_proposed_name(busy)
    busy.window.reading.pick(None)
    busy.view.setFocus()
    busy.settle()
    seen = []
    for _ in range(3):
        busy.shortcut("F6")
        seen.append(QApplication.focusWidget())
    assert seen == [busy.window.claims.list, busy.window.articles.list, busy.view]


def test_f6_reaches_the_history_and_the_welcome(busy: Person, person: Person) -> None:
    stay_under_the_proposed_name(busy)
    busy.window.tabs.setCurrentWidget(busy.window.side.history_page)
    busy.view.setFocus()
    busy.settle()
    busy.shortcut("F6")
    assert busy.window.side.history.isAncestorOf(QApplication.focusWidget())
    busy.window.reading.close()
    busy.window.articles.list.setFocus()
    busy.settle()
    busy.shortcut("F6")
    assert busy.window.welcome.isAncestorOf(QApplication.focusWidget())


def test_an_empty_library_offers_no_export(person: Person) -> None:
    export = person.window.actions_["export"]
    assert not export.isEnabled()
    person.window.importing.add_sample("01-harbour-ferry.txt")
    wait_until(lambda: person.window.reading.page is not None)
    person.settle()
    assert export.isEnabled()
    person.window.reading.close()
    person.settle()
    assert not export.isEnabled()  # samples stay out of the library's exports


def test_a_search_leaves_the_number_of_articles_to_export(busy: Person) -> None:
    busy.window.articles.search.setText("sails")
    QTest.qWait(200)
    busy.window.session.run(ImportArticle(read_paste("Roof\n\nIt leaks.", "")))
    busy.settle()
    busy.menu("export")
    dialog = QApplication.activeModalWidget()
    texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
    dialog.reject()
    assert any("2 articles" in text for text in texts)


def test_enter_imports_what_was_pasted_as_it_was(person: Person) -> None:
    person.window.importing.take_paste("Roof\n\nIt leaks.", "")
    preview = QApplication.activeModalWidget()
    QTest.keyClick(preview.focusWidget(), K.Key_Return)
    wait_until(lambda: person.window.reading.page is not None)
    assert person.text.rstrip() == "Roof\n\nIt leaks."


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window
def test_the_register_is_there_once(busy: Person) -> None:
    busy.menu("sources")
    busy.menu("sources")
    (register,) = busy.window.findChildren(SourcesDialog)
    register.close()


def test_buttons_of_dialogs_have_words_and_no_pictures(busy: Person) -> None:
    busy.menu("export")
    dialog = QApplication.activeModalWidget()
    icons = [button.text() for button in dialog.findChildren(QPushButton) if not button.icon().isNull()]
    dialog.reject()
    assert not icons
