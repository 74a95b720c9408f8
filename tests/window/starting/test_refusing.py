"""What is asked where a library cannot be opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.desk.settings import Settings
from annotator.host import calling
from annotator.model.errors import LibraryBusy, LibraryRefused, RedPencilError
from annotator.window.hands import wait_until
from annotator.window.keeping.damage_dialog import OTHER, READ, RESTORE, SALVAGE, DamageDialog
from annotator.window.keeping.restore_dialog import RestoreDialog
from annotator.window.starting import refusing
from annotator.window.starting.refusing import ask_what_then
from annotator.window.starting.starter import Starter
from tests.window.at_work import answer_box

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ELSEWHERE = LibraryBusy(
    "library.elsewhere", library="library.sqlite", program="Red Pencil", pid=1, host="desk", since="12:00"
)


class Noted(Starter):
    """A starter that opens nothing and notes what it was to open."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.noted: list[object] = []

    def open(self, path: Path, files=(), **how: object) -> None:
        self.noted.append((path, how))

    def give_up(self) -> None:
        self.noted.append("gave up")

    def leave_it(self) -> None:
        self.noted.append("left to the other window")


@pytest.fixture
def starter(qtbot, tmp_path: Path) -> Iterator[Noted]:
    made = Noted(Settings(tmp_path / "settings.json"))
    yield made
    for top in QApplication.topLevelWidgets():
        top.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The rest of a library, beside which a backup lies."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"")
    folder = tmp_path / "library.sqlite.backups"
    folder.mkdir()
    (folder / "000001 2026-11-23T14-45-12Z start.sqlite").write_bytes(b"no library either")
    return path


def refused(key: str, path: Path) -> RedPencilError:
    return LibraryRefused(key, path=path, reason="file is not a database")


def shown(kind: type) -> object:
    tops = [top for top in QApplication.topLevelWidgets() if type(top) is kind and top.isVisible()]
    return tops[0] if tops else None


def dialog_of(kind: type):
    wait_until(lambda: shown(kind) is not None)
    return shown(kind)


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("answer", ["Open it anyway", "Close"])
def test_one_that_another_computer_left_open_is_taken_only_on_purpose(starter, tmp_path, answer) -> None:
    said = answer_box(answer)
    ask_what_then(starter, tmp_path / "library.sqlite", ELSEWHERE)
    assert "another computer" in said[0]
    expected = (tmp_path / "library.sqlite", {"take_over": True}) if answer != "Close" else "gave up"
    assert starter.noted == [expected]


BUSY = LibraryBusy(
    "library.busy", library="library.sqlite", program="Red Pencil", pid=1, host="desk", since="12:00"
)


def test_a_window_that_was_just_started_is_called_until_it_listens(starter, tmp_path, monkeypatch) -> None:
    calls: list[object] = []

    def third_time(path: Path, files: object) -> bool:
        calls.append(files)
        return len(calls) == 3

    monkeypatch.setattr(calling, "call_first", third_time)
    monkeypatch.setattr(refusing, "_BETWEEN_CALLS", 0.01)
    ask_what_then(starter, tmp_path / "library.sqlite", BUSY, ["ferry.txt"])
    wait_until(lambda: bool(starter.noted))
    assert starter.noted == ["left to the other window"]
    assert calls == [["ferry.txt"]] * 3


def test_who_never_answers_is_told_of(starter, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(calling, "call_first", lambda *_: False)
    monkeypatch.setattr(refusing, "_UNTIL_IT_LISTENS", 0.02)
    monkeypatch.setattr(refusing, "_BETWEEN_CALLS", 0.01)
    said = answer_box("Close")
    ask_what_then(starter, tmp_path / "library.sqlite", BUSY)
    wait_until(lambda: bool(starter.noted))
    assert "already open" in said[0]
    assert starter.noted == ["gave up"]


@pytest.mark.parametrize("key", ["library.damaged", "library.foreign", "library.empty"])
def test_what_is_left_of_a_library_is_offered_its_backups(starter, library, key) -> None:
    ask_what_then(starter, library, refused(key, library))
    dialog = dialog_of(DamageDialog)
    assert set(dialog.ways) == {RESTORE, SALVAGE, READ, OTHER}
    wait_until(lambda: "no earlier version" in dialog.ways[RESTORE][1].text())  # that backup is none
    wait_until(lambda: dialog.hurt.count() == 1)
    assert not dialog.ways[READ][0].isEnabled()
    dialog.reject()
    assert starter.noted == ["gave up"]


def test_a_file_that_never_was_one_is_just_refused(starter, tmp_path: Path) -> None:
    said = answer_box("Close")
    ask_what_then(starter, tmp_path / "diary.txt", refused("library.foreign", tmp_path / "diary.txt"))
    wait_until(lambda: bool(starter.noted))
    assert "not a Red Pencil library" in said[0]
    assert starter.noted == ["gave up"]


def test_whoever_names_no_file_is_asked_again(starter, library, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    ask_what_then(starter, library, refused("library.damaged", library))
    first = dialog_of(DamageDialog)
    click(first.ways[SALVAGE][0])
    wait_until(lambda: shown(DamageDialog) not in (None, first))
    assert starter.noted == []


def test_another_library_may_be_opened_instead(starter, library, monkeypatch) -> None:
    other = str(library.with_name("other.sqlite"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (other, ""))
    ask_what_then(starter, library, refused("library.damaged", library))
    click(dialog_of(DamageDialog).ways[OTHER][0])
    assert starter.noted == [(Path(other), {})]


def test_a_way_back_that_is_not_taken_leads_to_the_question_again(starter, library) -> None:
    ask_what_then(starter, library, refused("library.damaged", library))
    first = dialog_of(DamageDialog)
    first._choose(RESTORE)
    dialog_of(RestoreDialog).reject()
    wait_until(lambda: shown(DamageDialog) not in (None, first))
    assert starter.noted == []
