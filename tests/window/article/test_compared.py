"""Walking differences on the page: the card near the words and never over them, answers said, Escape."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.model.enums import Tag, Verdict
from annotator.model.spans import Span
from annotator.window.article.view import ArticleView
from annotator.window.shadow import SHADOW
from tests.window.article.conftest import Hand
from tests.window.article.several import ADA, BOB, CORA, PEOPLE, group, of
from tests.window.article.test_scripts import ARABIC

Show = Callable[..., Hand]
K = Qt.Key
KEYS = {"agree": "Y", "change_claim": "C", "reject": "X", "discuss": "T"}
FILLER = "\n\n".join(
    f"Paragraph {number} says nothing of note, but goes on for a while." for number in range(30)
)
TEXT = f"Who paid?\n\n{FILLER}\n\nThe company denied it twice in the end. She said so.\n\n{FILLER}"
MINE = of(ADA, "mine", TEXT, "denied it twice", Tag.DENIAL)
BOBS = of(BOB, "bobs", TEXT, "it twice in the", Tag.ALLEGATION)
CORAS = of(CORA, "coras", TEXT, "denied it twice in", Tag.FACT)


def card_of(view: ArticleView) -> QRect:
    """The card without its shadow, in pixels of the view."""
    return view.beside.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)


def words_of(view: ArticleView, span: Span) -> QRect:
    """The lines of some words, in pixels of the view."""
    rects = view._rects_of(span)
    return rects[0].united(rects[-1])


@pytest.fixture
def made(hand: Show) -> Hand:
    """The page with three versions of the same words far below its top."""
    shown = hand(TEXT, MINE, BOBS, CORAS)
    shown.view.set_people(PEOPLE)
    shown.view.set_keys(KEYS)
    return shown


@pytest.mark.parametrize("size", [(960, 800), (480, 640), (420, 420), (1400, 500)])
@pytest.mark.parametrize("zoom", [100, 150])
def test_the_card_stands_near_the_words_within_the_page_and_not_over_them(
    made: Hand, size: tuple[int, int], zoom: int
) -> None:
    view = made.view
    view.set_zoom(zoom)
    view.resize(*size)
    QApplication.processEvents()
    view.set_difference(group(MINE, BOBS, CORAS))
    words, card = words_of(view, Span(MINE.span.start, BOBS.span.end)), card_of(view)
    assert view.rect().contains(card)
    assert view.rect().contains(words)
    assert not card.intersects(words)
    gap = max(card.top() - words.bottom(), words.top() - card.bottom())
    assert 0 < gap < 40
    assert card.top() > words.bottom() or size != (960, 800)


def test_the_card_comes_along_with_the_words_and_hides_while_they_are_out_of_sight(made: Hand) -> None:
    view = made.view
    view.set_difference(group(MINE, BOBS))
    before, bar = card_of(view).top(), view.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    assert card_of(view).top() == before - 60
    bar.setValue(0)
    assert not view.beside.isVisible()
    bar.setValue(bar.maximum() // 2)
    assert view.beside.isVisible() == view.rect().intersects(words_of(view, MINE.span))


def test_a_difference_already_in_sight_does_not_move_the_page(made: Hand) -> None:
    view = made.view
    view.set_difference(group(MINE, BOBS))
    before = view.verticalScrollBar().value()
    assert before > 0
    view.set_difference(group(MINE, BOBS, CORAS))
    assert view.verticalScrollBar().value() == before


def test_no_card_is_made_before_there_is_a_difference(made: Hand) -> None:
    cards: list[object] = []
    made.view.beside_made.connect(cards.append)
    made.view.pick("mine")
    made.view.set_keys(KEYS)
    assert cards == []
    made.view.set_difference(group(MINE, BOBS))
    assert cards == [made.view.beside]


def test_escape_on_the_page_leaves_the_difference(made: Hand) -> None:
    view = made.view
    left: list[bool] = []
    view.difference_left.connect(lambda: left.append(True))
    view.set_difference(group(MINE, BOBS))
    made.focus()
    QTest.keyClick(view, K.Key_Escape)
    assert left == [True]
    assert view.difference is None
    assert not view.beside.isVisible()


def test_escape_in_the_card_leaves_it_and_the_page_has_the_keyboard(made: Hand) -> None:
    view = made.view
    view.set_difference(group(MINE, BOBS))
    made.focus()
    QTest.keyClick(view, K.Key_Tab)
    assert view.beside.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), K.Key_Escape)
    assert view.difference is None
    assert view.hasFocus()


def test_buttons_and_their_keys_answer_the_colleagues_claim(made: Hand) -> None:
    view = made.view
    said: list[tuple[str, object, str]] = []
    view.difference_answered.connect(lambda *answer: said.append(answer))
    view.set_difference(group(MINE, BOBS))
    view.beside.answers.button(Verdict.AGREED).click()
    view.beside.answers.button(Verdict.CHANGED).setFocus()
    QTest.keyClick(view.beside.answers.button(Verdict.CHANGED), K.Key_C)
    assert said == [("bobs", Verdict.AGREED, ""), ("bobs", Verdict.CHANGED, "")]


def test_a_rejection_asks_for_its_reason_in_place(made: Hand) -> None:
    view = made.view
    said: list[tuple[str, object, str]] = []
    view.difference_answered.connect(lambda *answer: said.append(answer))
    view.set_difference(group(MINE, BOBS))
    made.focus()
    view.beside.answers.press(Verdict.REJECTED)
    field = view.beside.answers.field
    QTest.keyClicks(field, "Yes, no claim")
    QTest.keyClick(field, K.Key_Return)
    assert said == [("bobs", Verdict.REJECTED, "Yes, no claim")]


def test_the_card_grows_for_the_reason_and_keeps_off_the_words(made: Hand) -> None:
    view = made.view
    view.update_claims([replace(BOBS, verdicts=(("ada", Verdict.AGREED),))])
    view.set_difference(group(MINE, BOBS))
    QApplication.processEvents()
    for act in (lambda: view.beside.answers.press(Verdict.REJECTED), view.beside.answers.field.closed.emit):
        act()
        QApplication.processEvents()
        assert view.beside.height() == view.beside.layout().totalHeightForWidth(view.beside.width())
        assert not card_of(view).intersects(words_of(view, Span(MINE.span.start, BOBS.span.end)))


def test_leaving_the_reason_goes_back_to_the_page_and_keeps_the_difference(made: Hand) -> None:
    view = made.view
    view.set_difference(group(MINE, BOBS))
    made.focus()
    view.beside.answers.press(Verdict.REJECTED)
    QTest.keyClick(view.beside.answers.field, K.Key_Escape)
    assert view.hasFocus()
    assert view.difference is not None


@pytest.mark.parametrize("how", ["reason", "cross"])
def test_the_keyboard_goes_back_to_the_page_from_a_card_among_other_widgets(made: Hand, how: str) -> None:
    view, window = made.view, QWidget()
    made.bot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(QLineEdit())
    row.addWidget(view)
    row.addWidget(QLineEdit())
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    made.bot.waitUntil(window.isActiveWindow)
    view.set_difference(group(MINE, BOBS))
    if how == "reason":
        view.beside.answers.press(Verdict.REJECTED)
        QTest.keyClick(view.beside.answers.field, K.Key_Escape)
    else:
        close = view.beside.findChild(QToolButton)
        close.setFocus()
        close.click()
    went_back = view.hasFocus()
    view.setParent(None)  # the fixture closes it
    assert went_back


def test_the_card_follows_answers_and_the_picked_claim(made: Hand) -> None:
    view = made.view
    view.set_difference(group(MINE, BOBS, CORAS))
    assert view.beside.at_hand == "bobs"
    view.pick("coras")
    assert view.beside.at_hand == "coras"
    view.pick(None)
    view.update_claims([replace(BOBS, verdicts=(("ada", Verdict.AGREED),))])
    assert view.beside.at_hand == "coras"
    view.pick("bobs")
    assert view.beside.answers.said


def test_a_colleagues_version_can_be_chosen_where_there_are_several(made: Hand) -> None:
    view = made.view
    wanted: list[str] = []
    view.version_wanted.connect(wanted.append)
    view.set_difference(group(MINE, BOBS, CORAS))
    mine, bobs, coras = view.beside.columns
    assert mine.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseClick(coras, Qt.MouseButton.LeftButton)
    QTest.keyClick(bobs, K.Key_Return)
    QTest.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert wanted == ["coras", "bobs"]


def test_a_click_on_the_card_is_none_on_the_page(made: Hand) -> None:
    view = made.view
    view.set_difference(group(MINE, BOBS))
    before = view.caret()
    QTest.mouseClick(view.beside, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(view.beside.columns[0], Qt.MouseButton.LeftButton)
    assert view.caret() == before
    assert made.picks == []


def test_another_article_has_no_difference(made: Hand) -> None:
    made.view.set_difference(group(MINE, BOBS))
    made.view.clear_page()
    assert made.view.difference is None
    assert not made.view.beside.isVisible()


def test_the_card_for_arabic_words_stands_within_the_page(hand: Show) -> None:
    words = "الوزير إن الخبر"
    one, other = of(ADA, "a", ARABIC, words), of(BOB, "b", ARABIC, "الوزير إن الخبر كاذب")
    view = hand(ARABIC, one, other).view
    view.set_people(PEOPLE)
    view.set_difference(group(one, other))
    assert view.rect().contains(card_of(view))
    assert not card_of(view).intersects(words_of(view, other.span))
