"""The line at the foot of the window."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.rows import Reviewer
from annotator.window.dates import local_time
from annotator.window.frame.status import Status


@pytest.fixture
def status(qtbot: QtBot) -> Status:
    made = Status()
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


def test_claims_and_allegations_without_a_source_are_counted(status: Status) -> None:
    status.show_claims(3, 1)
    assert status._claims.text() == "3 claims"
    assert status._open.text() == "1 allegation without a source"
    assert status._open.property("kind") == "alarm"
    status.show_claims(1)
    assert status._claims.text() == "1 claim"
    assert not status._open.isVisible()
    status.show_claims(None)
    assert not status._claims.isVisible()


def test_who_marks_and_how_large_are_buttons_with_names(status: Status, qtbot: QtBot) -> None:
    status.show_me(Reviewer("r", "Noor", "#7768AE"))
    status.show_zoom(120)
    assert (status._me.text(), status._me.accessibleName()) == ("Noor", "Marking as Noor")
    assert (status._zoom.text(), status._zoom.accessibleName()) == ("120 %", "Type size 120 percent")
    with qtbot.waitSignals([status.me_wanted, status.zoom_wanted]):
        status._me.click()
        status._zoom.click()
