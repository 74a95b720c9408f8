"""The four answers to a colleague's claim."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.enums import Verdict
from annotator.window.claims.answer_bar import ACTIONS, AnswerBar
from annotator.window.claims.pill import Pill


@pytest.fixture
def answers(qtbot):
    made = AnswerBar("here")
    qtbot.addWidget(made)
    made.show_answer("theirs", None)
    made.resize(318, 90)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.heard = []
    made.answered.connect(lambda verdict, why: made.heard.append((verdict, why)))
    made.taken_back.connect(lambda: made.heard.append("back"))
    made.left.connect(lambda: made.heard.append("left"))
    return made


def press(answers, verdict):
    QTest.mouseClick(answers.button(verdict), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("verdict", [Verdict.AGREED, Verdict.CHANGED])
def test_agreeing_and_changing_ask_for_nothing(answers, verdict):
    press(answers, verdict)
    assert answers.heard == [(verdict, "")]
    assert answers.asking is None


def test_a_rejection_asks_why_and_is_given_with_the_reason(answers):
    press(answers, Verdict.REJECTED)
    assert answers.heard == []
    assert answers.field.hasFocus()
    assert not answers.button(Verdict.AGREED).isVisible()  # the field stands in their place
    QTest.keyClick(answers.field, Qt.Key.Key_Return)
    assert answers.heard == ["left"]  # no reason, no rejection
    press(answers, Verdict.REJECTED)
    QTest.keyClicks(answers.field, "it was last year")
    QTest.keyClick(answers.field, Qt.Key.Key_Return)
    assert answers.heard == ["left", (Verdict.REJECTED, "it was last year")]
    assert answers.button(Verdict.AGREED).isVisible()


def test_a_discussion_may_have_words_or_none(answers):
    press(answers, Verdict.TO_DISCUSS)
    QTest.keyClick(answers.field, Qt.Key.Key_Return)
    press(answers, Verdict.TO_DISCUSS)
    QTest.keyClicks(answers.field, "which year?")
    QTest.keyClick(answers.field, Qt.Key.Key_Return)
    assert answers.heard == [(Verdict.TO_DISCUSS, ""), (Verdict.TO_DISCUSS, "which year?")]


def test_escape_gives_no_answer(answers):
    press(answers, Verdict.REJECTED)
    QTest.keyClicks(answers.field, "no")
    QTest.keyClick(answers.field, Qt.Key.Key_Escape)
    assert answers.heard == ["left"]
    assert answers.asking is None


def test_a_reason_that_was_begun_waits_for_its_claim(answers):
    press(answers, Verdict.REJECTED)
    QTest.keyClicks(answers.field, "because")
    answers.show_answer("another", None)
    assert answers.asking is None
    assert answers.field.text() == ""
    answers.show_answer("theirs", None)
    assert (answers.asking, answers.field.text()) == (Verdict.REJECTED, "because")


def test_the_same_claim_again_leaves_what_is_typed(answers):
    press(answers, Verdict.REJECTED)
    QTest.keyClicks(answers.field, "because")
    answers.show_answer("theirs", Verdict.AGREED)
    assert answers.field.text() == "because"


@pytest.mark.parametrize("verdict", list(Verdict))
def test_my_answer_is_said_and_can_be_taken_back(answers, verdict):
    assert answers.said == ""
    answers.show_answer("theirs", verdict)
    assert answers.said.startswith("You ")
    told = {one: answers.button(one).accessibleDescription() for one in Verdict}
    assert [one for one, words in told.items() if words == "This is your answer"] == [verdict]
    back = next(pill for pill in answers.findChildren(Pill) if "Take back" in pill.accessibleName())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert answers.heard == ["back"]


def test_the_keys_stand_on_the_buttons(answers):
    answers.set_keys({"agree": "Y", "reject": "X"})
    runs = {verdict: [run.words for run in answers.button(verdict)._runs] for verdict in Verdict}
    assert runs[Verdict.AGREED] == ["Agree", "Y"]
    assert runs[Verdict.REJECTED] == ["Reject", "X"]
    assert runs[Verdict.CHANGED] == ["Change"]


def test_every_answer_has_an_action_of_its_own():
    assert len(set(ACTIONS.values())) == len(ACTIONS) == len(Verdict)
