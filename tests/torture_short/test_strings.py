"""A short form of the nasty strings; `make torture` has a hundred thousand, and the window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.torture import strings_shown
from tests.torture.bars import chooser
from tests.torture.strings_stored import Stored


def test_every_slice_of_nasty_strings_is_equal(tmp_path: Path):
    stored = Stored()
    stored.try_all(tmp_path / "library.sqlite", chooser("short"), 60, 30)
    assert stored.broken == []
    assert stored.quotes > 50
    assert len(stored.written.formats) > 5


def test_who_counts_in_utf_16_is_caught(tmp_path: Path):
    careless = Stored(in_utf16=True)
    careless.try_all(tmp_path / "library.sqlite", chooser("short"), 10, 10)
    assert careless.broken


def test_what_is_marked_in_the_window_is_what_stands_there(qtbot: QtBot, tmp_path: Path):
    assert strings_shown.try_all(tmp_path / "library.sqlite", chooser("short"), 6) == []
