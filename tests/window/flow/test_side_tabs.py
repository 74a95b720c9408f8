"""The tabs beside the claims read only while they are in sight."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.model.drafts import Draft
from annotator.window.flow.checking import Checking
from annotator.window.flow.open_points import OpenPoints
from annotator.window.flow.side_tabs import SideTabs
from annotator.window.review.panel import ReviewPanel
from annotator.window.theme import Theme
from tests.window.at_work import AtWork


class Open(QObject):
    """No article is open, as `Reading` says it."""

    counted = Signal()
    opened = Signal(object)
    page = None
    article = ""
    lines = ()

    def pick(self, claim: str) -> None:
        """Nothing to pick."""


class Unasked(QObject):
    """The Review tab of a window in which nobody has looked at it yet."""

    counted = Signal(int)

    def make(self, theme: Theme) -> ReviewPanel:
        """Its panel, with nothing in it."""
        return ReviewPanel(theme)


@pytest.fixture
def at(qtbot: QtBot, session) -> SimpleNamespace:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "Claims")
    reading = Open()
    checking = Checking(session, reading)
    points = OpenPoints(session, reading, QWidget(), checking, QObject(), {})
    side = SideTabs(session, reading, checking, points, Unasked(), tabs)
    return SimpleNamespace(work=AtWork(qtbot, session), tabs=tabs, side=side, reading=reading)


def told(at: SimpleNamespace) -> list[str]:
    return [row.words for row in at.side.history._model.rows if row.time]


def test_history_is_read_when_it_comes_into_sight_and_kept_fresh(at: SimpleNamespace) -> None:
    at.work.run(ImportArticle(Draft("One", "One")))
    assert told(at) == []
    at.tabs.setCurrentWidget(at.side.history_page)
    at.work.wait()
    assert told(at)[0] == "Import “One”"
    at.work.run(ImportArticle(Draft("Two", "Two")))
    assert told(at)[0] == "Import “Two”"


def test_an_answer_about_what_was_left_is_let_go(at: SimpleNamespace) -> None:
    at.work.run(ImportArticle(Draft("One", "One")))
    at.tabs.setCurrentWidget(at.side.history_page)
    at.reading.article = "another"  # opened before the answer came
    at.work.wait()
    assert told(at) == []


def test_a_tab_is_shown_by_its_name_and_an_unknown_one_changes_nothing(at: SimpleNamespace) -> None:
    for name in ("history", "points", "review", "claims"):
        at.side.show(name)
        assert at.side.in_sight == name
    at.side.show("elsewhere")
    assert at.side.in_sight == "claims"


def test_what_waits_for_me_is_counted_on_the_tab(at: SimpleNamespace) -> None:
    place = at.tabs.indexOf(at.side.people_page)
    for count, words in ((3, "Review 3"), (0, "Review")):
        at.side._review.counted.emit(count)
        assert at.tabs.tabText(place) == words
