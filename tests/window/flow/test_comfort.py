"""Preferences, keys, palette and codebook, opened in a window and kept for the next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.desk.queries.people import me
from annotator.desk.settings import Settings
from annotator.model.enums import Tag
from annotator.window.dialogs.shortcuts_sheet import ShortcutsSheet
from annotator.window.flow.comfort import Comfort
from annotator.window.frame.actions import Actions
from annotator.window.frame.look import Look
from annotator.window.palette.matching import PaletteEntry
from annotator.window.preferences.dialog import PreferencesDialog
from annotator.window.session import Session
from tests.window.at_work import AtWork

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Room:
    """A window with an article's text, its actions, and the comfort around them."""

    def __init__(self, session: Session, file: Path) -> None:
        self.window = QMainWindow()
        self.text, bar = QTextEdit(), QMenuBar()
        self.text.setReadOnly(True)
        self.window.setCentralWidget(self.text)
        self.window.setMenuWidget(bar)
        self.actions = Actions(self.window, bar, (self.text,))
        self.settings = Settings(file)
        self.look = Look(self.settings)
        self.comfort = Comfort(session, self.window, self.settings, self.look, self.actions)
        self.done: list[str] = []
        self.actions.connect(
            {
                name: lambda name=name: self.done.append(name)
                for name in ("undo", "export", "allegation", "denial")
            }
        )

    def go_to_text(self, qtbot: QtBot) -> None:
        self.window.activateWindow()
        self.text.setFocus()
        qtbot.waitUntil(self.text.hasFocus)

    def offered(self) -> list[str]:
        rows = self.comfort.palette.list.model()
        return [rows.index(row, 0).data() for row in range(rows.rowCount())]


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, session: Session, tmp_path: Path) -> Iterator[Room]:
    made = Room(session, tmp_path / "settings.json")
    qtbot.addWidget(made.window)
    made.window.resize(900, 600)
    made.window.show()
    made.go_to_text(qtbot)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def work(qtbot: QtBot, session: Session) -> AtWork:
    return AtWork(qtbot, session)


def preferences(room: Room, work: AtWork) -> PreferencesDialog:
    room.comfort.show_preferences()
    work.wait()
    return room.window.findChildren(PreferencesDialog)[-1]


def test_what_is_chosen_is_kept_and_told(room: Room, work: AtWork, qtbot: QtBot) -> None:
    dialog = preferences(room, work)
    for signal, choose, args in (
        (room.comfort.zoom_chosen, lambda: dialog.zoom_chosen.emit(125), [125]),
        (room.comfort.columns_chosen, lambda: dialog.columns_chosen.emit(80), [80]),
        (room.comfort.face_chosen, lambda: dialog.face_chosen.emit("Some Serif"), ["Some Serif"]),
    ):
        with qtbot.waitSignal(signal) as told:
            choose()
        assert told.args == args
    dialog.language_chosen.emit("de")
    dialog.theme_chosen.emit("contrast")
    kept = Settings(room.settings._file)
    names = ("columns", "face", "language", "theme")
    assert [kept.get(name) for name in names] == [80, "Some Serif", "de", "contrast"]
    assert room.look.theme.name == "contrast"
    again = preferences(room, work)
    assert again.reading.columns.value() == 80
    assert again.appearance.language.language.currentData() == "de"


def test_my_name_is_changed_in_the_library(room: Room, work: AtWork) -> None:
    preferences(room, work).me.me_changed.emit("Grace", "#2E7D7A")
    work.wait()
    found = work.ask(me)
    assert (found.name, found.colour) == ("Grace", "#2E7D7A")


