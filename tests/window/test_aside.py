import gc
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.model.errors import WriteFailed
from annotator.window import aside
from annotator.window.aside import Aside, ask_aside


def test_work_is_done_elsewhere_and_answered_on_the_windows_thread(qtbot: QtBot) -> None:
    at: list[int] = []
    aside = Aside(threading.get_ident)
    aside.done.connect(lambda worked: at.extend((worked, threading.get_ident())))
    aside.start()
    qtbot.waitUntil(lambda: bool(at))
    assert at[0] != at[1] == threading.get_ident()


def test_an_exception_is_handed_over(qtbot: QtBot) -> None:
    aside = Aside(lambda: 1 // 0)
    with qtbot.waitSignal(aside.failed) as failed:
        aside.start()
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_nobody_hears_of_what_was_cancelled(qtbot: QtBot) -> None:
    begun, go, ended = threading.Event(), threading.Event(), threading.Event()
    heard: list[object] = []

    def work() -> None:
        begun.set()
        go.wait(5)
        ended.set()

    aside = Aside(work)
    aside.done.connect(heard.append)
    aside.start()
    assert begun.wait(5)
    aside.cancel()
    go.set()
    assert ended.wait(5)
    qtbot.wait(50)
    assert heard == []


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_an_answer_comes_though_nobody_keeps_the_question(qtbot: QtBot, owner: QObject) -> None:
    def alive() -> set[int]:
        return {id(one) for one in gc.get_objects() if type(one) is Aside and isValid(one)}

    heard: list[object] = []
    before, asked = alive(), set(aside._asked)  # of tests before this one
    for number in range(20):
        ask_aside(owner, lambda number=number: number, heard.append)
    ask_aside(owner, lambda: 20, heard.append).cancel()
    qtbot.waitUntil(lambda: sorted(heard) == list(range(20)))
    qtbot.waitUntil(lambda: aside._asked <= asked)
    qtbot.wait(1)
    gc.collect()
    assert alive() <= before


def test_a_known_error_is_told_as_it_is(qtbot: QtBot, owner: QObject) -> None:
    def work() -> None:
        raise WriteFailed("save.disk_full")

    heard: list[WriteFailed] = []
    ask_aside(owner, work, heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].key == "save.disk_full"


def test_a_mistake_is_told_in_words_and_goes_to_who_watches(qtbot: QtBot, owner: QObject) -> None:
    heard: list[WriteFailed] = []
    with capture_exceptions() as caught:
        ask_aside(owner, lambda: 1 // 0, heard.append, heard.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert heard[0].key == "window.problem"
    assert caught[0][0] is ZeroDivisionError


def test_nobody_hears_once_the_owner_is_gone(qtbot: QtBot, owner: QObject) -> None:
    go = threading.Event()
    heard: list[object] = []
    ask_aside(owner, lambda: go.wait(5), heard.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    go.set()
    qtbot.wait(50)
    assert heard == []
