"""Taking articles out of the bin."""

import pytest
from PySide6.QtCore import Qt

from annotator.model.views import ArticleLine
from annotator.window.dialogs.bin_dialog import BinDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LINES = [
    ArticleLine(f"a{number}", f"Title {number}", "Courier", "2019-03-14", "", 9, False, number)
    for number in (1, 2)
]


@pytest.fixture
def dialog(qtbot):
    made = BinDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_chosen_article_is_taken_out(dialog, qtbot):
    dialog.set_lines(LINES)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert wanted.args == ["a2"]
    assert dialog.isVisible()  # there may be more to take out


def test_a_row_shows_and_says_what_it_is(dialog):
    dialog.set_lines(LINES)
    row = dialog.list.item(1)
    assert row.text() == "Title 2\nCourier · 14 Mar 2019 · 2 claims"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Title 2, Courier, 14 March 2019, 2 claims"


def test_an_empty_bin_says_so(dialog, qtbot):
    assert "The bin is empty" in dialog._hint.text()
    assert not dialog.restore.isEnabled()
    dialog.set_lines(LINES)
    assert dialog.restore.isEnabled()
    dialog.set_lines([])
    assert not dialog.list.isVisible()
    assert not dialog.restore.isEnabled()
