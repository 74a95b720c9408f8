"""The ways out of a damaged library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.backups import BackupDifference, Counted
from annotator.window.keeping.damage_dialog import OTHER, READ, RESTORE, SALVAGE, DamageDialog
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot) -> DamageDialog:
    made = DamageDialog("A damaged library", "library.sqlite is damaged.", (RESTORE, SALVAGE, READ, OTHER))
    qtbot.addWidget(made)
    made.open()
    return made


def enabled(dialog: DamageDialog) -> set[str]:
    return {way for way, (button, _) in dialog.ways.items() if button.isEnabled()}


def test_what_is_not_known_yet_cannot_be_chosen_yet(dialog, shelf) -> None:
    assert enabled(dialog) == {SALVAGE, OTHER}
    dialog.show_hurt(["Claim “It is a lie”"])
    assert enabled(dialog) == {SALVAGE, READ, OTHER}
    dialog.show_backup(shelf[0], None)
    assert enabled(dialog) == {RESTORE, SALVAGE, READ, OTHER}
    assert "Looking" in dialog.ways[RESTORE][1].text()


def test_the_loss_is_said_before_anything_is_chosen(dialog, shelf) -> None:
    dialog.show_backup(shelf[0], BackupDifference(Counted(9), gone=Counted(2)))
    assert dialog.ways[RESTORE][0].text().startswith("Restore the version of today, ")
    assert "2 claims would be lost" in dialog.ways[RESTORE][1].text()
    assert misfits(dialog) == []


def test_without_a_sound_backup_there_is_no_way_back(dialog) -> None:
    dialog.show_backup(None, None)
    assert RESTORE not in enabled(dialog)
    assert "no earlier version" in dialog.ways[RESTORE][1].text()


def test_what_cannot_even_be_read_cannot_be_opened_for_reading(dialog) -> None:
    dialog.show_unreadable("library.sqlite could not be read: the disk does not answer. Try again later.")
    assert READ not in enabled(dialog)
    assert "does not answer" in dialog.hurt.item(0).text()


@pytest.mark.parametrize("way", [SALVAGE, OTHER])
def test_a_way_is_told_once_the_dialog_has_gone(dialog, way) -> None:
    told = []
    dialog.chosen.connect(lambda chosen: told.append((chosen, dialog.isVisible())))
    QTest.mouseClick(dialog.ways[way][0], Qt.MouseButton.LeftButton)
    assert told == [(way, False)]


def test_enter_begins_nothing(dialog) -> None:
    told = []
    dialog.chosen.connect(told.append)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told == []
    assert not dialog.isVisible()
