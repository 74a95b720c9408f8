"""Who works: asked once, changed at the foot of the window, with typing kept and another undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.reading import MarkRead
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.queries.claims import claim_view
from annotator.desk.queries.history import turns
from annotator.desk.queries.people import me
from annotator.desk.settings import Settings
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.rows import Article, Reviewer
from annotator.model.spans import Span
from annotator.window.app import Starter
from annotator.window.hands import type_words, wait_until
from annotator.window.preferences.dialog import PreferencesDialog
from annotator.window.who.first_time import FirstTime
from annotator.words import say
from tests.desk.content import quick_desk
from tests.journeys.person import Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = "The mayor took money, a witness said. The council met twice."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with an article in which its owner marked a claim."""
    path = tmp_path / "library.sqlite"
    with quick_desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft(TEXT, "Money"))).made
        desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION))
    return path


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator:
    there: list[Person] = []

    def opened(library: Path, reviewer: str = "") -> Person:
        while there:  # one at a time holds a library
            leave(there.pop())
        person = Person(Starter(Settings(tmp_path / "settings.json"), reviewer), library)
        there.append(person)
        articles: list[Article] = []
        person.window.session.ask(lambda desk: desk.library.where(Article), articles.extend)
        person.settle()
        person.window.reading.open(articles[0].id)
        person.settle()
        return person

    yield opened
    while there:
        leave(there.pop())


def leave(person: Person) -> None:
    person.window.close()
    person.starter.close()
    QApplication.processEvents()


def ask(person: Person, job):
    found: list = []
    person.window.session.ask(job, found.append)
    person.settle()
    return found[0]


def strip(person: Person) -> FirstTime | None:
    found = [one for one in person.window.findChildren(FirstTime) if one.isVisible()]
    return found[0] if found else None


def open_menu(person: Person) -> QMenu:
    person.window.status._me.click()
    person.settle()
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())


def choose(person: Person, words: str) -> None:
    menu = open_menu(person)
    action = next(one for one in menu.actions() if words in one.text().replace("&", ""))
    action.trigger()
    menu.close()
    person.settle()


