import pytest
from PySide6.QtCore import Qt

from annotator.desk.commands.claims import WriteNote
from annotator.desk.queries.claims import claim_view
from annotator.desk.queries.history import history
from annotator.window.claims.saving import PAUSE
from annotator.window.ticks import Tick

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


def steps(bench, label: str) -> int:
    return sum(line.label == label for line in bench.ask(lambda desk: history(desk, bench.article)))


def test_a_note_is_saved_at_a_pause(bench, editor, qtbot):
    editor.focus_note()
    qtbot.keyClicks(editor.notes.note, "ask the auditor")
    assert bench.view(bench.allegation).note == ""
    qtbot.waitUntil(lambda: bench.view(bench.allegation).note == "ask the auditor", timeout=4 * PAUSE)
    assert steps(bench, "step.note") == 1


def test_typing_on_puts_the_saving_off(bench, editor, qtbot):
    for letter in "abcd":
        qtbot.keyClicks(editor.notes.note, letter)
        qtbot.wait(PAUSE // 3)
    assert bench.view(bench.allegation).note == ""


def test_picking_another_claim_saves_for_the_right_one(bench, editor, qtbot):
    editor.focus_note()
    qtbot.keyClicks(editor.notes.note, "for the allegation")
    editor.show_claim(bench.view(bench.fact))
    bench.wait()
    assert editor.notes.note.words() == ""
    assert (bench.view(bench.allegation).note, bench.view(bench.fact).note) == ("for the allegation", "")


def test_leaving_the_field_saves(bench, editor, qtbot):
    editor.focus_plain_words()
    qtbot.keyClicks(editor.notes.plain_words, "One repair was billed twice.")
    editor.focus_said_by()
    bench.wait()
    assert bench.view(bench.allegation).plain_words == "One repair was billed twice."


def test_flush_saves_at_the_end_and_says_nothing_twice(bench, editor, qtbot):
    qtbot.keyClicks(editor.notes.note, "last words")
    editor.flush()
    editor.flush()
    bench.wait()
    assert bench.view(bench.allegation).note == "last words"
    assert steps(bench, "step.note") == 1


def test_showing_a_claim_writes_nothing(bench, editor, qtbot):
    bench.run(WriteNote(bench.allegation, "with a\u00a0hard space\nand a line"))
    editor.show_claim(bench.view(bench.fact))
    editor.show_claim(bench.view(bench.allegation))
    assert editor.notes.note.words() == "with a\u00a0hard space\nand a line"
    editor.flush()
    bench.wait()
    assert steps(bench, "step.note") == 1


def test_answers_that_come_back_do_not_overwrite_what_is_being_typed(bench, editor, qtbot):
    editor.focus_note()
    qtbot.keyClicks(editor.notes.note, "first ")
    editor.flush()
    qtbot.keyClicks(editor.notes.note, "second")
    bench.wait()  # the answer to the first saving is shown meanwhile
    assert editor.notes.note.words() == "first second"
    editor.flush()
    bench.wait()
    assert editor.notes.note.words() == bench.view(bench.allegation).note == "first second"


def test_an_older_answer_is_not_shown_while_newer_words_are_on_their_way(bench, editor, qtbot):
    seen: list[str] = []
    editor.notes.note.textChanged.connect(lambda: seen.append(editor.notes.note.words()))
    bench.session.ask(lambda desk: claim_view(desk, bench.allegation), then=editor.show_claim)
    qtbot.keyClicks(editor.notes.note, "new")
    editor.flush()
    bench.wait()
    assert seen == ["n", "ne", "new"]


def test_unpicking_saves(bench, editor, qtbot):
    qtbot.keyClicks(editor.notes.note, "kept")
    editor.show_claim(None)
    bench.wait()
    assert bench.view(bench.allegation).note == "kept"


def test_a_space_at_the_end_stays_while_one_types_on(bench, editor, qtbot):
    qtbot.keyClicks(editor.notes.note, "ask ")
    editor.flush()
    bench.wait()
    assert editor.notes.note.words() == "ask "


def test_undo_shows_in_the_fields(bench, editor, qtbot):
    bench.run(WriteNote(bench.allegation, "one"))
    bench.run(WriteNote(bench.allegation, "two"))
    assert editor.notes.note.words() == "two"
    bench.undo()
    assert editor.notes.note.words() == "one"


def test_enter_is_a_newline_in_a_note_and_control_enter_goes_back(bench, editor, qtbot):
    editor.focus_note()
    qtbot.keyClicks(editor.notes.note, "a")
    qtbot.keyClick(editor.notes.note, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.notes.note, "b")
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(editor.notes.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.notes.note.words() == "a\nb"


def test_escape_goes_back_keeping_what_was_typed(editor, qtbot):
    editor.focus_plain_words()
    qtbot.keyClicks(editor.notes.plain_words, "kept")
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(editor.notes.plain_words, Qt.Key.Key_Escape)
    assert editor.notes.plain_words.words() == "kept"


def test_pasted_markup_stays_plain(bench, editor, qtbot):
    editor.notes.note.insertPlainText("<b>bold</b>")
    editor.flush()
    bench.wait()
    assert bench.view(bench.allegation).note == "<b>bold</b>"


def test_the_private_note_is_its_own(bench, editor, qtbot):
    toggle = editor.notes.findChild(Tick)
    assert not editor.notes.private_note.isVisible()
    toggle.click()
    qtbot.keyClicks(editor.notes.private_note, "only for me")
    editor.flush()
    bench.wait()
    view = bench.view(bench.allegation)
    assert (view.note, view.private_note) == ("", "only for me")
    editor.show_claim(bench.view(bench.fact))
    assert not editor.notes.private_note.isVisible()
    editor.show_claim(view)
    assert editor.notes.private_note.isVisible()
