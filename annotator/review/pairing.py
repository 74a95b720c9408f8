"""Whose claim goes with whose: one rule, the best overlap first, at most one claim of a person in a group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from annotator.model.comparing import Comparison, Difference, Group, Marked
from annotator.model.spans import Span

#: Pairs are made in these steps, so that claims which found their own are not looked at again.
_SHARES = (2.0, 1.0, 0.5, 0.0)


def compare(marked: Iterable[Marked], people: Sequence[str]) -> Comparison:
    """The claims of the people (ids), grouped by the words they are about, in text order.

    What others marked is left out. The order of `marked` does not matter, that of `people` only orders the
    claims within a group.
    """
    people = tuple(dict.fromkeys(people))
    chosen = frozenset(people)
    groups = paired(claim for claim in marked if claim.author in chosen)
    place = {claim.id: str(n) for n, group in enumerate(groups) for claim in group.values()}
    return Comparison(people, tuple(_group(group, people, place) for group in groups))


def paired(marked: Iterable[Marked]) -> list[dict[str, Marked]]:
    """The claims in groups, each by author, in text order: by start, the longer first.

    Every two claims of different people that share words are looked at, those first whose shared code points
    are the largest part of what the two cover; of equal ones those with the same tag, then the earlier. Their
    groups become one unless somebody would stand in it twice.
    """
    order = sorted(marked, key=_in_text)
    everybody = len({claim.author for claim in order})
    group_of = [{claim.author: n} for n, claim in enumerate(order)]
    for below, least in pairwise(_SHARES):
        free = [n for n, group in enumerate(group_of) if len(group) < everybody]
        for *_, one, other in sorted(_overlaps(order, free, least, below)):
            into, joining = group_of[one], group_of[other]
            if into is not joining and into.keys().isdisjoint(joining):
                into |= joining
                for n in joining.values():
                    group_of[n] = into
    found = {min(group.values()): group for group in group_of}
    return [{author: order[n] for author, n in found[first].items()} for first in sorted(found)]


def _in_text(claim: Marked) -> tuple[int, int, str]:
    return claim.span.start, -claim.span.end, claim.id


def _overlaps(
    order: Sequence[Marked], free: Sequence[int], least: float, below: float
) -> Iterator[tuple[float, bool, int, str, str, int, int]]:
    """Pairs of different people's claims whose share is at least `least` and under `below`.

    Best first when sorted; the last two of each are the claims' places in `order`, which is by start.
    """
    reaching: list[tuple[int, int, str, int]] = []  # claims that reach further: start, end, author, place
    for n in free:
        claim = order[n]
        start, end, author = claim.span.start, claim.span.end, claim.author
        if start == end:
            continue
        reaching = [entry for entry in reaching if entry[1] > start]
        for first, last, whose, place in reaching:
            if whose == author:
                continue
            # Both begin before either ends; min and max would take half the time of it all.
            share = (end - start) / (last - first) if end < last else (last - start) / (end - first)
            if least <= share < below:
                other = order[place]
                low, high = sorted((claim.id, other.id))
                yield -share, claim.tag is not other.tag, first, low, high, place, n
        reaching.append((start, end, author, n))


def _group(group: Mapping[str, Marked], people: Sequence[str], place: Mapping[str, str]) -> Group:
    claims = tuple(group[person] for person in people if person in group)
    missing = tuple(person for person in people if person not in group)
    return Group(claims, _kinds(claims, place, alone=bool(missing)), missing, _reach(claims))


def _reach(claims: Iterable[Marked]) -> Span:
    spans = [claim.span for claim in claims]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _kinds(claims: Sequence[Marked], place: Mapping[str, str], *, alone: bool) -> frozenset[Difference]:
    """What differs; links to claims of one group are the same link."""
    kinds = {Difference.ONLY} if alone else set()
    first = claims[0]
    for claim in claims[1:]:
        if claim.tag is not first.tag:
            kinds.add(Difference.TAG)
        if claim.span != first.span:
            kinds.add(Difference.SPAN)
        if _sources(claim, place) != _sources(first, place):
            kinds.add(Difference.SOURCES)
    return frozenset(kinds or {Difference.SAME})


def _sources(claim: Marked, place: Mapping[str, str]) -> tuple[object, ...]:
    return claim.said, claim.backed, {place.get(link, link) for link in claim.links}
