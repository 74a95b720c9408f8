"""Both versions in the text: mine above, theirs below, and what not all have is hatched."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.article.difference import DifferencePainter, own_parts
from annotator.window.article.painter import PagePainter
from annotator.window.article.whose import WhosePainter
from annotator.window.people import People, readable
from annotator.window.theme import load_theme
from tests.window.article.conftest import Hand
from tests.window.article.several import ADA, BOB, CORA, PEOPLE, group, of

Show = Callable[..., Hand]
TEXT = "Who paid?\n\nThe company denied it twice in the end. She said so.\n\nNobody answered her calls."
MINE = of(ADA, "mine", TEXT, "denied it twice", Tag.DENIAL)
BOBS = of(BOB, "bobs", TEXT, "it twice in the", Tag.ALLEGATION)
CORAS = of(CORA, "coras", TEXT, "denied it twice in", Tag.FACT)
FAR = of(BOB, "far", TEXT, "Nobody answered", Tag.FACT)
THEME = load_theme("light")
PLACES = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(PLACES, st.lists(PLACES, min_size=1, max_size=3))
def test_own_parts_are_just_those_that_not_all_others_cover(span: Span, others: list[Span]) -> None:
    own = {place for part in own_parts(span, others) for place in range(part.start, part.end)}
    every = range(span.start, span.end)
    assert own == {place for place in every if not all(o.start <= place < o.end for o in others)}


def test_a_version_that_is_alone_has_no_own_parts() -> None:
    assert own_parts(Span(2, 9), []) == []


@pytest.mark.parametrize(
    ("claims", "missing", "lanes"),
    [
        ((BOBS, MINE), (), {"mine": 0, "bobs": 1}),
        ((BOBS, CORAS, MINE), (), {"mine": 0, "bobs": 1, "coras": 2}),
        ((BOBS, CORAS), (), {"bobs": 0, "coras": 1}),
        ((BOBS,), (ADA,), {"bobs": 1}),
        ((MINE,), (BOB,), {"mine": 0}),
    ],
)
def test_mine_stands_above_the_words(hand: Show, claims: tuple, missing: tuple, lanes: dict) -> None:
    view = hand(TEXT, *claims).view
    view.set_people(PEOPLE)
    page = PagePainter(None, view._geometry, view._claims, THEME, view._measures)  # type: ignore[arg-type]
    painter = DifferencePainter(WhosePainter(page, People(PEOPLE)), group(*claims, missing=missing))
    assert painter.lanes == lanes


def image(hand: Hand) -> QImage:
    return hand.view.viewport().grab().toImage()


def share_of(seen: QImage, ink: QColor, rect: QRect) -> float:
    """How many of the points of a place have a colour, 0 to 1."""
    columns, rows = range(rect.left(), rect.right() + 1), range(rect.top(), rect.bottom() + 1)
    return sum(seen.pixelColor(x, y) == ink for x in columns for y in rows) / (len(columns) * len(rows))


def rows_with(seen: QImage, place: QRect, ink: QColor) -> list[int]:
    """The rows of a place in which most points have a colour."""
    rows = range(place.top(), place.bottom() + 1)
    return [y for y in rows if share_of(seen, ink, QRect(place.left(), y, place.width(), 1)) > 0.5]


def under(hand: Hand, words: str) -> QRect:
    """From the line above the words to the lines below them."""
    start = TEXT.index(words)
    left, right = hand.at(start), hand.at(start + len(words))
    return QRect(left.x() + 2, left.y() - 16, right.x() - left.x() - 4, 34)


def test_the_lines_run_above_and_below_the_words_in_the_tags_colours(hand: Show) -> None:
    made = hand(TEXT, MINE, BOBS)
    made.view.set_people(PEOPLE)
    made.view.set_theme(THEME)
    place = under(made, "it twice")
    middle = made.at(TEXT.index("it twice")).y()
    theirs, mine = QColor(THEME.tags[Tag.ALLEGATION].mark), QColor(THEME.tags[Tag.DENIAL].mark)
    assert max(rows_with(image(made), place, mine), default=0) > middle
    made.view.set_difference(group(MINE, BOBS))
    made.view.beside.hide()
    place = under(made, "it twice")
    middle = made.at(TEXT.index("it twice")).y()
    seen = image(made)
    assert rows_with(seen, place, mine)
    assert max(rows_with(seen, place, mine)) < middle < min(rows_with(seen, place, theirs))


def test_each_versions_ends_are_in_its_persons_colour(hand: Show) -> None:
    made = hand(TEXT, MINE, BOBS)
    made.view.set_people(PEOPLE)
    made.view.set_theme(THEME)
    made.view.set_difference(group(MINE, BOBS))
    made.view.beside.hide()
    seen = image(made)
    for claim, person in ((MINE, ADA), (BOBS, BOB)):
        ink = readable(person.colour, THEME)
        for offset in (claim.span.start, claim.span.end):
            at = made.at(offset)
            edge = QRect(at.x() - 4, at.y() - 16, 8, 32)
            assert share_of(seen, ink, edge)
    alone = made.at(MINE.span.end)  # within Bob's words: mine reaches down to their middle only
    assert not share_of(seen, readable(ADA.colour, THEME), QRect(alone.x() - 4, alone.y() + 4, 8, 12))


def test_only_what_not_all_have_is_hatched_and_others_claims_are_faint(hand: Show) -> None:
    made = hand(TEXT, MINE, BOBS, FAR)
    made.view.set_people(PEOPLE)
    made.view.set_theme(THEME)

    def grounds(words: str) -> int:
        """How many colours stand in a row just above the small letters."""
        seen, row = image(made), made.at(TEXT.index(words)).y() - 6
        place = under(made, words)
        return len({seen.pixelColor(x, row).name() for x in range(place.left(), place.right())})

    def show(*claims: ClaimLine) -> None:
        made.view.set_claims([*claims, FAR])
        made.view.set_difference(group(*claims))
        made.view.beside.hide()

    before = image(made).copy(under(made, "Nobody answered"))
    show(MINE, BOBS)
    hatched, shared = grounds("denied"), grounds("twice")
    faint = image(made).copy(under(made, "Nobody answered"))
    show(MINE, of(BOB, "bobs", TEXT, "denied it twice", Tag.ALLEGATION))
    assert hatched > grounds("denied")
    assert shared == grounds("twice")
    assert faint != before
    assert not share_of(faint, QColor(THEME.tags[Tag.FACT].mark), faint.rect())
    made.view.set_difference(None)
    assert image(made).copy(under(made, "Nobody answered")) == before
