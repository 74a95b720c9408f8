"""The panel of open points: groups, cards, buttons, keys, and the place that is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.desk.checks.table import RULES, place, remedies
from annotator.model.enums import Tag
from annotator.model.points import Level, OpenPoint
from annotator.model.spans import Span
from annotator.window.points.panel import PointsPanel
from annotator.window.theme import load_theme

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def point(rule="single-source", start=0, claim="c", **more):
    """A point on a claim that has the rule's level; an empty `claim` stands for none."""
    level = RULES[rule].level
    values = {"word": "claimed", "name": "Noor", "count": "3", "words": "old"}
    quote = f"words from {start}"
    made = OpenPoint(rule, level, f"{claim}{start}" if claim else None, Span(start, start + 5), values)
    return replace(made, quote=quote, tag=Tag.ALLEGATION if claim else None, **more)


MUST = point("allegation-without-source", 40)
LATER_MUST = point("allegation-without-response", 90)
LOOK = point("single-source", 10)
NOTE = point("same-sentence-twice", 5, claim="")
UNREAD = point("unread-sentences", 0, claim="")
WAIVED = point("only-anonymous", 70, waived="known to the desk", waived_by="Noor", waived_by_me=False)
MINE = point("refuted", 75, waived="so worded", waived_by="Me", waived_by_me=True)
ALL = (MUST, LATER_MUST, LOOK, UNREAD, NOTE, WAIVED, MINE)


