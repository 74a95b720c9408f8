"""Which key was pressed, where the layout has no Latin letters: what a US keyboard has in its place.

Qt finds the letters of shortcuts on such a layout by itself where the person has a Latin one beside it. These
tables serve who has none: Arabic, Hebrew, Cyrillic, Greek alone; and signs that need Shift in both cases.
"""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

#: Letters of other scripts lie between these, past the last Latin ones and around symbols and signs.
_OTHER_SCRIPTS = ((0x370, 0x1E00), (0x1F00, 0x2000), (0x2C80, 0x1000000))


def _rows(*rows: tuple[int, str]) -> dict[int, str]:
    return {first + place: sign for first, signs in rows for place, sign in enumerate(signs)}


#: Linux: the kernel's numbers of keys and 8, under X11 as under Wayland.
_SCAN_CODES = _rows((10, "1234567890-="), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM,./"))

#: macOS: the virtual key codes of an ANSI keyboard.
_MAC_CODES = _rows((0, "ASDFHGZXCV"), (11, "BQWERYT123465=97-80"), (31, "OU"), (34, "IP")) | _rows(
    (37, "LJ"), (40, "K"), (43, ",/NM.")
)

#: Windows: virtual keys, which stay where they are on a layout without Latin letters.
_WINDOWS_CODES = _rows((0x30, "0123456789"), (0x41, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (0xBC, ",-./"))

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAST_SIGNS = 0x100

#: What Shift makes of a key; with it the sign counts and Shift does not.
_SHIFTED = {"/": "?", "=": "+"}


def us_key(event: QKeyEvent, platform: str = sys.platform) -> str:
    """What a US keyboard has where a letter of another script was pressed; empty for any other key."""
    if not any(first <= event.key() < end for first, end in _OTHER_SCRIPTS):
        return ""
    if platform == "darwin":
        return _MAC_CODES.get(event.nativeVirtualKey(), "")
    if platform == "win32":
        return _WINDOWS_CODES.get(event.nativeVirtualKey(), "")
    return _SCAN_CODES.get(event.nativeScanCode(), "")


def us_sequence(event: QKeyEvent, platform: str = sys.platform) -> QKeySequence:
    """The keys that a US keyboard would have sent for a letter of another script; empty for any other."""
    key, modifiers = us_key(event, platform), event.modifiers()
    if not key:
        return QKeySequence()
    if modifiers & _SHIFT and key in _SHIFTED:
        key, modifiers = _SHIFTED[key], modifiers & ~_SHIFT
    held = QKeySequence(modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)
    return QKeySequence(f"{held}{key}")


def sign_alone(event: QKeyEvent) -> QKeySequence:
    """The keys without Shift where it only made a sign, as in Ctrl+?; empty for letters and other keys."""
    is_sign = Qt.Key.Key_Space < event.key() < _PAST_SIGNS and not chr(event.key()).isalpha()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    return QKeySequence(QKeyCombination(held & ~_SHIFT, Qt.Key(event.key()))) if is_sign else QKeySequence()


class OtherScripts(QObject):
    """Triggers the actions of widgets by the places of keys, where the layout's letters name none."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        keys = us_sequence(event)
        if keys.isEmpty():
            keys = sign_alone(event)
        if keys.isEmpty() or not isinstance(watched, QWidget):
            return False
        action = next((one for one in watched.actions() if keys in one.shortcuts()), None)
        if action is None or _is_kept(watched, event):
            return False
        action.trigger()
        return True


def _is_kept(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a widget keeps a key for itself, asked as Qt asks before it looks for shortcuts."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QCoreApplication.sendEvent(widget, asked)
    return asked.isAccepted()
