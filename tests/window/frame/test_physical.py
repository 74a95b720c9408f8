"""Keys by their places, with the values that a real X server sent for them.

The numbers were seen under Xvfb with `setxkbmap ara`, `il` and `ru`, keys pressed by their key codes.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenuBar, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.window.frame.actions import Actions
from annotator.window.frame.physical import sign_alone, us_key, us_sequence

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key(code: int, scan: int = 0, text: str = "", modifiers=NONE, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize(
    ("code", "scan", "text", "meant"),
    [
        (0x634, 38, "ش", "A"),
        (0x64A, 40, "ي", "D"),
        (0x5E9, 38, "ש", "A"),
        (0x5D2, 40, "ג", "D"),
        (0x424, 38, "ф", "A"),
        (0x412, 40, "в", "D"),
        (0x42F, 52, "я", "Z"),
        (0x661, 10, "١", "1"),
    ],
)
def test_a_letter_of_another_script_means_what_a_us_keyboard_has_there(code, scan, text, meant) -> None:
    assert us_key(key(code, scan, text), "linux") == meant
    assert us_sequence(key(code, scan, text), "linux").toString() == meant


@pytest.mark.parametrize(
    ("code", "scan", "text"),
    [
        (0x51, 38, "q"),  # French: the letter counts, not its place
        (0x59, 52, "y"),  # German
        (0xDF, 20, "ß"),
        (0xC9, 11, "é"),
        (0x1001251, 21, ""),  # a dead key
        (0x31, 10, "1"),
        (0x1EA4, 24, "Ấ"),
        (0x20AC, 26, "€"),
        (0x1000012, 113, ""),  # an arrow
    ],
)
def test_latin_letters_signs_and_other_keys_are_left_alone(code, scan, text) -> None:
    assert us_key(key(code, scan, text), "linux") == ""
    assert us_sequence(key(code, scan, text), "linux").isEmpty()


@pytest.mark.parametrize(
    ("code", "scan", "modifiers", "meant"),
    [
        (0x626, 52, CTRL, "Ctrl+Z"),
        (0x650, 38, CTRL | SHIFT, "Ctrl+Shift+A"),
        (0x61F, 61, CTRL | SHIFT, "Ctrl+?"),
        (0x646, 45, CTRL, "Ctrl+K"),
    ],
)
def test_held_keys_go_along(code, scan, modifiers, meant) -> None:
    assert us_sequence(key(code, scan, "", modifiers), "linux").toString() == meant


@pytest.mark.parametrize(
    ("system", "virtual", "meant"),
    [("darwin", 0, "A"), ("darwin", 2, "D"), ("darwin", 37, "L"), ("darwin", 18, "1"), ("darwin", 44, "/")]
    + [("win32", 0x41, "A"), ("win32", 0x4C, "L"), ("win32", 0x31, "1"), ("win32", 0xBF, "/")],
)
def test_other_systems_number_keys_their_own_way(system, virtual, meant) -> None:
    assert us_key(key(0x634, 999, "ش", virtual=virtual), system) == meant


@pytest.mark.parametrize(
    ("code", "modifiers", "meant"),
    [
        (0x3F, CTRL | SHIFT, "Ctrl+?"),
        (0x2B, CTRL, "Ctrl++"),
        (0x31, SHIFT, "1"),  # French
        (0x41, CTRL | SHIFT, ""),
        (0xC9, SHIFT, ""),
        (0x634, CTRL, ""),
        (0x1000030, SHIFT, ""),  # F1
        (0x20, SHIFT, ""),
    ],
)
def test_shift_does_not_count_where_it_makes_a_sign(code, modifiers, meant) -> None:
    assert sign_alone(key(code, modifiers=modifiers)).toString() == meant


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window with an article, a list of claims and a field."""
    made = QMainWindow()
    qtbot.addWidget(made)
    inside = QWidget()
    column = QVBoxLayout(inside)
    made.article, made.claims, made.field = QTextEdit(), QTextEdit(), QLineEdit()
    for part in (made.article, made.claims, made.field):
        column.addWidget(part)
    made.article.setReadOnly(True)
    made.claims.setReadOnly(True)
    made.setCentralWidget(inside)
    bar = QMenuBar()
    made.setMenuWidget(bar)
    made.actions_ = Actions(made, bar, (made.article, made.claims))
    made.done = []
    made.actions_.connect(
        {name: lambda name=name: made.done.append(name) for name in ("allegation", "undo", "next_sentence")}
    )
    made.show()
    yield made
    made.close()


def send(widget: QWidget, event: QKeyEvent) -> None:
    widget.setFocus()
    QCoreApplication.sendEvent(widget, event)


@pytest.fixture(autouse=True)
def _linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.window.frame.physical.us_key.__defaults__", ("linux",))
    monkeypatch.setattr("annotator.window.frame.physical.us_sequence.__defaults__", ("linux",))


def test_the_key_with_a_on_it_marks_an_allegation_on_an_arabic_keyboard(window) -> None:
    for widget in (window.article, window.claims):
        send(widget, key(0x634, 38, "ش"))
    assert window.done == ["allegation", "allegation"]


def test_what_counts_in_the_article_alone_does_so_by_places_too(window) -> None:
    send(window.claims, key(0x62A, 44, "ت"))
    assert window.done == []
    send(window.article, key(0x62A, 44, "ت"))
    assert window.done == ["next_sentence"]


def test_in_a_field_the_letter_is_written(window) -> None:
    send(window.field, key(0x634, 38, "ش"))
    assert window.field.text() == "ش"
    assert window.done == []


def test_keys_of_the_window_work_from_everywhere(window) -> None:
    for widget in (window.article, window.claims, window.field):
        send(widget, key(0x626, 52, "", CTRL))
    assert window.done == ["undo", "undo", "undo"]


def test_a_sign_that_qt_did_not_find_is_found_without_its_shift(window) -> None:
    """So Ctrl+Shift+/ comes with Arabic before US: Qt takes the shortcut Ctrl+? for something else."""
    window.actions_.connect({"keys": lambda: window.done.append("keys")})
    send(window.article, key(0x3F, 61, "?", CTRL | SHIFT))
    assert window.done == ["keys"]


def test_an_action_that_is_off_stays_off(window) -> None:
    window.actions_.enable(("allegation",), False)
    send(window.article, key(0x634, 38, "ش"))
    assert window.done == []


def test_other_keys_of_a_person_count_by_places_too(window) -> None:
    window.actions_.apply({"allegation": ["Q"]})
    send(window.article, key(0x634, 38, "ش"))
    assert window.done == []
    send(window.article, key(0x636, 24, "ض"))
    assert window.done == ["allegation"]
