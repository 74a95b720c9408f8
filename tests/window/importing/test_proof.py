"""A draft's paragraphs mended on its page, by keys and by buttons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.paragraphs import Paragraphs
from annotator.window.article.positions import shown
from annotator.window.importing.margin import label_of
from annotator.window.importing.mending import Mending
from annotator.window.importing.proof import changed
from annotator.window.importing.proof_part import ProofPart

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = "The ferry\n\nIt was towed\n\nto the yard. It sank 😀 there.\n\nCoast Courier\n\nNobody came."
PLACES = (
    Place(Span(0, 9), PlaceKind.PAGE, "1"),
    Place(Span(11, 23), PlaceKind.PAGE, "1"),
    Place(Span(25, 54), PlaceKind.PAGE, "2"),
)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def part(qtbot) -> ProofPart:
    made = ProofPart()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_mending(Mending(Paragraphs(TEXT, PLACES)))
    made.show()
    made.sheet.setFocus()
    return made


def caret_before(part, words):
    offset = part.article.text.index(words)
    part.sheet.put_caret(offset, offset)


def paragraphs(part):
    return [span.cut(part.article.text) for span in part.article.spans]


def is_shown(part):
    """Whether the sheet is as it would be with the text set anew: its words, its lines, its heading."""
    fresh = ProofPart()
    fresh.show_mending(Mending(part.article))
    text = part.sheet.document().toRawText().replace("\u2029", "\n")
    assert text == shown(part.article.text)
    assert part.sheet.text == part.article.text
    return typesetting(part.sheet.document()) == typesetting(fresh.sheet.document())


def typesetting(document):
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [
        (block.blockFormat().lineHeight(), [each.format.fontWeight() for each in block.textFormats()])
        for block in blocks
    ]


def test_backspace_at_a_paragraphs_start_joins_it_with_the_one_before(qtbot, part):
    caret_before(part, "to the yard")
    with qtbot.waitSignal(part.edited):
        qtbot.keyClick(part.sheet, Qt.Key.Key_Backspace)
    assert paragraphs(part)[1] == "It was towed to the yard. It sank 😀 there."
    assert part.sheet.cursor_offset() == part.article.text.index("to the yard")
    assert [place.value for place in part.article.places] == ["1", "1", "2"]
    assert is_shown(part)


def test_backspace_elsewhere_does_nothing(qtbot, part):
    caret_before(part, "yard")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Backspace)
    assert part.article.text == TEXT


def test_return_splits_at_the_caret_and_asks_nothing_of_the_window(qtbot, part):
    caret_before(part, " It sank")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Return)
    assert paragraphs(part)[2:4] == ["to the yard.", "It sank 😀 there."]
    assert part.sheet.in_turn == 3
    assert is_shown(part)


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Delete, None), (Qt.Key.Key_Backspace, CONTROL)], ids=["Delete", "Ctrl"]
)
def test_a_whole_paragraph_is_left_out(qtbot, part, key, modifier):
    caret_before(part, "Courier")
    qtbot.keyClick(part.sheet, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert paragraphs(part) == ["The ferry", "It was towed", "to the yard. It sank 😀 there.", "Nobody came."]
    assert part.sheet.cursor_offset() == part.article.text.index("Nobody")
    assert is_shown(part)


def test_the_heading_too_may_be_mended(qtbot, part):
    caret_before(part, "It was")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Backspace)
    assert paragraphs(part)[0] == "The ferry It was towed"
    assert is_shown(part)
    caret_before(part, "ferry")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Delete)
    assert paragraphs(part)[0] == "to the yard. It sank 😀 there."
    assert is_shown(part)


def test_a_heading_as_long_as_the_one_before_is_set_as_one(part):
    part.show_mending(Mending(Paragraphs("The ferry\n\nIt sailed\n\nNobody came.")))
    part.sheet.leave_out()
    assert part.article.text == "It sailed\n\nNobody came."
    assert is_shown(part)


def test_every_step_can_be_taken_back_and_done_again(qtbot, part):
    texts = [part.article]
    for words, key in (
        ("to the", Qt.Key.Key_Backspace),
        ("sank", Qt.Key.Key_Return),
        ("Coast", Qt.Key.Key_Delete),
    ):
        caret_before(part, words)
        qtbot.keyClick(part.sheet, key)
        texts.append(part.article)
    assert len(set(texts)) == 4
    for article in reversed(texts[:-1]):
        qtbot.keyClick(part.sheet, Qt.Key.Key_Z, CONTROL)
        assert part.article == article
        assert is_shown(part)
    for article in texts[1:]:
        qtbot.keyClick(part.sheet, Qt.Key.Key_Z, CONTROL | SHIFT)
        assert part.article == article
        assert is_shown(part)


def test_letters_cannot_be_typed_pasted_or_cut(qtbot, part):
    qtbot.keyClicks(part.sheet, "more")
    part.sheet.selectAll()
    for key in (Qt.Key.Key_V, Qt.Key.Key_X):
        qtbot.keyClick(part.sheet, key, CONTROL)
    assert part.article.text == TEXT
    assert is_shown(part)


def test_the_buttons_do_the_same(qtbot, part):
    caret_before(part, "to the yard")
    for button in (part.join, part.undo, part.redo):
        assert button.isEnabled()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert part.sheet.hasFocus()
    assert len(part.article.spans) == 4
    caret_before(part, "Courier")
    qtbot.mouseClick(part.split, Qt.MouseButton.LeftButton)
    assert "Coast\n\nCourier" in part.article.text
    qtbot.mouseClick(part.leave_out, Qt.MouseButton.LeftButton)
    assert "Courier" not in part.article.text


def test_what_cannot_be_done_is_not_offered(qtbot, part):
    assert [button.isEnabled() for button in (part.join, part.undo, part.redo)] == [False] * 3
    while part.article.spans:
        part.sheet.leave_out()
    assert not part.split.isEnabled()
    assert not part.leave_out.isEnabled()
    assert part._where.text() == "No paragraph is left."


def test_names_and_where_the_caret_is(part):
    names = [
        button.accessibleName() or button.text().replace("&", "") for button in part.findChildren(QPushButton)
    ]
    assert names == [
        "Join with paragraph above",
        "Split here",
        "Leave out paragraph",
        "Undo mending",
        "Redo mending",
    ]  # fmt: skip
    caret_before(part, "sank")
    assert part._where.text() == "Paragraph 3 of 5, page 2"
    caret_before(part, "Courier")
    assert part._where.text() == "Paragraph 4 of 5"


def test_the_caret_steps_over_blank_lines(qtbot, part):
    caret_before(part, "\n\nto the yard")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Right)
    assert part.sheet.cursor_offset() == TEXT.index("to the yard")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Left)
    assert part.sheet.cursor_offset() == TEXT.index("\n\nto the yard")
    qtbot.keyClick(part.sheet, Qt.Key.Key_Down)
    assert part.sheet.in_turn == 2
    qtbot.keyClick(part.sheet, Qt.Key.Key_Up)
    assert part.sheet.in_turn == 1


def test_a_page_is_named_where_it_begins():
    article = Paragraphs(TEXT, (*PLACES, Place(Span(56, 69), PlaceKind.TIME, "00:01:02")))
    assert [label_of(article, number) for number in range(5)] == ["p. 1", "", "p. 2", "00:01:02", ""]


@settings(max_examples=80)
@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_what_changed_between_two_texts(before, after):
    cut, words = changed(before, after)
    assert before[: cut.start] + words + before[cut.end :] == after
    if before == after:
        assert (len(cut), words) == (0, "")


def test_mending_below_the_heading_lays_nothing_else_out_anew(qtbot, part):
    laid_out = part.sheet.document()
    for words, mend in (("to the", part.sheet.join_above), ("sank", part.sheet.split_here)):
        caret_before(part, words)
        mend()
    part.sheet.undo_mending()
    assert part.sheet.document() is laid_out
