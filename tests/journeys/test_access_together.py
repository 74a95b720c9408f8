"""Every screen between colleagues by ear and by keys alone: names, order, a keyboard that is never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView, QTableView, QWidget

from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.reviewing import Reject
from annotator.model.deliveries import Arrival, Delivery, SetAside, SourceMatch, Stamped, Summary
from annotator.model.enums import Verdict
from annotator.model.rows import Reviewer
from annotator.window.agreement.head import Scope
from annotator.window.hands import wait_until
from annotator.window.merging.dialog import MergeDialog
from annotator.window.merging.incoming import Incoming, Unread
from annotator.window.review.panel import Part
from annotator.window.texts.window import Side, TextsWindow
from tests.journeys.person import ALT, CTRL
from tests.journeys.test_access import looked_at
from tests.window.access import controls, rows, walk
from tests.window.flow.two_people import TEXT, Together, two  # noqa: F401 (a fixture)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window

K = Qt.Key


def bob_says(_, adas):
    return Reject(adas["A hearing is due"], "it was held")


def bob_asks(_, adas):
    return AddComment(adas["accuses the company"], "Is that sure?")


def focus() -> QWidget:
    """What has the keyboard; something always has."""
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def named() -> str:
    return focus().accessibleName()


def space(button: QWidget) -> None:
    """Presses a button as the keyboard does."""
    assert button.isVisible()
    button.setFocus()
    QTest.keyClick(button, K.Key_Space)


def known(person: Together) -> None:
    person.settle()
    person.known()


def dialog(person: Together) -> QDialog:
    """The window that an action opened, with what it shows."""
    tops = QApplication.topLevelWidgets
    wait_until(lambda: any(isinstance(one, QDialog) and one.isVisible() for one in tops()))
    person.settle()
    return next(one for one in tops() if isinstance(one, QDialog) and one.isVisible())


def incoming(name: str, file: str, *arrivals: Arrival, **asked: object) -> Incoming:
    people = tuple(Stamped(Reviewer(one, one, "#8A6D3B"), "p2", "d2", "", "") for one in ("Cora", "Dan"))
    delivery = Delivery(file, "p2", "d2", "2026-03-14T10:00:00.000Z", people)
    summary = Summary(sender=name, sent=delivery.sent, message="Look.", arrivals=arrivals, **asked)
    return Incoming(Path(f"{file}.redpencil.json"), delivery, summary)


def summaries(parent: QWidget) -> MergeDialog:
    """Several files, one refused, and all that can be asked about one."""
    asked = {
        "matches": (SourceMatch("s1", "s2", "Ministry"),),
        "same_names": (("01888888-5", "Ada"), ("01999999-6", "Ada")),
        "assigned_to": ("Cora", "Dan"),
        "set_aside": (SetAside("p1", "Ada", "d3", "laptop", 5, ("a night service",)),),
    }
    files = [
        incoming("Ben", "ben", Arrival("a2", "City bees", ("Ben",), new=True, claims=1, like="a9"), **asked),
        incoming("Dan", "dan", Arrival("a1", "Harbour ferry", ("Dan",), claims=12)),
    ]
    return MergeDialog(files, (Unread(Path("x.redpencil.json"), "x is damaged."),), "Ada", parent)


def windows(person: Together) -> Iterator[tuple[str, QWidget]]:
    """Every window that is about colleagues, with something in it."""
    person.window.session.run(Assign((person.article,), ("Cora", "Dan"), "Tag it all.", True))
    person.settle()
    person.menu("packets")
    packets = dialog(person)
    yield "packets", packets
    packets.close()
    person.menu("agreement")
    agreement = dialog(person)
    yield "agreement on an article", agreement
    agreement.head.scope_asked.emit(Scope.LIBRARY)
    person.settle()
    yield "agreement over the library", agreement
    agreement.close()
    person.menu("send")
    sending = dialog(person)
    sending.articles.picks.choose("some")
    sending.people.picks.choose("some")
    yield "sending some", sending
    sending.independent.setChecked(True)
    yield "sending to be tagged", sending
    sending.close()
    summary = summaries(person.window)
    summary.show()
    yield "summary of files", summary
    summary.close()
    here, there = Side("Ferry", "In this library", TEXT), Side("Ferry", "Sent by Ben", TEXT.upper())
    texts = TextsWindow(here, there, person.window.look.theme, person.window)
    texts.show()
    wait_until(lambda: texts.found is not None)
    yield "two texts", texts
    texts.close()


def test_each_window_is_named_reached_by_tab_and_seen_where_the_keyboard_is(two):  # noqa: F811
    person, seen, faults = two(bob_says), set(), {}
    for name, window in windows(person):
        person.settle()
        if screen := looked_at(window, seen).faults:
            faults[name] = screen
        lists = [view for view in window.findChildren(QListView) if view.isVisible() and view.model()]
        assert all(len(row) > 2 and row != "None" for view in lists for row in rows(view)), name
    assert faults == {}


def test_escape_closes_each_window(two):  # noqa: F811
    person = two()
    for name, window in windows(person):
        window.activateWindow()
        QTest.keyClick(window.focusWidget() or window, K.Key_Escape)
        assert not window.isVisible(), name


def test_cells_of_the_grid_and_of_the_table_say_whose_they_are(two):  # noqa: F811
    person = two()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    for name, window in windows(person):
        for table in window.findChildren(QTableView):
            model = table.model()
            said = [
                str(model.index(row, column).data(spoken))
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
            assert len(set(said)) == len(said), name
            assert all(len(words) > 3 for words in said), name


def test_the_people_of_the_machine_stand_in_a_menu_that_keys_open(two):  # noqa: F811
    person = two()
    person.menu("switch_person")
    menu = QApplication.activePopupWidget()
    assert menu.accessibleName()
    assert [action.isChecked() for action in menu.actions() if action.isCheckable()].count(True) == 1
    QTest.keyClick(menu, K.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert focus().window() is person.window


# Where Tab goes


def order(person: Together, names: list[str]) -> list[str]:
    """Those of the names that Tab comes to, in its order, from the first of them on."""
    by_name = {one.name: one.widget for one in controls(person.window)}
    by_name[names[0]].setFocus()
    return [one.accessibleName() for one in walk(person.window) if one.accessibleName() in names]


def test_tab_goes_through_the_review_tab_as_it_is_read(two):  # noqa: F811
    person = two(bob_says)
    person.menu("tab_review")
    known(person)
    assert named() == "Show Ada’s claims"
    names = [
        "Show Ada’s claims",
        "Show Bob’s claims",
        "Show only my claims",
        "Differences, 3 to answer",
        "Waiting for my word, 1 claim",
        "Agree with all…",
        "Differences",
    ]
    assert order(person, names) == names
    space(person.window.side.review.head.people.chips[1])  # they are as before when the people come anew
    assert named() == "Show Bob’s claims"
    person.press(K.Key_Down, ALT)
    person.press(K.Key_Y)
    known(person)
    names[2:4] = ["Show everyone’s claims", "Differences, 2 to answer"]
    assert order(person, names) == names


def test_tab_goes_from_the_article_into_the_card_and_through_the_thread(two):  # noqa: F811
    person = two(bob_asks)
    person.press(K.Key_Down, ALT)
    card = [
        "Article",
        "Agree with the version in the text",
        "Discuss the version in the text",
        "Close the versions",
    ]
    assert order(person, card) == card
    person.press(K.Key_Escape)
    person.window.reading.pick(person.id_of("accuses", True))
    person.settle()
    person.menu("comment")
    person.write("Yes.")
    QTest.keyClick(focus(), K.Key_Return, CTRL)
    person.settle()
    thread = person.window.editor.review.said
    stops = [stop.accessibleName() for stop in thread.stops] + ["Comment", "Tag as allegation"]
    assert len(stops) == 6
    assert order(person, stops) == stops


def test_tab_goes_through_agreement_as_it_is_read(two):  # noqa: F811
    person = two()
    person.menu("agreement")
    window = dialog(person)
    chips = window.head.chips
    chips[1].setFocus()
    person.window.session.run(AddComment(person.id_of("accuses", True), "More."))
    window.head.set_people([(chip.person, 9) for chip in chips], [chip.person.id for chip in chips])
    assert named() == "Compare Bob"  # new chips, the same person
    window.head.scopes.stops[0].setFocus()
    names = ["This article", "The library", "Compare Ada", "Compare Bob", "Differences along the article"]
    assert [one.accessibleName() for one in walk(window)][:5] == names
    window.close()


def test_f6_goes_on_from_the_card_and_back(two):  # noqa: F811
    person = two()
    person.press(K.Key_Down, ALT)
    seen = []
    for keys in ("F6", "F6", "Shift+F6", "Shift+F6"):
        person.shortcut(keys)
        seen.append(named())
    assert seen == [
        "Agree with the version in the text",
        "Claims",
        "Agree with the version in the text",
        "Article",
    ]


# What had the keyboard goes


def test_the_keyboard_stays_in_the_review_tab(two):  # noqa: F811
    person = two(bob_says)
    person.menu("tab_review")
    known(person)
    panel = person.window.side.review
    space(panel.head.done)
    known(person)
    assert focus() is panel.head.done
    panel.show_part(Part.WAITING)
    panel.waiting.list.setFocus()
    QTest.keyClick(panel.waiting.list, K.Key_Down)
    known(person)
    space(panel.waiting.buttons[2])  # nothing waits any more, and its list is gone too
    known(person)
    assert not panel.waiting.list.isVisible()
    assert panel.isAncestorOf(focus())
    panel.show_part(Part.FINAL)
    space(panel.final.sign_button)
    known(person)
    assert focus() is panel.final.back_button
    space(panel.final.back_button)
    known(person)
    assert focus() is panel.final.note
    QTest.keyClick(focus(), K.Key_Escape)
    assert person.view.hasFocus()


def test_the_keyboard_stays_in_the_thread(two):  # noqa: F811
    person = two(bob_asks)
    person.window.reading.pick(person.id_of("accuses", True))
    person.settle()
    part = person.window.editor.review
    part.said.cards[0].setFocus()
    before = focus()
    person.window.look.choose("dark")
    assert focus() is part.said.cards[0]
    assert focus() is not before  # it has another colour, and is another card
    person.window.look.choose("light")
    person.menu("comment")
    for button in (part.comment.send_button, part.comment.give_up_button):
        person.write("Which?")
        space(button)
        person.settle()
        assert focus() is part.comment.field
    _, remove = part.said.cards[1].buttons
    space(remove)
    person.settle()
    assert len(part.said.cards) == 1
    assert focus() is part.comment.field


def test_the_card_stays_while_somebody_types_in_it(two):  # noqa: F811
    person = two()
    person.window.resize(1200, 480)
    person.view.set_zoom(200)
    person.press(K.Key_Down, ALT)
    person.press(K.Key_X)
    person.write("no")
    bar = person.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    person.write("t so")
    field = person.view.beside.answers.field
    assert field.text() == "not so"
    within = field.mapTo(person.view, field.rect().center())
    assert person.view.rect().contains(within)


# Keys


def test_only_the_bare_letter_answers_in_the_card(two):  # noqa: F811
    person = two()
    person.press(K.Key_Down, ALT)
    claim = person.view.beside.at_hand
    button = person.view.beside.answers.button(Verdict.AGREED)
    button.setFocus()
    for modifier in (ALT, CTRL):
        QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, K.Key_Y, modifier, "y"))
    person.settle()
    assert person.word(claim) is None
    QTest.keyClick(button, K.Key_Y)
    person.settle()
    assert person.word(claim) is Verdict.AGREED


def test_a_keyboard_without_latin_letters_answers_in_the_list_by_the_place_of_its_keys(two):  # noqa: F811
    person = two()
    person.menu("tab_review")
    known(person)
    differences = person.window.side.review.differences.list
    differences.setFocus()
    QTest.keyClick(differences, K.Key_Down)
    person.settle()
    claim = person.view.beside.at_hand
    en = QKeyEvent(QEvent.Type.KeyPress, 0x41D, Qt.KeyboardModifier.NoModifier, 29, 0, 0, "н")  # where Y is
    QApplication.sendEvent(differences, en)
    person.settle()
    assert person.word(claim) is Verdict.AGREED


def test_letters_are_written_in_every_field_and_do_nothing_else(two):  # noqa: F811
    person = two(bob_says)
    before = person.content()
    person.press(K.Key_Down, ALT)
    person.press(K.Key_X)
    person.write("adfycxtm")
    assert person.view.beside.answers.field.text() == "adfycxtm"
    QTest.keyClick(focus(), K.Key_Escape)
    person.menu("comment")
    comment = person.window.editor.review.comment.field
    person.write("adfycxtm")
    assert comment.toPlainText() == "adfycxtm"
    comment.clear()
    person.menu("sign_off")
    known(person)
    note = person.window.side.review.final.note
    assert focus() is note
    person.write("adfycxtm")
    assert note.text() == "adfycxtm"
    note.clear()
    person.settle()
    assert person.content() == before


# What is heard


def test_walking_answering_and_the_end_of_it_are_heard(two):  # noqa: F811
    person, heard = two(), []
    person.window.hearing.said.connect(heard.append)
    person.press(K.Key_Down, ALT)
    assert heard == ["Difference 1 of 4: Tag differs"]
    heard.clear()
    person.press(K.Key_Y)
    assert heard == ["Difference 2 of 4: Marked words differ", "Agree with Bob"]
    person.press(K.Key_Y)
    person.press(K.Key_Y)
    assert "answered" in person.window.messages.words.lower()
    heard.clear()
    person.undo()
    assert heard[0] == "Undone: Agree with Bob"


def test_my_answer_and_whose_claims_are_hidden_are_told_as_states(two):  # noqa: F811
    person = two()
    person.menu("tab_review")
    known(person)
    space(person.window.side.review.head.people.chips[1])
    states = {one.name: one.state.checked for one in controls(person.window)}
    assert (states["Show Ada’s claims"], states["Show Bob’s claims"]) == (True, False)
    space(person.window.side.review.head.people.chips[1])
    tag = person.id_of("accuses", False)
    person.press(K.Key_Down, ALT)
    person.press(K.Key_Y)
    person.window.reading.pick(tag)
    person.menu("tab_claims")
    about = {one.name: one.about for one in controls(person.window)}
    assert about["Agree with this claim"] == "This is your answer"
    assert about["Reject this claim"] != "This is your answer"
