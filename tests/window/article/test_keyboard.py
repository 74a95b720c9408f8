"""Reading and selecting by real key events."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge
from annotator.text.sentences import sentences
from annotator.window.article.view import ArticleView
from tests.strategies import texts
from tests.window.article.conftest import Hand, claim, page

Show = Callable[..., Hand]
Key = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
TEXT = "Who paid?\n\nNobody knows. She said so.\n\n\nThe end 🇪🇸 came. It is."
ARABIC = "عنوان\n\nقال الوزير إن الخبر كاذب. لم يرد أحد."
FOUND = sentences(TEXT)
KEYS = [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]


def words(view: ArticleView) -> str:
    """The words of the cursor's sentence."""
    sentence = view.cursor_sentence
    return sentence.cut(view.text) if sentence else ""


def press(made: Hand, *keys: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        made.bot.keyClick(made.view, key, modifiers)


def test_down_and_up_go_by_sentence_and_pass_blank_lines(hand: Show) -> None:
    made = hand(TEXT)
    seen = [words(made.view)]
    for key in [Key.Key_Down] * 5 + [Key.Key_Up] * 4:
        press(made, key)
        seen.append(words(made.view))
    down = ["Who paid?", "Nobody knows.", "She said so.", "The end 🇪🇸 came.", "It is."]
    assert seen == [*down, "It is.", *down[3::-1]]


@given(text=texts(min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_every_sentence_of_any_text_is_come_to_once(qtbot: object, text: str) -> None:
    found = sentences(text)
    assume(found)
    view = ArticleView()
    view.resize(900, 300)
    view.show_page(page(text))
    entered: list[Span] = []
    assert view.cursor_sentence == found[0]
    view.sentence_entered.connect(entered.append)
    for _ in range(len(found) + 1):
        QTest.keyClick(view, Key.Key_Down)
    assert entered == found[1:]


@given(
    text=texts(min_size=1), keys=st.lists(st.sampled_from([Key.Key_Up, Key.Key_Down]), min_size=1, max_size=8)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_shift_selects_whole_sentences_of_any_text(qtbot: object, text: str, keys: list[Key]) -> None:
    found = sentences(text)
    assume(found)
    view = ArticleView()
    view.show_page(page(text))
    selected: list[Span] = []
    view.span_selected.connect(selected.append)
    for key in keys:
        QTest.keyClick(view, key, SHIFT)
        span = view.selected_span()
        assert span.start in {each.start for each in found}
        assert span.end in {each.end for each in found}
        assert selected[-1] == span


@given(
    text=texts(min_size=1),
    keys=st.lists(
        st.tuples(
            st.sampled_from(
                [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]
            ),
            st.sampled_from([NONE, SHIFT, CTRL, SHIFT | CTRL]),
        ),
        max_size=12,
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_no_key_cuts_a_character_of_any_text(
    qtbot: object, text: str, keys: list[tuple[Key, Qt.KeyboardModifier]]
) -> None:
    view = ArticleView()
    view.show_page(page(text))
    for key, modifiers in keys:
        if key in (Key.Key_Home, Key.Key_End):
            modifiers |= CTRL  # without it Qt itself goes to the line's end
        QTest.keyClick(view, key, modifiers)
        assert is_grapheme_edge(text, view.caret().at)
        assert is_grapheme_edge(text, view.caret().anchor)


def test_with_shift_whole_sentences_are_selected_and_offered(hand: Show) -> None:
    made = hand(TEXT)
    press(made, Key.Key_Down)
    press(made, Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    assert [span.cut(TEXT) for span in made.spans] == ["Nobody knows.", "Nobody knows. She said so."]
    assert made.view._bar.isVisible()
    assert made.view.cursor_sentence is None
    press(made, Key.Key_Up, Key.Key_Up, modifiers=SHIFT)
    assert made.spans[-1].cut(TEXT) == "Who paid?\n\nNobody knows."
    press(made, Key.Key_Down)
    assert words(made.view) == "Nobody knows."


def test_left_and_right_go_by_word_and_shift_selects_words(hand: Show) -> None:
    made = hand(TEXT)
    press(made, Key.Key_Down, Key.Key_Right)
    assert made.view.cursor_offset() == TEXT.index("knows")
    press(made, Key.Key_Right, Key.Key_Right, modifiers=SHIFT)
    assert [span.cut(TEXT) for span in made.spans] == ["knows", "knows."]
    press(made, Key.Key_Left)
    assert not made.view.textCursor().hasSelection()


def test_ctrl_goes_by_whole_characters(hand: Show) -> None:
    made = hand(TEXT)
    flag = TEXT.index("🇪🇸")
    made.view.select(Span(flag, flag))
    press(made, Key.Key_Right, modifiers=CTRL | SHIFT)
    assert made.spans == [Span(flag, flag + 2)]
    press(made, Key.Key_Left, modifiers=CTRL)
    assert made.view.caret().span == Span(flag, flag)


@pytest.mark.parametrize(("key", "word"), [(Key.Key_Left, "الوزير"), (Key.Key_Right, "قال")])
def test_in_right_to_left_paragraphs_left_goes_left(hand: Show, key: Key, word: str) -> None:
    made = hand(ARABIC)
    start = ARABIC.index("قال")
    made.view.select(Span(start, start))
    if key == Key.Key_Right:
        press(made, Key.Key_Left)
    before = made.at(made.view.cursor_offset()).x()
    press(made, key)
    assert made.view.cursor_offset() == ARABIC.index(word)
    after = made.at(made.view.cursor_offset()).x()
    assert (after < before) == (key == Key.Key_Left)


def test_the_articles_ends_are_one_key_away(hand: Show) -> None:
    made = hand(TEXT)
    press(made, Key.Key_End, modifiers=CTRL)
    assert words(made.view) == "It is."
    press(made, Key.Key_Home, modifiers=CTRL)
    assert words(made.view) == "Who paid?"
    press(made, Key.Key_End, modifiers=CTRL | SHIFT)
    assert made.view.selected_span() == Span(0, len(TEXT))


def test_down_leaves_the_picked_claim_and_goes_on_behind_it(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "Nobody knows. She said"))
    made.view.pick("c")
    assert made.view.cursor_sentence is None
    press(made, Key.Key_Down)
    assert made.picks == [None]
    assert words(made.view) == "The end 🇪🇸 came."
    made.view.pick("c")
    press(made, Key.Key_Up)
    assert words(made.view) == "Who paid?"


def test_words_beside_the_picked_claim_are_selected_without_leaving_it(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "said so"))
    made.view.pick("c")
    press(made, Key.Key_Left)
    press(made, Key.Key_Right, modifiers=SHIFT)
    assert made.spans == [Span(TEXT.index("She"), TEXT.index("She") + 3)]
    assert made.view.picked == "c"
    assert made.picks == []


def test_a_selection_stays_when_a_claim_is_picked(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "said so"))
    made.view.select(Span(0, 3))
    made.view.pick("c")
    assert made.view.selected_span() == Span(0, 3)


def test_picking_without_scrolling_does_not_scroll(hand: Show) -> None:
    text = TEXT + "\n\n" + "Many more words follow here. " * 400 + "At last."
    made = hand(text, claim("c", text, "At last."))
    made.view.pick("c")
    assert made.view.verticalScrollBar().value() == 0
    assert made.view.cursor_offset() == text.index("At last.")


@pytest.mark.parametrize("modifiers", [NONE, SHIFT])
def test_space_asks_to_tick_the_sentence_and_with_shift_to_untick_it(
    hand: Show, modifiers: Qt.KeyboardModifier
) -> None:
    made = hand(TEXT)
    wanted: list[tuple[object, bool]] = []
    made.view.read_wanted.connect(lambda span, on: wanted.append((span, on)))
    press(made, Key.Key_Down)
    press(made, Key.Key_Space, modifiers=modifiers)
    assert wanted == [(FOUND[1], modifiers == NONE)]
    assert made.view.cursor_sentence == FOUND[1]


def test_space_on_selected_sentences_asks_for_all_of_them(hand: Show) -> None:
    made = hand(TEXT)
    wanted: list[tuple[object, bool]] = []
    made.view.read_wanted.connect(lambda span, on: wanted.append((span, on)))
    press(made, Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    press(made, Key.Key_Space)
    assert wanted == [(Span(FOUND[0].start, FOUND[1].end), True)]


LONG = "Who paid?\n\n" + "\n\n".join(f"Sentence {number} is here. And one more." for number in range(200))


def test_pages_are_turned_and_the_sentence_comes_along(hand: Show) -> None:
    made = hand(LONG)
    height = made.view.viewport().height()
    bar = made.view.verticalScrollBar()
    press(made, Key.Key_PageDown)
    assert height / 2 < bar.value() <= height
    sentence = made.view.cursor_sentence
    assert sentence is not None
    assert 0 < made.at(sentence.start).y() < height
    press(made, *[Key.Key_PageUp] * 2)
    assert made.view.cursor_sentence == Span(0, 9)
    made.bot.wait(100)  # till then Qt guesses the article's height
    press(made, *[Key.Key_PageDown] * 15)
    assert made.view.cursor_sentence == sentences(LONG)[-1]


def test_turning_with_shift_selects_whole_sentences(hand: Show) -> None:
    made = hand(LONG)
    press(made, Key.Key_PageDown, modifiers=SHIFT)
    span = made.view.selected_span()
    assert span.start == 0
    assert span.end in {each.end for each in sentences(LONG)}
    assert span.end > 300


def test_the_line_at_the_top_is_known_and_comes_back_to_the_top(hand: Show) -> None:
    made = hand(LONG)
    assert made.view.first_in_sight() == 0
    made.view.scroll_to_top(LONG.index("Sentence 120"))
    assert made.view.first_in_sight() == LONG.index("Sentence 120")
    assert 0 < made.at(LONG.index("Sentence 120")).y() < 40


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up])
def test_some_lines_stay_in_sight_around_the_sentence(hand: Show, key: Key) -> None:
    made = hand(LONG)
    made.view.go_to(sentences(LONG)[200])
    for _ in range(40):
        press(made, key)
        sentence = made.view.cursor_sentence
        assert sentence is not None
        y = made.at(sentence.start).y()
        assert 45 < y < made.view.viewport().height() - 45


def test_going_to_words_leaves_the_claim_and_says_where_one_is(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "Who"))
    made.view.pick("c")
    entered: list[Span] = []
    made.view.sentence_entered.connect(entered.append)
    made.view.go_to(FOUND[3])
    assert entered == [FOUND[3]]
    assert made.picks == [None]
    made.view.go_to_sentence(-2)
    assert entered == [FOUND[3], FOUND[1]]


def test_a_click_enters_its_sentence(hand: Show) -> None:
    made = hand(TEXT)
    entered: list[Span] = []
    made.view.sentence_entered.connect(entered.append)
    made.click(made.within(TEXT.index("said")))
    assert entered == [FOUND[2]]


def test_an_empty_page_takes_every_key(hand: Show) -> None:
    made = hand("")
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_PageDown, Key.Key_Space):
        press(made, key)
        press(made, key, modifiers=SHIFT)
    assert made.view.cursor_sentence is None
    assert made.spans == []
