import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.desk.commands.claims import DeleteClaim
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.model.enums import SourceKind
from annotator.window.claims.anonymous_form import AnonymousForm
from annotator.window.claims.chip import SourceChip
from annotator.window.claims.cue_field import CueField
from annotator.window.claims.kind_button import KindButton
from annotator.window.claims.pill import Pill
from annotator.window.ticks import Tick

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
    qtbot.keyClicks(editor.said_by.field, "Some")
    editor.say_by_selection(span, "A former bookkeeper")  # the register has nobody like that
    bench.wait()
    (link,) = bench.view(bench.allegation).attributions
    assert (link.source.name, link.span, link.words) == ("A former bookkeeper", span, "A former bookkeeper")
    assert editor.said_by.field.text() == "Some"
    with qtbot.waitSignal(editor.show_span) as shown:
        qtbot.mouseClick(chips(editor)[0], Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert shown.args == [span]


def test_the_place_stays_for_another_name_and_goes_with_an_emptied_field(bench, editor, qtbot):
    span = bench.span("The company")
    bench.run(SayBy(bench.fact, NewSource("Ferry company")))
    editor.say_by_selection(span, "The company")
    bench.wait()
    qtbot.keyClicks(editor.said_by.field, "Harbour Ferries Ltd")
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    editor.said_by._begin(span, "The company")
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
    bench.run(SayBy(bench.fact, NewSource("The bookkeeper")))
    editor.say_by_selection(span, "A former bookkeeper")
    bench.wait()
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


def offered(editor) -> list[str]:
    """The rows of the matches, the chosen one marked."""
    shown = editor.said_by.field.match_list
    rows = [shown.model().index(row, 0) for row in range(shown.model().rowCount())]
    words = [row.data().replace("\u2068", "").replace("\u2069", "") for row in rows]
    return [
        f"> {text}" if row == shown.currentIndex() else text for row, text in zip(rows, words, strict=True)
    ]


def begin(bench, editor, typed: str) -> None:
    editor.focus_said_by()
    bench.wait()
    bench.qtbot.keyClicks(editor.said_by.field, typed)


def test_enter_takes_the_person_whose_given_name_was_typed(bench, editor, qtbot):
    bench.run(SayBy(bench.fact, NewSource("Ines Rask", role="operator")))
    begin(bench, editor, "Ines")
    assert offered(editor) == ["> Ines Rask, operator", "New person “Ines”, "]
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    assert names(bench) == ["Ines Rask"]


def test_one_step_down_is_the_new_source_of_that_name(bench, editor, qtbot):
    bench.run(SayBy(bench.fact, NewSource("Ines Rask")))
    bench.run(SayBy(bench.fact, NewSource("Inesa Mol")))
    begin(bench, editor, "Ines")
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Down)
    assert offered(editor)[1].startswith("> New person")
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    assert names(bench) == ["Ines"]


def test_part_of_a_word_takes_nobody(bench, editor, qtbot):
    bench.run(SayBy(bench.fact, NewSource("Ines Rask")))
    begin(bench, editor, "Ine")
    assert not any(row.startswith(">") for row in offered(editor))
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    assert names(bench) == ["Ine"]


def test_words_that_named_somebody_before_in_the_article_propose_them_first(bench, editor, qtbot):
    span = bench.span("The company")
    bench.run(SayBy(bench.fact, NewSource("Harbour Ferries Ltd", SourceKind.ORGANISATION), span))
    bench.run(SayBy(bench.fact, NewSource("Company of friends")))
    begin(bench, editor, "the company")
    assert offered(editor)[0] == "> Harbour Ferries Ltd, named so before"
    editor.said_by.field.clear()
    editor.say_by_selection(span, "the company")  # and from the text they need no word more
    bench.wait()
    assert names(bench) == ["Harbour Ferries Ltd"]


def test_words_that_named_two_are_left_to_the_person(bench, editor, qtbot):
    span = bench.span("The company")
    bench.run(SayBy(bench.fact, NewSource("Harbour Ferries Ltd"), span))
    bench.run(SayBy(bench.fact, NewSource("Bay Lines"), span))
    editor.say_by_selection(span, "The company")
    bench.wait()
    assert names(bench) == []
    assert not any(row.startswith(">") for row in offered(editor))
    assert {row.split(",")[0] for row in offered(editor)[:2]} == {"Harbour Ferries Ltd", "Bay Lines"}


def test_the_company_is_nobody_until_the_person_says_so(bench, editor, qtbot):
    bench.run(SayBy(bench.fact, NewSource("Ferry company")))
    editor.say_by_selection(bench.span("The company"), "The company")
    bench.wait()
    assert names(bench) == []
    assert offered(editor)[0] == "Ferry company, person"
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    assert names(bench) == ["The company"]


