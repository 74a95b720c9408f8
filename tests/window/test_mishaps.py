"""A mistake in a slot is told in the window, written to stderr, and stops nothing."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.window.aside import ask_aside
from annotator.window.mishaps import Mishaps


@pytest.fixture
def mishaps():
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)  # pytest's own
    watching = Mishaps()
    watching.install()
    yield watching
    watching.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.fixture
def told(mishaps) -> list[str]:
    heard: list[str] = []
    mishaps.happened.connect(heard.append)
    return heard


def test_a_mistake_in_a_slot_is_told_in_plain_words_and_traced(qtbot: QtBot, mishaps, capsys) -> None:
    with qtbot.waitSignal(mishaps.happened) as told:
        QTimer.singleShot(0, lambda: [][1])
    assert "IndexError" in told.args[0]
    assert "Traceback" not in told.args[0]
    assert "Traceback" in capsys.readouterr().err


def test_a_mistake_on_another_thread_is_told_on_the_windows(qtbot: QtBot, mishaps) -> None:
    heard: list[int] = []
    mishaps.happened.connect(lambda _: heard.append(threading.get_ident()))
    threading.Thread(target=lambda: [][1]).start()
    qtbot.waitUntil(lambda: len(heard) == 1)
    ask_aside(mishaps, lambda: [][1], heard.append)  # on a thread of Qt's pool
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert set(heard) == {threading.get_ident()}


def test_a_mistake_that_cannot_be_raised_is_told_too(told: list[str]) -> None:
    class Ends:
        def __del__(self) -> None:
            [][1]

    Ends()
    assert len(told) == 1


def test_ctrl_c_is_no_mistake(told: list[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


class Broken(QWidget):
    """Cannot be painted."""

    def paintEvent(self, event) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor("red"))
            [][1]


def test_a_mistake_in_painting_is_told_once_and_the_painting_goes_on(qtbot: QtBot, told: list[str]) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: bool(told))
    for _ in range(3):
        widget.update()
        qtbot.wait(1)
    assert len(told) == 1


def test_the_same_mistake_in_a_slot_is_told_each_time(qtbot: QtBot, told: list[str]) -> None:
    def slot() -> None:
        [][1]

    for count in (1, 2):
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda count=count: len(told) == count)


def test_the_report_says_where_and_nothing_that_was_written(mishaps, capsys) -> None:
    def mark(quote: str) -> None:
        raise ValueError(quote)

    try:
        mark("Hypatia said so")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    mishaps.copy_report()
    report = QGuiApplication.clipboard().text()
    assert "in mark" in report
    assert "ValueError" in report
    assert "Qt 6." in report
    assert "Hypatia" not in report
    assert "Hypatia" in capsys.readouterr().err  # who started it from a terminal sees all of it
