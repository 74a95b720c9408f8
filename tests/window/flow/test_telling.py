"""The word "Saved" is true, and a trouble with the disk is told until it is over."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle, RemoveArticle
from annotator.desk.work import Command, Work
from annotator.model.drafts import Draft
from annotator.model.errors import NotAllowed
from annotator.window.flow.telling import Telling
from annotator.window.frame.status import Status
from annotator.window.theme import load_theme
from tests.window.at_work import disk_with

LONG = Draft("long " * 20_000, "Long")


@pytest.fixture
def status(qtbot: QtBot) -> Status:
    shown = Status(load_theme("light"))
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def telling(session, bar, status) -> Telling:
    return Telling(session, bar, status)


class OnceOnly(Command):
    """Too much for the disk at first, forbidden the second time."""

    LABEL = "step.import"
    tried = False

    def apply(self, work: Work) -> None:
        if self.tried:
            raise NotAllowed("library.only_reading")
        self.tried = True
        ImportArticle(LONG).apply(work)


def settle(qtbot: QtBot, session) -> None:
    qtbot.waitUntil(lambda: session.idle)


def fill(qtbot: QtBot, session, pages: int = 1) -> None:
    session.ask(disk_with(pages))
    settle(qtbot, session)


def test_a_slow_disk_says_saving_and_then_saved(qtbot: QtBot, session, status, telling) -> None:
    go = threading.Event()
    session.ask(lambda _: go.wait(20))
    session.run(ImportArticle(Draft("One", "One")))
    assert status._saved.text() == ""
    qtbot.waitUntil(lambda: status._saved.text() == "Saving…", timeout=2_000)
    go.set()
    settle(qtbot, session)
    assert status._saved.text().startswith("Saved ")


def test_a_slow_change_that_is_refused_leaves_what_was_said_before(
    qtbot: QtBot, session, status, telling
) -> None:
    session.run(ImportArticle(Draft("One", "One")))
    settle(qtbot, session)
    before = status._saved.text()
    go = threading.Event()
    session.ask(lambda _: go.wait(20))
    session.run(RemoveArticle("nothing"))
    qtbot.waitUntil(lambda: status._saved.text() == "Saving…", timeout=2_000)
    go.set()
    settle(qtbot, session)
    assert status._saved.text() == before != ""


def test_a_full_disk_is_told_until_it_takes_the_change(qtbot: QtBot, session, bar, status, telling) -> None:
    fill(qtbot, session)
    session.run(ImportArticle(LONG))
    settle(qtbot, session)
    assert "full" in bar.words
    assert status._saved.text() == "Not saved"
    fill(qtbot, session, 1_000_000)
    session.try_again()
    settle(qtbot, session)
    assert "Everything is saved now" in bar.words
    assert status._saved.text().startswith("Saved ")
    assert not telling._again.isActive()


def test_the_trouble_is_over_when_what_was_kept_is_refused(
    qtbot: QtBot, session, bar, status, telling
) -> None:
    fill(qtbot, session)
    session.run(OnceOnly())
    settle(qtbot, session)
    assert telling._again.isActive()
    fill(qtbot, session, 1_000_000)
    session.try_again()
    settle(qtbot, session)
    assert not telling._again.isActive()
    assert "Everything is saved" not in bar.words
    assert status._saved.text() != "Not saved"