def test_a_confidential_name_is_never_taken_for_a_public_entry(bench, editor, qtbot):
    bench.run(SayBy(bench.fact, NewSource("Ines Rask")))
    menu = editor.said_by.findChild(KindButton).menu()
    next(action for action in menu.actions() if action.text() == "Confidential").trigger()
    begin(bench, editor, "Ines Rask")
    assert offered(editor) == ["> New person, confidential “Ines Rask”, "]
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    (link,) = bench.view(bench.allegation).attributions
    assert link.source.confidential
    assert "confidential" in chips(editor)[0].accessibleDescription()
    name_it(bench, editor, "Somebody else")  # the tick was for that one only
    assert not bench.view(bench.allegation).attributions[1].source.confidential


def test_a_confidential_name_that_was_begun_stays_confidential(bench, editor, qtbot):
    menu = editor.said_by.findChild(KindButton).menu()
    next(action for action in menu.actions() if action.text() == "Confidential").trigger()
    begin(bench, editor, "Ines")
    editor.show_claim(bench.view(bench.fact))
    editor.show_claim(bench.view(bench.allegation))
    qtbot.keyClick(editor.said_by.field, Qt.Key.Key_Return)
    bench.wait()
    assert bench.view(bench.allegation).attributions[0].source.confidential


def test_space_ticks_a_chip_as_checked(bench, editor, qtbot):
    add(bench, "Speaker", "Aide")
    chips(editor)[0].setFocus()
    qtbot.keyClick(chips(editor)[0], Qt.Key.Key_Space)
    bench.wait()
    assert [link.checked for link in bench.view(bench.allegation).attributions] == [True, False]
    assert tick(editor).checkState() is Qt.CheckState.PartiallyChecked
    assert chips(editor)[0].hasFocus()


def tick(editor) -> Tick:
    return next(each for each in editor.said_by.findChildren(Tick) if each.text() == "Attribution checked")


def test_one_tick_checks_all_links_of_a_claim_in_one_step(bench, editor, qtbot):
    assert not tick(editor).isVisibleTo(editor)
    add(bench, "Speaker", "Aide")
    editor.toggle_checked()
    bench.wait()
    assert [link.checked for link in bench.view(bench.allegation).attributions] == [True, True]
    assert tick(editor).checkState() is Qt.CheckState.Checked
    bench.undo()
    assert [link.checked for link in bench.view(bench.allegation).attributions] == [False, False]
    tick(editor).setFocus()
    qtbot.keyClick(tick(editor), Qt.Key.Key_Space)
    bench.wait()
    assert tick(editor).checkState() is Qt.CheckState.Checked
    qtbot.keyClick(tick(editor), Qt.Key.Key_Space)
    bench.wait()
    assert [link.checked for link in bench.view(bench.allegation).attributions] == [False, False]


def test_a_claim_nobody_is_said_to_make_cannot_be_ticked_and_says_why(bench, editor):
    editor.toggle_checked()
    bench.wait()
    assert "Say first who says it" in editor.said_by.trouble.words


def test_where_a_chip_was_moved_to_is_announced(bench, editor, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(getattr(event, "message", str)())
    )
    add(bench, "Speaker", "Aide")
    chips(editor)[1].setFocus()
    qtbot.keyClick(chips(editor)[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    bench.wait()
    assert "Aide is now 1 of 2" in told


def test_words_begun_for_a_claim_that_is_deleted_hold_nobody_up(bench, editor, qtbot):
    qtbot.keyClicks(editor.said_by.field, "Somebody")
    assert editor.has_begun
    bench.run(DeleteClaim(bench.allegation))
    bench.wait()
    assert editor.claim is None
    assert not editor.has_begun
    bench.undo()
    bench.wait()
    assert editor.has_begun
    editor.show_claim(bench.view(bench.allegation))
    assert editor.said_by.field.text() == "Somebody"


def quick(editor) -> bool:
    """Whether the buttons for the sources that are one key away are in sight."""
    pills = [pill for pill in editor.said_by.findChildren(Pill) if pill.accessibleDescription() == "Alt+I"]
    assert len(pills) == 1
    return pills[0].isVisible()


def test_the_sources_one_key_away_fold_once_somebody_is_named_until_another_is_asked_for(bench, editor):
    assert quick(editor)
    add(bench, "A former bookkeeper")
    assert not quick(editor)
    editor.focus_said_by()
    assert quick(editor)
    editor.focus_note()
    assert quick(editor)  # nothing moves away from under the pointer
    editor.show_claim(bench.view(bench.fact))
    assert quick(editor)
    editor.show_claim(bench.view(bench.allegation))
    assert not quick(editor)


def test_folded_their_keys_work_all_the_same(bench, editor):
    add(bench, "A former bookkeeper")
    chips(editor)[0].setFocus()
    bench.qtbot.keyClick(chips(editor)[0], Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    bench.wait()
    assert names(bench) == ["A former bookkeeper", "Not named in the text"]
