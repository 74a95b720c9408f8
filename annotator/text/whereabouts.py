"""On which page, or at what time, a passage stood in the file that its article came from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span


class Stood(NamedTuple):
    """Where a passage stood: a kind of place as in `PlaceKind`, its first and last page or time."""

    kind: str
    first: str
    last: str


class Beginning(NamedTuple):
    """Where a page or a time begins: the code point, the kind of place, its label."""

    at: int
    kind: PlaceKind
    label: str


class Whereabouts:
    """The places of a text in text order, asked by passage; those of one kind do not overlap."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        given = tuple(places)
        of_kind = {kind: [place for place in given if place.kind is kind] for kind in PlaceKind}
        self._places = {kind: found for kind, found in of_kind.items() if found}

    def __bool__(self) -> bool:
        return bool(self._places)

    def of(self, span: Span) -> Stood | None:
        """Where a passage stood, by its page if that is known; an empty one counts as what comes after it."""
        for kind, places in self._places.items():
            first = bisect_right(places, span.start, key=lambda place: place.span.end)
            after = bisect_left(places, max(span.end, span.start + 1), key=lambda place: place.span.start)
            if first < after:
                return Stood(kind.value, label(places[first]), label(places[after - 1]))
        return None

    def beginnings(self, start: int, end: int) -> Sequence[Beginning]:
        """The pages and times that begin in `[start, end)`, in text order."""
        first, after = (bisect_left(self._beginnings, at, key=lambda each: each.at) for at in (start, end))
        return self._beginnings[first:after]

    @cached_property
    def _beginnings(self) -> list[Beginning]:
        """A page has many passages, a second several: it begins with the first of them."""
        found = []
        for kind, places in self._places.items():
            before = ""
            for place in places:
                if label(place) != before:
                    before = label(place)
                    found.append(Beginning(place.span.start, kind, before))
        return sorted(found, key=lambda each: each.at)


def label(place: Place) -> str:
    """The page's label, or the time to the second, as in 0:12:03: nobody looks for milliseconds."""
    if place.kind is PlaceKind.PAGE:
        return place.value
    time = place.value.partition(".")[0]
    return time[1:] if time.startswith("0") else time
