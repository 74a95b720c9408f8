"""Characters that are no words but orders to a terminal or a printer, shown as signs."""

import re

#: All but tab and newline; with ESC, or with CSI and OSC in one character, begins what moves a terminal.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

#: Unicode has pictures for the old control characters (U+2400 and on), one for DEL, none for the newer ones.
_PICTURES, _DELETE, _OTHER = 0x2400, "\u2421", "\ufffd"


def pictured(words: str) -> str:
    """The words with a sign that can be seen in the place of each control character but tab and newline."""
    return CONTROLS.sub(_picture, words)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x7F:
        return _DELETE
    return chr(_PICTURES + code) if code < 0x20 else _OTHER
