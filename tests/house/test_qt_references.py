"""PySide6 must not give away references to None, as 6.12.0 does until Python 3.11 falls over."""

import sys

from PySide6.QtWidgets import QLabel


def test_calls_that_return_none_keep_its_references(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.setText("a")
    assert sys.getrefcount(None) > before - 200
