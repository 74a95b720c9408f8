import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.model.enums import SourceKind
from annotator.window.claims.anonymous_form import AnonymousForm
from annotator.window.claims.chip import SourceChip
from annotator.window.claims.cue_field import CueField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


def names(bench) -> list[str]:
    return [link.source.name for link in bench.view(bench.allegation).attributions]


def chips(editor) -> list[SourceChip]:
    return [chip for chip in editor.findChildren(SourceChip) if not chip.isHidden()]


def add(bench, *sources: str) -> None:
    for name in sources:
        bench.run(SayBy(bench.allegation, NewSource(name)))


def name_it(bench, editor, name: str) -> None:
    editor.focus_said_by()
    bench.qtbot.keyClicks(editor.said_by.field, name)
    bench.qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()


def test_a_name_and_enter_add_a_new_source_and_the_field_waits_for_the_next(bench, editor):
    name_it(bench, editor, "A former bookkeeper")
    assert names(bench) == ["A former bookkeeper"]
    assert [chip.accessibleName() for chip in chips(editor)] == ["1. A former bookkeeper, person"]
    assert editor.said_by.field.hasFocus()
    assert editor.said_by.field.text() == ""
    name_it(bench, editor, "Regional paper")
    assert names(bench) == ["A former bookkeeper", "Regional paper"]


def test_a_source_of_the_register_is_completed_by_the_arrow_keys(bench, editor):
    bench.run(SayBy(bench.fact, NewSource("Harbour Ferries Ltd", SourceKind.ORGANISATION)))
    there = bench.view(bench.fact).attributions[0].source.id
    field = editor.said_by.field
    editor.focus_said_by()
    bench.wait()
    bench.qtbot.keyClicks(field, "ferr")
    assert field.match_list.isVisible()
    bench.qtbot.keyClick(field, Qt.Key.Key_Down)
    bench.qtbot.keyClick(field, Qt.Key.Key_Return)
    bench.wait()
    assert [link.source.id for link in bench.view(bench.allegation).attributions] == [there]
    assert not field.match_list.isVisible()


