"""Earlier versions and damage in longer words, and mirrored: all of it has room on a small screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from annotator.host.paths import resource
from annotator.model.backups import BackupDifference, Counted
from annotator.window.keeping.damage_dialog import OTHER, READ, RESTORE, SALVAGE, DamageDialog
from annotator.window.keeping.damage_strip import DamageStrip
from annotator.window.keeping.restore_dialog import RestoreDialog
from annotator.window.theme import load_theme, stylesheet
from annotator.words import say, speak
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

#: A small screen, less what the system keeps for itself, in pixels.
SCREEN = (1024, 560)
MUCH = BackupDifference(
    Counted(1_234, 99, 888), 42, (), Counted(12, 3, 4), Counted(56, 7, 8), Counted(9, 1, 2)
)
NAMES = [f"Claim “{'a long quote ' * 8}” in “{'a long title ' * 5}”"] * 9


@pytest.fixture(params=["en", "de", "es", "mirrored"])
def spoken(request, qapp) -> Iterator[str]:
    language = "en" if request.param == "mirrored" else request.param
    mirrored = (
        Qt.LayoutDirection.RightToLeft if request.param == "mirrored" else Qt.LayoutDirection.LeftToRight
    )
    speak(language, resource("translations"))
    QApplication.setLayoutDirection(mirrored)
    qapp.setStyleSheet(stylesheet(load_theme("light")))
    yield language
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    speak("en", resource("translations"))


def fits(dialog: QDialog, qtbot) -> None:
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.wait(1)
    assert misfits(dialog) == []
    assert dialog.width() <= SCREEN[0]
    assert dialog.height() <= SCREEN[1]


def test_earlier_versions(spoken, shelf, qtbot) -> None:
    dialog = RestoreDialog(shelf, Path("a library with a long name.sqlite.backups"), load_theme("light"))
    dialog.begin()
    dialog.show_difference(shelf[0], MUCH)
    fits(dialog, qtbot)


def test_the_ways_out(spoken, shelf, qtbot) -> None:
    why = say("library.damaged", path="/home/ada/library.sqlite", reason="file is not a database")
    dialog = DamageDialog(say("damage.title"), why, (RESTORE, SALVAGE, READ, OTHER))
    dialog.open()  # what it says comes later, and may need more room
    qtbot.wait(1)
    dialog.show_hurt(NAMES)
    dialog.show_backup(shelf[0], MUCH)
    fits(dialog, qtbot)


@pytest.mark.parametrize("width", [360, 700])
def test_the_strip(spoken, shelf, page, qtbot, width: int) -> None:
    strip = DamageStrip(NAMES)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(strip)
    strip.show_backup(shelf[0], MUCH)
    page.resize(width, 560)
    qtbot.wait(1)
    assert misfits(page) == []
