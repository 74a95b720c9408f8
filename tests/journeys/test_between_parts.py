"""What one part of the window asks for, another does: points, call sheet, palette, codebook, foot, places."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.sources import EditSource, NewSource
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import StatusValue, Tag
from annotator.model.rows import Claim, Source
from annotator.store.door import step
from annotator.window.hands import span_of, wait_until
from annotator.words import say
from tests.journeys.person import Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window

K = Qt.Key
TEXT = (
    "Ferry\n\nThe company charged one repair to two grants. The company denied it. A hearing is due.\n\n"
    + "It is as it was on that day.\n\n" * 40
    + "The auditor said the ledger was lost.\n"
)
CHARGED, DENIED, LOST = "charged one repair to two grants", "The company denied it", "the ledger was lost"


@pytest.fixture
def busy(reader) -> Person:
    person = reader(TEXT)
    person.mark(CHARGED, K.Key_A)
    person.mark(DENIED, K.Key_D)
    return person


def rules(person: Person) -> set[tuple[str, str]]:
    """What is open: rule and quote."""
    page = person.window.checking.page
    return {(point.rule, point.quote) for point in page.points} if page else set()


def open_count(person: Person) -> QToolButton | None:
    """The button at the foot that counts what must be settled, while it is in sight."""
    buttons = person.window.status.findChildren(QToolButton)
    return next((each for each in buttons if each.isVisible() and "open point" in each.text()), None)


def await_point(person: Person, rule: str, quote: str, there: bool = True) -> None:
    wait_until(lambda: ((rule, quote) in rules(person)) is there)


def another_article(person: Person, text: str) -> str:
    made: list[str] = []
    person.window.session.run(ImportArticle(Draft(text, "Other")), lambda changes: made.extend(changes.made))
    person.settle()
    return made[0]


def test_points_follow_what_becomes_of_a_source(busy: Person) -> None:
    """The register is changed, no claim is; who stands behind one has changed all the same."""
    busy.click(CHARGED)
    busy.say_by("Bo Lind")
    await_point(busy, "single-source", CHARGED)
    found: list[Source] = []
    busy.window.session.ask(lambda desk: desk.library.where(Source, name="Bo Lind"), found.extend)
    busy.settle()
    secret = NewSource("Bo Lind", confidential=True, description="a clerk")
    busy.window.session.run(EditSource(found[0].id, secret))
    await_point(busy, "only-anonymous", CHARGED)


def test_without_an_article_nothing_is_open(busy: Person) -> None:
    await_point(busy, "denial-answers-nothing", DENIED)
    assert open_count(busy) is not None
    busy.window.reading.close()
    assert busy.window.checking.page is None
    assert open_count(busy) is None


def test_the_foot_leads_to_the_points_and_back_to_the_usual_size(busy: Person) -> None:
    await_point(busy, "denial-answers-nothing", DENIED)
    window = busy.window
    window.view.set_zoom(150)
    assert window.settings.get("zoom") == 150
    counted = open_count(busy)
    assert counted is not None
    counted.click()
    next(each for each in window.status.findChildren(QToolButton) if "150" in each.text()).click()
    busy.settle()
    assert window.tabs.currentWidget() is window.side.points_page
    assert window.settings.get("zoom") == 100


def test_a_point_without_a_claim_lets_the_picked_one_go(busy: Person) -> None:
    await_point(busy, "uncovered-statement", "The auditor said the ledger was lost.")
    busy.click(CHARGED)
    point = next(p for p in busy.window.checking.page.points if p.rule == "uncovered-statement")
    busy.window.opened.go_to(point)
    busy.settle()
    assert busy.picked is None
    assert busy.view.cursor_sentence == point.span


def test_the_next_point_brings_the_keyboard_to_the_page_and_says_where_there_is_none(busy: Person) -> None:
    await_point(busy, "denial-answers-nothing", DENIED)
    busy.window.claims.list.setFocus()
    busy.menu("next_point")
    assert busy.view.hasFocus()
    assert busy.picked is not None
    calm = another_article(busy, "It rained.")
    busy.window.reading.open(calm)
    busy.settle()
    busy.menu("nothing_here")
    wait_until(lambda: rules(busy) == set())
    busy.menu("next_point")
    assert busy.window.messages.words.startswith("Nothing is open")


def test_a_point_is_let_go_and_taken_back_in_the_panel(busy: Person) -> None:
    await_point(busy, "denial-answers-nothing", DENIED)
    panel = busy.window.side.points
    point = next(p for p in busy.window.checking.page.points if p.rule == "denial-answers-nothing")
    panel.let_go.emit(point, "an interview")
    wait_until(
        lambda: any(
            (p.rule, p.waived) == (point.rule, "an interview") for p in busy.window.checking.page.points
        )
    )
    panel.taken_back.emit(point)
    wait_until(lambda: not any(p.waived for p in busy.window.checking.page.points))


def test_what_settles_a_point_is_begun_at_its_claim(busy: Person) -> None:
    await_point(busy, "denial-answers-nothing", DENIED)
    panel, page = busy.window.side.points, busy.window.checking.page
    by_rule = {point.rule: point for point in page.points}
    panel.remedy_wanted.emit("said_by", by_rule["allegation-without-source"])
    busy.settle()
    assert busy.picked.quote == CHARGED
    assert busy.window.editor.said_by.field.hasFocus()
    panel.remedy_wanted.emit("link", by_rule["denial-answers-nothing"])
    busy.settle()
    assert busy.picked.quote == DENIED
    assert busy.window.linking.offering


def test_the_panel_says_where_it_does_not_know_the_verbs(reader) -> None:
    person = reader("Fähre\n\nDer Bürgermeister sagte, die Fähre sei nicht verkauft worden.\n")
    person.menu("tab_points")
    said = say("points.english_only")
    wait_until(lambda: any(each.text() == said for each in person.window.side.points.findChildren(QLabel)))
    labels = [each for each in person.window.side.points.findChildren(QLabel) if each.text() == said]
    wait_until(lambda: any(each.isVisible() for each in labels))


def test_nothing_here_takes_the_selected_sentence_and_lets_the_selection_go(busy: Person) -> None:
    busy.drag("hearing is due")
    busy.menu("nothing_here")
    assert [span.cut(busy.text) for span in busy.window.ticking.read] == ["A hearing is due."]
    assert not len(busy.view.selected_span())


def test_an_article_is_found_where_it_was_left_and_stays_there_when_it_is_opened_again(busy: Person) -> None:
    first, bar = busy.window.reading.article, busy.view.verticalScrollBar()
    other = another_article(busy, "It rained.\n\n" * 60)
    busy.view.go_to(span_of(busy.text, LOST))
    bar.setValue(bar.maximum() // 3)  # the cursor is out of sight
    busy.settle()
    top = busy.view.first_in_sight()
    assert top > 0
    for article in (other, first):
        busy.window.reading.open(article)
        busy.settle()
    assert busy.view.first_in_sight() == top
    assert busy.view.cursor_sentence == span_of(busy.text, "The auditor said the ledger was lost.")
    bar.setValue(0)
    busy.window.reading.open(first)  # as a click on its row does
    busy.settle()
    assert busy.view.first_in_sight() == 0


def test_a_place_that_is_none_is_passed_over(busy: Person) -> None:
    """The file of settings may say anything."""
    first = busy.window.reading.article
    for place in (["0", 1], [0], [0, 10**9], [-1, 0], "0", None):
        busy.window.reading.close()
        busy.window.settings.put(places={first: place})
        busy.window.reading.open(first)
        busy.settle()
        assert busy.view.first_in_sight() == 0


def test_the_palette_sets_a_status_and_opens_an_article(busy: Person) -> None:
    busy.click(DENIED)
    (entry,) = busy.window.comfort.more("status in progress")
    entry.run()
    busy.settle()
    assert busy.picked.status is StatusValue.IN_PROGRESS
    other = another_article(busy, "It rained.")
    wait_until(lambda: any(line.id == other for line in busy.window.exporting.known))
    (entry,) = busy.window.comfort.more("go to other")
    entry.run()
    busy.settle()
    assert busy.window.reading.article == other
    assert busy.window.comfort.more(" ") == ()
    assert busy.window.comfort.more("in progress") == []  # nothing is picked


def test_the_call_sheet_leads_to_its_claim_and_follows_article_and_theme(busy: Person) -> None:
    first, claim = busy.window.reading.article, next(line.id for line in busy.claims if line.quote == CHARGED)
    window = busy.window
    window.calling.flush()  # nothing to save before there is one
    busy.menu("call_sheet")
    sheet = window.calling.sheet
    assert sheet.isVisible()
    assert sheet.scope.isVisible()  # this article, or all
    window.reading.open(another_article(busy, "It rained."))
    busy.settle()
    window.calling.claim_wanted.emit(first, claim)
    busy.settle()
    assert (window.reading.article, window.reading.picked) == (first, claim)
    window.reading.close()
    window.calling.show()
    busy.settle()
    assert not sheet.scope.isVisible()  # there is no article to choose


def test_a_codebook_in_sight_goes_along_with_the_claim(busy: Person) -> None:
    busy.click(CHARGED)
    busy.menu("codebook")

    def shown() -> Tag:
        return list(Tag)[busy.window.comfort.codebook.tabs.currentIndex()]

    assert shown() is Tag.ALLEGATION
    busy.window.activateWindow()
    busy.press(K.Key_F)
    assert shown() is Tag.FACT
    busy.click(DENIED)
    assert shown() is Tag.DENIAL


def test_a_withdrawn_allegation_is_not_offered(busy: Person) -> None:
    charged = next(line.id for line in busy.claims if line.quote == CHARGED)

    def withdraw(desk: Desk) -> None:
        with step(desk.library, desk.hand, "step.delete") as opened:
            found = desk.library.find(Claim, charged)
            assert found is not None
            opened.write(replace(found, withdrawn=True))

    busy.window.session.ask(withdraw)
    busy.window.reading.open(busy.window.reading.article)
    busy.settle()
    busy.click(DENIED)
    busy.press(K.Key_L)
    assert not busy.window.linking.offering
    assert "no allegation" in busy.window.messages.words


def click_row(person: Person, quote: str) -> None:
    """Clicks the row of a claim in the list."""
    rows = person.window.claims.list
    place = next(n for n, line in enumerate(person.claims) if line.quote == quote)
    where = rows.visualRect(rows.model().index(place, 0)).center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    person.settle()
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    person.settle()


def test_a_click_on_a_row_chooses_what_is_linked(busy: Person) -> None:
    rows = busy.window.claims.list
    busy.press(K.Key_L)
    click_row(busy, CHARGED)
    assert not busy.window.linking.offering
    assert busy.picked.quote == DENIED
    assert [end.quote for end in busy.claims if end.id in busy.picked.answers] == [CHARGED]
    assert busy.claims[rows.currentIndex().row()].quote == DENIED  # the list goes back to it
    busy.press(K.Key_F)  # letters are tags again
    assert busy.picked.tag is Tag.FACT


def test_a_row_of_another_tag_is_not_taken(busy: Person) -> None:
    busy.mark("A hearing is due", K.Key_F)
    busy.click(DENIED)
    busy.press(K.Key_L)
    click_row(busy, "A hearing is due")
    assert busy.picked.quote == DENIED
    assert busy.picked.answers == ()
    wait_until(lambda: not busy.window.linking.offering)  # the keyboard has left the page
    assert busy.window.messages.words == ""  # nothing was tried, nothing refused
    click_row(busy, "A hearing is due")
    assert busy.picked.tag is Tag.FACT


def test_focus_mode_leaves_the_page_alone_and_brings_everything_back(busy: Person) -> None:
    window = busy.window
    others = (window.articles, window.tabs, window.top, window.status)
    assert all(each.isVisible() for each in others)
    busy.menu("focus_mode")
    assert not any(each.isVisible() for each in others)
    assert window.view.hasFocus()
    window.focus_mode.toggle()
    busy.settle()
    assert all(each.isVisible() for each in others)


def test_the_editor_asks_for_a_link(busy: Person) -> None:
    busy.click(DENIED)
    busy.window.editor.link_wanted.emit()
    busy.settle()
    assert busy.window.linking.offering
