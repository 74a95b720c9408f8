"""The Review tab as a person sees it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.comparing import Comparison
from annotator.model.review_views import ReviewState, SignOffView
from annotator.model.settling import Settlement
from annotator.window.review.page import ReviewPage
from annotator.window.review.panel import Part, ReviewPanel
from annotator.window.theme import load_theme
from tests.window.review.people_at_work import (
    ADA,
    ALL_SAME,
    BOBS,
    LINES,
    TAG,
    WORDS,
    a_page,
    answered,
)

MY_LINES = {key: one for key, one in LINES.items() if one.mine}


@pytest.fixture
def panel(qtbot):
    made = ReviewPanel(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(345, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.set_page(a_page())
    return made


def heard(signal):
    got = []
    signal.connect(lambda *values: got.append(values))
    return got


def click_row(view, title):
    index = next(n for n, row in enumerate(view.list.rows) if title in row.title)
    place = view.list.visualRect(view.list.model().index(index, 0)).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def segment(panel, part):
    return next(one for one in panel.parts._segments if one.value is part)


def test_segments_say_how_much_there_is(panel):
    assert [segment(panel, part).text() for part in Part] == ["Differences 3", "Waiting 2", "Final 1"]
    assert segment(panel, Part.DIFFERENCES).accessibleName() == "Differences, 3 to answer"
    panel.set_page(answered(a_page(), "b2", "c2", "b4", "b5"))
    assert segment(panel, Part.DIFFERENCES).text() == "Differences"


def test_a_segment_brings_its_view_into_sight(panel):
    for part, view in ((Part.FINAL, panel.final), (Part.WAITING, panel.waiting)):
        click(segment(panel, part))
        assert panel.part is part
        assert view.isVisible()
    assert not panel.differences.isVisible()


def test_the_meter_counts_what_is_mine_to_answer(panel):
    assert panel.differences.meter.words == "\u20681 of 4 answered\u2069"
    panel.set_page(answered(a_page(), "b4"))
    assert panel.differences.meter.words == "\u20682 of 4 answered\u2069"


def test_a_click_and_the_arrow_keys_choose_a_difference(panel):
    chosen = heard(panel.differences.chosen)
    click_row(panel.differences, "Only")
    assert chosen == [(BOBS,)]
    QTest.keyClick(panel.differences.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.differences.list, Qt.Key.Key_Return)
    assert chosen == [(BOBS,), (TAG,), (TAG,)]


def test_the_fold_shows_answered_ones_too(panel):
    everything = heard(panel.differences.everything_shown)
    assert panel.differences.fold.text() == "Show all 6"
    click(panel.differences.fold)
    assert len(panel.differences.list.rows) == 6
    assert everything == [(True,)]
    panel.differences.go_to(WORDS)
    assert panel.differences.list.current.title == "Marked words differ"


def test_the_current_difference_stays_current_while_another_is_answered(panel):
    panel.differences.go_to(BOBS)
    panel.set_page(answered(a_page(), "b2", "c2"))
    assert panel.differences.list.current.key == "b4"
    panel.set_page(answered(a_page(), "b4"))  # its row goes
    assert panel.differences.list.current is None


def test_agreeing_with_all_offers_each_person(panel):
    wanted = heard(panel.differences.all_wanted)
    menu = panel.differences.menu()
    assert [action.text() for action in menu.actions()] == [
        "With all 3 that are left",
        "With all 2 of Bob",
        "With the one of Cora",
    ]
    for action in menu.actions():
        action.trigger()
    assert wanted == [("",), ("b",), ("c",)]


def test_agreeing_with_all_goes_where_nothing_is_left(panel):
    assert panel.differences.all_button.isVisible()
    panel.set_page(answered(a_page(), "b2", "c2", "b4"))
    assert not panel.differences.all_button.isVisible()


@pytest.mark.parametrize(
    ("page", "begins"),
    [
        (a_page(comparison=Comparison(("a", "b"), (ALL_SAME,))), "No differences: the one claim"),
        (answered(a_page(), "b2", "c2", "b4", "b5"), "You have answered every difference."),
    ],
)
def test_an_empty_list_says_why(panel, page, begins):
    panel.set_page(page)
    assert panel.differences.nothing.startswith(begins)
    assert not panel.differences.list.isVisible()


def test_who_is_alone_reads_how_to_send_and_what_comes_back(panel):
    panel.set_page(ReviewPage(ReviewState("x"), (ADA,), MY_LINES))
    assert "Send it for review" in panel.hint
    assert not panel.parts.isVisible()
    sent = heard(panel.send_wanted)
    click(panel._send)
    assert sent == [()]
    panel.set_page(a_page())
    assert panel.hint == ""


def test_a_blind_article_says_so_with_what_was_asked_and_what_is_open(panel):
    state = ReviewState("x", assigned=True, blind=True, instructions="Money only, please.")
    panel.head.set_must(2)
    panel.set_page(ReviewPage(state, (ADA,), MY_LINES))
    words = panel.head.blind.words
    assert words.startswith("Colleagues’ tags are hidden until you are done\nMoney only, please.")
    assert "You have marked 6 claims so far." in words
    assert words.endswith("2 points must still be settled.")
    assert not panel.parts.isVisible()
    assert not panel.head.done.isVisible()
    done = heard(panel.head.done_wanted)
    click(panel.head.blind.button)
    assert done == [(True,)]


def test_i_am_done_is_a_tick_that_says_who_else_is(panel):
    wanted = heard(panel.head.done_wanted)
    assert panel.head.others_done.replace("\u2068", "").replace("\u2069", "") == "Done: Bob"
    QTest.mouseClick(panel.head.done, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert wanted == [(True,)]
    panel.set_page(a_page(state={"i_am_done": True}))
    assert panel.head.done.isChecked()
    assert wanted == [(True,)]


def test_a_waiting_claim_can_be_given_up_answered_or_withdrawn(panel):
    panel.show_part(Part.WAITING)
    agree, answer, withdraw = panel.waiting.buttons
    assert not withdraw.isVisible()  # none is chosen
    chosen, accepted = heard(panel.waiting.chosen), heard(panel.waiting.accepted)
    asked, withdrawn = heard(panel.waiting.answer_wanted), heard(panel.waiting.withdrawn)
    click_row(panel.waiting, "the promise")
    assert chosen == [("a6",)]
    assert not agree.isVisible()  # it was rejected: there is no version to agree with
    click(answer)
    click(withdraw)
    assert (asked, withdrawn) == ([("a6",)], [("a6",)])
    click_row(panel.waiting, "rejected it")
    click(agree)
    assert accepted == [("b3",)]


def test_a_claim_of_the_final_version_can_be_gone_to_and_headings_not(panel):
    panel.show_part(Part.FINAL)
    chosen = heard(panel.final.chosen)
    click_row(panel.final, "The ferry returns")
    click_row(panel.final, "Settled")
    assert chosen == [("a1",)]


def test_signing_off_with_a_note(panel):
    panel.show_part(Part.FINAL)
    signed = heard(panel.final.signed)
    panel.final.focus_sign_off()
    QTest.keyClicks(QApplication.focusWidget(), "Good to go")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert signed == [("Good to go",)]


def sign_off(**more):
    usual = {"reviewer": "Ada", "mine": True, "at": "2026-05-03T08:14:00Z", "note": "Good to go"}
    return SignOffView("s", "a", **(usual | more))


def test_a_sign_off_of_mine_is_said_and_can_be_taken_back(panel):
    panel.show_part(Part.FINAL)
    panel.final.note.setText("Good to go")
    panel.set_page(a_page(state={"sign_off": sign_off()}))
    assert panel.final.said.startswith("Signed off by you, 3 May")
    assert panel.final.said.endswith("\nGood to go")
    assert panel.final.note.text() == ""
    assert not panel.final.sign_button.isVisible()
    back = heard(panel.final.taken_back)
    click(panel.final.back_button)
    assert back == [()]


def test_what_was_signed_by_another_can_be_signed_again_only_where_it_changed(panel):
    panel.show_part(Part.FINAL)
    panel.set_page(a_page(state={"sign_off": sign_off(mine=False, reviewer="Bob", note="")}))
    assert panel.final.said.startswith("Signed off by Bob")
    assert not panel.final.back_button.isVisible()
    assert not panel.final.sign_button.isVisible()
    panel.set_page(a_page(state={"sign_off": sign_off(changed=("a2",))}))
    assert panel.final.said.endswith("1 claim was changed after that.")
    assert panel.final.sign_button.accessibleName() == "Sign off again"


def test_nothing_settled_offers_no_sign_off(panel):
    panel.show_part(Part.FINAL)
    panel.set_page(a_page(settlement=Settlement((), (), ())))
    assert not panel.final.sign_button.isVisible()


def test_every_stop_of_the_keyboard_has_a_name_of_its_own(panel):
    for part in Part:
        panel.show_part(part)
        stops = [
            child
            for child in panel.findChildren(type(panel).__mro__[1])
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        names = [child.accessibleName() or getattr(child, "text", str)() for child in stops]
        assert all(names), part
        assert len(set(names)) == len(names), part


def test_no_article_shows_nothing(panel):
    panel.set_page(None)
    assert not panel.head.isVisible()
    assert not panel.parts.isVisible()
    assert not panel.differences.isVisible()
