"""Walking through differences and answering, with the whole window on a real library of two people."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.reviewing import Change, Reject
from annotator.desk.queries.history import history
from annotator.model.comparing import Difference
from annotator.model.enums import Tag, Verdict
from annotator.window.flow.review_tab import READ_AFTER
from annotator.window.review.panel import Part
from tests.window.flow.two_people import two  # noqa: F401 (a fixture)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window

LEFT = Qt.MouseButton.LeftButton


def heard(signal):
    got = []
    signal.connect(got.append)
    return got


def shown(person):
    """The kind of the difference on the page, and the picked claim's words."""
    group = person.view.difference
    return (group.kind if group else None, person.picked.quote if person.picked else None)


def steps(person):
    found = []
    person.window.session.ask(lambda desk: history(desk, person.article), found.append)
    person.settle()
    return [line.label for line in found[0] if not line.undone]


def walk(person, by=1):
    person.window.reviewing.next_difference(by)
    person.settle()


def test_walking_shows_each_difference_and_picks_the_colleagues_claim(two):  # noqa: F811
    person = two()
    told = heard(person.window.reviewing.told)
    walk(person)
    assert shown(person) == (Difference.TAG, "accuses the company")
    assert not person.picked.mine
    assert person.view.hasFocus()
    walk(person)
    assert shown(person)[0] is Difference.SPAN
    walk(person)
    assert shown(person) == (Difference.ONLY, "Its books were open")
    walk(person)  # round: what only I marked is for Bob to answer
    assert shown(person)[0] is Difference.TAG
    walk(person, -1)
    assert shown(person) == (Difference.ONLY, "Its books were open")
    assert told[0] == "Difference 1 of 4: Tag differs"


def test_agreeing_goes_on_to_the_next_at_once_and_is_one_step_each(two):  # noqa: F811
    person = two()
    tag, words = person.id_of("accuses", False), person.id_of("rejected", False)
    walk(person)
    person.window.reviewing.agree()
    person.window.reviewing.agree()  # before the library has told of the first
    assert shown(person) == (Difference.ONLY, "Its books were open")
    person.settle()
    assert [person.word(claim) for claim in (tag, words)] == [Verdict.AGREED] * 2
    assert steps(person).count("step.agree") == 2
    person.undo()
    assert [person.word(claim) for claim in (tag, words)] == [Verdict.AGREED, None]


def test_an_answer_right_after_a_step_is_for_the_difference_one_steps_to(two):  # noqa: F811
    person = two()
    books = person.id_of("Its books", False)
    person.window.reading.pick(books)
    person.window.reviewing.agree()
    person.window.reviewing.next_difference(1)  # waits until the answer before is known
    person.window.reviewing.agree()
    person.settle()
    person.known()
    assert person.word(books) is Verdict.AGREED
    assert person.word(person.id_of("accuses", False)) is Verdict.AGREED
    assert person.window.messages.words == ""


def test_when_all_is_answered_it_says_so_and_stays(two):  # noqa: F811
    person = two()
    hints = heard(person.window.reviewing.hint)
    walk(person)
    for _ in range(3):
        person.window.reviewing.agree()
        person.settle()
    assert hints == ["review.hint_walk_done"]
    person.known()
    assert person.window.colleagues.page.open == ()


def test_a_rejection_is_asked_for_beside_the_words_and_given_with_its_reason(two):  # noqa: F811
    person = two()
    claim = person.id_of("accuses", False)
    walk(person)
    person.window.reviewing.reject()
    assert QApplication.focusWidget() is person.view.beside.answers.field
    person.write("it is an allegation")
    person.enter()
    assert person.word(claim) is Verdict.REJECTED
    assert person.whole(claim).reviews[0].reason == "it is an allegation"
    assert shown(person)[0] is Difference.SPAN
    assert person.view.hasFocus()


def test_without_a_walk_the_reason_is_asked_for_in_the_editor_and_one_stays(two):  # noqa: F811
    person = two()
    claim = person.id_of("accuses", False)
    person.window.reading.pick(claim)
    person.settle()
    person.window.reviewing.reject()
    person.settle()
    assert QApplication.focusWidget() is person.window.editor.review.answers.field
    person.write("no")
    person.enter()
    assert person.word(claim) is Verdict.REJECTED
    assert person.picked.id == claim
    assert person.view.hasFocus()


def test_leaving_the_reason_gives_no_answer_and_goes_back_to_the_page(two):  # noqa: F811
    person = two()
    claim = person.id_of("accuses", False)
    person.window.reading.pick(claim)
    person.settle()
    person.window.reviewing.discuss()
    person.settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    person.settle()
    assert person.word(claim) is None
    assert person.view.hasFocus()


