import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.desk.commands.answers import Link
from annotator.desk.commands.claims import DeleteClaim, TagClaim
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sources import EditSource, NewSource
from annotator.desk.commands.sourcing import AddEvidence, SayBy
from annotator.desk.desk import Desk
from annotator.model.enums import ResponseKind, Tag
from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.whereabouts import Whereabouts
from annotator.window.claims.chip import SourceChip
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.first_steps import FirstSteps
from annotator.window.plain import QLabel
from annotator.window.session import Session
from annotator.window.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


def segment(editor, name: str) -> QAbstractButton:
    return next(each for each in editor.findChildren(QAbstractButton) if each.accessibleName() == name)


def words(editor) -> str:
    return "\n".join(label.text() for label in editor.findChildren(QLabel) if label.isVisible())


def test_a_click_on_a_segment_retags_and_undo_shows(bench, editor, qtbot):
    qtbot.mouseClick(segment(editor, "Tag as denial"), Qt.MouseButton.LeftButton)
    bench.wait()
    assert bench.view(bench.allegation).tag is Tag.DENIAL
    assert segment(editor, "Tag as denial").isChecked()
    assert not segment(editor, "Tag as allegation").isChecked()
    bench.undo()
    assert segment(editor, "Tag as allegation").isChecked()


def test_a_segment_shows_only_what_is_so(bench, editor, qtbot):
    """The same words have a denial already: the tag stays, and so does the segment."""
    span = bench.view(bench.allegation).span
    bench.run(TagClaim(bench.article, span, Tag.DENIAL))
    qtbot.mouseClick(segment(editor, "Tag as denial"), Qt.MouseButton.LeftButton)
    bench.wait()
    assert segment(editor, "Tag as allegation").isChecked()
    assert not segment(editor, "Tag as denial").isChecked()


def test_a_claim_that_is_taken_back_leaves_the_empty_editor(bench, editor):
    bench.run(DeleteClaim(bench.allegation))
    assert editor.claim is None
    empty = editor.findChild(FirstSteps)
    assert empty.isVisible()
    assert empty.accessibleName().startswith("Pick a claim")


def test_a_renamed_source_shows_its_new_name(bench, editor):
    bench.run(SayBy(bench.allegation, NewSource("Bookeeper")))
    source = bench.view(bench.allegation).attributions[0].source.id
    bench.run(EditSource(source, NewSource("Bookkeeper")))
    (chip,) = [chip for chip in editor.findChildren(SourceChip) if not chip.isHidden()]
    assert chip.link.source.name == "Bookkeeper"


def test_a_late_answer_for_another_claim_is_not_shown(bench, editor):
    bench.session.run(SayBy(bench.allegation, NewSource("Somebody")))
    editor.show_claim(bench.view(bench.fact))
    bench.wait()
    assert editor.claim == bench.fact


