"""Earlier versions and damage, met as a person meets them."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from annotator.desk import backups
from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_view
from annotator.model.backups import Occasion
from annotator.window.hands import wait_until
from annotator.window.keeping.busy_dialog import BusyDialog
from annotator.window.keeping.damage_dialog import READ, SALVAGE, DamageDialog
from annotator.window.keeping.damage_strip import DamageStrip
from annotator.window.keeping.restore_dialog import RestoreDialog
from annotator.window.starting.arriving import settle_in
from tests.journeys.person import Person
from tests.window.at_work import disk_with

K = Qt.Key
TEXT = "Ferry\n\nThe mayor denied selling the list. The ferry sails in June, its operator said.\n"


def dialog(kind: type[QDialog]) -> QDialog:
    """The dialog of a kind, once it is there."""
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]
        return bool(found)

    wait_until(there)
    return found[0]


def click(button: QPushButton) -> None:
    wait_until(button.isEnabled)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def in_bar(person: Person, words: str) -> QPushButton:
    return next(b for b in person.window.messages.findChildren(QPushButton) if b.text() == words)


def quotes(person: Person) -> list[str]:
    return [claim.quote for claim in person.claims]


def back_up(person: Person) -> None:
    before = len(backups.shelf(person.library))
    person.window.keeping.back_up(Occasion.START)
    wait_until(lambda: len(backups.shelf(person.library)) > before)


def another_window(person: Person, before: object) -> None:
    wait_until(lambda: person.starter.window not in (None, before))
    person.settle()


def test_an_earlier_version_is_restored_and_the_one_before_comes_back(reader) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    back_up(person)
    person.mark("The ferry sails in June", K.Key_F)
    first = person.window
    person.menu("restore")
    shown = dialog(RestoreDialog)
    wait_until(lambda: "1 claim" in shown.view.words and "since then would be gone" in shown.view.words)
    assert "Would be gone: 1 claim" in shown.view.words
    click(shown.go_on)
    another_window(person, first)
    assert quotes(person) == ["denied selling the list"]
    assert "You are looking at the version of today" in person.window.messages.words
    second = person.window
    click(in_bar(person, "Go back to it"))
    another_window(person, second)
    assert quotes(person) == ["denied selling the list", "The ferry sails in June"]
    person.window.activateWindow()
    assert person.mark("its operator", K.Key_F).quote == "its operator"


def change_past_us(library: Path, column: str) -> None:
    """Something else than Red Pencil writes into the library."""
    with sqlite3.connect(library) as other:
        other.execute(f"UPDATE claims SET {column} = 'by somebody else'")
    other.close()


def strip(person: Person) -> DamageStrip:
    wait_until(lambda: person.window.keeping.strip is not None)
    return person.window.keeping.strip


def test_damage_found_at_work_stops_all_writing_and_offers_the_version_before(reader) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    back_up(person)
    person.mark("The ferry sails in June", K.Key_F)
    change_past_us(person.library, "note")
    person.window.keeping.back_up(Occasion.WORK)
    shown = strip(person)
    assert "denied selling the list" in shown.words
    wait_until(lambda: "1 claim would be lost" in shown.words)
    person.drag("its operator")
    person.press(K.Key_F)
    assert len(person.claims) == 2
    assert "damaged" in person.window.messages.words
    first = person.window
    click(shown.restore)
    chosen = dialog(RestoreDialog)
    click(chosen.go_on)
    another_window(person, first)
    assert quotes(person) == ["denied selling the list"]
    assert person.window.keeping.strip is None
    assert [one.name for one in person.library.parent.glob("library damaged *")]
    assert person.mark("its operator", K.Key_F).quote == "its operator"


def test_a_library_found_damaged_at_opening_can_be_read(starter, reader, tmp_path: Path) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    person.window.close()
    starter.window = None
    change_past_us(person.library, "note")
    before = person.library.read_bytes()
    starter.open(person.library)
    asked = dialog(DamageDialog)
    assert "damaged" in asked.why.text()
    button, _ = asked.ways[READ]
    click(button)
    wait_until(lambda: starter.window is not None)
    person.settle()
    assert "denied selling the list" in strip(person).words
    assert quotes(person) == ["denied selling the list"]
    person.drag("its operator")
    person.press(K.Key_F)
    assert len(person.claims) == 1
    assert person.library.read_bytes() == before


def answer_file(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def test_what_can_be_read_of_a_damaged_library_is_saved_into_a_new_one(
    starter, reader, tmp_path: Path, monkeypatch
) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    person.window.close()
    starter.window = None
    change_past_us(person.library, "note")
    before = person.library.read_bytes()
    starter.open(person.library)
    answer_file(monkeypatch, tmp_path / "new.sqlite")
    click(dialog(DamageDialog).ways[SALVAGE][0])
    another_window(person, None)
    assert person.window.session.path == tmp_path / "new.sqlite"
    assert BusyDialog not in [type(top) for top in QApplication.topLevelWidgets() if top.isVisible()]
    assert quotes(person) == ["denied selling the list"]
    assert "claims: 1" in person.window.messages.words
    assert person.mark("its operator", K.Key_F).quote == "its operator"
    assert person.library.read_bytes() == before


def test_what_a_full_disk_does_not_take_is_saved_at_another_place(
    reader, tmp_path: Path, monkeypatch
) -> None:
    person = reader(TEXT)
    claim = person.mark("denied selling the list", K.Key_D).id
    person.window.session.ask(disk_with(1))
    person.settle()
    person.press(K.Key_N)
    person.window.editor.notes.note.setPlainText("long " * 4_000)
    person.window.editor.flush()
    wait_until(lambda: person.window.session.has_unsaved)
    answer_file(monkeypatch, tmp_path / "stick" / "other.sqlite")
    (tmp_path / "stick").mkdir()
    click(in_bar(person, "Save to another place…"))
    wait_until(lambda: not person.window.session.has_unsaved)
    assert person.window.session.path == tmp_path / "stick" / "other.sqlite"
    assert person.whole(claim).note == ("long " * 4_000).strip()
    assert person.window.settings.get("library") == str(tmp_path / "stick" / "other.sqlite")
    with Desk(person.library) as old:  # it was let go, as it was
        assert claim_view(old, claim).note == ""


def test_a_second_start_hands_its_files_to_the_window_that_has_the_library(reader, tmp_path: Path) -> None:
    person = reader(TEXT)
    settle_in(person.window, person.window.settings, first=False)
    file = tmp_path / "another.txt"
    file.write_text("Another\n\nIt was sold.", encoding="utf-8")
    command = [sys.executable, "-m", "annotator", "open", str(file), "--library", str(person.library)]
    with subprocess.Popen(command, cwd=Path(__file__).parents[2]) as second:
        wait_until(lambda: person.window.reading.page.title == "Another")
        wait_until(lambda: second.poll() is not None)
    assert second.returncode == 0
