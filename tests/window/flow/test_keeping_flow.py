"""Backups by themselves, their troubles, and the way to another place."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout

from annotator.desk.care import Report
from annotator.desk.desk import Desk
from annotator.desk.settings import Settings
from annotator.model.backups import Backup, Occasion
from annotator.model.changes import Changes
from annotator.model.errors import Cancelled, LibraryRefused, WriteFailed
from annotator.window.flow import keeping as module
from annotator.window.flow.keeping import Keeping, Surroundings
from annotator.window.frame.look import Look
from annotator.window.keeping import versions
from annotator.window.keeping.damage_dialog import RESTORE, DamageDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FULL = WriteFailed("backup.disk_full", folder="library.sqlite.backups")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def asked(session, monkeypatch) -> list[tuple[Occasion, object]]:
    """The backups that the session is asked for, with who hears that one failed."""
    seen: list[tuple[Occasion, object]] = []
    monkeypatch.setattr(session, "back_up", lambda occasion, refused: seen.append((occasion, refused)))
    return seen


@pytest.fixture
def keeping(session, settings, page, bar, card) -> Keeping:
    made = Keeping(session, settings, Surroundings(page, bar, card, QVBoxLayout(page), Look(settings)))
    made.setParent(page)
    yield made
    made.end()


def occasions(asked) -> list[Occasion]:
    return [occasion for occasion, _ in asked]


def test_one_is_made_after_the_start_and_others_only_where_something_changed(
    session, settings, page, bar, card, asked, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(module, "AFTER_START", 1)
    monkeypatch.setattr(module, "WORK", 30)
    keeping = Keeping(session, settings, Surroundings(page, bar, card, QVBoxLayout(), Look(settings)))
    keeping.begin()
    qtbot.wait(100)
    assert occasions(asked) == [Occasion.START]
    session.changed.emit(Changes())  # nothing was written
    qtbot.wait(100)
    assert occasions(asked) == [Occasion.START]
    session.changed.emit(Changes(step="1"))
    qtbot.waitUntil(lambda: occasions(asked) == [Occasion.START, Occasion.WORK])
    qtbot.wait(100)
    assert len(asked) == 2
    keeping.end()
    session.changed.emit(Changes(step="2"))
    qtbot.wait(100)
    assert len(asked) == 2


def test_a_shelf_that_takes_nothing_is_told_once_with_a_way_out(keeping, asked, bar) -> None:
    keeping.back_up(Occasion.START)
    asked[0][1](FULL)
    assert "not enough room" in bar.words
    assert "your work goes on" in bar.words
    assert bar.findChild(QPushButton).text() == "Save a backup…"
    bar.solved()
    keeping.back_up(Occasion.WORK)
    asked[1][1](FULL)
    assert bar.words == ""


def test_what_was_cancelled_is_not_told(keeping, asked, bar) -> None:
    keeping.back_up(Occasion.START)
    asked[0][1](Cancelled())
    assert bar.words == ""


def test_a_change_that_is_not_saved_is_the_greater_trouble(keeping, asked, bar, session) -> None:
    keeping.back_up(Occasion.START)
    session._unsaved.add(1)
    bar.problem("The change was not saved.")
    asked[0][1](FULL)
    session._unsaved.clear()
    assert bar.words == "The change was not saved."


def test_a_damaged_library_is_not_backed_up(keeping, asked, session, monkeypatch) -> None:
    monkeypatch.setattr(session, "report", object())
    keeping.back_up(Occasion.WORK)
    assert asked == []


def answer_file(monkeypatch, path: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path or ""), ""))


def test_a_backup_is_saved_where_the_person_says(keeping, session, bar, qtbot, tmp_path, monkeypatch) -> None:
    session.ask(lambda desk: None)
    qtbot.waitUntil(lambda: session.idle)
    answer_file(monkeypatch, None)
    keeping.save_backup()
    assert bar.words == ""
    answer_file(monkeypatch, tmp_path / "copy.sqlite")
    keeping.save_backup()
    qtbot.waitUntil(lambda: "copy.sqlite" in bar.words, timeout=20_000)
    assert "sound" in bar.words
    with Desk(tmp_path / "copy.sqlite", reading=True):
        pass


def test_a_backup_that_cannot_be_saved_says_why(keeping, session, bar, qtbot, tmp_path, monkeypatch) -> None:
    session.ask(lambda desk: None)
    qtbot.waitUntil(lambda: session.idle)
    answer_file(monkeypatch, tmp_path / "nowhere" / "copy.sqlite")
    keeping.save_backup()
    qtbot.waitUntil(lambda: bool(bar.words), timeout=20_000)
    assert "sound" not in bar.words


def test_the_library_is_opened_at_its_new_place_next_time(keeping, session, settings, tmp_path, bar) -> None:
    session.moved.emit(tmp_path / "other.sqlite")
    assert settings.get("library") == str(tmp_path / "other.sqlite")
    assert "other.sqlite" in bar.words


def test_a_place_that_is_taken_is_told_and_all_stays_as_it_is(
    keeping, session, bar, tmp_path, monkeypatch
) -> None:
    answer_file(monkeypatch, tmp_path / "other.sqlite")
    monkeypatch.setattr(
        session,
        "move_to",
        lambda path, then, refused: refused(LibraryRefused("library.exists", path=path)),
    )
    keeping.save_elsewhere()
    assert "other.sqlite" in bar.words


def test_details_opened_early_hear_of_the_way_back_later(keeping, session, monkeypatch) -> None:
    monkeypatch.setattr(versions, "find_way_back", lambda *_: None)
    keeping.show_damage(Report((), (), {}))
    keeping.show_details()
    (dialog,) = keeping.parent().findChildren(DamageDialog)
    button, why = dialog.ways[RESTORE]
    assert "Looking for" in why.text()
    keeping._know_way_back(Backup(Path("x"), 1, "2026-11-23T14:45:12Z", Occasion.START, 1), None)
    assert button.isEnabled()
    keeping._know_way_back(None, None)
    assert "no earlier version" in why.text()
    dialog.reject()