def test_other_keys_work_at_once_and_the_next_time(
    room: Room, work: AtWork, qtbot: QtBot, session: Session
) -> None:
    dialog = preferences(room, work)
    with qtbot.waitSignal(room.comfort.keys_known) as known:
        dialog.keys_chosen.emit({"undo": ["Ctrl+U"], "denial": ["Q"], "fact": []}, True)
    assert [known.args[0][name] for name in ("undo", "denial", "fact")] == ["Ctrl+U", "Q", ""]
    dialog.close()
    room.go_to_text(qtbot)
    qtbot.keyClick(room.text, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(room.text, Qt.Key.Key_Q)
    assert room.done == ["undo", "denial"]
    later = Room(session, room.settings._file)
    qtbot.addWidget(later.window)
    assert later.actions.keys["undo"] == ("Ctrl+U",)


def test_single_letters_off_stay_off(room: Room, work: AtWork, qtbot: QtBot) -> None:
    dialog = preferences(room, work)
    dialog.keys_chosen.emit({}, False)
    dialog.close()
    room.go_to_text(qtbot)
    qtbot.keyClick(room.text, Qt.Key.Key_A)
    qtbot.keyClick(room.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.done == ["undo"]
    assert room.settings.get("letters") is False
    assert not preferences(room, work).keys.letters.isChecked()


def test_the_sheet_shows_the_keys_as_they_are_now(room: Room) -> None:
    room.actions.apply({"undo": ["Ctrl+U"]})
    room.comfort.show_keys()
    sheet = room.window.findChild(ShortcutsSheet)
    lines = [
        (group.child(row).text(0), group.child(row).text(1))
        for group in (sheet.sheet.topLevelItem(n) for n in range(sheet.sheet.topLevelItemCount()))
        for row in range(group.childCount())
    ]
    assert ("Ctrl+U", "Undo") in lines
    assert ("Alt+I", "Said by the article itself") in lines
    assert ("Up, Down", "Previous, next sentence") in lines
    assert all(keys for keys, _ in lines)


def test_the_palette_offers_what_can_be_done_now(room: Room, qtbot: QtBot) -> None:
    room.actions.enable(("denial",), False)
    room.comfort.show_palette()
    assert "Allegation, A" in room.offered()
    assert not [words for words in room.offered() if words.startswith(("Denial", "Find an action"))]
    qtbot.keyClicks(room.comfort.palette.field, "alleg")
    qtbot.keyClick(room.comfort.palette.field, Qt.Key.Key_Return)
    assert room.done == ["allegation"]
    assert room.text.hasFocus()


def test_what_was_chosen_last_comes_first_the_next_time(room: Room, qtbot: QtBot) -> None:
    for words in ("export", "undo"):
        room.comfort.show_palette()
        qtbot.keyClicks(room.comfort.palette.field, words)
        qtbot.keyClick(room.comfort.palette.field, Qt.Key.Key_Return)
    room.comfort.show_palette()
    assert [words.split(",")[0] for words in room.offered()[:2]] == ["Undo", "Export"]
    assert Settings(room.settings._file).get("recent") == ["undo", "export"]


def test_the_same_key_closes_the_palette(room: Room) -> None:
    room.comfort.show_palette()
    room.comfort.show_palette()
    assert room.comfort.palette.isHidden()
    assert room.text.hasFocus()


def test_articles_are_offered_where_somebody_looks_them_up(room: Room, qtbot: QtBot) -> None:
    went: list[str] = []
    room.comfort.more = lambda typed: (
        [PaletteEntry("article", "Ferry", lambda: went.append("Ferry"))] if typed == "ferr" else ()
    )
    room.comfort.show_palette()
    qtbot.keyClicks(room.comfort.palette.field, "ferr")
    qtbot.keyClick(room.comfort.palette.field, Qt.Key.Key_Return)
    assert went == ["Ferry"]
    assert room.settings.get("recent") == []


def test_the_codebook_follows_the_picked_claim(room: Room) -> None:
    room.comfort.know_tag(Tag.DENIAL)
    assert "codebook" not in vars(room.comfort)
    room.comfort.show_codebook()
    book = room.comfort.codebook
    assert "so it is not true that" in book.text.toPlainText()
    room.comfort.know_tag(Tag.ALLEGATION)
    assert "right of reply" in book.text.toPlainText()
    room.comfort.know_tag(None)
    assert "right of reply" in book.text.toPlainText()
    book.close()
    room.comfort.show_codebook()
    assert "In this order" in book.text.toPlainText()


def test_the_palette_begins_with_the_claims_actions(room: Room) -> None:
    room.comfort.show_palette()
    assert room.offered()[0] == "Allegation, A"
