"""Importing shows that it takes long, can be stopped, and says what came of it."""

import os
import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.window.dialogs.progress_card import PATIENCE
from annotator.window.flow.importing import Importing


def test_long_reading_shows_after_half_a_second_and_can_be_stopped(
    qtbot: QtBot, session, page, bar, card, tmp_path: Path, monkeypatch
) -> None:
    reached, go = threading.Event(), threading.Event()

    def slow(path: Path):
        reached.set()
        go.wait(20)
        raise AssertionError("nobody hears of it")

    monkeypatch.setattr("annotator.window.flow.importing.read_file", slow)
    importing = Importing(session, page, bar, card)
    opened: list[str] = []
    importing.opened.connect(opened.append)
    importing.take_files([tmp_path / "slow.txt"])
    qtbot.waitUntil(reached.is_set)
    assert importing.busy
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE + 2_000)
    card._cancel.click()
    assert not importing.busy
    assert not card.isVisible()
    assert "Stopped" in bar.words
    go.set()
    qtbot.wait(50)
    assert opened == []
    assert session.idle


def test_after_a_stop_the_next_files_come_in(qtbot: QtBot, session, page, bar, card, tmp_path: Path) -> None:
    importing = Importing(session, page, bar, card)
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Good\n\nBody.", encoding="utf-8")
    importing.take_files([tmp_path / "a.txt"])
    importing.stop()
    with qtbot.waitSignal(importing.opened):
        importing.take_files([tmp_path / "b.txt"])
    assert not importing.busy
