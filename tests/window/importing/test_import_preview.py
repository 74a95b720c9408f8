"""Files and pastes looked at before they come in."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from annotator.desk.transfer import read_file, read_paste
from annotator.model.drafts import Draft
from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.canonical import canonical
from annotator.window.importing.paste_field import SHOWN
from annotator.window.importing.preview import ImportPreview
from annotator.window.importing.proof import ProofSheet
from tests.window.access import controls, nameless, namesakes, unheard, unreached, walk
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GERMAN = "Die Schleuse\n\nDas Amt weist die Vorwürfe zurück. Später hieß es, man prüfe “alles”.\n" * 3


@pytest.fixture
def legacy(tmp_path) -> Path:
    """A file in a legacy encoding, whose encoding can only be guessed."""
    path = tmp_path / "schleuse.txt"
    path.write_bytes(GERMAN.encode("cp1252"))
    return path


def opened(qtbot, *drafts, **more):
    preview = ImportPreview(drafts, **more)
    qtbot.addWidget(preview)
    preview.show()
    return preview


def field(preview, name, kind=QLineEdit):
    return next(one for one in preview.findChildren(kind) if one.accessibleName() == name)


def draft(number, **more):
    return Draft(f"Text {number}\n\nwith words", f"Title {number}", file=f"{number}.txt", **more)


def imported(qtbot, preview):
    with qtbot.waitSignal(preview.import_wanted) as wanted:
        qtbot.mouseClick(preview.take_in, Qt.MouseButton.LeftButton)
    return wanted.args[0]


def test_a_draft_that_is_only_looked_at_comes_in_as_it_was_read(qtbot, legacy):
    read = read_file(legacy)
    assert imported(qtbot, opened(qtbot, read)) == (read,)


@pytest.mark.parametrize("text", ["a\u00a0b\nc", "\ufdd0 inner \ufeff mark", "e\u0301 😀\n\n\n x  y\t."])
def test_a_paste_that_is_not_mended_keeps_every_character(qtbot, text):
    read = read_paste(text)
    assert imported(qtbot, opened(qtbot, read, mendable=True))[0].text == text


def test_a_paste_can_be_mended_and_keeps_its_no_break_spaces(qtbot):
    preview = opened(qtbot, read_paste("12\u00a0000 ferries\n\nsail 😀"), mendable=True)
    qtbot.keyClicks(field(preview, "Text to import", QPlainTextEdit), "About ")
    (mended,) = imported(qtbot, preview)
    assert mended.text == "About 12\u00a0000 ferries\n\nsail 😀"


@given(
    st.text(
        st.characters(exclude_characters="\ufdd0\ufdd1\ufffe\ufeff", exclude_categories=["Cs"]), min_size=1
    )
)
def test_mended_text_is_what_stands_in_the_field(qapp, text):
    text = canonical(text)
    preview = ImportPreview([Draft(text, "A title")], mendable=True)
    typed = field(preview, "Text to import", QPlainTextEdit)
    typed.document().setModified(True)
    assert preview.view.draft().text == text
    preview.deleteLater()


def test_the_text_of_a_file_cannot_be_changed(qtbot):
    preview = opened(qtbot, draft(1))
    qtbot.keyClicks(field(preview, "Text to import", ProofSheet), "more")
    assert imported(qtbot, preview)[0].text == draft(1).text


def test_nothing_comes_in_when_all_words_are_deleted(qtbot):
    preview = opened(qtbot, read_paste("words"), mendable=True)
    words = field(preview, "Text to import", QPlainTextEdit)
    words.selectAll()
    qtbot.keyClick(words, Qt.Key.Key_Delete)
    assert not preview.take_in.isEnabled()
    qtbot.keyClicks(words, "x")
    assert preview.take_in.isEnabled()


def test_details_are_filled_in(qtbot):
    preview = opened(qtbot, draft(1))
    title = field(preview, "Title")
    title.selectAll()
    qtbot.keyClicks(title, "Mine")
    qtbot.keyClicks(field(preview, "Published"), "2025-03-14")
    (given_back,) = imported(qtbot, preview)
    assert (given_back.title, given_back.published) == ("Mine", "2025-03-14")


def test_several_files_each_with_a_tick_and_its_own_details(qtbot):
    preview = opened(qtbot, draft(1), draft(2), draft(3))
    assert preview.take_in.text() == "&Import 3 articles"
    qtbot.keyClicks(field(preview, "Author"), "One")
    preview.files.setCurrentRow(2)
    qtbot.keyClicks(field(preview, "Author"), "Three")
    preview.files.setCurrentRow(1)
    preview.files.setFocus()
    qtbot.keyClick(preview.files, Qt.Key.Key_Space)
    assert preview.take_in.text() == "&Import 2 articles"
    drafts = imported(qtbot, preview)
    assert [(one.title, one.byline) for one in drafts] == [("Title 1", "One"), ("Title 3", "Three")]


def test_looking_through_files_changes_none(qtbot):
    drafts = tuple(draft(number, publisher=f"Paper {number}") for number in range(3))
    preview = opened(qtbot, *drafts)
    for row in (2, 0, 1):
        preview.files.setCurrentRow(row)
    assert imported(qtbot, preview) == drafts


def test_with_nothing_ticked_nothing_can_come_in(qtbot):
    preview = opened(qtbot, draft(1), draft(2))
    for row in range(2):
        preview.files.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not preview.take_in.isEnabled()


def test_a_bad_date_is_told_and_shown_before_anything_comes_in(qtbot):
    preview = opened(qtbot, draft(1), draft(2, published="14.3.2025"), draft(3))
    with qtbot.assertNotEmitted(preview.import_wanted):
        qtbot.mouseClick(preview.take_in, Qt.MouseButton.LeftButton)
    assert preview.isVisible()
    assert preview.files.currentRow() == 1
    assert "A date is written as" in preview.view.form._problem.text()
    assert preview.view.form._problem.isVisible()
    date = field(preview, "Published")
    date.selectAll()
    qtbot.keyClicks(date, "2025-03-14")
    assert len(imported(qtbot, preview)) == 3


def test_a_bad_date_in_a_file_that_stays_behind_is_no_matter(qtbot):
    preview = opened(qtbot, draft(1), draft(2, published="14.3.2025"))
    preview.files.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert len(imported(qtbot, preview)) == 1


def test_escape_imports_nothing(qtbot):
    preview = opened(qtbot, draft(1))
    with qtbot.assertNotEmitted(preview.import_wanted):
        qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def choose(preview, encoding):
    names = field(preview, "Encoding", QComboBox)
    names.setCurrentText(encoding)
    names.activated.emit(names.currentIndex())


def test_a_guess_is_called_one_and_can_be_changed(qtbot, legacy):
    preview = opened(qtbot, read_file(legacy), reread=lambda row, name: read_file(legacy, name))
    assert preview.view._guessed.isVisible()
    qtbot.keyClicks(field(preview, "Publisher"), "Anzeiger")
    choose(preview, "windows-1251")
    (read,) = imported(qtbot, preview)
    assert read.encoding == "windows-1251"
    assert "Vorwьrfe" in read.text  # the same bytes, as Russian letters
    assert read.publisher == "Anzeiger"


def test_a_title_follows_the_encoding_unless_somebody_wrote_it(qtbot, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Prüfung\n\nDie Behörde prüft später, heißt es.".encode("cp1252"))
    preview = opened(qtbot, read_file(path), reread=lambda row, name: read_file(path, name))
    choose(preview, "windows-1251")
    assert field(preview, "Title").text() == "Prьfung"
    field(preview, "Title").selectAll()
    qtbot.keyClicks(field(preview, "Title"), "Mine")
    choose(preview, "windows-1252")
    assert field(preview, "Title").text() == "Mine"


def test_an_encoding_that_does_not_fit_changes_nothing(qtbot, legacy):
    preview = opened(
        qtbot, read_file(legacy), reread=lambda row, name: read_file(legacy, name), encodings=("utf-8",)
    )
    before = preview.view.draft()
    choose(preview, "utf-8")
    assert "not in the encoding utf-8" in preview.view.form._problem.text()
    assert preview.view.draft() == before
    assert field(preview, "Encoding", QComboBox).currentText() == before.encoding


def test_notes_say_what_was_left_out(qtbot):
    preview = opened(qtbot, draft(1, notes=(("article.tables_left_out", {"count": 2}),)))
    assert preview.view._notes.text() == "2 tables were left out."


def test_a_long_text_is_cut_in_the_preview_only(qtbot):
    text = "word " * SHOWN
    preview = opened(qtbot, Draft(text, "Long"), mendable=True)
    shown = field(preview, "Text to import", QPlainTextEdit)
    assert len(shown.toPlainText()) == SHOWN
    assert shown.isReadOnly()
    assert preview.view._rest.isVisible()
    assert imported(qtbot, preview)[0].text == text


def test_markup_is_shown_as_it_is(qtbot):
    preview = opened(qtbot, Draft("<b>bold</b> <img src='x.png'>", "<i>title</i>", file="<u>.txt"), draft(2))
    assert field(preview, "Text to import", ProofSheet).toPlainText() == "<b>bold</b> <img src='x.png'>"


def test_it_fits_a_small_screen(qtbot):
    preview = opened(qtbot, draft(1, sure=False, encoding="windows-1252"), draft(2))
    assert preview.minimumSizeHint().height() <= 560
    assert preview.minimumSizeHint().width() <= 1000


PAGED = Draft(
    "The ferry\n\nIt was towed\n\nto the yard.",
    "The ferry",
    file="ferry.pdf",
    guessed=True,
    notes=(("pdf.heads_left_out", {"count": 3}), ("pdf.footnotes_left_out", {"count": 1})),
    places=(Place(Span(0, 9), PlaceKind.PAGE, "1"), Place(Span(25, 37), PlaceKind.PAGE, "2")),
)


def test_mended_paragraphs_come_in_with_their_pages(qtbot):
    preview = opened(qtbot, PAGED)
    sheet = field(preview, "Text to import", ProofSheet)
    sheet.put_caret(25, 25)
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)
    (mended,) = imported(qtbot, preview)
    assert mended.text == "The ferry\n\nIt was towed to the yard."
    assert [(place.value, place.span.cut(mended.text)) for place in mended.places] == [
        ("1", "The ferry"),
        ("2", "to the yard."),
    ]


def test_return_in_the_text_imports_nothing(qtbot):
    preview = opened(qtbot, PAGED)
    sheet = field(preview, "Text to import", ProofSheet)
    sheet.setFocus()
    sheet.put_caret(14, 14)
    with qtbot.assertNotEmitted(preview.import_wanted):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert preview.view.draft().text.startswith("The ferry\n\nIt\n\nwas towed")


def test_what_was_mended_is_still_there_and_can_be_taken_back_after_a_look_at_another_file(qtbot):
    preview = opened(qtbot, PAGED, draft(2))
    sheet = field(preview, "Text to import", ProofSheet)
    sheet.put_caret(0, 0)
    sheet.leave_out()
    preview.files.setCurrentRow(1)
    assert sheet.text == draft(2).text
    preview.files.setCurrentRow(0)
    assert sheet.text == "It was towed\n\nto the yard."
    sheet.undo_mending()
    assert imported(qtbot, preview)[0] == PAGED


def test_nothing_comes_in_of_which_no_paragraph_is_left(qtbot):
    preview = opened(qtbot, PAGED)
    sheet = field(preview, "Text to import", ProofSheet)
    while sheet.article.spans:
        sheet.leave_out()
    assert not preview.take_in.isEnabled()
    sheet.undo_mending()
    assert preview.take_in.isEnabled()


def test_another_encoding_begins_the_mending_anew(qtbot, legacy):
    preview = opened(qtbot, read_file(legacy), reread=lambda row, name: read_file(legacy, name))
    sheet = field(preview, "Text to import", ProofSheet)
    sheet.leave_out()
    choose(preview, "windows-1251")
    assert sheet.text.startswith("Die Schleuse")
    assert not sheet.mending.can_undo


def test_all_notes_are_told_once_above_the_text(qtbot):
    preview = opened(qtbot, PAGED)
    assert preview.view._notes.text() == (
        "3 running heads and page numbers were left out. 1 footnote was left out, with its mark in the text."
    )


def test_every_control_has_a_name_of_its_own_and_tab_comes_to_it(qtbot):
    preview = opened(qtbot, replace(PAGED, encoding="windows-1252", sure=False), draft(2))
    sheet = field(preview, "Text to import", ProofSheet)
    sheet.put_caret(25, 25)
    sheet.join_above()  # so that everything can be done
    found = controls(preview)
    assert nameless(found) == []
    assert namesakes(found) == []
    assert unheard(preview, found) == []
    with qtbot.waitActive(preview):
        preview.activateWindow()
    assert unreached(preview, walk(preview)) == []


def test_no_two_mnemonics_are_the_same(qtbot):
    preview = opened(qtbot, replace(PAGED, encoding="windows-1252"))
    words = [one.text() for kind in (QLabel, QPushButton) for one in preview.findChildren(kind)]
    letters = [text[text.index("&") + 1].lower() for text in words if "&" in text]
    assert len(letters) == len(set(letters)) > 8


@pytest.mark.parametrize("width", [0, 1080])
def test_everything_has_the_room_it_needs(qtbot, width):
    preview = opened(qtbot, replace(PAGED, encoding="windows-1252", sure=False), draft(2))
    preview.resize(max(width, preview.minimumSizeHint().width()), 560)
    assert misfits(preview) == []


def test_where_the_bytes_are_gone_no_encoding_is_offered(qtbot) -> None:
    page = Draft("Ferry\n\nIt sails.", "Ferry", encoding="utf-8", url="https://example.org/ferry")
    assert not opened(qtbot, page).view._encoding_names.isEnabled()
    assert opened(qtbot, page, reread=lambda row, name: page).view._encoding_names.isEnabled()
