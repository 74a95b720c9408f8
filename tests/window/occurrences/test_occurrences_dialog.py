"""The dialog of occurrences: what it lists, what is ticked, what it says."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.hands import span_of
from annotator.window.occurrences.dialog import OccurrencesDialog
from annotator.window.occurrences.rows import OCCURRENCE
from annotator.window.theme import load_theme

K = Qt.Key
CHECK = Qt.ItemDataRole.CheckStateRole

TEXT = (
    "Café talk\n\nThe company denied it. “The COMPANY paid,” said an accompanying note. A cafe\u0301 owner, "
    "who knows the\ncompany well, spoke of companies and of the cafe."
)


def claim(span: Span, tag: Tag, *, mine: bool = True, withdrawn: bool = False) -> ClaimLine:
    return ClaimLine(f"{span}", tag, span, "", (), (), 0, False, "Ada", mine, withdrawn)


@pytest.fixture
def shown(qtbot: QtBot):
    """A dialog on the text, looking for some words."""

    def made(words: str, claims=(), tag: Tag = Tag.ALLEGATION) -> OccurrencesDialog:
        dialog = OccurrencesDialog(TEXT, claims, load_theme("light"))
        qtbot.addWidget(dialog)
        dialog.look_for(span_of(TEXT, words), tag)
        dialog.show()
        dialog.activateWindow()
        return dialog

    return made


def rows(dialog: OccurrencesDialog) -> list[tuple[str, object]]:
    """Each row's words, and its tick or None where it has none to give."""
    model = dialog.list.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [(index.data(OCCURRENCE).words, index.data(CHECK)) for index in indexes]


def cut(dialog: OccurrencesDialog) -> list[str]:
    return [span.cut(TEXT) for span in dialog.ticked]


def test_whole_words_in_any_case_are_listed_and_ticked(shown):
    dialog = shown("company")
    on = Qt.CheckState.Checked
    assert rows(dialog) == [("company", on), ("COMPANY", on), ("company", on)]
    assert dialog.button.text() == "Tag 3 as allegation"
    dialog.whole_words.setChecked(False)
    assert cut(dialog) == ["company", "COMPANY", "company", "company"]  # accompanying, but not companies


def test_accents_count(shown):
    assert cut(shown("Café")) == ["Café", "cafe\u0301"]
    assert cut(shown("cafe")) == ["cafe"]


def test_what_is_mine_already_has_no_tick_and_says_so(shown):
    first, second, third = (span_of(TEXT, words) for words in ("company", "COMPANY", "company well"))
    third = Span(third.start, third.start + len("company"))
    claims = [
        claim(first, Tag.ALLEGATION),
        claim(second, Tag.DENIAL),
        claim(third, Tag.FACT, mine=False),
        claim(third, Tag.FACT, withdrawn=True),
    ]
    dialog = shown("company", claims)
    index = dialog.list.model().index
    taken = [index(row, 0).data(OCCURRENCE).taken for row in range(3)]
    assert taken == [
        "already your claim as allegation",
        "already your claim as denial",
        "already a claim by Ada as reported fact",
    ]
    assert [tick for _, tick in rows(dialog)] == [None, Qt.CheckState.Unchecked, Qt.CheckState.Unchecked]
    assert not dialog.button.isEnabled()
    QTest.keyClick(dialog.list, K.Key_D)
    assert [tick is None for _, tick in rows(dialog)] == [False, True, False]
    QTest.mouseClick(dialog.findChild(QWidget, "tick_all"), Qt.MouseButton.LeftButton)
    assert dialog.ticked == (first, third)
    assert dialog.button.text() == "Tag 2 as denial"
    spoken = index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "already your claim as allegation" in spoken
    assert spoken.endswith("1 of 3")


def test_keys(shown, qtbot):
    dialog = shown("company")
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, K.Key_Down)
    QTest.keyClick(dialog.list, K.Key_Space)
    assert cut(dialog) == ["company", "company"]
    QTest.keyClick(dialog.list, K.Key_F)
    assert dialog.button.text() == "Tag 2 as reported fact"
    with qtbot.waitSignal(dialog.tag_wanted) as wanted:
        QTest.keyClick(dialog.list, K.Key_Return)
    spans, tag = wanted.args
    assert [span.cut(TEXT) for span in spans] == ["company", "company"]
    assert tag is Tag.FACT
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("key", "text", "scan", "tag"),
    [
        (K.Key_D, "d", 0, "denial"),
        (K.Key_D, "D", 0, "denial"),
        (K.Key_2, "2", 0, "denial"),
        (0x64A, "ي", 40, "denial"),  # where a US keyboard has its D, on an Arabic one
        (K.Key_J, "j", 0, "allegation"),  # no tag's
    ],
)
def test_tags_by_letters_digits_and_places_of_keys(shown, key, text, scan, tag):
    dialog = shown("company")
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan, 0, 0, text)
    QApplication.sendEvent(dialog.list, event)
    assert dialog.button.text() == f"Tag 3 as {tag}"


def test_enter_in_the_field_tags_nothing_yet(shown, qtbot):
    dialog = shown("company")
    dialog.words.setFocus()
    dialog.words.selectAll()
    QTest.keyClicks(dialog.words, "note")
    with qtbot.assertNotEmitted(dialog.tag_wanted):
        QTest.keyClick(dialog.words, K.Key_Return)
    assert dialog.focusWidget() is dialog.list
    assert cut(dialog) == ["note"]


def test_escape_tags_nothing(shown, qtbot):
    dialog = shown("company")
    with qtbot.assertNotEmitted(dialog.tag_wanted):
        QTest.keyClick(dialog.list, K.Key_Escape)
    assert not dialog.isVisible()


def test_it_begins_at_the_words_that_were_selected(shown):
    assert shown("COMPANY").list.place == span_of(TEXT, "COMPANY")
    assert shown("cafe.").list.place == span_of(TEXT, "cafe.")


def test_nothing_found(shown):
    dialog = shown("company")
    dialog.words.setText("ferry")
    assert dialog.list.place is None
    assert not dialog.button.isEnabled()
    assert dialog.nothing.words == "These words are nowhere in the article."


def test_the_context_is_whole_words_on_one_line(shown):
    dialog = shown("company")
    lines = [dialog.list.model().index(row, 0).data(OCCURRENCE).line for row in range(3)]
    assert lines[0] == "Café talk The company denied it. “The COMPANY paid,”…"
    assert "\n" not in "".join(lines)
    assert lines[2].startswith("…")
    for line in lines:
        for word in line.strip("…").split():
            assert word in TEXT.split()


def test_every_part_has_a_name_of_its_own(shown):
    dialog = shown("company")
    parts = [part for part in dialog.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = [part.accessibleName() or part.text().replace("&", "") for part in parts]
    assert all(names)
    assert len(set(names)) == len(names)