@pytest.fixture
def panel(qtbot):
    made = PointsPanel(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(345, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def spoken(panel):
    model = panel.list.model()
    return [model.index(row, 0).data(SPOKEN) for row in range(model.rowCount())]


def buttons(panel, of):
    return {button.accessibleName().partition(":")[0]: button for button in panel.list.actions_of(of).buttons}


def heard(signal):
    got = []
    signal.connect(lambda *values: got.append(values))
    return got


def fold(panel):
    return next(child for child in panel.children() if getattr(child, "isFlat", bool)())


def test_points_stand_in_three_groups(panel):
    panel.set_points(ALL)
    assert spoken(panel)[0] == "Must be settled, 2"
    assert spoken(panel)[1].startswith(
        "Must be settled: Nobody is named as saying this allegation. Allegation "
    )
    assert [row for row in spoken(panel) if row.endswith((", 1", ", 2"))] == [
        "Must be settled, 2",
        "Worth a look, 1",
        "Notes, 2",
    ]
    assert len(spoken(panel)) == 3 + 5


def test_what_was_let_go_is_folded_away(panel):
    panel.set_points(ALL)
    assert "2" in fold(panel).text()
    fold(panel).click()
    assert spoken(panel)[-3] == "Let go, 2"
    assert "Noor" in spoken(panel)[-2]
    assert "known to the desk" in spoken(panel)[-2]
    fold(panel).click()
    assert len(spoken(panel)) == 8
    panel.set_points((MUST,))
    assert not fold(panel).isVisible()


def test_each_card_has_its_remedies(panel):
    panel.set_points((MUST, LATER_MUST, LOOK))
    wanted = heard(panel.remedy_wanted)
    assert set(buttons(panel, MUST)) == {"Add source", "Let go…"}
    assert set(buttons(panel, LATER_MUST)) == {"Link", "Record response", "Let go…"}
    buttons(panel, LATER_MUST)["Record response"].click()
    buttons(panel, MUST)["Add source"].click()
    assert wanted == [("response", LATER_MUST), ("said_by", MUST)]
    names = [name for of in (MUST, LATER_MUST, LOOK) for name in map(named, buttons(panel, of).values())]
    assert len(names) == len(set(names))


def named(button):
    return button.accessibleName()


def test_every_remedy_has_a_word(panel):
    for rule in RULES:
        for claim in ("c", ""):
            made = point(rule, claim=claim)
            panel.set_points((made,))
            assert len(panel.list.actions_of(made).buttons) == len(remedies(made)) + 1


def test_a_click_and_enter_go_to_the_place(panel, qtbot):
    panel.set_points(ALL)
    picked = heard(panel.point_picked)
    centre = panel.list.visualRect(panel.list.model().index(2, 0)).topLeft()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=centre + QPoint(60, 6))
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert picked == [(LATER_MUST,), (MUST,)]


def test_reading_on_goes_to_the_first_sentence_unread(panel):
    panel.set_points((UNREAD,))
    picked = heard(panel.point_picked)
    buttons(panel, UNREAD)["Read on"].click()
    assert picked == [(UNREAD,)]


def test_arrows_pass_over_headings(panel, qtbot):
    panel.set_points(ALL)
    panel.next()
    seen = [panel.current]
    for _ in range(4):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        seen.append(panel.current)
    assert seen == [MUST, LATER_MUST, LOOK, UNREAD, NOTE]


def reason_of(panel, of):
    return next(field for field in panel.list.actions_of(of).findChildren(QLineEdit) if field.isVisible())


def test_letting_go_asks_for_the_reason_where_the_buttons_are(panel, qtbot):
    panel.set_points(ALL)
    let_go = heard(panel.let_go)
    panel.next()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    field = reason_of(panel, MUST)
    assert field.hasFocus()
    assert field.accessibleName()
    assert not buttons(panel, MUST)["Add source"].isVisible()
    QTest.keyClicks(field, "wire copy")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert let_go == [(MUST, "wire copy")]
    assert panel.list.hasFocus()
    assert buttons(panel, MUST)["Add source"].isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_without_a_reason_nothing_is_let_go(panel, qtbot, key):
    panel.set_points(ALL)
    let_go = heard(panel.let_go)
    buttons(panel, LOOK)["Let go…"].click()
    qtbot.keyClick(reason_of(panel, LOOK), key)
    assert let_go == []
    assert panel.list.hasFocus()


def test_a_half_written_reason_survives_a_change_elsewhere(panel):
    panel.set_points(ALL)
    buttons(panel, LOOK)["Let go…"].click()
    QTest.keyClicks(reason_of(panel, LOOK), "half a rea")
    panel.set_points(ALL[1:])
    assert reason_of(panel, LOOK).text() == "half a rea"
    assert reason_of(panel, LOOK).hasFocus()


def test_a_half_written_reason_survives_scrolling(panel):
    many = tuple(point("single-source", 10 * n) for n in range(100))
    panel.set_points(many)
    buttons(panel, many[0])["Let go…"].click()
    QTest.keyClicks(reason_of(panel, many[0]), "half a rea")
    panel.list.scrollToBottom()
    panel.list.scrollToTop()
    assert reason_of(panel, many[0]).text() == "half a rea"
    panel.set_points(many[1:])
    panel.set_points(many)
    assert panel.list.actions_of(many[0]).findChildren(QLineEdit) == []


def test_only_ones_own_waiver_can_be_taken_back(panel, qtbot):
    panel.set_points(ALL)
    fold(panel).click()
    taken = heard(panel.taken_back)
    let_go = heard(panel.let_go)
    panel.list.scrollToBottom()
    assert buttons(panel, WAIVED) == {}
    buttons(panel, MINE)["Take back"].click()
    last = panel.list.model().index(len(spoken(panel)) - 1, 0)
    panel.list.setCurrentIndex(last)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)  # another's: nothing to do
    assert taken == [(MINE,), (MINE,)]
    assert let_go == []


def test_the_next_point_walks_what_must_be_and_then_what_is_worth_a_look(panel):
    panel.set_points(ALL)
    assert [panel.next() for _ in range(4)] == [MUST, LATER_MUST, LOOK, MUST]
    assert [panel.next(-1) for _ in range(3)] == [LOOK, LATER_MUST, MUST]
    assert panel.current == MUST


def test_a_settled_point_does_not_swallow_the_next(panel):
    panel.set_points(ALL)
    panel.next()
    panel.set_points(ALL[1:])  # the first was settled
    assert panel.next() == LATER_MUST
    panel.set_points((LOOK, NOTE))
    assert panel.next() == LOOK


def test_notes_are_walked_only_where_nothing_else_is_open(panel):
    panel.set_points((UNREAD, NOTE))
    assert [panel.next(), panel.next(), panel.next()] == [UNREAD, NOTE, UNREAD]
    panel.set_points((WAIVED,))
    assert panel.next() is None
    panel.set_points(())
    assert panel.next() is None


