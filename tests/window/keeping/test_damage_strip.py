"""What stands above the page of a damaged library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout

from annotator.model.backups import BackupDifference, Counted
from annotator.window.keeping.damage_strip import DamageStrip
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAMES = ["Claim “It is a lie”", "Article “Ferry”", "Source “The mayor”", "The history", "Claim “b”"]


@pytest.fixture
def strip(page) -> DamageStrip:
    made = DamageStrip(NAMES)
    QVBoxLayout(page).addWidget(made)
    return made


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_names_the_first_few_and_counts_the_rest(strip) -> None:
    assert "Claim “It is a lie”, Article “Ferry”, Source “The mayor” and 2 more" in strip.words


def test_the_way_back_is_offered_once_it_is_known_with_its_price(strip, shelf) -> None:
    assert not strip.restore.isVisible()
    strip.show_backup(shelf[0], None)
    assert strip.restore.text().startswith("Restore the version of today, ")
    strip.show_backup(shelf[0], BackupDifference(Counted(9), gone=Counted(2)))
    assert "2 claims would be lost" in strip.words


def test_without_a_sound_backup_it_says_so(strip) -> None:
    strip.show_backup(None, None)
    assert not strip.restore.isVisible()
    assert "no earlier version" in strip.words


def test_each_button_asks_for_one_thing(strip, shelf) -> None:
    asked = []
    strip.restore_wanted.connect(lambda: asked.append("restore"))
    strip.salvage_wanted.connect(lambda: asked.append("salvage"))
    strip.details_wanted.connect(lambda: asked.append("details"))
    strip.show_backup(shelf[0], None)
    for button in (strip.restore, strip.salvage, strip.details):
        click(button)
    assert asked == ["restore", "salvage", "details"]


def test_it_folds_to_a_line_that_stays(strip) -> None:
    click(strip.folding)
    assert "damaged" in strip.words
    assert not strip.salvage.isVisible()
    click(strip.folding)
    assert strip.salvage.isVisible()


@pytest.mark.parametrize("width", [360, 700, 1000])
def test_everything_has_its_room(page, strip, shelf, width, qtbot) -> None:
    page.resize(width, 500)
    strip.show_backup(shelf[0], BackupDifference(Counted(9), gone=Counted(2, 1, 1), changed=Counted(3)))
    qtbot.wait(1)
    assert misfits(page) == []
