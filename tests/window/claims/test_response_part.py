from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from annotator.desk.commands.answers import Link
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.desk import Desk
from annotator.desk.queries.history import history
from annotator.desk.queries.people import me
from annotator.model.enums import ResponseKind, Tag
from annotator.window.claims.editor import ClaimEditor
from annotator.window.session import Session
from annotator.window.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


def line(editor, name: str) -> QLineEdit:
    return next(each for each in editor.response.findChildren(QLineEdit) if each.accessibleName() == name)


def words(editor) -> str:
    labels = editor.response.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisibleTo(editor))


def choose(bench, editor, letter: str) -> None:
    bench.wait()  # it is known who works here
    editor.focus_response()
    bench.qtbot.keyClicks(editor.response.form.kind, letter)
    bench.wait()


def response(bench):
    found = bench.view(bench.allegation).responses
    return found[0] if found else None


def test_only_allegations_have_a_right_of_reply(bench, editor):
    assert editor.response.isVisibleTo(editor.form)
    editor.show_claim(bench.view(bench.fact))
    assert not editor.response.isVisibleTo(editor.form)
    editor.focus_response()
    assert not editor.response.form.kind.hasFocus()


def test_a_letter_says_that_somebody_was_asked_now_and_by_me(bench, editor):
    before = datetime.now().astimezone() - timedelta(minutes=1)
    choose(bench, editor, "a")
    there = response(bench)
    assert there.kind is ResponseKind.ASKED
    assert before <= datetime.fromisoformat(there.asked_on) <= datetime.now().astimezone()
    assert there.asked_by == bench.ask(me).name
    assert line(editor, "When a reply was asked for").isVisibleTo(editor)


def test_not_asked_takes_it_away_and_undo_brings_it_back(bench, editor):
    choose(bench, editor, "d")
    assert response(bench).kind is ResponseKind.DECLINED
    choose(bench, editor, "n")  # the next value with that letter
    assert response(bench).kind is ResponseKind.NO_REPLY
    choose(bench, editor, "n")  # and round to the first
    assert response(bench) is None
    bench.undo()
    assert response(bench).kind is ResponseKind.NO_REPLY
    assert editor.response.form.kind.value is ResponseKind.NO_REPLY


def test_the_menu_offers_all_and_takes_a_letter(bench, editor, qtbot):
    bench.wait()
    editor.focus_response()
    menu = editor.response.form.kind.menu()
    menu.popup(editor.mapToGlobal(editor.rect().center()))
    assert [action.text() for action in menu.actions()] == ["Not asked", "Asked", "Declined", "No reply"]
    qtbot.keyClick(menu, Qt.Key.Key_D)
    bench.wait()
    assert response(bench).kind is ResponseKind.DECLINED


def test_what_is_typed_is_kept_when_the_field_is_left(bench, editor, qtbot):
    choose(bench, editor, "a")
    due = line(editor, "When the reply is due")
    due.setFocus()
    qtbot.keyClicks(due, "tomorrow 10:00")
    note = line(editor, "Remarks on the reply")
    note.setFocus()
    qtbot.keyClicks(note, "Her lawyer rings back")
    editor.focus_said_by()
    bench.wait()
    tomorrow = (datetime.now() + timedelta(days=1)).date()
    kept = datetime.fromisoformat(response(bench).due)
    assert (kept.date(), kept.hour, kept.minute) == (tomorrow, 10, 0)
    assert response(bench).note == "Her lawyer rings back"
    assert due.text() == f"{tomorrow.isoformat()} 10:00"
    assert sum(each.label == "step.response" for each in bench.ask(lambda d: history(d, bench.article))) == 3


def test_a_time_that_cannot_be_read_is_said_and_waits(bench, editor, qtbot):
    choose(bench, editor, "a")
    due = line(editor, "When the reply is due")
    due.setFocus()
    qtbot.keyClicks(due, "when he likes")
    editor.focus_note()
    assert "when he likes" in editor.response.trouble.words
    assert editor.has_begun
    editor.show_claim(bench.view(bench.fact))
    assert editor.has_begun
    editor.show_claim(bench.view(bench.allegation))
    bench.wait()
    assert due.text() == "when he likes"
    assert response(bench).due == ""
    due.setFocus()
    due.selectAll()
    qtbot.keyClicks(due, "17:00")
    editor.focus_note()
    bench.wait()
    assert not editor.has_begun
    assert datetime.fromisoformat(response(bench).due).hour == 17


def test_picking_another_claim_saves_for_the_right_one(bench, editor, qtbot):
    other = bench.tag("charging one repair", Tag.ALLEGATION)
    bench.run(Respond(other, ResponseFields(ResponseKind.DECLINED, note="not today")))
    choose(bench, editor, "a")
    qtbot.keyClicks(line(editor, "Remarks on the reply"), "rings back")
    editor.show_claim(bench.view(other))
    bench.wait()
    assert response(bench).note == "rings back"
    assert bench.view(other).responses[0].note == "not today"
    assert line(editor, "Remarks on the reply").text() == "not today"


def test_answered_follows_from_a_link(bench, editor):
    denial = bench.tag("rejected the account", Tag.DENIAL)
    assert "Answered by 1 denial" not in words(editor)
    bench.run(Link(denial, bench.allegation))
    assert "Answered by 1 denial" in words(editor)


def test_a_colleagues_response_stands_beside_mine_with_the_name(bench, qtbot, tmp_path):
    bench.run(Respond(bench.allegation, ResponseFields(ResponseKind.DECLINED, note="by letter")))
    owner = bench.ask(me).name
    bench.session.close()
    colleague = Session(tmp_path / "library.sqlite", lambda path: Desk(path, reviewer="Second Reader"))
    try:
        bench.session = colleague
        editor = ClaimEditor(colleague, load_theme("light"))
        qtbot.addWidget(editor)
        editor.show()
        editor.show_claim(bench.view(bench.allegation))
        bench.wait()
        shown = words(editor).replace("\u2068", "").replace("\u2069", "")
        assert f"{owner}: declined, by letter (newest, counts)" in shown
        assert editor.response.form.kind.value is ResponseKind.NOT_ASKED
        choose(bench, editor, "a")
        assert [(each.kind, each.mine) for each in bench.view(bench.allegation).responses] == [
            (ResponseKind.DECLINED, False),
            (ResponseKind.ASKED, True),
        ]
        assert "counts" not in words(editor)
    finally:
        colleague.close()
