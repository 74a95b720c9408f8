from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields
from annotator.model.enums import Stance

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


def named(editor, name: str) -> QWidget:
    return next(each for each in editor.findChildren(QWidget) if each.accessibleName() == name)


def line(editor, name: str) -> QLineEdit:
    found = named(editor, name)
    assert isinstance(found, QLineEdit)
    return found


def button(editor, words: str) -> QPushButton:
    return next(each for each in editor.evidence.findChildren(QPushButton) if each.text() == words)


def evidence(bench):
    return bench.view(bench.allegation).evidence


@pytest.fixture
def report(bench, editor):
    """A piece of evidence that is there."""
    fields = EvidenceFields(Stance.SUPPORTS, "p. 14", url="https://audit.example/report")
    bench.run(AddEvidence(bench.allegation, NewSource("Audit report"), fields))
    (card,) = editor.evidence.cards
    return card


def test_the_details_unfold_when_the_field_is_used(editor):
    assert not line(editor, "Place in the source").isVisible()
    editor.focus_evidence()
    assert line(editor, "Place in the source").isVisible()


def test_enter_adds_and_stays(bench, editor, qtbot):
    editor.focus_evidence()
    qtbot.keyClicks(line(editor, "Evidence"), "Ministry register")
    qtbot.mouseClick(named(editor, "Contradicts the claim"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(editor, "Place in the source"), "row 12")
    qtbot.keyClicks(line(editor, "Words of the source"), "one grant")
    qtbot.keyClicks(line(editor, "Web address of the evidence"), "https://register.example/12")
    qtbot.mouseClick(button(editor, "Today"), Qt.MouseButton.LeftButton)
    line(editor, "Words of the source").setFocus()
    qtbot.keyClick(line(editor, "Words of the source"), Qt.Key.Key_Return)
    bench.wait()
    (there,) = evidence(bench)
    assert (there.source.name, there.stance, there.locator) == (
        "Ministry register",
        Stance.CONTRADICTS,
        "row 12",
    )
    assert (there.quote, there.url, there.seen_on) == (
        "one grant",
        "https://register.example/12",
        date.today().isoformat(),
    )
    assert line(editor, "Evidence").hasFocus()
    assert line(editor, "Evidence").text() == line(editor, "Place in the source").text() == ""
    assert [card.evidence.id for card in editor.evidence.cards] == [there.id]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "example.org", "https://"])
def test_only_web_addresses_are_taken(bench, editor, qtbot, address):
    editor.focus_evidence()
    qtbot.keyClicks(line(editor, "Evidence"), "Report")
    qtbot.keyClicks(line(editor, "Web address of the evidence"), address)
    qtbot.keyClick(line(editor, "Evidence"), Qt.Key.Key_Return)
    bench.wait()
    assert evidence(bench) == ()
    assert "http://" in editor.evidence.form.trouble.words
    assert line(editor, "Web address of the evidence").hasFocus()
    assert line(editor, "Evidence").text() == "Report"


def test_what_is_no_date_gets_a_sentence(bench, editor, qtbot):
    editor.focus_evidence()
    qtbot.keyClicks(line(editor, "Evidence"), "Report")
    qtbot.keyClicks(line(editor, "Seen on"), "14 March")
    qtbot.keyClick(line(editor, "Seen on"), Qt.Key.Key_Return)
    bench.wait()
    assert evidence(bench) == ()
    assert "14 March" in editor.evidence.form.trouble.words


def test_details_without_a_source_get_a_sentence(bench, editor, qtbot):
    editor.focus_evidence()
    qtbot.keyClicks(line(editor, "Place in the source"), "p. 3")
    qtbot.keyClick(line(editor, "Place in the source"), Qt.Key.Key_Return)
    assert "Name the source" in editor.evidence.form.trouble.words
    assert line(editor, "Evidence").hasFocus()


