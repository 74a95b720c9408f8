"""Earlier versions to choose from."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.backups import BackupDifference, Counted
from annotator.model.steps import StepLine
from annotator.window.keeping.restore_dialog import RestoreDialog
from annotator.window.theme import load_theme
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STEP = StepLine("1", "do", "step.delete", {"tag": "denial"}, "Ada", "2026-11-23T10:00:00.000Z", False)
AHEAD = BackupDifference(Counted(9, 2, 4), 12, (STEP,), Counted(2), Counted(1), Counted(0, 0, 1))


@pytest.fixture
def dialog(qtbot, shelf) -> RestoreDialog:
    made = RestoreDialog(shelf, Path("/home/ada/library.sqlite.backups"), load_theme("light"))
    qtbot.addWidget(made)
    made.asked = []
    made.difference_wanted.connect(made.asked.append)
    made.begin()
    made.open()
    return made


def test_the_newest_is_picked_and_asked_about_once(dialog, shelf) -> None:
    assert dialog.asked == [shelf[0]]
    assert dialog.list.hasFocus()


def test_one_that_is_named_is_picked(dialog, shelf) -> None:
    dialog.begin(shelf[1])
    assert dialog.list.backup == dialog.asked[-1] == shelf[1]


def test_what_differs_is_said_in_counts_and_steps(dialog, shelf) -> None:
    dialog.show_difference(shelf[0], AHEAD)
    assert dialog.view.words.splitlines()[2:] == [
        "Holds: 9 claims, 2 articles, 4 sources",
        "Would be gone: 2 claims",
        "Would be as before: 1 claim",
        "Would come back: 1 source",
        "12 steps since then would be gone:",
    ]
    assert dialog.view.steps.list.model().rowCount() == 2  # the day, and the step
    assert misfits(dialog) == []


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (BackupDifference(Counted()), "Nothing was done since then"),
        (BackupDifference(Counted(), ahead=False), "cannot be counted"),
        (BackupDifference(Counted(), readable=False), "cannot be read"),
    ],
)
def test_what_cannot_be_counted_is_said(dialog, shelf, difference, said) -> None:
    dialog.show_difference(shelf[0], difference)
    assert said in dialog.view.words
    assert "Would be" not in dialog.view.words


def test_an_answer_about_another_one_is_let_go(dialog, shelf) -> None:
    dialog.list.pick(1)
    dialog.show_difference(shelf[0], AHEAD)
    dialog.show_problem(shelf[0], "It is damaged.")
    assert dialog.view._pages.currentIndex() == 0
    assert not dialog.go_on.isEnabled()


def test_nothing_is_restored_before_it_is_known_what_that_changes(dialog, shelf) -> None:
    wanted = []
    dialog.restore_wanted.connect(wanted.append)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.list.doubleClicked.emit(dialog.list.currentIndex())
    assert dialog.isVisible()
    assert wanted == []
    dialog.show_difference(shelf[0], AHEAD)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert wanted == [shelf[0]]


def test_one_that_cannot_be_read_cannot_be_restored_and_another_can(dialog, shelf) -> None:
    dialog.show_problem(shelf[0], "It is damaged.")
    assert not dialog.go_on.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.list.backup == shelf[1]
    dialog.show_difference(shelf[1], AHEAD)
    assert dialog.go_on.isEnabled()


def test_the_button_asks_for_the_one_that_is_picked(dialog, shelf) -> None:
    wanted = []
    dialog.restore_wanted.connect(wanted.append)
    dialog.list.pick(2)
    dialog.show_difference(shelf[2], AHEAD)
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert wanted == [shelf[2]]
    assert not dialog.isVisible()


def test_it_says_that_the_present_one_is_kept_and_where(dialog) -> None:
    assert "library.sqlite.backups" in " ".join(
        label.text() for label in dialog.findChildren(type(dialog.view.heading))
    )


def test_rows_say_when_and_at_what(dialog) -> None:
    spoken = dialog.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Today, ")
    assert spoken.endswith(", before taking in a file · 2.0 MB")


def test_without_a_backup_it_says_when_there_will_be_one(qtbot) -> None:
    empty = RestoreDialog((), Path("x"), load_theme("light"))
    qtbot.addWidget(empty)
    empty.open()
    empty.begin()
    assert not empty.go_on.isVisible()
    assert misfits(empty) == []
