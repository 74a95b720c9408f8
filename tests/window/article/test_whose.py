"""Whose claim is whose: seen on the page, hit and drawn only of those who are shown."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QToolTip

from annotator.model.enums import Tag, Verdict
from annotator.model.views import PersonView
from annotator.window.article.tips import tip
from annotator.window.article.view import ArticleView
from annotator.window.people import People, readable
from annotator.window.theme import THEMES, load_theme
from tests.window.article.conftest import Hand, claim
from tests.window.article.several import ADA, BOB, PEOPLE, of
from tests.window.article.test_scripts import ARABIC, span_of

Show = Callable[..., Hand]
TEXT = "Who paid?\n\nThe company denied it. She said so twice.\n\nNobody answered her calls."
MINE = of(ADA, "mine", TEXT, "denied it", Tag.DENIAL)
THEIRS = of(BOB, "theirs", TEXT, "company denied it. She said", Tag.ALLEGATION)


def image(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def has(seen: QImage, rect: QRect, ink: QColor) -> bool:
    rect = rect.intersected(seen.rect())
    return any(
        seen.pixelColor(x, y) == ink
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )


def letter_rect(view: ArticleView, name: str) -> QRect:
    lines = view._lines_in(0, view.viewport().height())
    letter = next(each for each in view._letters(lines) if each.claims[0].id == name)
    return letter.rect.toRect().translated(0, -view.verticalScrollBar().value())


def start_of(hand: Hand, words: str) -> QRect:
    """Where the bar before some words stands."""
    at = hand.at(TEXT.index(words))
    return QRect(at.x() - 4, at.y() - 12, 5, 20)


def test_with_my_claims_alone_the_page_looks_as_if_there_were_no_people(hand: Show) -> None:
    made = hand(TEXT, MINE)
    before = image(made.view)
    made.view.set_people(PEOPLE)
    assert image(made.view) == before


@pytest.mark.parametrize("name", THEMES)
def test_each_claim_has_its_persons_bar_band_and_name(hand: Show, name: str) -> None:
    made = hand(TEXT, MINE, THEIRS)
    theme = load_theme(name)
    made.view.set_theme(theme)
    made.view.set_people(PEOPLE)
    seen = image(made.view)
    for person, words, claim_id in ((ADA, "denied it", "mine"), (BOB, "company", "theirs")):
        ink = readable(person.colour, theme)
        assert has(seen, start_of(made, words), ink)
        assert has(seen, letter_rect(made.view, claim_id), ink)
    line = made.view._geometry.line_at(TEXT.index("company"))
    margin = QRect(round(line.left + line.width) + 20, round(line.baseline) - 26, 70, 40)
    assert has(seen, margin, readable(BOB.colour, theme))


def test_claims_that_begin_together_share_the_bar(hand: Show) -> None:
    claims = [of(person, person.id, TEXT, "denied it") for person in (ADA, BOB)]
    made = hand(TEXT, *claims)
    made.view.set_people(PEOPLE)
    seen, bar, theme = image(made.view), start_of(made, "denied it"), load_theme("light")
    upper = QRect(bar.topLeft() - QPoint(0, 6), bar.center())
    assert has(seen, upper, readable(ADA.colour, theme))
    assert not has(seen, upper.adjusted(0, 0, 0, -4), readable(BOB.colour, theme))
    assert has(seen, bar, readable(BOB.colour, theme))


def test_a_claim_in_arabic_has_its_bar_on_the_right(hand: Show) -> None:
    words = "الوزير إن الخبر"
    made = hand(ARABIC, of(BOB, "b", ARABIC, words))
    made.view.set_people(PEOPLE)
    at = made.at(span_of(ARABIC, words).start)
    ink = readable(BOB.colour, load_theme("light"))
    assert has(image(made.view), QRect(at.x() - 1, at.y() - 12, 6, 20), ink)


def test_my_answer_and_unread_words_are_marked_at_the_letter(hand: Show) -> None:
    made = hand(TEXT, MINE, THEIRS)
    made.view.set_people(PEOPLE)
    rect = letter_rect(made.view, "theirs")
    inner, outer = QRect(rect.topRight() - QPoint(6, 6), rect.topRight() + QPoint(6, 6)), rect.topLeft()
    outer_corner = QRect(outer - QPoint(4, 4), outer + QPoint(2, 2))
    plain = image(made.view)
    seen = {}
    for verdict in Verdict:
        made.view.update_claims([replace(THEIRS, verdicts=(("ada", verdict),))])
        seen[verdict] = image(made.view).copy(inner)
        assert seen[verdict] != plain.copy(inner)
        assert image(made.view).copy(outer_corner) == plain.copy(outer_corner)
    signs = list(seen.values())
    assert all(one != other for place, one in enumerate(signs) for other in signs[:place])
    made.view.update_claims([replace(THEIRS, unread=True)])
    assert has(image(made.view), outer_corner, QColor(load_theme("light").ink))
    assert image(made.view).copy(inner) == plain.copy(inner)


def test_somebody_elses_answer_is_no_mark_of_mine(hand: Show) -> None:
    made = hand(TEXT, MINE, THEIRS)
    made.view.set_people(PEOPLE)
    plain = image(made.view)
    made.view.update_claims([replace(THEIRS, verdicts=(("cora", Verdict.AGREED),))])
    assert image(made.view) == plain


def test_claims_of_people_who_are_not_shown_are_neither_seen_nor_hit(hand: Show) -> None:
    made = hand(TEXT, MINE, THEIRS)
    made.view.set_people(PEOPLE)
    at = TEXT.index("company") + 2
    assert made.view.claims_under(made.within(at).toPointF()) == ["theirs"]
    made.view.show_people(frozenset({"ada"}))
    assert made.view.claims_under(made.within(at).toPointF()) == []
    rects = [made.view.letter_at(letter_rect(made.view, "mine").center().toPointF())]
    assert [[line.id for line in letter.claims] for letter in rects if letter] == [["mine"]]
    made.view.update_claims([replace(THEIRS, unread=True)])
    made.view.set_claims([MINE, THEIRS])
    assert made.view.claims_under(made.within(at).toPointF()) == []
    made.view.show_people(None)
    assert made.view.claims_under(made.within(at).toPointF()) == ["theirs"]


def test_a_picked_claim_that_goes_out_of_sight_is_left(hand: Show) -> None:
    made = hand(TEXT, MINE, THEIRS)
    made.view.pick("theirs")
    made.view.show_people(frozenset({"bob"}))
    assert made.view.picked == "theirs"
    made.view.show_people(frozenset({"ada"}))
    assert made.view.picked is None
    assert made.picks == [None]


def test_a_claim_on_its_way_is_not_taken_for_a_colleagues_equal_one(hand: Show) -> None:
    equal = of(BOB, "b", TEXT, "denied it", Tag.DENIAL)
    view = hand(TEXT).view
    view.show_pending(equal.span, Tag.DENIAL)
    view.set_claims([equal])
    view.update_claims([equal])
    assert view._claims.pending is not None


def test_the_screen_reader_hears_whose_claim_it_is_and_what_people_said(hand: Show) -> None:
    made = hand(TEXT, MINE, replace(THEIRS, verdicts=(("cora", Verdict.TO_DISCUSS), ("ada", Verdict.AGREED))))
    made.view.set_people(PEOPLE)
    made.focus()
    heard: list[str] = []
    made.view.spoken.connect(heard.append)
    made.view.pick("theirs")
    said = heard[-1].replace("\u2068", "").replace("\u2069", "")
    assert said.startswith("Bob Marlowe’s allegation, “company denied it. She said”")
    assert "you agree, Cora would discuss, claim 1 of 2" in said


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_tooltip_says_whose_it_is_and_takes_no_name_for_markup(hand: Show) -> None:
    evil = PersonView("eve", "<img src=x>Eve", "#2F7F86")
    made = hand(TEXT, of(evil, "e", TEXT, "company denied", Tag.FACT))
    made.view.set_people((ADA, evil))
    place = made.within(TEXT.index("company") + 2)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, made.view.viewport().mapToGlobal(place))
    assert made.view.viewportEvent(event)
    assert "&lt;img src=x&gt;Eve" in QToolTip.text()
    QToolTip.hideText()


def test_my_own_claim_that_nobody_answered_has_no_tooltip() -> None:
    people = People(PEOPLE)
    assert tip([claim("c", TEXT, "company")], people) == ""
    answered = replace(MINE, verdicts=(("bob", Verdict.REJECTED),), unread=True)
    said = tip([answered], people).replace("\u2068", "").replace("\u2069", "")
    assert said == "Denial, rejected by Bob Marlowe, unread"


def test_a_letter_with_its_marks_still_picks_its_claim(hand: Show) -> None:
    made = hand(TEXT, MINE, replace(THEIRS, verdicts=(("ada", Verdict.AGREED),), unread=True))
    made.view.set_people(PEOPLE)
    made.click(letter_rect(made.view, "theirs").center())
    assert made.picks == ["theirs"]