def test_everything_that_takes_the_keyboard_has_a_name(bench, editor):
    bench.run(SayBy(bench.allegation, NewSource("Somebody")))
    editor.focus_evidence()
    focusable = [
        each for each in editor.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    speechless = [each for each in focusable if not (each.accessibleName() or getattr(each, "text", str)())]
    assert len(focusable) > 15
    assert speechless == []


def test_the_keyboard_walks_through_the_parts_in_their_order(bench, editor, qtbot):
    bench.run(SayBy(bench.allegation, NewSource("Somebody")))
    bench.run(AddEvidence(bench.allegation, NewSource("Report")))
    segment(editor, "Tag as allegation").setFocus()
    order = []
    for _ in range(40):
        order.append(editor.focusWidget().accessibleName())
        editor.focusNextChild()
    wanted = ["Tag as allegation", "1. Somebody, person", "Said by"]
    wanted += [
        "supports: Report",
        "Edit evidence from Report",
        "Evidence",
        "Status",
        "Note",
        "In plain words",
    ]
    assert [name for name in order if name in wanted][: len(wanted)] == wanted


def test_a_colleagues_claim_is_read_only_but_can_be_added_to(bench, qtbot, tmp_path):
    bench.session.close()
    with_name = Session(tmp_path / "library.sqlite", lambda path: Desk(path, reviewer="Second Reader"))
    try:
        bench.session = with_name
        editor = ClaimEditor(with_name, load_theme("dark"))
        qtbot.addWidget(editor)
        editor.show()
        view = bench.view(bench.allegation)
        editor.show_claim(view)
        assert view.reviewer in words(editor)
        assert not segment(editor, "Tag as denial").isEnabled()
        assert editor.notes.note.isReadOnly()
        qtbot.keyClicks(editor.said_by.field, "Somebody")
        qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
        bench.wait()
        (link,) = bench.view(bench.allegation).attributions
        assert (link.source.name, link.mine) == ("Somebody", True)
    finally:
        with_name.close()


def test_what_takes_the_keyboard_is_in_sight(bench, editor, qtbot):
    editor.resize(280, 240)
    parts = (editor.focus_response, editor.focus_evidence, editor.focus_status, editor.focus_answers)
    for focus in (editor.focus_note, editor.focus_said_by, *parts, editor.focus_plain_words):
        focus()
        qtbot.wait(20)
        field = editor.focusWidget()
        corners = (
            field.mapTo(editor, field.rect().topLeft()),
            field.mapTo(editor, field.rect().bottomRight()),
        )
        assert all(editor.rect().contains(corner) for corner in corners), field.accessibleName()


def test_escape_goes_back_from_wherever_the_keyboard_is(bench, editor, qtbot):
    bench.run(SayBy(bench.allegation, NewSource("Somebody")))
    for focus in (editor.focus_response, editor.focus_status, editor.focus_answers):
        focus()
        with qtbot.waitSignal(editor.back_to_article):
            qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Escape)


def test_the_codebook_is_asked_for(editor, qtbot):
    button = next(
        each for each in editor.findChildren(QWidget) if each.accessibleName() == "What the tags mean"
    )
    with qtbot.waitSignal(editor.codebook_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_cut_off_in_a_narrow_panel(bench, editor, qtbot):
    denial = bench.tag("rejected the account", Tag.DENIAL)
    bench.run(Link(denial, bench.allegation))
    bench.run(Respond(bench.allegation, ResponseFields(ResponseKind.ASKED, "2025-03-14")))
    bench.run(SayBy(bench.allegation, NewSource("A very long name of a speaker that fills more than a row")))
    editor.resize(280, 500)
    bench.wait()
    qtbot.wait(20)
    page = editor.form.widget()
    assert page.width() <= editor.form.viewport().width()
    for part in page.findChildren(QWidget):
        if part.isVisibleTo(page) and not part.isWindow():
            corner = part.mapTo(page, part.rect().bottomRight())
            assert corner.x() < page.width(), part
            assert corner.y() < page.height(), part
        if isinstance(part, QLabel) and part.isVisibleTo(page) and not part.wordWrap():
            assert part.width() >= part.fontMetrics().horizontalAdvance(part.text()), part.text()


def test_the_page_of_the_claim_stands_beside_its_tag(bench, editor):
    fact, allegation = bench.view(bench.fact), bench.view(bench.allegation)
    assert "Page" not in words(editor)
    here = Place(Span(0, fact.span.end), PlaceKind.PAGE, "iv")
    editor.set_whereabouts(Whereabouts([here, Place(allegation.span, PlaceKind.TIME, "00:12:03.250")]))
    editor.show_claim(fact)
    assert "Page iv" in words(editor)
    editor.show_claim(allegation)
    assert "0:12:03" in words(editor).splitlines()
    assert "Page" not in words(editor)


def test_a_form_that_is_made_later_knows_the_pages_too(bench, qtbot):
    later = ClaimEditor(bench.session, load_theme("light"))
    qtbot.addWidget(later)
    later.set_whereabouts(Whereabouts([Place(Span(0, 500), PlaceKind.PAGE, "7")]))
    later.show()
    later.show_claim(bench.view(bench.fact))
    assert "Page 7" in words(later)
