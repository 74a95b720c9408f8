"""A mistake in an override is raised where Python called Qt, on every Python."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import sys
from PySide6.QtCore import *
from PySide6.QtGui import *
from PySide6.QtWidgets import *

names, mended = sys.argv[1].split(), sys.argv[2] == "mended"
name, told = "", []
sys.excepthook = lambda kind, error, trace: told.append(kind)
if mended:
    from annotator.window.overrides import mend_overrides

def err(here):
    if here == name:
        [][1]


class Widget(QWidget):
    def paintEvent(self, event):
        err("paintEvent")

    def sizeHint(self):
        err("sizeHint")
        return QSize(10, 10)

    def event(self, event):
        if event.type() == QEvent.Type.User:
            err("event")
        return super().event(event)

if mended:
    mend_overrides()

class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        err("rowCount")
        return 3

    def data(self, index, role):
        err("data")

class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            err("eventFilter")
        return False

app = QApplication([])
sound = []

def use():
    widget, view, watching = Widget(), QListView(), Filter()
    widget.installEventFilter(watching)
    try:
        widget.show()
        widget.grab()
        widget.adjustSize()
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.User))
        view.setModel(Model(view))
        view.grab()
    except IndexError as error:
        told.append(type(error))

for name in names:
    told.clear()
    QTimer.singleShot(0, use)
    QTimer.singleShot(10, app.quit)
    app.exec()
    if set(told) == {IndexError}:
        sound.append(name)
sys.exit(0 if sound == names else 1)
"""


def run(names: str, how: str) -> int:
    ran = subprocess.run(
        [sys.executable, "-c", RUN, names, how],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    return ran.returncode


def test_a_mistake_in_an_override_is_raised() -> None:
    assert run("paintEvent sizeHint event rowCount data eventFilter", "mended") == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="exceptions are whole from Python 3.12 on")
def test_without_mending_the_program_falls() -> None:
    assert run("data", "as it is") < 0
