import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from annotator.desk.commands.claims import DeleteClaim
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.model.enums import StatusValue

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


def choose(bench, editor, letter: str) -> None:
    editor.focus_status()
    bench.qtbot.keyClicks(editor.status.form.value, letter)
    bench.wait()


def status(bench, claim: str = ""):
    found = bench.view(claim or bench.allegation).statuses
    return found[0] if found else None


def evidence(bench) -> None:
    bench.run(AddEvidence(bench.allegation, NewSource("Audit report")))


def test_letters_choose_among_the_seven(bench, editor):
    for letter, value in (
        ("d", StatusValue.DISPUTED),
        ("i", StatusValue.IN_PROGRESS),
        ("n", StatusValue.NOT_CHECKABLE),
    ):
        choose(bench, editor, letter if value is not StatusValue.NOT_CHECKABLE else "nn")
        shown = editor.status.form.value.value
        assert shown is value
    assert status(bench).value is StatusValue.NOT_CHECKABLE
    choose(bench, editor, "u")
    assert status(bench) is None


def test_the_menu_shows_all_seven(editor):
    words = [action.text() for action in editor.status.form.value.menu().actions()]
    assert len(words) == len(StatusValue) == 7
    assert words[0] == "Unchecked"


def test_confirmed_needs_a_reason_and_waits_for_it(bench, editor, qtbot):
    choose(bench, editor, "c")
    assert status(bench) is None
    assert "Say why, or add evidence" in editor.status.trouble.words
    assert editor.status.form.value.value is StatusValue.CONFIRMED
    assert editor.has_begun
    reason = editor.status.form.reason
    reason.setFocus()
    qtbot.keyClicks(reason, "two documents say so")
    editor.focus_note()
    bench.wait()
    assert (status(bench).value, status(bench).reason) == (StatusValue.CONFIRMED, "two documents say so")
    assert editor.status.trouble.words == ""
    assert not editor.has_begun


def test_or_for_evidence_and_is_saved_by_itself_when_that_is_there(bench, editor):
    choose(bench, editor, "c")
    evidence(bench)
    bench.wait()
    assert status(bench).value is StatusValue.CONFIRMED
    assert not editor.has_begun


def test_the_remedies_stand_beside_the_refusal(bench, editor, qtbot):
    choose(bench, editor, "c")
    pills = {each.accessibleName(): each for each in editor.status.findChildren(QAbstractButton)}
    qtbot.waitUntil(lambda: pills["Add evidence"].height() > 10)
    qtbot.mouseClick(pills["Say why"], Qt.MouseButton.LeftButton)
    assert editor.status.form.reason.hasFocus()
    qtbot.mouseClick(pills["Add evidence"], Qt.MouseButton.LeftButton)
    assert editor.evidence.form.field.hasFocus()
    choose(bench, editor, "d")
    assert not pills["Say why"].isVisibleTo(editor)
    assert status(bench).value is StatusValue.DISPUTED


def test_what_waits_stays_with_its_claim_while_another_is_shown(bench, editor):
    choose(bench, editor, "c")
    editor.show_claim(bench.view(bench.fact))
    assert editor.status.form.value.value is StatusValue.UNCHECKED
    assert editor.has_begun
    editor.show_claim(bench.view(bench.allegation))
    assert editor.status.form.value.value is StatusValue.CONFIRMED
    assert "Say why" in editor.status.trouble.words
    evidence(bench)
    bench.wait()
    assert status(bench).value is StatusValue.CONFIRMED


def test_what_waits_for_a_claim_that_is_gone_holds_nobody_up(bench, editor):
    choose(bench, editor, "c")
    editor.show_claim(bench.view(bench.fact))
    bench.run(DeleteClaim(bench.allegation))
    bench.wait()
    assert not editor.has_begun
    bench.undo()
    bench.wait()
    assert editor.has_begun


def test_a_correction_begins_with_the_quote_and_is_kept(bench, editor, qtbot):
    evidence(bench)
    choose(bench, editor, "n")
    form = editor.status.form
    assert form.old_words.words() == "accuses the company of charging one repair to two grants"
    form.new_words.setFocus()
    qtbot.keyClicks(form.new_words, "accuses the yard")
    editor.focus_said_by()
    bench.wait()
    there = status(bench)
    assert (there.value, there.old_words, there.new_words) == (
        StatusValue.NEEDS_CHANGE,
        "accuses the company of charging one repair to two grants",
        "accuses the yard",
    )


def test_words_selected_in_the_article_are_corrected(bench, editor):
    evidence(bench)
    editor.correct("two grants")
    bench.wait()
    assert editor.status.form.new_words.hasFocus()
    assert status(bench).old_words == "two grants"


def test_showing_a_status_writes_nothing_and_follows_what_changes(bench, editor):
    bench.run(SetStatus(bench.allegation, StatusFields(StatusValue.DISPUTED, "both sides stand by it")))
    assert editor.status.form.value.value is StatusValue.DISPUTED
    assert editor.status.form.reason.text() == "both sides stand by it"
    before = status(bench).at
    editor.flush()
    editor.show_claim(bench.view(bench.fact))
    editor.show_claim(bench.view(bench.allegation))
    bench.wait()
    assert status(bench).at == before


def test_picking_another_claim_saves_what_was_typed_for_the_right_one(bench, editor, qtbot):
    choose(bench, editor, "d")
    qtbot.keyClicks(editor.status.form.reason, "she says otherwise")
    editor.show_claim(bench.view(bench.fact))
    bench.wait()
    assert status(bench).reason == "she says otherwise"
    assert status(bench, bench.fact) is None
