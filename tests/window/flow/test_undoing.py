"""Undo acts on the open article, or on the library while the list of articles has the focus."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.queries.history import Turns
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.flow.undoing import Undoing


class Open(QObject):
    """Says which article is open, as `Reading` does."""

    opened = Signal(object)
    article = ""


@pytest.fixture
def at(qtbot: QtBot, session):
    """An article with one claim, imported as the newest step of the library."""
    made: list[str] = []
    session.run(ImportArticle(Draft("One two", "One")), lambda changes: made.extend(changes.made))
    qtbot.waitUntil(lambda: session.idle)
    session.run(TagClaim(made[0], Span(0, 3), Tag.FACT))
    qtbot.waitUntil(lambda: session.idle)
    reading = Open()
    undoing = Undoing(session, reading)
    known: list[Turns] = []
    undoing.known.connect(known.append)

    def settle() -> Turns:
        qtbot.waitUntil(lambda: session.idle)
        return known[-1]

    return SimpleNamespace(article=made[0], reading=reading, undoing=undoing, known=known, settle=settle)


def test_without_an_article_it_is_the_librarys(at) -> None:
    at.undoing.refresh()
    assert at.undoing.scope == LIBRARY
    assert at.settle().undo == "Import “One”"


def test_an_open_article_has_its_own(at) -> None:
    at.reading.article = at.article
    at.reading.opened.emit(None)
    assert at.settle().undo == "Tag as reported fact"
    at.undoing.undo()
    at.settle()
    assert (at.known[-1].undo, at.known[-1].redo) == ("", "Tag as reported fact")


def test_the_focus_in_the_list_of_articles_turns_it_to_the_library_and_back(at) -> None:
    at.reading.article = at.article
    at.undoing.focus_library(True)
    assert at.undoing.scope == LIBRARY
    assert at.settle().undo == "Import “One”"
    at.undoing.focus_library(False)
    assert at.undoing.scope == at.article
    assert at.settle().undo == "Tag as reported fact"


def test_an_answer_for_a_scope_that_was_left_is_let_go(at) -> None:
    at.reading.article = at.article
    at.undoing.refresh()
    at.reading.article = ""
    at.undoing.refresh()
    at.settle()
    assert [turns.undo for turns in at.known] == ["Import “One”"]
