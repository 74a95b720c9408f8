"""Names stand beside the lines where claims begin, in the margin's room, told apart by their letters."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.views import ClaimLine
from annotator.window.article.names import INITIALS, NameBeside, initials, names_beside
from annotator.window.people import People
from tests.window.article.conftest import Hand
from tests.window.article.several import ADA, BOB, CORA, PEOPLE, of
from tests.window.article.test_scripts import ARABIC

Show = Callable[..., Hand]
TEXT = "Who paid?\n\nThe company denied it. She said so twice.\n\nNobody answered her calls."


def beside(hand: Hand) -> list[NameBeside]:
    view = hand.view
    lines = view._lines_in(0, view.viewport().height())
    return names_beside(lines, view._claims, People(PEOPLE), view._measures)


def test_a_name_stands_at_the_far_side_of_the_line_where_its_claim_begins(hand: Show) -> None:
    made = hand(TEXT, of(BOB, "b", TEXT, "company denied"), of(ADA, "a", TEXT, "Nobody answered"))
    first, second = beside(made)
    assert (first.words, first.person, second.words) == ("Bob", "bob", "Ada")
    right = made.view.viewport().width()
    line = made.view._geometry.line_at(TEXT.index("company"))
    for name in (first, second):
        assert line.left + line.width < name.room.left() < name.room.right() <= right
    assert first.room.center().y() == pytest.approx(made.at(TEXT.index("company")).y(), abs=8)
    assert first.room.bottom() < second.room.top()


def test_two_names_stand_one_above_the_other_and_a_person_once(hand: Show) -> None:
    claims = (of(BOB, "b", TEXT, "company denied"), of(BOB, "c", TEXT, "denied"), of(ADA, "a", TEXT, "it"))
    one, other = beside(hand(TEXT, *claims))
    assert (one.words, other.words) == ("Bob", "Ada")
    assert one.room.bottom() <= other.room.top()


def test_of_more_people_initials_stand_side_by_side(hand: Show) -> None:
    claims = (of(BOB, "b", TEXT, "company"), of(ADA, "a", TEXT, "denied"), of(CORA, "c", TEXT, "it"))
    found = beside(hand(TEXT, *claims))
    assert [name.words for name in found] == ["B", "A", "C"]
    assert all(
        one.room.right() <= other.room.left() + 0.01 for one, other in zip(found, found[1:], strict=False)
    )


def test_those_for_whom_there_is_no_room_are_counted(hand: Show) -> None:
    words = ("The", "company", "denied", "it", "She")
    claims = [of(BOB, word, TEXT, word) for word in words]
    for number, each in enumerate(claims):
        claims[number] = ClaimLine(
            each.id, each.tag, each.span, each.quote, (), (), 0, False, word_name(number), False, False,
            author=str(number),
        )  # fmt: skip
    found = beside(hand(TEXT, *claims))
    assert len(found) == INITIALS
    assert found[-1].words == "+3"
    assert found[-1].person == ""


def word_name(number: int) -> str:
    return ("Fay", "Gil", "Hal", "Ida", "Jo")[number]


def test_beside_lines_from_the_right_names_stand_on_the_left(hand: Show) -> None:
    words = "الوزير إن الخبر"
    made = hand(ARABIC, of(BOB, "b", ARABIC, words))
    (name,) = beside(made)
    line = made.view._geometry.line_at(ARABIC.index(words))
    assert name.leftward
    assert 0 <= name.room.left() < name.room.right() < line.left


@given(st.lists(st.text("abcÄ", min_size=2, max_size=4), min_size=1, max_size=6))
def test_initials_are_one_letter_where_that_tells_names_apart(names: list[str]) -> None:
    found = initials(names)
    for name, short in zip(names, found, strict=True):
        alike = [other for other in names if other[0].casefold() == name[0].casefold()]
        assert short == (name[0] if len(alike) == 1 else name[:2])
