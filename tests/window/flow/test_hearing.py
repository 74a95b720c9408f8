"""What was done is said to screen readers: each step, and what is typed not at every pause."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, Retag, TagClaim, WriteNote
from annotator.desk.commands.reading import MarkRead
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.flow.hearing import Hearing


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window with something to press and something to type in."""
    made = QWidget()
    qtbot.addWidget(made)
    made.button, made.field = QPushButton(made), QLineEdit(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button.setFocus()
    return made


@pytest.fixture
def at(qtbot: QtBot, session, page):
    """An article with one claim, and what is heard from then on."""
    made: list[str] = []
    hearing = Hearing(session, page)
    heard: list[str] = []
    hearing.said.connect(heard.append)

    def run(command) -> list[str]:
        """Does something; what was said of it."""
        heard.clear()
        session.run(command, lambda changes: made.extend(changes.made))
        qtbot.waitUntil(lambda: session.idle)
        return list(heard)

    assert run(ImportArticle(Draft("One two. Three.", "One"))) == []
    article = made[0]
    assert run(TagClaim(article, Span(0, 3), Tag.FACT)) == ["Tag as reported fact"]
    run.article, run.claim, run.heard, run.hearing = article, made[1], heard, hearing
    return run


def test_each_step_is_said(at, session, qtbot) -> None:
    assert at(Retag(at.claim, Tag.DENIAL)) == ["Retag as denial"]
    assert at(MarkRead(at.article, (Span(9, 15),))) == ["Tick as read"]
    assert at(DeleteClaim(at.claim)) == ["Delete denial"]


def test_undo_and_redo_say_what_they_turned(at, session, qtbot) -> None:
    at(Retag(at.claim, Tag.DENIAL))
    at.heard.clear()
    session.undo(at.article)
    session.redo(at.article)
    qtbot.waitUntil(lambda: session.idle and len(at.heard) == 2)
    assert at.heard == ["Undone: Retag as denial", "Done again: Retag as denial"]


def test_the_same_twice_is_said_twice(at) -> None:
    assert at(MarkRead(at.article, (Span(0, 8),))) == ["Tick as read"]
    assert at(MarkRead(at.article, (Span(9, 15),))) == ["Tick as read"]


def test_what_changed_nothing_is_not_said(at) -> None:
    assert at(Retag(at.claim, Tag.FACT)) == []


def test_what_is_typed_is_said_once(at, page) -> None:
    page.field.setFocus()
    assert at(WriteNote(at.claim, "se")) == ["Edit note"]
    assert at(WriteNote(at.claim, "see p. 3")) == []
    assert at(Retag(at.claim, Tag.DENIAL)) == ["Retag as denial"]
    assert at(WriteNote(at.claim, "see p. 4")) == ["Edit note"]
