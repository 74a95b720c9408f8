"""The sheet of shortcuts."""

import pytest
from PySide6.QtCore import Qt

from annotator.window.claims import said_by
from annotator.window.dialogs.shortcuts_sheet import ShortcutsSheet, lines
from annotator.window.frame.keys import FIXED, chosen

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


def test_its_lines_are_the_keys_as_they_are_now():
    said = lines(chosen({"undo": ["Ctrl+U"], "fact": []}))
    assert ("Edit", "Ctrl+U", "Undo") in said
    assert not [line for line in said if line[2] == "Reported fact"]
    assert ("In a field", "Alt+N", "Said by an anonymous source") in said
    assert not [line for line in said if "&" in line[2] or not line[1]]


def test_each_word_narrows_them_down(qtbot):
    made = ShortcutsSheet(lines(chosen({})))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.filter, "point next")
    assert seen(made) == {"Review": ["F8"]}


def test_the_keys_of_the_sources_are_those_of_the_editor():
    fixed = {key.name: key.keys for key in FIXED}
    assert {
        "source.article itself": fixed["article_itself"],
        "source.not named": fixed["not_named"],
        "editor.anonymous": fixed["anonymous"],
    } == {name: (keys,) for name, keys in said_by.KEYS.items()}


def test_what_one_needs_first_stands_first():
    groups = list(dict.fromkeys(group for group, _, _ in lines(chosen({}))))
    assert groups[:2] == ["Claim", "Review"]
    assert groups.index("File") < groups.index("Help")
