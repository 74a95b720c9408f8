"""The keys 1 to 9 of US, German, Spanish and French keyboards, with Shift and without."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.window.article.digits import Press, digit, digit_of

#: What the row from 1 to 9 writes without Shift and with it.
LAYOUTS = {
    "en": ("123456789", "!@#$%^&*("),
    "de": ("123456789", '!"§$%&/()'),
    "es": ("123456789", '!"·$%&/()'),
    "fr": ("&é\"'(-è_ç", "123456789"),
}
#: Scan codes of the row on X11 and Wayland, virtual keys on Windows and macOS.
X11 = range(10, 19)
WINDOWS = range(0x31, 0x3A)
MAC = (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19)


def code(character: str) -> int:
    """Qt's code of a key that writes a character: its capital's."""
    return ord(character.upper())


@pytest.mark.parametrize("language", LAYOUTS)
@pytest.mark.parametrize("shift", [False, True])
def test_the_row_gives_its_digits_on_every_layout_and_system(language: str, shift: bool) -> None:
    for number, character in enumerate(LAYOUTS[language][shift]):
        key = code(character)
        presses = {
            "xcb": Press(key, scan=X11[number], virtual=ord(character), shift=shift),
            "wayland": Press(key, scan=X11[number], shift=shift),
            "windows": Press(key, scan=number + 2, virtual=WINDOWS[number], shift=shift),
            "cocoa": Press(key, scan=1, virtual=MAC[number], shift=shift),
            "offscreen": Press(key, shift=shift),
        }
        assert {digit(press, system, language) for system, press in presses.items()} == {number + 1}


def test_the_pad_gives_digits_also_where_shift_makes_arrows_of_them() -> None:
    assert digit(Press(Qt.Key.Key_7.value, scan=79, pad=True), "xcb", "de") == 7
    assert digit(Press(Qt.Key.Key_Home.value, scan=79, pad=True, shift=True), "xcb", "de") == 7
    assert digit(Press(Qt.Key.Key_Down.value, scan=88, pad=True), "xcb", "de") is None


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_0, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Space]
)
@pytest.mark.parametrize("language", LAYOUTS)
def test_other_keys_give_none(key: Qt.Key, language: str) -> None:
    assert digit(Press(key.value), "offscreen", language) is None


def test_letters_are_no_digits_wherever_they_stand() -> None:
    assert digit(Press(Qt.Key.Key_Q.value, scan=24, virtual=ord("q")), "xcb", "en") is None
    assert digit(Press(Qt.Key.Key_Q.value, scan=16, virtual=ord("Q")), "windows", "en") is None
    assert digit(Press(Qt.Key.Key_Q.value, virtual=0x0C), "cocoa", "en") is None


def test_an_event_is_read_with_its_place(qapp: object) -> None:
    """A French keyboard under X11: the key with 4 on it, without Shift."""
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Apostrophe.value,
        Qt.KeyboardModifier.NoModifier,
        13,
        ord("'"),
        0,
        "'",
    )
    assert digit_of(event) == 4