def add(person: Person, name: str) -> None:
    choose(person, "Someone else")
    dialog = person.window.people._someone
    type_words(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    person.settle()


def test_in_a_new_library_one_is_asked_once(library: Path, open_window) -> None:
    person = open_window(library)
    asked = strip(person)
    assert asked is not None
    assert person.view.hasFocus()  # nobody is held up
    asked.name.selectAll()
    type_words(asked.name, "Ada")
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    person.settle()
    assert strip(person) is None
    assert person.view.hasFocus()
    assert person.window.status._me.text() == "Ada"
    assert ask(person, me).name == "Ada"
    assert strip(open_window(library)) is None


def test_sent_away_it_stays_away_and_the_name_is_kept(library: Path, open_window) -> None:
    person = open_window(library)
    before = ask(person, me)
    QTest.keyClick(strip(person).name, Qt.Key.Key_Escape)
    person.settle()
    assert strip(person) is None
    assert ask(person, me) == before
    assert strip(open_window(library)) is None


def test_who_is_named_at_the_start_is_not_asked(library: Path, open_window) -> None:
    assert strip(open_window(library, "Ada")) is None


def test_a_name_that_is_taken_is_said_where_it_was_typed(library: Path, open_window) -> None:
    with quick_desk(library, "Kim"):
        pass
    person = open_window(library)
    asked = strip(person)
    asked.name.setText("kim")
    asked.button.click()
    person.settle()
    assert strip(person) is asked
    assert asked._problem.text() == say("reviewer.name_taken", name="Kim")


def test_somebody_else_takes_over_with_typing_kept_and_an_undo_of_their_own(
    library: Path, open_window
) -> None:
    person = open_window(library)
    window = person.window
    owner = ask(person, me).name
    (claim,) = [line.id for line in person.claims]
    window.reading.pick(claim)
    person.settle()
    type_words(note_field(person), "typed last")
    add(person, "Kim")
    assert window.status._me.text() == "Kim"
    assert window.reading.picked is None
    assert [line.mine for line in person.claims] == [False]
    assert ask(person, lambda desk: claim_view(desk, claim)).note == "typed last"
    assert ask(person, lambda desk: turns(desk, window.reading.article)).undo == ""
    assert not window.actions_["undo"].isEnabled()
    assert strip(person) is None  # who chose a name is not asked for one
    choose(person, owner)
    assert window.status._me.text() == owner
    assert [line.mine for line in person.claims] == [True]
    assert window.actions_["undo"].isEnabled()
    assert strip(open_window(library)) is None  # nor the next time


def test_what_is_being_typed_is_kept_under_the_name_of_who_typed_it(library: Path, open_window) -> None:
    person = open_window(library)
    window = person.window
    kim = ask(person, lambda desk: desk.add_person("Kim"))
    (claim,) = [line.id for line in person.claims]
    window.reading.pick(claim)
    person.settle()
    note_field(person).insertPlainText("not yet saved")
    window.people.switch(kim)
    person.settle()
    assert ask(person, lambda desk: desk.me) == kim
    assert ask(person, lambda desk: claim_view(desk, claim)).note == "not yet saved"


def test_each_sees_the_sentences_they_have_read(library: Path, open_window) -> None:
    person = open_window(library)
    kim = ask(person, lambda desk: desk.add_person("Kim"))
    window = person.window
    window.session.run(MarkRead(window.reading.article, (Span(38, 60),)))
    person.settle()
    assert len(window.ticking.read) == 1
    window.people.switch(kim)
    person.settle()
    assert window.ticking.read == ()


def test_colleagues_who_work_elsewhere_are_not_in_the_menu(library: Path, open_window) -> None:
    person = open_window(library)
    article = person.window.reading.article
    person.window.session.run(Assign((article,), ("Cora",)))
    person.settle()
    menu = open_menu(person)
    assert not [action for action in menu.actions() if "Cora" in action.text()]
    menu.close()


def note_field(person: Person):
    person.window.marking.go_to("note")
    person.settle()
    return QApplication.focusWidget()


def test_what_was_begun_is_ended_by_who_began_it(library: Path, open_window) -> None:
    person = open_window(library)
    window = person.window
    window.session.run(SayBy(person.claims[0].id, NewSource("Ben")))
    window.reading.pick(person.claims[0].id)
    person.settle()
    window.marking.said_by()
    person.settle()
    field = QApplication.focusWidget()
    type_words(field, "a source half ty")
    assert window.editor.has_begun
    before = ask(person, me)
    window.people.add("Kim", "#2F7F86")
    person.settle()
    assert window.messages.words == say("who.begun")
    assert ask(person, me) == before
    field.clear()
    window.people.add("Kim", "#2F7F86")
    person.settle()
    assert ask(person, me).name == "Kim"


def test_a_name_that_is_taken_keeps_the_dialog_open(library: Path, open_window) -> None:
    person = open_window(library)
    add(person, "Kim")
    dialog = person.window.people._someone
    assert not dialog.isVisible()
    add(person, "KIM")
    assert dialog.isVisible()
    assert dialog._problem.text() == say("reviewer.name_taken", name="Kim")
    dialog.reject()
    assert len(ask(person, lambda desk: desk.library.where(Reviewer))) == 2


def test_preferences_stand_in_the_menu_of_people(library: Path, open_window) -> None:
    person = open_window(library)
    choose(person, "Preferences")
    (dialog,) = person.window.findChildren(PreferencesDialog)
    wait_until(dialog.isVisible)
    assert dialog.pages.currentWidget() is dialog.me
    dialog.close()


def test_the_question_is_reached_by_keyboard(library: Path, open_window) -> None:
    person = open_window(library)
    wanted = strip(person).name
    for _ in range(80):
        if QApplication.focusWidget() is wanted:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert wanted.hasFocus()