def test_changing_makes_my_version_and_opens_it_in_the_editor(two):  # noqa: F811
    person = two()
    claim = person.id_of("Its books", False)
    person.window.show_tab(person.window.side.people_page)
    walk(person, -1)
    person.window.reviewing.change()
    person.settle()
    assert person.picked.mine
    assert person.picked.version_of == claim
    assert person.window.editor.claim == person.picked.id
    assert person.window.editor.isVisible()
    assert person.view.hasFocus()
    person.press(Qt.Key.Key_A)  # the keys of tags act on my version
    assert person.picked.tag is Tag.ALLEGATION
    assert person.word(claim) is Verdict.CHANGED


@pytest.mark.parametrize(
    ("words", "mine", "key"), [("A hearing", True, "review.own"), ("", None, "review.hint_nothing")]
)
def test_where_nothing_can_be_answered_a_hint_says_why(two, words, mine, key):  # noqa: F811
    person = two()
    hints = heard(person.window.reviewing.hint)
    if words:
        person.window.reading.pick(person.id_of(words, mine))
        person.settle()
    for answer in ("agree", "reject", "change", "discuss"):
        getattr(person.window.reviewing, answer)()
    assert hints == [key] * 4


def test_agreeing_with_all_is_one_step_and_told_with_undo(two):  # noqa: F811
    person = two()
    person.window.show_tab(person.window.side.people_page)
    person.settle()
    person.window.side.review.differences.menu().actions()[0].trigger()
    person.settle()
    assert person.window.messages.words == "Agreed with 3 claims."
    person.known()
    assert person.window.colleagues.page.open == ()
    QTest.mouseClick(person.window.messages._action, LEFT)
    person.settle()
    person.known()
    assert len(person.window.colleagues.page.open) == 3


def test_the_list_follows_the_walk_and_the_walk_the_list(two):  # noqa: F811
    person = two()
    person.window.show_tab(person.window.side.people_page)
    person.known()
    differences = person.window.side.review.differences
    walk(person)
    assert differences.list.current.title == "Tag differs"
    QTest.keyClick(differences.list, Qt.Key.Key_Down)
    person.settle()
    assert shown(person)[0] is Difference.SPAN
    person.window.reviewing.agree()
    person.settle()
    person.known()
    assert "Bob" in differences.list.current.title
    assert len(differences.list.rows) == 2


def test_picking_another_claim_ends_the_difference(two):  # noqa: F811
    person = two()
    walk(person)
    person.window.reading.pick(person.id_of("A hearing", True))
    assert person.view.difference is None


def test_undo_opens_the_difference_again_in_tab_and_count(two):  # noqa: F811
    person = two()
    person.window.show_tab(person.window.side.people_page)
    walk(person)
    person.window.reviewing.agree()
    person.settle()
    person.known()
    tabs = person.window.tabs
    place = tabs.indexOf(person.window.side.people_page)
    assert tabs.tabText(place) == "Review 2"
    person.undo()
    person.known()
    assert tabs.tabText(place) == "Review 3"


def test_people_are_switched_off_on_page_and_list_until_another_article(two):  # noqa: F811
    person = two()
    window = person.window
    window.show_tab(window.side.people_page)
    person.known()
    bob = window.side.review.head.people.chips[1]
    QTest.mouseClick(bob, LEFT)
    person.settle()
    rows = window.claims.list.model()
    assert rows.rowCount() == 4
    window.reading.close()
    window.reading.open(person.article)
    person.settle()
    assert rows.rowCount() == 8


def bob_says(article, adas):
    return Reject(adas["A hearing is due"], "it was held")


def test_what_waits_for_me_stands_there_and_counts(two):  # noqa: F811
    person = two(
        bob_says,
        lambda _, adas: Change(adas["The ferry returns in June"]),
        lambda _, adas: AddComment(adas["A hearing is due"], "in March"),
    )
    window = person.window
    window.show_tab(window.side.people_page)
    person.known()
    waiting = window.side.review.waiting
    window.side.review.show_part(Part.WAITING)
    assert [row.title for row in waiting.list.rows] == ["The ferry returns in June", "A hearing is due"]
    claim = waiting.list.rows[1].key
    window.reading.pick(claim)
    person.settle()
    assert waiting.list.current.key == claim
    QTest.mouseClick(waiting.buttons[1], LEFT)
    person.settle()
    assert QApplication.focusWidget() is window.editor.review.comment.field
    person.write("Which one?")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    person.known()
    assert [one.body for one in person.whole(claim).comments] == ["in March", "Which one?"]
    assert claim not in [one.id for one in window.colleagues.page.waiting]


