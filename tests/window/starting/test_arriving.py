"""What a window tells and hears once its library is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.desk import places_of_libraries
from annotator.desk.settings import Settings
from annotator.host.calling import call_first
from annotator.window.aside import ask_aside
from annotator.window.session import Session
from annotator.window.starting.arriving import settle_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Recorder:
    """Takes the place of a flow and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def begin(self) -> None:
        self.asked.append("begin")

    def take_places(self, places: object) -> None:
        self.asked.append(places)


class Window(QWidget):
    closing = Signal()


@pytest.fixture
def window(qtbot, session: Session, bar) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.session, made.messages = session, bar
    made.keeping, made.importing = Recorder(), Recorder()
    session.ask(lambda desk: None)
    qtbot.waitUntil(lambda: session.idle)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def call(qtbot, path: Path, *files: str) -> bool:
    answers: list[bool] = []
    owner = QObject()
    ask_aside(owner, lambda: call_first(path, files), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_backups_begin_and_who_starts_again_is_heard(qtbot, window, settings, tmp_path: Path) -> None:
    settle_in(window, settings, first=False)
    assert window.keeping.asked == ["begin"]
    assert call(qtbot, window.session.path, str(tmp_path / "a.txt"))
    qtbot.waitUntil(lambda: window.importing.asked == [(str(tmp_path / "a.txt"),)])
    assert window.isVisible()
    window.closing.emit()
    assert not call(qtbot, window.session.path)


def test_who_goes_on_elsewhere_is_called_there(qtbot, window, settings, tmp_path: Path) -> None:
    settle_in(window, settings, first=False)
    window.session.moved.emit(tmp_path / "other.sqlite")
    assert not call(qtbot, window.session.path)
    assert call(qtbot, tmp_path / "other.sqlite")


def test_who_only_reads_is_not_called(qtbot, window, settings, monkeypatch) -> None:
    monkeypatch.setattr(window.session, "report", object())
    settle_in(window, settings, first=False)
    assert not call(qtbot, window.session.path)


def test_a_folder_that_is_not_safe_is_warned_of_until_it_is_silenced(
    qtbot, window, settings, bar, tmp_path: Path
) -> None:
    path = tmp_path / "Dropbox" / "library.sqlite"
    window.session.path = path
    settle_in(window, settings, first=False)
    qtbot.waitUntil(lambda: "Dropbox" in bar.words)
    button = bar.findChild(QPushButton)
    assert button.text() == "Do not warn again here"
    button.click()
    assert places_of_libraries.warning(path, settings) is None
