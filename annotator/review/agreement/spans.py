"""Agreement on spans: which claims found their counterpart, how exactly, and with the same tag or not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.model.agreement import Confusion, Measure
from annotator.model.comparing import Marked
from annotator.model.enums import Tag
from annotator.review.agreement.coefficients import kappa, mean
from annotator.review.agreement.material import Material
from annotator.review.pairing import paired


@dataclass(frozen=True, slots=True)
class _Couple:
    """Two people's claims in the articles on which both worked: how many there are, and which were paired."""

    claims: int
    matches: tuple[tuple[Marked, Marked], ...]

    @property
    def tags(self) -> list[tuple[Tag, Tag]]:
        return [(one.tag, other.tag) for one, other in self.matches]


def on_spans(materials: Sequence[Material], people: Sequence[str]) -> tuple[tuple[Measure, ...], Confusion]:
    """The F1 measures, the agreement of tags on matched spans, and which tags met which.

    Every two people's claims are paired by the rule of `pairing`. F1 is 2 m / (a + b) for m matches among a
    and b claims, all pairs of people together; its n are the claims. For the tags n are the matches, and the
    coverage is the share of claims that were matched.
    """
    couples = [_couple(materials, one, other) for one, other in combinations(people, 2)]
    matches = [match for couple in couples for match in couple.matches]
    same_span = [match for match in matches if match[0].span == match[1].span]
    there = sum(couple.claims for couple in couples)
    claims = sum(len(material.claims) for material in materials)
    measures = [
        Measure(name, 2 * len(found) / there if there else None, claims)
        for name, found in (
            ("f1.exact", same_span),
            ("f1.exact.tagged", _same_tag(same_span)),
            ("f1.overlap", matches),
            ("f1.overlap.tagged", _same_tag(matches)),
        )
    ]
    coverage = 2 * len(matches) / there if there else None
    equal = len(_same_tag(matches)) / len(matches) if matches else None
    measures += [
        Measure("tags.matched", equal, len(matches), coverage),
        Measure("kappa.tags", mean(kappa(couple.tags) for couple in couples), len(matches), coverage),
    ]
    return tuple(measures), _confusion(couples)


def _couple(materials: Iterable[Material], one: str, other: str) -> _Couple:
    claims, matches = 0, []
    for material in materials:
        if one in material.people and other in material.people:
            chosen = [claim for claim in material.claims if claim.author in (one, other)]
            claims += len(chosen)
            matches += [(group[one], group[other]) for group in paired(chosen) if len(group) > 1]
    return _Couple(claims, tuple(matches))


def _same_tag(matches: Iterable[tuple[Marked, Marked]]) -> list[tuple[Marked, Marked]]:
    return [match for match in matches if match[0].tag is match[1].tag]


def _confusion(couples: Sequence[_Couple]) -> Confusion:
    """Of two people the first's tags by row; of more, each match in either order."""
    counts = Counter(pair for couple in couples for pair in couple.tags)
    if len(couples) > 1:
        counts.update((other, one) for couple in couples for one, other in couple.tags)
    tags = tuple(Tag)
    return Confusion(tags, tuple(tuple(counts[row, column] for column in tags) for row in tags))
