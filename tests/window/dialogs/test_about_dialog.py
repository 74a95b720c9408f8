"""What this program says of itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator import __version__
from annotator.window.dialogs.about_dialog import AboutDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_name_version_and_library(qtbot):
    dialog = AboutDialog("/tmp/<b>my</b>.sqlite")  # noqa: S108 (shown, not opened)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = dialog.findChildren(QLabel)
    words = [label.text() for label in labels]
    assert "Red Pencil" in words
    assert f"Version {__version__}" in words
    assert "/tmp/<b>my</b>.sqlite" in words  # noqa: S108
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
