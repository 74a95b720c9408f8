"""Margins are given from the side where lines begin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.window.margins import margins


@pytest.fixture
def leftward(qapp: QApplication):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


def test_from_left_to_right(qapp: QApplication) -> None:
    assert margins(24, 1, 3, 2) == (24, 1, 3, 2)


def test_from_right_to_left_start_and_end_change_places(leftward: None) -> None:
    assert margins(24, 1, 3, 2) == (3, 1, 24, 2)
