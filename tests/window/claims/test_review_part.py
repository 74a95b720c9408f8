"""The editor between people: whose claim, my answer, the thread, comments that are never lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk.commands.claims import DeleteClaim
from annotator.desk.commands.comments import AddComment
from annotator.model.enums import Verdict
from tests.window.review.people_at_work import ADA, BOB, CORA, comment, review

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def part(editor):
    editor.set_people((ADA, BOB, CORA))
    return editor.review


def theirs(bench, **more):
    """The allegation as if Bob had made it."""
    usual = {"mine": False, "reviewer": "Bob", "author": "b"}
    return replace(bench.view(bench.allegation), **(usual | more))


def heard(signal):
    got = []
    signal.connect(lambda *values: got.append(values))
    return got


def plainly(words):
    return words.replace("\u2068", "").replace("\u2069", "")


def send(part, words):
    part.comment.field.setFocus()
    QTest.keyClicks(part.comment.field, words)
    QTest.keyClick(part.comment.field, Qt.Key.Key_Return, CTRL)


def test_of_my_own_claim_nothing_is_shown_while_nobody_says_anything(bench, editor, part):
    assert not part.isVisible()
    editor.focus_comment()
    assert part.comment.field.hasFocus()
    assert not part.answers.isVisible()


def test_a_colleagues_claim_says_whose_it_is_and_asks_for_my_answer(bench, editor, part):
    editor.show_claim(theirs(bench))
    assert part.isVisible()
    assert part.answers.isVisible()
    assert plainly(part._name.text()) == "Marked by Bob"
    answers = heard(editor.answered)
    QTest.mouseClick(part.answers.button(Verdict.AGREED), Qt.MouseButton.LeftButton)
    assert answers == [(bench.allegation, Verdict.AGREED, "")]


def test_what_was_withdrawn_asks_for_no_answer(bench, editor, part):
    editor.show_claim(theirs(bench, withdrawn=True))
    assert part.isVisible()
    assert not part.answers.isVisible()


def test_my_answer_is_shown_and_can_be_taken_back(bench, editor, part):
    editor.show_claim(theirs(bench, reviews=(review(Verdict.REJECTED, ADA, "no"),)))
    assert part.answers.said == "You rejected it."
    back = heard(editor.answer_taken_back)
    part.answers.taken_back.emit()
    assert back == [(bench.allegation,)]


def test_an_answer_from_before_a_change_says_so_and_is_not_my_answer_now(bench, editor, part):
    said = (
        replace(review(Verdict.AGREED, ADA, at="2026-05-03T08:00:00Z"), outdated=True),
        replace(review(Verdict.REJECTED, BOB, at="2026-05-03T09:00:00Z"), outdated=True),
    )
    editor.show_claim(theirs(bench, reviews=said))
    assert part.answers.said == ""
    assert [plainly(card.entry.head) for card in part.said.cards] == [
        "You agreed, before the claim was changed",
        "Bob rejected it, before the claim was changed",
    ]
    assert "before the claim was changed" in part.said.cards[0].accessibleName()


def test_the_thread_stands_in_the_order_of_time(bench, editor, part):
    said = (
        review(Verdict.CHANGED, BOB, at="2026-05-03T10:00:00Z", version="v"),
        review(Verdict.TO_DISCUSS, CORA, "which year?", at="2026-05-03T08:00:00Z", unread=True),
    )
    words = (comment("next year", ADA, at="2026-05-03T09:00:00Z"),)
    editor.show_claim(replace(bench.view(bench.allegation), reviews=said, comments=words))
    entries = [(plainly(card.entry.head), card.entry.words) for card in part.said.cards]
    assert entries == [("Cora would discuss it", "which year?"), ("You", "next year"), ("Bob changed it", "")]
    names = [plainly(card.accessibleName()) for card in part.said.cards]
    assert names[0].startswith("New. Cora would discuss it. 3 May")
    assert not names[1].startswith("New")
    wanted = heard(editor.claim_wanted)
    bench.wait()
    QTest.mouseClick(part.said.cards[2].buttons[0], Qt.MouseButton.LeftButton)
    assert wanted == [("v",)]


def test_a_comment_is_sent_by_ctrl_enter_and_not_before(bench, editor, part):
    editor.focus_comment()
    QTest.keyClicks(part.comment.field, "first line")
    QTest.keyClick(part.comment.field, Qt.Key.Key_Return)
    QTest.keyClicks(part.comment.field, "second")
    bench.wait()
    assert bench.view(bench.allegation).comments == ()
    QTest.keyClick(part.comment.field, Qt.Key.Key_Return, CTRL)
    bench.wait()
    assert [one.body for one in bench.view(bench.allegation).comments] == ["first line\nsecond"]
    assert part.comment.field.words() == ""
    assert [card.entry.words for card in part.said.cards] == ["first line\nsecond"]


def test_the_button_sends_it_too(bench, editor, part):
    editor.focus_comment()
    assert not part.comment.send_button.isVisible()
    QTest.keyClicks(part.comment.field, "by hand")
    QTest.mouseClick(part.comment.send_button, Qt.MouseButton.LeftButton)
    bench.wait()
    assert [one.body for one in bench.view(bench.allegation).comments] == ["by hand"]


def test_my_comment_can_be_edited_and_removed(bench, editor, part):
    bench.run(AddComment(bench.allegation, "frist"))
    edit, remove = part.said.cards[0].buttons
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert part.comment.field.words() == "frist"
    part.comment.field.selectAll()
    send(part, "first")
    bench.wait()
    assert [one.body for one in bench.view(bench.allegation).comments] == ["first"]
    QTest.mouseClick(part.said.cards[0].buttons[1], Qt.MouseButton.LeftButton)
    bench.wait()
    assert bench.view(bench.allegation).comments == ()


def test_a_colleagues_comment_cannot_be_touched(bench, editor, part):
    editor.show_claim(theirs(bench, comments=(comment("hm", BOB),)))
    assert part.said.cards[0].buttons == []


def test_a_begun_comment_waits_for_its_claim(bench, editor, part):
    editor.focus_comment()
    QTest.keyClicks(part.comment.field, "half a")
    assert editor.has_begun
    editor.show_claim(bench.view(bench.fact))
    assert part.comment.field.words() == ""
    assert not part.isVisible()
    assert editor.has_begun
    editor.show_claim(bench.view(bench.allegation))
    assert part.isVisible()
    assert part.comment.field.words() == "half a"
    send(part, "")
    bench.wait()
    assert not editor.has_begun


def test_a_change_elsewhere_leaves_what_is_being_typed(bench, editor, part):
    editor.focus_comment()
    QTest.keyClicks(part.comment.field, "typing")
    bench.run(AddComment(bench.allegation, "meanwhile"))
    assert part.comment.field.words() == "typing"
    assert [card.entry.words for card in part.said.cards] == ["meanwhile"]


def test_nobody_is_asked_about_a_comment_on_a_claim_that_is_gone(bench, editor, part):
    editor.focus_comment()
    QTest.keyClicks(part.comment.field, "half")
    bench.run(DeleteClaim(bench.allegation))
    assert not editor.has_begun
    bench.undo()
    assert editor.has_begun


def test_a_comment_that_was_refused_stays_with_the_reason(bench, editor, part):
    other = bench.view(bench.fact)
    editor.focus_comment()
    bench.session.run(DeleteClaim(bench.allegation))  # on its way as the comment is sent
    send(part, "too late")
    editor.show_claim(other)
    bench.wait()
    assert part.comment.field.words() == ""
    bench.undo()
    editor.show_claim(bench.view(bench.allegation))
    assert part.comment.field.words() == "too late"


def test_escape_goes_back_to_the_article_and_keeps_the_words(bench, editor, part):
    back = heard(editor.back_to_article)
    editor.focus_comment()
    QTest.keyClicks(part.comment.field, "later")
    QTest.keyClick(part.comment.field, Qt.Key.Key_Escape)
    assert back == [()]
    assert part.comment.field.words() == "later"


def test_from_a_version_one_goes_to_what_it_changes(bench, editor, part):
    editor.show_claim(theirs(bench, version_of="mine"))
    wanted = heard(editor.claim_wanted)
    QTest.mouseClick(part._origin, Qt.MouseButton.LeftButton)
    assert wanted == [("mine",)]
