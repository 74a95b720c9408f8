"""Every occurrence tagged at once: the page as a preview, one step, one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk.commands.claims import TagClaim
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.hands import drag, span_of
from tests.window.find_page import page  # noqa: F401 (a fixture)

K = Qt.Key

TEXT = (
    "Ferry\n\nThe ferry is late. No ferries ran.\n\n" + "Nothing new.\n\n" * 60 + "The ferry sank. A ferry!\n"
)


def test_all_but_one_are_tagged_in_one_step_and_one_undo(page):  # noqa: F811
    article = page.open(TEXT)
    page.view.select(span_of(page.text, "ferry"))
    page.occurrences.ask()
    dialog = page.occurrences.dialog
    assert dialog.button.text() == "Tag 4 as allegation"
    assert dialog.list.place == span_of(page.text, "ferry")
    QTest.keyClick(dialog.list, K.Key_D)
    QTest.keyClick(dialog.list, K.Key_Down)
    QTest.keyClick(dialog.list, K.Key_Space)
    QTest.keyClick(dialog.list, K.Key_Return)
    page.work.wait()
    assert page.quotes == [("denial", "Ferry"), ("denial", "ferry"), ("denial", "ferry")]
    assert page.shown.selected == ""
    assert page.window.focusWidget() is page.view
    page.session.undo(article)
    page.work.wait()
    assert page.quotes == []


def test_the_page_shows_what_would_be_tagged_and_follows_the_list(page, monkeypatch):  # noqa: F811
    """What the page is given to show is noted, and shown all the same."""
    page.open(TEXT)
    given: list[tuple[list[Span], Span | None]] = []
    show = page.view.set_hits

    def noted(spans, current):
        given.append((sorted(spans), current))
        show(spans, current)

    monkeypatch.setattr(page.view, "set_hits", noted)
    page.view.select(span_of(page.text, "ferry"))
    page.occurrences.ask()
    dialog = page.occurrences.dialog
    everywhere = [span_of(page.text, "Ferry"), *(span_of(page.text, "ferry", nth) for nth in (1, 2, 3))]
    assert given[-1] == (everywhere, everywhere[1])
    QTest.keyClick(dialog.list, K.Key_Down)
    assert given[-1] == (everywhere, everywhere[2])
    assert 0 < page.view.place_of(everywhere[2].start).y() < page.view.viewport().height()
    QTest.keyClick(dialog.list, K.Key_Space)
    QTest.keyClick(dialog.list, K.Key_Down)
    assert given[-1] == ([everywhere[0], everywhere[1], everywhere[3]], everywhere[3])
    dialog.reject()
    assert given[-1] == ([], None)


def test_a_picked_claim_gives_words_and_tag(page):  # noqa: F811
    article = page.open(TEXT)
    page.work.run(TagClaim(article, span_of(page.text, "ferry", 2), Tag.FACT))
    page.view.clear_selection()
    page.occurrences.ask()
    dialog = page.occurrences.dialog
    assert dialog.words.text() == "ferry"
    assert dialog.button.text() == "Tag 3 as reported fact"
    QTest.keyClick(dialog.list, K.Key_Return)
    page.work.wait()
    assert page.quotes == [("reported fact", words) for words in ("Ferry", "ferry", "ferry", "ferry")]


def test_a_word_before_an_apostrophe_is_a_whole_one(page):  # noqa: F811
    page.open("Title\n\nThe ferry’s crew left. Ferrymen said so.\n")
    page.view.select(span_of(page.text, "ferry"))
    page.occurrences.ask()
    assert page.occurrences.dialog.whole_words.isChecked()
    assert page.occurrences.dialog.button.text() == "Tag 1 as allegation"


def test_the_dialog_is_no_higher_than_the_window(page):  # noqa: F811
    page.window.resize(1000, 520)
    page.open(TEXT)
    page.view.select(span_of(page.text, "ferry"))
    page.occurrences.ask()
    assert page.occurrences.dialog.height() < 520


def test_part_of_a_word_is_looked_for_within_words(page):  # noqa: F811
    page.open(TEXT)
    page.view.select(span_of(page.text, "ferr"))
    page.occurrences.ask()
    assert page.occurrences.dialog.button.text() == "Tag 5 as allegation"


@pytest.mark.parametrize("text", ["", TEXT])
def test_without_words_it_says_what_to_do(page, text):  # noqa: F811
    if text:
        page.open(text)
    page.occurrences.ask()
    assert page.occurrences.dialog is None
    assert page.hints == (["occurrences.select_first"] if text else [])


def test_the_search_shows_its_hits_again_afterwards(page, monkeypatch):  # noqa: F811
    page.open(TEXT)
    page.finding.ask()
    QTest.keyClicks(page.finding.bar.field, "late")
    page.view.select(span_of(page.text, "ferry"))
    page.occurrences.ask()
    given: list[tuple[int, Span | None]] = []
    monkeypatch.setattr(page.view, "set_hits", lambda spans, current: given.append((len(spans), current)))
    page.occurrences.dialog.reject()
    assert given[-1] == (1, span_of(page.text, "late"))


def test_other_scripts(page):  # noqa: F811
    page.open("عنوان\n\nقالت شركة إن شركة الميناء 🍜 باعت. 华为公司和公司\n")
    for words, count in (("شركة", 2), ("公司", 2)):
        page.view.select(span_of(page.text, words))
        page.occurrences.ask()
        QTest.keyClick(page.occurrences.dialog.list, K.Key_Return)
        page.work.wait()
        assert page.quotes.count(("allegation", words)) == count


def test_the_tags_are_not_offered_beside_the_dialog(page):  # noqa: F811
    page.open(TEXT)
    drag(page.view, span_of(page.text, "ferry"))
    assert page.view.hide_bar()
    drag(page.view, span_of(page.text, "ferry"))
    page.occurrences.ask()
    assert not page.view.hide_bar()
    page.occurrences.dialog.reject()
