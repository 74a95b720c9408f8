"""Agreement on sentences: the units are those that somebody tagged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from annotator.model.agreement import Measure
from annotator.model.enums import Tag
from annotator.review.agreement.coefficients import alpha, kappa, mean
from annotator.review.agreement.material import Material

#: The tags of a person's claims that touch a sentence; none where it is not tagged.
Value = frozenset[Tag]
_NONE: Value = frozenset()

#: For each person the values of the sentences that the person tagged, by place.
_Tagged = Mapping[str, Mapping[int, Value]]


def on_sentences(materials: Sequence[Material], people: Sequence[str]) -> tuple[Measure, ...]:
    """kappa.sentences and alpha.sentences, over sentences that somebody tagged.

    Of more than two people kappa is the mean over every two who can be compared, its n and its coverage those
    of all pairs together. The coverage is the share of the sentences that are units.
    """
    tagged = [(material, _tagged(material)) for material in materials]
    kappas, units, sentences = [], 0, 0
    for one, other in combinations(people, 2):
        both = [entry for entry in tagged if {one, other} <= set(entry[0].people)]
        pairs = [pair for _, values in both for pair in _pairs(values[one], values[other])]
        kappas.append(kappa(pairs))
        units += len(pairs)
        sentences += sum(len(material.sentences) for material, _ in both)
    rows = [row for material, values in tagged for row in _rows(material, values)]
    every = sum(len(material.sentences) for material, _ in tagged)
    return (
        Measure("kappa.sentences", mean(kappas), units, units / sentences if sentences else None),
        Measure("alpha.sentences", alpha(rows), len(rows), len(rows) / every if every else None),
    )


def _tagged(material: Material) -> _Tagged:
    starts = [sentence.start for sentence in material.sentences]
    ends = [sentence.end for sentence in material.sentences]
    found: dict[str, dict[int, Value]] = {person: {} for person in material.people}
    for claim in material.claims:
        places, tag = found[claim.author], frozenset((claim.tag,))
        for place in range(bisect_right(ends, claim.span.start), bisect_left(starts, claim.span.end)):
            places[place] = places.get(place, _NONE) | tag
    return found


def _pairs(one: Mapping[int, Value], other: Mapping[int, Value]) -> Iterator[tuple[Value, Value]]:
    for place in one.keys() | other.keys():
        yield one.get(place, _NONE), other.get(place, _NONE)


def _rows(material: Material, tagged: _Tagged) -> Iterator[list[Value]]:
    """The values of each sentence that somebody tagged, one of each person who worked on the article."""
    for place in set().union(*tagged.values()):
        yield [tagged[person].get(place, _NONE) for person in material.people]
