"""Finding in the article: as one types, from hit to hit, and from a hit to a claim."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.spans import Span
from annotator.window.hands import press, span_of
from tests.window.find_page import page  # noqa: F401 (a fixture)

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

FERRY = "Ferry\n\nThe ferry is late. The FERRY\ncompany said the café was shut. No ferries ran. A cafe was.\n"
LONG = "\n\n".join(f"Paragraph {number} says nothing new about the harbour." for number in range(200))


def typed(page, words: str) -> None:  # noqa: F811
    QTest.keyClicks(page.finding.bar.field, words)


def test_all_hits_show_as_one_types_and_nothing_is_typed_into_the_article(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    assert QApplication.focusWidget() is page.finding.bar.field
    assert page.shown.count == ""
    typed(page, "ferr")
    assert page.shown.count == "1 of 4"
    typed(page, "y c")
    assert (page.shown.count, page.shown.hit) == ("1 of 1", "FERRY\nc")
    typed(page, "x")
    assert (page.shown.count, page.shown.hit) == ("No hits", None)


def test_enter_and_shift_enter_go_round(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "ferry")
    field = page.finding.bar.field
    places = []
    for key, modifiers in [
        (K.Key_Return, SHIFT),
        (K.Key_Return, SHIFT),
        (K.Key_Enter, SHIFT),
        (K.Key_Return, None),
    ]:
        QTest.keyClick(field, key, modifiers or Qt.KeyboardModifier.NoModifier)
        places.append(page.shown.count)
    assert places == ["3 of 3", "2 of 3", "1 of 3", "2 of 3"]
    page.finding.next()
    page.finding.next()
    page.finding.previous()
    assert page.shown.count == "3 of 3"


def test_it_begins_where_one_reads_and_scrolls_there(page):  # noqa: F811
    page.open(LONG)
    there = page.text.index("Paragraph 120")
    page.view.scroll_to(Span(there, there + 1))
    page.finding.ask()
    typed(page, "says nothing")
    assert page.shown.at >= page.text.index("Paragraph 110 ")
    assert page.shown.at < page.text.index("Paragraph 130 ")
    page.finding.bar.field.clear()
    typed(page, "paragraph 77 ")
    assert page.shown.count == "1 of 1"
    spot = page.view.place_of(page.shown.at)
    assert 0 < spot.y() < page.view.viewport().height()


def test_what_is_found_is_not_hidden_by_the_bar(page):  # noqa: F811
    """What stands where the bar comes is found: it must be above the bar then."""
    page.open(LONG)
    hit = span_of(page.text, "Paragraph 100")
    page.view.scroll_to(hit)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.value() + round(page.view.place_of(hit.start).y()) - page.view.viewport().height() + 36)
    page.view.select(hit)
    page.finding.ask()
    QApplication.processEvents()
    assert page.shown.at == hit.start
    assert page.view.place_of(hit.start).y() < page.view.viewport().height() - 8


def test_selected_words_are_looked_for(page):  # noqa: F811
    page.open(FERRY)
    page.view.select(span_of(page.text, "FERRY\ncompany"))
    page.finding.ask()
    assert page.finding.bar.field.text() == "FERRY company"
    assert (page.shown.count, page.shown.hit) == ("1 of 1", "FERRY\ncompany")


def test_a_long_passage_is_no_words_to_find(page):  # noqa: F811
    page.open(LONG)
    page.view.select(Span(0, 500))
    page.finding.ask()
    assert page.finding.bar.field.text() == ""


def test_whole_words_only(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "ferr")
    QTest.keyClick(page.finding.bar.whole_words, K.Key_Space)
    assert page.shown.count == "No hits"
    typed(page, "y")
    assert page.shown.count == "1 of 3"


@pytest.mark.parametrize(
    ("key", "tag"), [(K.Key_1, "allegation"), (K.Key_2, "denial"), (K.Key_3, "reported fact")]
)
def test_one_key_makes_the_hit_a_claim(page, key, tag):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "cafe")
    QTest.keyClick(page.finding.bar.field, key, CTRL)
    page.work.wait()
    assert page.quotes == [(tag, "café")]
    assert QApplication.focusWidget() is page.finding.bar.field
    assert page.finding.bar.field.text() == "cafe"
    QTest.keyClick(page.finding.bar.field, K.Key_Return)
    QTest.keyClick(page.finding.bar.field, key, CTRL)
    page.work.wait()
    assert page.quotes == [(tag, "café"), (tag, "cafe")]


def test_a_tags_button_does_the_same(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "late")
    QTest.mouseClick(page.finding.bar.tags[1], Qt.MouseButton.LeftButton)
    page.work.wait()
    assert page.quotes == [("denial", "late")]


def test_escape_goes_back_with_the_hit_selected(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "company said")
    QTest.keyClick(page.finding.bar.field, K.Key_Escape)
    assert not page.finding.is_open
    assert QApplication.focusWidget() is page.view
    assert page.shown.selected == "company said"
    press(page.view, K.Key_Escape)
    press(page.view, K.Key_Escape)
    page.finding.ask()
    assert page.finding.bar.field.text() == "company said"  # to be found again, or typed over
    assert page.finding.bar.field.selectedText() == "company said"


def test_escape_leaves_a_hit_that_was_tagged_unselected(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "late")
    QTest.keyClick(page.finding.bar.field, K.Key_1, CTRL)
    page.work.wait()
    QTest.keyClick(page.finding.bar.field, K.Key_Escape)
    assert page.shown.selected == ""
    assert page.reading.picked is not None


def test_another_article_is_searched_and_stays_at_its_beginning(page):  # noqa: F811
    page.open(FERRY)
    page.finding.ask()
    typed(page, "harbour")
    assert page.shown.count == "No hits"
    page.open(LONG)
    assert (page.shown.count, page.shown.hit) == ("200 hits", None)
    assert page.view.verticalScrollBar().value() == 0
    QTest.keyClick(page.finding.bar.field, K.Key_1, CTRL)
    page.work.wait()
    assert page.quotes == []  # what is not seen is not tagged
    assert page.shown.count == "1 of 200"
    page.reading.close()
    assert not page.finding.is_open


def test_next_opens_the_bar_where_it_is_closed(page):  # noqa: F811
    page.finding.next()
    assert not page.finding.is_open  # there is no article
    page.open(FERRY)
    page.finding.next()
    assert page.finding.is_open


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("قالت الشركة إن شركة أخرى", "شركة", 2),
        ("华为公司否认。公司说", "公司", 2),
        ("La fábrica 🍜 y la FÁBRICA", "fabrica", 2),
        ("Große Straße, GROSSE STRASSE", "straße", 2),
    ],
)
def test_other_languages(page, text, words, found):  # noqa: F811
    page.open(f"Title\n\n{text}\n")
    page.finding.ask()
    page.finding.bar.field.setText(words)
    assert page.shown.count == f"1 of {found}"