def test_a_match_is_taken_by_a_click(bench, editor):
    bench.run(SayBy(bench.fact, NewSource("Harbour Ferries Ltd")))
    field = editor.said_by.field
    editor.focus_said_by()
    bench.wait()
    bench.qtbot.keyClicks(field, "harb")
    matches = field.match_list
    place = matches.visualRect(matches.model().index(0, 0)).center()
    bench.qtbot.mouseClick(matches.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bench.wait()
    assert names(bench) == ["Harbour Ferries Ltd"]


def test_a_typed_name_of_the_register_is_that_entry_whatever_its_kind(bench, editor):
    bench.run(SayBy(bench.fact, NewSource("Audit Office", SourceKind.ORGANISATION)))
    editor.focus_said_by()
    bench.wait()
    name_it(bench, editor, "audit office")
    assert bench.view(bench.allegation).attributions[0].source.kind is SourceKind.ORGANISATION


def test_escape_closes_the_matches_first_and_then_goes_back_keeping_what_was_typed(bench, editor, qtbot):
    field = editor.said_by.field
    editor.focus_said_by()
    qtbot.keyClicks(field, "Ad")
    with qtbot.assertNotEmitted(editor.back_to_article):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.match_list.isVisible()
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Ad"


def test_enter_on_the_empty_field_goes_back(bench, editor, qtbot):
    editor.focus_said_by()
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    assert names(bench) == []


def test_the_two_sources_of_every_library_are_one_key_away(bench, editor, qtbot):
    editor.focus_said_by()
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    bench.wait()
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    bench.wait()
    kinds = [link.source.kind for link in bench.view(bench.allegation).attributions]
    assert kinds == [SourceKind.ARTICLE, SourceKind.UNNAMED]
    assert chips(editor)[0].accessibleName().startswith("1. The article itself")


def test_chips_are_reordered_by_keys_and_keep_the_keyboard(bench, editor, qtbot):
    add(bench, "Speaker", "Aide", "Paper")
    chips(editor)[2].setFocus()
    qtbot.keyClick(chips(editor)[2], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    bench.wait()
    assert names(bench) == ["Speaker", "Paper", "Aide"]
    assert chips(editor)[1].hasFocus()
    qtbot.keyClick(chips(editor)[1], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    bench.wait()
    assert names(bench) == ["Speaker", "Aide", "Paper"]


def test_delete_removes_the_chip_that_has_the_keyboard_and_its_neighbour_takes_it(bench, editor, qtbot):
    add(bench, "Speaker", "Aide")
    chips(editor)[0].setFocus()
    qtbot.keyClick(chips(editor)[0], Qt.Key.Key_Delete)
    bench.wait()
    assert names(bench) == ["Aide"]
    assert chips(editor)[0].hasFocus()
    qtbot.keyClick(chips(editor)[0], Qt.Key.Key_Backspace)
    bench.wait()
    assert names(bench) == []
    assert editor.said_by.field.hasFocus()


def test_a_click_on_the_cross_removes_and_undo_brings_the_chip_back(bench, editor, qtbot):
    add(bench, "Speaker")
    chip = chips(editor)[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))
    bench.wait()
    assert chips(editor) == []
    bench.undo()
    assert [chip.link.source.name for chip in chips(editor)] == ["Speaker"]


def test_words_selected_in_the_article_become_the_source_with_their_place(bench, editor, qtbot):
    span = bench.span("A former bookkeeper")
    editor.say_by_selection(span, "A former bookkeeper")
    assert editor.said_by.field.hasFocus()
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    (link,) = bench.view(bench.allegation).attributions
    assert (link.span, link.words) == (span, "A former bookkeeper")
    with qtbot.waitSignal(editor.show_span) as shown:
        qtbot.mouseClick(chips(editor)[0], Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert shown.args == [span]


def test_the_place_stays_for_another_name_and_goes_with_an_emptied_field(bench, editor, qtbot):
    span = bench.span("The company")
    editor.say_by_selection(span, "The company")
    qtbot.keyClicks(editor.said_by.field, "Harbour Ferries Ltd")
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    editor.say_by_selection(span, "The company")
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Backspace)
    name_it(bench, editor, "Somebody")
    links = bench.view(bench.allegation).attributions
    assert [(link.source.name, link.span) for link in links] == [
        ("Harbour Ferries Ltd", span),
        ("Somebody", None),
    ]


def test_an_anonymous_source_without_a_reason_gets_a_sentence_and_with_one_is_added(bench, editor, qtbot):
    form = editor.findChild(AnonymousForm)
    editor.focus_said_by()
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "an official")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "why it is not named" in form.trouble.words
    assert names(bench) == []
    qtbot.keyClicks(QApplication.focusWidget(), "not authorised to speak")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    bench.wait()
    (link,) = bench.view(bench.allegation).attributions
    assert (link.source.kind, link.source.description, link.source.reason) == (
        SourceKind.ANONYMOUS,
        "an official",
        "not authorised to speak",
    )
    assert not form.isVisible()


def test_the_words_of_saying_are_written_in_place(bench, editor, qtbot):
    add(bench, "Speaker")
    chips(editor)[0].cue_wanted.emit()
    cue = editor.findChild(CueField)
    assert cue.hasFocus()
    qtbot.keyClicks(cue, "accuses")
    qtbot.keyClick(cue, Qt.Key.Key_Return)
    bench.wait()
    assert bench.view(bench.allegation).attributions[0].cue == "accuses"
    assert chips(editor)[0].hasFocus()


def test_what_is_typed_for_one_claim_does_not_go_to_another(bench, editor, qtbot):
    qtbot.keyClicks(editor.said_by.field, "Somebody")
    editor.show_claim(bench.view(bench.fact))
    assert editor.said_by.field.text() == ""


def test_an_answer_that_comes_back_leaves_what_is_being_typed(bench, editor, qtbot):
    qtbot.keyClicks(editor.said_by.field, "Some")
    add(bench, "Another")
    assert [chip.link.source.name for chip in chips(editor)] == ["Another"]
    assert editor.said_by.field.text() == "Some"


def test_what_was_begun_for_one_claim_waits_there(bench, editor, qtbot):
    span = bench.span("A former bookkeeper")
    editor.say_by_selection(span, "A former bookkeeper")
    editor.show_claim(bench.view(bench.fact))
    assert editor.said_by.field.text() == ""
    editor.show_claim(bench.view(bench.allegation))
    assert editor.said_by.field.text() == "A former bookkeeper"
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    (link,) = bench.view(bench.allegation).attributions
    assert (link.source.name, link.span) == ("A former bookkeeper", span)
    assert not editor.has_begun


def test_an_anonymous_source_that_was_begun_waits_too(bench, editor, qtbot):
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    description = next(
        each for each in editor.findChildren(QLineEdit) if each.accessibleName().startswith("Description")
    )
    qtbot.keyClicks(description, "an official")
    editor.show_claim(bench.view(bench.fact))
    assert not description.isVisible()
    editor.show_claim(bench.view(bench.allegation))
    assert description.isVisible()
    assert description.text() == "an official"
