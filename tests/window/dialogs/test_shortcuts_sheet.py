"""The sheet of shortcuts."""

import pytest
from PySide6.QtCore import Qt

from annotator.window.dialogs.shortcuts_sheet import ShortcutsSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LINES = [
    ("Article", "A", "Allegation"),
    ("Article", "Space", "Nothing here"),
    ("Window", "Ctrl+Z", "Undo"),
]


@pytest.fixture
def sheet(qtbot):
    made = ShortcutsSheet(LINES)
    qtbot.addWidget(made)
    made.show()
    return made


def seen(sheet):
    """The lines that show, by their groups."""
    top = [sheet.sheet.topLevelItem(place) for place in range(sheet.sheet.topLevelItemCount())]
    return {
        group.text(0): [
            group.child(row).text(0) for row in range(group.childCount()) if not group.child(row).isHidden()
        ]
        for group in top
        if not group.isHidden()
    }


def test_all_keys_stand_in_their_groups(sheet):
    assert seen(sheet) == {"Article": ["A", "Space"], "Window": ["Ctrl+Z"]}
    assert all(sheet.sheet.topLevelItem(place).isExpanded() for place in range(2))


@pytest.mark.parametrize(
    ("words", "left"), [("undo", {"Window": ["Ctrl+Z"]}), ("SPACE", {"Article": ["Space"]}), ("zzz", {})]
)
def test_typing_narrows_them_down(sheet, qtbot, words, left):
    qtbot.keyClicks(sheet.filter, words)
    assert seen(sheet) == left
    sheet.filter.clear()
    assert len(seen(sheet)) == 2


def test_escape_closes_it(sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
