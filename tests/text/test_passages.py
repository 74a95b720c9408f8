import pytest

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.passages import are_ordered, as_json, from_json, ordered

PAGES = (Place(Span(0, 4), PlaceKind.PAGE, "iv"), Place(Span(4, 9), PlaceKind.PAGE, "“1”"))
TIME = Place(Span(2, 6), PlaceKind.TIME, "00:01:02.500")


def test_places_come_back_from_their_json() -> None:
    assert from_json(as_json((*PAGES, TIME))) == (*PAGES, TIME)
    assert as_json(PAGES) == '[[0,4,"page","iv"],[4,9,"page","“1”"]]'


def test_those_of_each_kind_follow_one_another() -> None:
    assert are_ordered(as_json((PAGES[0], TIME, PAGES[1])), 9)
    assert ordered(PAGES[::-1]) == PAGES[1:]
    assert ordered((PAGES[0], PAGES[0])) == PAGES[:1]


@pytest.mark.parametrize(
    "listed",
    ['[[0,10,"page","1"]]', '[[3,3,"page","1"]]', '[[0,1,"shelf","1"]]', "[[0,1]]", "[1]", "{", "null"],
)
def test_what_is_no_list_of_places_in_the_text_is_refused(listed: str) -> None:
    assert not are_ordered(listed, 9)
