import unicodedata

import pytest

from annotator.text.controls import CONTROLS, pictured


def test_every_control_character_but_tab_and_newline_is_found() -> None:
    controls = {chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) == "Cc"}
    assert set(CONTROLS.findall("".join(map(chr, range(0x3000))))) == controls - {"\t", "\n"}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07\r\x1f", "␀␇␍␟"),
        ("\x7f", "␡"),
        ("\x9b31m\x85", "\ufffd31m\ufffd"),
        ("a\tb\nc é 😀 \u202e\u200b\u00ad", "a\tb\nc é 😀 \u202e\u200b\u00ad"),
    ],
)
def test_each_is_shown_as_a_sign(words: str, shown: str) -> None:
    assert pictured(words) == shown
    assert len(pictured(words)) == len(words)
