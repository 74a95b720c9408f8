"""The pages and times of a text's passages, as one JSON list."""

import json
from collections.abc import Iterable

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span


def as_json(places: Iterable[Place]) -> str:
    """A JSON list of `[start, end, kind, value]`, spans in code points."""
    listed = [[place.span.start, place.span.end, place.kind.value, place.value] for place in places]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def from_json(listed: str) -> tuple[Place, ...]:
    """What `as_json` wrote. Raises ValueError or TypeError for anything else."""
    return tuple(
        Place(Span(start, end), PlaceKind(kind), value) for start, end, kind, value in json.loads(listed)
    )


def ordered(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places that hold words and do not begin before one of their kind has ended, in their order."""
    reached = dict.fromkeys(PlaceKind, 0)
    found = []
    for place in places:
        if reached[place.kind] <= place.span.start < place.span.end:
            found.append(place)
            reached[place.kind] = place.span.end
    return tuple(found)


def are_ordered(listed: str, length: int) -> bool:
    """Whether the places lie inside a text of that length and those of a kind follow one another."""
    try:
        places = from_json(listed)
    except (ValueError, TypeError):
        return False
    return ordered(places) == places and all(place.span.end <= length for place in places)
