"""Work for which the window waits."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from annotator.model.errors import Cancelled, WriteFailed
from annotator.window.keeping.busy_dialog import BusyDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def begun(qtbot, work) -> tuple[BusyDialog, list[object]]:
    dialog = BusyDialog("Going back…", work)
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.answered.connect(heard.append)
    dialog.failed.connect(heard.append)
    dialog.begin()
    return dialog, heard


def test_it_gives_the_answer_and_stays_until_it_is_done_with(qtbot) -> None:
    dialog, heard = begun(qtbot, lambda stopped: 42)
    qtbot.waitUntil(lambda: heard == [42])
    assert dialog.isVisible()
    dialog.done_with()
    assert not dialog.isVisible()


def test_it_tells_what_went_wrong(qtbot) -> None:
    def work(stopped):
        raise WriteFailed("save.disk_full")

    _, heard = begun(qtbot, work)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].key == "save.disk_full"


@pytest.mark.parametrize("way", ["button", "escape"])
def test_cancel_asks_the_work_to_stop_and_waits_for_it(qtbot, way: str) -> None:
    going = Event()

    def work(stopped):
        going.wait(10)
        raise Cancelled if stopped() else AssertionError

    dialog, heard = begun(qtbot, work)
    if way == "button":
        QTest.mouseClick(dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    going.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Cancelled)
