import threading

from pytestqt.qtbot import QtBot

from annotator.window.aside import Aside


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
