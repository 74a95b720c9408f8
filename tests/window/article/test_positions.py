"""Places of a text and of its document agree for whatever a text may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from annotator.model.spans import Span
from annotator.window.article.positions import Positions, shown
from tests.strategies import texts


def document_of(text: str) -> QTextDocument:
    document = QTextDocument()
    QTextCursor(document).insertText(shown(text))
    return document


def bmp() -> list[str]:
    return [chr(code) for code in range(1, 0x10000) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize("before", ["", "ab"], ids=["first", "inner"])
def test_every_bmp_character_takes_one_place(qapp: object, before: str) -> None:
    document = QTextDocument()
    for character in bmp():
        text = f"{before}{character}xy"
        document.setPlainText(shown(text))
        assert document.characterCount() - 1 == Positions(text).length, hex(ord(character))
        assert document.characterAt(len(text) - 2) == "x", hex(ord(character))


def test_all_bmp_characters_in_one_text_keep_their_places(qapp: object) -> None:
    text = "".join(f"{character}|" for character in bmp())
    document = document_of(text)
    assert document.characterCount() - 1 == len(text)
    assert all(document.characterAt(place) == "|" for place in range(1, len(text), 2))


def test_only_newlines_make_paragraphs(qapp: object) -> None:
    assert document_of("".join(f"{character}|" for character in bmp())).blockCount() == 2
    assert document_of("a\n\nb").blockCount() == 3


@given(texts(), st.data())
def test_spans_come_back_from_positions(text: str, data: st.DataObject) -> None:
    positions = Positions(text)
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    span = Span(*ends)
    there = (positions.position(span.start), positions.position(span.end))
    assert positions.span(*there) == span
    assert positions.span(*reversed(there)) == span


def test_a_position_inside_a_surrogate_pair_snaps_outward() -> None:
    positions = Positions("a🚢b")
    assert positions.span(2, 4) == Span(1, 3)
    assert positions.span(0, 2) == Span(0, 2)
    assert positions.offset(99) == 3