def test_a_colleagues_version_is_agreed_with_from_there(two):  # noqa: F811
    person = two(lambda _, adas: Change(adas["A hearing is due"]))
    window = person.window
    window.show_tab(window.side.people_page)
    person.known()
    waiting = window.side.review.waiting
    window.side.review.show_part(Part.WAITING)
    waiting.go_to(waiting.list.rows[0].key)
    QTest.mouseClick(waiting.buttons[0], LEFT)
    person.settle()
    person.known()
    assert window.colleagues.page.waiting == ()


def test_a_claim_of_mine_can_be_withdrawn_from_there(two):  # noqa: F811
    person = two(bob_says)
    window = person.window
    window.show_tab(window.side.people_page)
    person.known()
    window.side.review.show_part(Part.WAITING)
    window.side.review.waiting.go_to(person.id_of("A hearing", True))
    QTest.mouseClick(window.side.review.waiting.buttons[2], LEFT)
    person.settle()
    assert person.whole(person.id_of("A hearing", True)).withdrawn


def test_words_in_sight_for_a_while_are_new_no_more(two, qtbot):  # noqa: F811
    person = two(bob_says)
    claim = person.id_of("A hearing", True)

    def unread(desk):
        from annotator.store import unread as notes

        review = desk.library.query("SELECT id FROM reviews")[0]["id"]
        with desk.library.database.atomic():
            notes.add(desk.library, [desk.me], [(review, claim)])

    person.window.session.ask(unread)
    person.window.reading.refresh([claim])
    person.settle()
    assert person.window.reading.line(claim).unread
    person.window.reading.pick(claim)
    person.settle()
    assert person.window.editor.review.said.cards[0].entry.unread
    qtbot.waitUntil(lambda: not person.window.reading.line(claim).unread, timeout=3 * READ_AFTER)


def test_i_am_done_and_not(two):  # noqa: F811
    person = two(lambda article, _: DeclareDone(article))
    window = person.window
    window.show_tab(window.side.people_page)
    person.known()
    head = window.side.review.head
    for done in (True, False):
        window.review_tab.declare_done()
        person.settle()
        person.known()
        assert head.done.isChecked() is done
        assert "Bob" in head.others_done


def test_a_blind_article_shows_nothing_of_bob_until_i_am_done(two):  # noqa: F811
    person = two(lambda article, _: Assign((article,), ("Ada",), "Money only.", blind=True))
    window = person.window
    window.show_tab(window.side.people_page)
    person.known()
    panel = window.side.review
    assert panel.head.blind.isVisible()
    assert "Money only." in panel.head.blind.words
    assert not panel.parts.isVisible()
    assert {line.reviewer for line in person.claims} == {"Ada"}
    QTest.mouseClick(panel.head.blind.button, LEFT)
    person.settle()
    person.known()
    assert not panel.head.blind.isVisible()
    assert panel.parts.isVisible()
    assert {line.reviewer for line in person.claims} == {"Ada", "Bob"}


def test_signing_off_shows_who_and_what_changed_since(two):  # noqa: F811
    person = two()
    window = person.window
    wanted = []
    window.review_tab.panel_wanted.connect(lambda: wanted.append(True))
    window.show_tab(window.side.people_page)
    window.review_tab.sign_off()
    person.settle()
    assert wanted == [True]
    final = window.side.review.final
    assert QApplication.focusWidget() is final.note
    person.write("Fit to print")
    person.enter()
    person.known()
    assert final.said.startswith("Signed off by you")
    person.window.reading.pick(person.id_of("accuses", False))
    person.settle()
    window.reviewing.agree()
    person.settle()
    person.known()
    assert final.said.endswith("1 claim was changed after that.")
    QTest.mouseClick(final.back_button, LEFT)
    person.settle()
    person.known()
    assert window.colleagues.page.state.sign_off is None


def test_the_letters_work_in_the_list_of_differences_too(two):  # noqa: F811
    person = two()
    window = person.window
    action = QAction("letter", window)
    window.review_tab.set_letters([action])
    assert action in window.review_tab.make(window.look.theme).differences.list.actions()


def test_where_one_works_alone_nothing_is_read_until_it_is_looked_at(two):  # noqa: F811
    person = two(bobs_claims=False)
    assert person.window.colleagues.page is None
    person.window.show_tab(person.window.side.people_page)
    person.known()
    assert "Send it for review" in person.window.side.review.hint
    hints = heard(person.window.reviewing.hint)
    walk(person)
    assert hints == ["review.hint_alone"]
