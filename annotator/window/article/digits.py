"""Which digit a key stands for, whatever the layout makes of it with or without Shift."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

#: The keys 1 to 9 of the row as macOS numbers them; that system tells no scan codes.
_MAC_ROW = (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19)
#: The keys 1 to 9 of the pad as X11 and Wayland number them.
_PAD = (87, 88, 89, 83, 84, 85, 79, 80, 81)
#: What the row from 1 to 9 writes where it does not write digits: with Shift, on French keyboards without.
_ROWS = {
    "en": "!@#$%^&*(",
    "de": '!"§$%&/()',
    "es": '!"·$%&/()',
    "fr": "&é\"'(-è_ç",
}


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed key: Qt's code, the system's codes (0 where none is told), whether it is one of the pad."""

    key: int
    scan: int = 0
    virtual: int = 0
    pad: bool = False
    shift: bool = False


def digit_of(event: QKeyEvent) -> int | None:
    """The digit from 1 to 9 of a key event, or None."""
    modifiers = event.modifiers()
    press = Press(
        event.key(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        bool(modifiers & Qt.KeyboardModifier.KeypadModifier),
        bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
    )
    language = QGuiApplication.inputMethod().locale().name()[:2]
    return digit(press, QGuiApplication.platformName(), language)


def digit(press: Press, platform: str, language: str) -> int | None:
    """The digit from 1 to 9, or None; `platform` is Qt's name of it, `language` the keyboard's.

    A layout that writes the digit decides. Else the place of the key does: with Shift, and on French
    keyboards without, the keys of the row write signs, but stand where they stand everywhere. Events that
    tell no place, as other programs make them, are taken by the sign that the language's keyboard has there.
    """
    if Qt.Key.Key_1 <= press.key <= Qt.Key.Key_9:
        return press.key - Qt.Key.Key_0
    if press.scan or press.virtual:
        return _by_place(press, platform)
    sign = chr(press.key).lower() if press.key <= 0xFF else ""
    row = _ROWS.get(language, _ROWS["en"])
    return row.index(sign) + 1 if sign and sign in row else None


def _by_place(press: Press, platform: str) -> int | None:
    if platform == "windows":
        # The virtual keys of the row are named after its digits on every layout.
        first, place = ord("1"), press.virtual
    elif platform == "cocoa":
        first, place = 0, _MAC_ROW.index(press.virtual) if press.virtual in _MAC_ROW else -1
    elif press.pad and press.shift and press.scan in _PAD:
        # Shift turns the pad's digits into arrows.
        first, place = 0, _PAD.index(press.scan)
    else:
        first, place = 10, press.scan
    return place - first + 1 if first <= place < first + 9 else None
