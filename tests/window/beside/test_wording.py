"""The words of a version: own ones set apart by their place in UTF-16, whatever script they are in."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from annotator.window.beside.versions import Part
from annotator.window.beside.wording import Wording
from annotator.window.theme import load_theme

THEME = load_theme("light")


def emphasised(wording: Wording) -> list[str]:
    """The words that are heavier, cut from the text by the units that Qt is given."""
    units = wording.words.encode("utf-16-le")
    heavy = (each for each in wording._formats() if each.format.fontWeight() == QFont.Weight.Bold)
    return [units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in heavy]


@pytest.mark.parametrize(
    ("parts", "own"),
    [
        ([("rejected the account, ", True), ("saying so", False)], ["rejected the account,"]),
        ([("🚢🚢 ", True), ("the ferry", False), (" 🚢 sank", True)], ["🚢🚢", "🚢 sank"]),
        ([("قال الوزير", True), (" إن الخبر كاذب", False)], ["قال الوزير"]),
        ([("as one", False)], []),
        ([(" ", True), ("word", False)], []),
    ],
)
def test_own_words_are_set_apart_exactly(qtbot: QtBot, parts: list[tuple[str, bool]], own: list[str]) -> None:
    wording = Wording([Part(words, mine) for words, mine in parts], THEME)
    qtbot.addWidget(wording)
    assert emphasised(wording) == own


def test_it_takes_the_lines_it_needs_but_not_without_end(qtbot: QtBot) -> None:
    wording = Wording([Part("word " * 12, own=False)], THEME)
    long = Wording([Part("word " * 900, own=True)], THEME)
    qtbot.addWidget(wording)
    qtbot.addWidget(long)
    step = wording.fontMetrics().height()
    assert wording.heightForWidth(2000) == step
    assert wording.heightForWidth(150) > step
    assert long.heightForWidth(150) == 6 * step


def test_a_line_break_in_the_words_is_a_space(qtbot: QtBot) -> None:
    wording = Wording([Part("one\ntwo", own=True)], THEME)
    qtbot.addWidget(wording)
    assert wording.words == "“one two”"
    assert emphasised(wording) == ["one two"]
