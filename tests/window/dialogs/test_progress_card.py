"""The card of long work."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from annotator.window.dialogs.progress_card import PATIENCE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_short_work_shows_nothing(card, qtbot):
    card.start("Reading…")
    qtbot.wait(100)
    card.finish()
    qtbot.wait(PATIENCE + 100)
    assert not card.isVisible()


def test_long_work_shows_how_far_it_is(card, qtbot):
    card.start("Reading…")
    assert not card.isVisible()
    card.set_progress(3, 12)
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE * 4)
    bar = card.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (3, 12)
    assert bar.accessibleName() == "Reading…"
    assert card.parentWidget().rect().contains(card.geometry())
    card.finish()
    assert not card.isVisible()


def test_it_can_be_cancelled_once(card, qtbot):
    card.start("Reading…")
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE * 4)
    cancel = card.findChild(QPushButton)
    with qtbot.waitSignal(card.cancelled):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(card.cancelled):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    card.start("More…")
    assert cancel.isEnabled()
