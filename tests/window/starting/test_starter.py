"""One library after the other, each in a window that takes the place of the one before."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from annotator.desk.samples import AddSample, samples
from annotator.desk.settings import Settings
from annotator.model.backups import Backup, Occasion
from annotator.model.damage import Salvage
from annotator.model.errors import LibraryRefused
from annotator.window.frame.main_window import MainWindow
from annotator.window.hands import wait_until
from annotator.window.session import Session
from annotator.window.starting import replacing
from annotator.window.starting import starter as module
from annotator.window.starting.starter import Starter
from tests.window.at_work import answer_box, disk_with

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def starter(qtbot, tmp_path: Path) -> Iterator[Starter]:
    made = Starter(Settings(tmp_path / "settings.json"), copy_report=lambda: None)
    yield made
    if made.window is not None:
        make_room(made.window)  # whoever failed half way shall not be asked about it
        made.window.close()
    made.close()
    QApplication.processEvents()


def make_room(window: MainWindow) -> None:
    """The disk takes again what waits for it."""
    window.session.ask(disk_with(1_000_000))
    window.session.try_again()
    wait_until(lambda: not window.session.has_unsaved)


@pytest.fixture
def in_sight(qtbot) -> Callable[[], list[QWidget]]:
    """The windows that can be seen, but for those that other tests left."""
    of_others = set(QApplication.topLevelWidgets())
    return lambda: [top for top in QApplication.topLevelWidgets() if top.isVisible() and top not in of_others]


def opened(starter: Starter, path: Path):
    before = starter.window
    starter.open(path)
    wait_until(lambda: starter.window is not before)
    wait_until(lambda: starter.window.session.idle)
    return starter.window


@pytest.fixture
def ruin(tmp_path: Path) -> Backup:
    """What was a backup."""
    path = tmp_path / "ruin.sqlite"
    path.write_bytes(b"no library at all " * 99)
    return Backup(path, 1, "2026-11-23T14:45:12Z", Occasion.START, 1_782)


def test_what_is_no_backup_any_more_is_not_restored_and_work_goes_on(
    starter: Starter, in_sight, tmp_path: Path, ruin: Backup
) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    said = answer_box("OK")
    window.restore_wanted.emit(ruin)
    wait_until(lambda: starter.window not in (None, window))
    assert "ruin.sqlite" in said[0]
    assert starter.window.session.path == tmp_path / "a.sqlite"
    assert in_sight() == [starter.window]
    starter.window.session.run(AddSample(samples()[0].file))
    wait_until(lambda: starter.window.session.idle and bool(starter.window.exporting.known))


def test_going_back_waits_for_an_answer_about_what_is_not_saved(
    starter: Starter, tmp_path: Path, ruin: Backup
) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    window.session.ask(disk_with(1))
    window.session.run(AddSample(samples()[0].file))
    wait_until(lambda: window.session.has_unsaved)
    said = answer_box("Keep open")
    window.restore_wanted.emit(ruin)
    assert "could not be saved" in said[0]
    assert starter.window is window
    make_room(window)


def test_a_salvage_that_fails_leaves_the_window_as_it_is(
    starter: Starter, in_sight, tmp_path: Path, monkeypatch
) -> None:
    def failing(path: Path, to: Path, stopped: object) -> None:
        raise LibraryRefused("salvage.nothing", path=path)

    window = opened(starter, tmp_path / "a.sqlite")
    monkeypatch.setattr("annotator.desk.proving.salvage", failing)
    monkeypatch.setattr(replacing, "choose_salvage_file", lambda *_: tmp_path / "new.sqlite")
    said = answer_box("OK")
    window.salvage_wanted.emit()
    wait_until(lambda: bool(said))
    QApplication.processEvents()
    assert "Nothing can be read" in said[0]
    assert starter.window is window
    assert window.session.path == tmp_path / "a.sqlite"
    assert in_sight() == [window]


def test_a_library_is_taken_from_another_machine_once(starter: Starter, tmp_path: Path, monkeypatch) -> None:
    """A session opens its library anew after a loss: to take it again would go to and fro for ever."""
    asked: list[bool] = []
    openers: list[Callable[[Path], object]] = []
    session = module.Session

    def made(path: Path, open_desk: Callable[[Path], object]) -> Session:
        openers.append(open_desk)
        return session(path)

    monkeypatch.setattr(module, "Session", made)
    monkeypatch.setattr(module, "Desk", lambda path, reviewer, take_over: asked.append(take_over))
    starter.open(tmp_path / "a.sqlite", take_over=True)
    for _ in range(2):
        openers[0](tmp_path / "a.sqlite")
    assert asked == [True, False]


def test_a_mistake_offers_its_report(starter: Starter, tmp_path: Path) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    starter.tell("Something went wrong.")
    assert window.messages.findChild(QPushButton).text() == "Copy report"


def test_before_colleagues_work_is_taken_in_a_backup_is_made(
    starter: Starter, tmp_path: Path, monkeypatch
) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    asked: list[Occasion] = []
    monkeypatch.setattr(window.session, "back_up", lambda occasion, **_: asked.append(occasion))
    window.merging.beginning.emit()
    assert asked == [Occasion.MERGE]


def test_who_keeps_what_is_not_saved_stays_in_the_window_after_a_salvage(
    starter: Starter, in_sight, tmp_path: Path, monkeypatch
) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    window.session.ask(disk_with(1))
    window.session.run(AddSample(samples()[0].file))
    wait_until(lambda: window.session.has_unsaved)
    monkeypatch.setattr("annotator.desk.proving.salvage", lambda path, to, _: Salvage(to, {}, {}))
    monkeypatch.setattr(replacing, "choose_salvage_file", lambda *_: tmp_path / "new.sqlite")
    said = answer_box("Keep open")
    window.salvage_wanted.emit()
    wait_until(lambda: bool(said))
    assert "could not be saved" in said[0]
    assert in_sight() == [window]
    assert starter.window is window
