"""The line at the foot of the window."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.points import Progress
from annotator.model.rows import Reviewer
from annotator.window.frame.status import Status
from annotator.window.theme import load_theme
from annotator.words.dates import local_time


@pytest.fixture
def status(qtbot: QtBot) -> Status:
    made = Status(load_theme("light"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_saved_not_saved_and_saved_again(status: Status) -> None:
    at = "2026-03-14T14:02:11.000Z"
    status.show_saved(at)
    assert status._saved.text() == f"Saved {local_time(at, seconds=True)}"
    assert status._saved.property("kind") == "quiet"
    status.show_unsaved()
    assert (status._saved.text(), status._saved.property("kind")) == ("Not saved", "alarm")
    status.show_saved(at)
    assert status._saved.property("kind") == "quiet"


def test_claims_are_counted(status: Status) -> None:
    status.show_claims(3)
    assert status._claims.text() == "3 claims"
    status.show_claims(None)
    assert not status._claims.isVisible()


def test_only_what_must_be_settled_is_counted_and_leads_to_the_points(status: Status, qtbot: QtBot) -> None:
    status.show_progress(Progress(3, 10, 1, 2, must=1, look=7))
    assert (status._open.text(), status._open.property("kind")) == ("1 open point", "alarm")
    with qtbot.waitSignal(status.points_wanted):
        status._open.click()
    status.show_progress(Progress(3, 10, 1, 2, must=0, look=7))
    assert not status._open.isVisible()
    assert status._meter.isVisible()
    status.show_progress(None)
    assert not status._meter.isVisible()


def test_who_marks_and_how_large_are_buttons_with_names(status: Status, qtbot: QtBot) -> None:
    status.show_me(Reviewer("r", "Noor", "#7768AE"))
    status.show_zoom(120)
    assert (status._me.text(), status._me.accessibleName()) == ("Noor", "Marking as Noor")
    assert (status._zoom.text(), status._zoom.accessibleName()) == ("120 %", "Type size 120 percent")
    with qtbot.waitSignals([status.me_wanted, status.zoom_wanted]):
        status._me.click()
        status._zoom.click()
