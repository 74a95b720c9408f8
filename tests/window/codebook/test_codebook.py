"""The codebook beside the work: a page for each tag, in plain text."""

import pytest
from PySide6.QtCore import Qt

from annotator.model.enums import Tag
from annotator.window.codebook.card import CodebookCard
from annotator.window.codebook.entries import Part, entry, how_to_decide
from annotator.window.theme import load_theme
from annotator.words.messages.codebook import SENTENCES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def card(qtbot):
    made = CodebookCard(load_theme("light"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (Tag.ALLEGATION, "right of reply"),
        (Tag.DENIAL, "so it is not true that"),
        (Tag.FACT, "Who says so?"),
        (None, "In this order"),
    ],
)
def test_it_goes_to_the_tags_page(card, tag, words):
    card.show_tag(tag)
    assert words in card.text.document().toPlainText()
    assert card.text.verticalScrollBar().value() == 0


@pytest.mark.parametrize("tag", Tag)
def test_a_page_says_what_the_tag_is_first_and_pairs_each_rule_with_an_example(tag):
    page = entry(tag)
    assert page[0].part is Part.RULE
    cases = page[[paragraph.words for paragraph in page].index("Hard cases") + 1 :]
    assert [paragraph.part for paragraph in cases] == [Part.RULE, Part.EXAMPLE] * (len(cases) // 2)
    assert len(cases) >= 12


def test_every_sentence_stands_on_some_page():
    seen = {paragraph.words for page in (*map(entry, Tag), how_to_decide()) for paragraph in page}
    frame = {"codebook.title", "codebook.pages", "codebook.text", "codebook.decide"}
    assert {key for key, words in SENTENCES.items() if words not in seen} == frame


def test_words_can_be_selected_and_not_changed(card, qtbot):
    before = card.text.toPlainText()
    card.text.setFocus()
    qtbot.keyClicks(card.text, "x")
    assert card.text.toPlainText() == before
    qtbot.keyClick(card.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert card.text.textCursor().hasSelection()


def test_arrows_turn_the_pages_and_escape_closes(card, qtbot):
    card.show_tag(Tag.ALLEGATION)
    card.tabs.setFocus()
    qtbot.keyClick(card.tabs, Qt.Key.Key_Right)
    assert "so it is not true that" in card.text.toPlainText()
    qtbot.keyClick(card.tabs, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_it_does_not_stop_the_work(card):
    assert not card.isModal()
    assert card.windowFlags() & Qt.WindowType.Tool == Qt.WindowType.Tool


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_takes_the_themes_colours(card, name):
    theme = load_theme(name)
    card.show_tag(Tag.DENIAL)
    card.set_theme(theme)
    colours = set()
    block = card.text.document().begin()
    while block.isValid():
        colours.add(block.begin().fragment().charFormat().foreground().color().name().upper())
        block = block.next()
    assert colours == {theme.ink, theme.secondary}
    assert "so it is not true that" in card.text.toPlainText()
