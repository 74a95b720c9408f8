"""Which pages or times a passage touches, and where each of them begins."""

import pytest

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.whereabouts import Whereabouts, label

PAGES = (
    Place(Span(0, 10), PlaceKind.PAGE, "iv"),
    Place(Span(12, 20), PlaceKind.PAGE, "5"),
    Place(Span(22, 30), PlaceKind.PAGE, "5"),
    Place(Span(32, 40), PlaceKind.PAGE, "6"),
)
TIMES = (
    Place(Span(0, 10), PlaceKind.TIME, "00:00:01.500"),
    Place(Span(10, 20), PlaceKind.TIME, "00:00:01.900"),
    Place(Span(20, 30), PlaceKind.TIME, "00:01:00.000"),
)


@pytest.mark.parametrize(
    ("places", "span", "stood"),
    [
        (PAGES, Span(2, 4), ("page", "iv", "iv")),
        (PAGES, Span(9, 13), ("page", "iv", "5")),
        (PAGES, Span(19, 24), ("page", "5", "5")),
        (PAGES, Span(0, 40), ("page", "iv", "6")),
        (PAGES, Span(12, 12), ("page", "5", "5")),
        (PAGES, Span(10, 12), None),
        (PAGES, Span(45, 50), None),
        (TIMES, Span(2, 12), ("time", "0:00:01", "0:00:01")),
        (TIMES, Span(2, 22), ("time", "0:00:01", "0:01:00")),
        ((), Span(0, 5), None),
    ],
)
def test_a_passage_stood_where_it_touches(places, span, stood) -> None:
    assert Whereabouts(places).of(span) == stood


def test_of_two_kinds_the_page_is_told_where_it_is_known() -> None:
    both = Whereabouts((TIMES[0], *PAGES[1:], *TIMES[2:]))
    assert both.of(Span(2, 4)) == ("time", "0:00:01", "0:00:01")
    assert both.of(Span(23, 26)) == ("page", "5", "5")


def test_a_page_begins_with_its_first_passage_and_a_second_with_its_first_paragraph() -> None:
    pages = Whereabouts(PAGES)
    assert [(each.at, each.label) for each in pages.beginnings(0, 40)] == [(0, "iv"), (12, "5"), (32, "6")]
    assert [each.label for each in pages.beginnings(12, 32)] == ["5"]
    assert [each.label for each in pages.beginnings(13, 33)] == ["6"]
    assert [each.label for each in Whereabouts(TIMES).beginnings(0, 40)] == ["0:00:01", "0:01:00"]


def test_whoever_has_no_places_has_nowhere() -> None:
    assert not Whereabouts()
    assert Whereabouts(PAGES)
    assert not Whereabouts().beginnings(0, 10)


@pytest.mark.parametrize(
    ("value", "told"), [("00:12:03.500", "0:12:03"), ("10:00:00.000", "10:00:00"), ("100:00:00", "100:00:00")]
)
def test_times_are_told_to_the_second(value: str, told: str) -> None:
    assert label(Place(Span(0, 1), PlaceKind.TIME, value)) == told