def test_the_place_in_the_list_is_kept(panel):
    many = tuple(point("single-source", 10 * n) for n in range(200))
    panel.set_points(many)
    panel.list.setCurrentIndex(panel.list.model().index(101, 0))
    panel.list.scrollTo(panel.list.model().index(101, 0))
    before = panel.list.verticalScrollBar().value()
    assert before > 0
    panel.set_points(many[:100] + many[101:])
    assert panel.current == many[101]  # what now stands where the settled one was
    panel.set_points((MUST, *many[:100], *many[101:]))
    assert panel.current == many[101]
    panel.set_points(many)
    assert panel.current == many[100]  # the change that settled it was undone
    assert abs(panel.list.verticalScrollBar().value() - before) < 200


def test_the_same_points_again_keep_their_buttons(panel):
    panel.set_points(ALL)
    first = panel.list.actions_of(MUST)
    panel.set_points(tuple(replace(one) for one in ALL))
    assert panel.list.actions_of(MUST) is first


def test_only_cards_in_sight_have_buttons(panel):
    many = tuple(point("single-source", 10 * n) for n in range(1_000))
    panel.set_points(many)
    assert panel.list.actions_of(many[0]) is not None
    assert panel.list.actions_of(many[-1]) is None
    panel.list.scrollToBottom()
    assert panel.list.actions_of(many[0]) is None
    assert panel.list.actions_of(many[-1]) is not None


def test_tab_reaches_the_buttons_of_the_current_card(panel, qtbot):
    panel.set_points(ALL)
    panel.next()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is buttons(panel, MUST)["Add source"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is buttons(panel, MUST)["Let go…"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not panel.list.actions_of(LATER_MUST).isAncestorOf(QApplication.focusWidget())


def test_nothing_open_says_what_remains_to_be_read(panel):
    hint = panel._nothing
    assert hint.text() == "Nothing is open."
    assert hint.isVisible()
    panel.set_points((UNREAD, NOTE, WAIVED))
    assert "3 sentences" in hint.text()
    assert hint.isVisible()
    panel.set_points((LOOK,))
    assert not hint.isVisible()


def test_a_language_without_verb_lists_is_said(panel):
    panel.set_points((), language_note=True)
    assert panel._language.isVisible()
    assert "English" in panel._language.text()
    panel.set_points(())
    assert not panel._language.isVisible()


def red(picture, theme):
    wanted = load_theme(theme).accent.lower()
    return any(
        picture.pixelColor(x, y).name() == wanted
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_only_what_must_be_settled_is_red(panel, theme):
    panel.set_theme(load_theme(theme))
    panel.set_points((LOOK, NOTE, UNREAD, point("denial-answers-nothing", 3, waived="so", waived_by="N")))
    fold(panel).click()
    assert not red(panel.grab().toImage(), theme)
    panel.set_points((MUST,))
    assert red(panel.grab().toImage(), theme)


def test_from_right_to_left_buttons_stand_on_the_right(panel):
    panel.set_points((MUST,))
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    panel.list.place_actions()
    QApplication.processEvents()
    button = buttons(panel, MUST)["Add source"]
    left = button.mapTo(panel, button.rect().topLeft()).x()
    assert left > panel.width() / 2


def test_the_order_of_points_is_the_order_of_the_walk():
    ordered = sorted(ALL, key=place)
    assert ordered == [MUST, LATER_MUST, LOOK, UNREAD, NOTE, WAIVED, MINE]
    assert [one.level for one in ordered[:3]] == [Level.MUST, Level.MUST, Level.LOOK]


@pytest.mark.parametrize("width", [345, 300, 200])
def test_buttons_that_do_not_fit_begin_another_row_and_none_is_cut(panel, width):
    points = (LATER_MUST, point("only-anonymous", 70), LOOK)
    panel.resize(width, 900)
    panel.set_points(points)
    QApplication.processEvents()
    tops = set()
    for one in points:
        actions = panel.list.actions_of(one)
        row = panel.list.visualRect(panel.list.model().index(panel.list._points.row_of(one.key), 0))
        assert row.contains(actions.geometry())
        for button in actions.buttons:
            assert button.width() == button.sizeHint().width()
            assert actions.rect().contains(button.geometry())
            tops.add(button.y())
    assert (len(tops) > 1) == (width < 345)
