"""The word "Saved" is true, and a trouble with the disk is told until it is over."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
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
    assert "kept in this window" in bar.words
    assert status._saved.text() == "Not saved"
    fill(qtbot, session, 1_000_000)
    session.try_again()
    settle(qtbot, session)
    assert "Everything is saved now" in bar.words
    assert status._saved.text().startswith("Saved ")
    assert not telling._again.isActive()
    assert not telling._in_trouble


def test_the_trouble_is_over_when_what_was_kept_is_refused(
    qtbot: QtBot, session, bar, status, telling
) -> None:
    fill(qtbot, session)
    session.run(OnceOnly())
    settle(qtbot, session)
    assert telling._in_trouble
    fill(qtbot, session, 1_000_000)
    session.try_again()
    settle(qtbot, session)
    assert not telling._again.isActive()
    assert not telling._in_trouble
    assert "Everything is saved" not in bar.words
    assert status._saved.text() != "Not saved"


@pytest.fixture
def unsaved(qtbot: QtBot, session, bar, telling) -> Telling:
    """A change waits for the disk, and that is told."""
    fill(qtbot, session)
    session.run(ImportArticle(LONG))
    settle(qtbot, session)
    return telling


def test_it_is_tried_again_by_itself_later_each_time(qtbot: QtBot, session, bar, status, monkeypatch) -> None:
    monkeypatch.setattr("annotator.window.flow.telling._SOON", 5)
    monkeypatch.setattr("annotator.window.flow.telling._LATEST", 20)
    telling = Telling(session, bar, status)
    after: list[int] = []
    telling._again.timeout.connect(lambda: after.append(telling._again.interval()))
    fill(qtbot, session)
    session.run(ImportArticle(LONG))
    qtbot.waitUntil(lambda: len(after) >= 4)
    assert after[:4] == [10, 20, 20, 20]  # heard after the first connection has set the next
    fill(qtbot, session, 1_000_000)
    qtbot.waitUntil(lambda: not session.has_unsaved)
    settle(qtbot, session)
    assert telling._again.interval() == 5
    assert not telling._again.isActive()


def test_who_comes_back_to_the_window_finds_it_tried_at_once(
    qtbot: QtBot, session, bar, unsaved: Telling
) -> None:
    unsaved._again.stop()
    fill(qtbot, session, 1_000_000)
    application = QGuiApplication.instance()
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert session.has_unsaved
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    settle(qtbot, session)
    assert not session.has_unsaved
    assert "Everything is saved now" in bar.words


def test_another_place_is_offered(qtbot: QtBot, bar, unsaved: Telling) -> None:
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Save to another place…")
    assert button.isVisible()
    with qtbot.waitSignal(unsaved.elsewhere_wanted):
        button.click()


def test_a_damaged_library_is_told_of_by_others(qtbot: QtBot, session, bar, unsaved: Telling) -> None:
    session.stop_writing(object())
    session.damaged.emit(object())
    assert bar.words == ""
    session.try_again()
    settle(qtbot, session)
    assert bar.words == ""
    assert not unsaved._again.isActive()
    assert session.has_unsaved