def test_enter_on_the_empty_form_goes_back_and_folds_it(editor, qtbot):
    editor.focus_evidence()
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(line(editor, "Evidence"), Qt.Key.Key_Return)
    assert not line(editor, "Place in the source").isVisible()


def test_escape_goes_back_and_keeps_what_was_typed(editor, qtbot):
    editor.focus_evidence()
    qtbot.keyClicks(line(editor, "Place in the source"), "p. 3")
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(line(editor, "Place in the source"), Qt.Key.Key_Escape)
    assert line(editor, "Place in the source").text() == "p. 3"
    assert line(editor, "Place in the source").isVisible()


def test_a_piece_is_edited_in_the_form(bench, editor, qtbot, report):
    report.setFocus()
    qtbot.keyClick(report, Qt.Key.Key_Return)
    assert line(editor, "Evidence").text() == "Audit report"
    assert line(editor, "Place in the source").text() == "p. 14"
    line(editor, "Place in the source").setText("p. 15")
    qtbot.waitUntil(lambda: button(editor, "Save").height() > 10)  # the form has unfolded
    qtbot.mouseClick(named(editor, "Gives context"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(editor, "Save"), Qt.MouseButton.LeftButton)
    bench.wait()
    (there,) = evidence(bench)
    assert (there.locator, there.stance, there.url) == (
        "p. 15",
        Stance.CONTEXT,
        "https://audit.example/report",
    )
    assert there.id == report.evidence.id
    assert editor.evidence.form.edited is None


def test_escape_calls_an_edit_off(bench, editor, qtbot, report):
    report.setFocus()
    qtbot.keyClick(report, Qt.Key.Key_Return)
    line(editor, "Place in the source").setText("p. 99")
    qtbot.keyClick(line(editor, "Place in the source"), Qt.Key.Key_Escape)
    bench.wait()
    assert evidence(bench)[0].locator == "p. 14"
    assert line(editor, "Evidence").text() == ""


def test_delete_removes_and_undo_brings_back(bench, editor, qtbot, report):
    report.setFocus()
    qtbot.keyClick(report, Qt.Key.Key_Delete)
    bench.wait()
    assert evidence(bench) == ()
    assert editor.evidence.cards == ()
    bench.undo()
    assert [card.evidence.locator for card in editor.evidence.cards] == ["p. 14"]


def test_a_card_says_everything_to_a_screen_reader(report):
    assert report.accessibleName() == "supports: Audit report, p. 14"


def test_an_edit_of_a_piece_that_went_away_becomes_a_new_one(bench, editor, qtbot, report):
    qtbot.mouseDClick(report, Qt.MouseButton.LeftButton)
    assert editor.evidence.form.edited is not None
    bench.undo()
    assert editor.evidence.form.edited is None
    assert QApplication.focusWidget() is not None


def test_what_was_begun_for_one_claim_waits_there(bench, editor, qtbot):
    editor.focus_evidence()
    qtbot.keyClicks(line(editor, "Evidence"), "Minutes")
    qtbot.mouseClick(named(editor, "Contradicts the claim"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(editor, "Place in the source"), "p. 4")
    editor.show_claim(bench.view(bench.fact))
    assert line(editor, "Evidence").text() == line(editor, "Place in the source").text() == ""
    editor.show_claim(bench.view(bench.allegation))
    assert line(editor, "Place in the source").isVisible()
    qtbot.keyClick(line(editor, "Evidence"), Qt.Key.Key_Return)
    bench.wait()
    (there,) = evidence(bench)
    assert (there.source.name, there.stance, there.locator) == ("Minutes", Stance.CONTRADICTS, "p. 4")
    assert not editor.has_begun


def test_an_edit_without_a_change_is_nothing_begun(bench, editor, qtbot, report):
    report.edit_wanted.emit()
    assert line(editor, "Place in the source").text() == "p. 14"
    assert not editor.has_begun
    qtbot.keyClicks(line(editor, "Words of the source"), "one grant")
    assert editor.has_begun
