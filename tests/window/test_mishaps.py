"""A mistake in a slot is told in the window, written to stderr, and stops nothing."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from annotator.window.mishaps import Mishaps


@pytest.fixture
def mishaps():
    before = sys.excepthook  # pytest-qt's own
    watching = Mishaps()
    watching.install()
    yield watching
    watching.remove()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before


def test_a_mistake_in_a_slot_is_told_in_plain_words_and_traced(qtbot: QtBot, mishaps, capsys) -> None:
    with qtbot.waitSignal(mishaps.happened) as told:
        QTimer.singleShot(0, lambda: [][1])
    assert "IndexError" in told.args[0]
    assert "Traceback" not in told.args[0]
    assert "Traceback" in capsys.readouterr().err


def test_a_mistake_on_another_thread_is_told_on_the_windows(qtbot: QtBot, mishaps) -> None:
    heard: list[int] = []
    mishaps.happened.connect(lambda _: heard.append(threading.get_ident()))
    error = ValueError("elsewhere")
    thread = threading.Thread(target=lambda: sys.excepthook(ValueError, error, None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.get_ident()]


def test_ctrl_c_is_no_mistake(mishaps) -> None:
    told: list[str] = []
    mishaps.happened.connect(told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
