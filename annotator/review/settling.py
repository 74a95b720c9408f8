"""The final version of an article, from what people marked and what they answered.

The rule in words stands in docs/comparing.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.comparing import Comparison, Marked
from annotator.model.enums import Tag, Verdict
from annotator.model.settling import Settled, Settlement, Unsettled, Why, Word
from annotator.model.spans import Span

#: What a claim says as far as settling goes: claims of one content are equal.
_Content = tuple[Tag, Span]

#: Words that keep a matter open.
_OBJECTIONS = (Verdict.REJECTED, Verdict.TO_DISCUSS)

#: Who stands by which content, in the order of ids.
_Support = Mapping[_Content, Sequence[str]]


def settle(
    comparison: Comparison, words: Iterable[Word], participants: Sequence[str], signer: str | None = None
) -> Settlement:
    """What is final, what is open and for whom it waits, and what was turned down, each in text order.

    `comparison` holds everybody's live claims, `participants` are the ids of all who marked or answered, and
    `signer` is who signed the article off. Of a person's words on one claim the one with the largest stamp
    counts; the order of `words` does not matter. An outdated word counts for nothing, but whoever objected
    is waited for.
    """
    claims = {claim.id: claim for group in comparison.groups for claim in group.claims}
    settled: list[Settled] = []
    unsettled: list[Unsettled] = []
    for matter in _matters(comparison, claims, _newest(words, claims)):
        final, still_open = _decide(matter, participants, signer)
        settled += final
        unsettled += still_open
    placed = {claim for one in settled for claim in (one.claim, *one.equal)}
    placed |= {claim for one in unsettled for claim in one.claims}
    order = {claim.id: n for n, claim in enumerate(sorted(claims.values(), key=_in_text))}
    return Settlement(
        tuple(sorted(settled, key=lambda one: order[one.claim])),
        tuple(sorted(unsettled, key=lambda one: order[one.claims[0]])),
        tuple(claim for claim in order if claim not in placed),
    )


@dataclass(frozen=True, slots=True)
class _Matter:
    """Claims of the same words in text order, versions among them, and what was said of them, oldest first.

    `objected` are people whose objection is outdated: they have not seen what the claim says now. `content`
    is of every claim there is: a version may stand in another matter.
    """

    claims: tuple[Marked, ...]
    words: tuple[Word, ...]
    objected: frozenset[str]
    content: Mapping[str, _Content]


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a person stands in a matter: for, against, and what should be talked about first."""

    stands_by: frozenset[_Content]
    against: frozenset[_Content]
    discussed: frozenset[_Content]
    spoke: bool


def _in_text(claim: Marked) -> tuple[int, int, str]:
    return claim.span.start, -claim.span.end, claim.id


def _newest(words: Iterable[Word], claims: Mapping[str, Marked]) -> list[Word]:
    """Each person's last word on each live claim of another, oldest first.

    A change whose version is gone says nothing any more.
    """
    newest = {(word.author, word.claim): word for word in sorted(words, key=_when)}
    return [
        word
        for word in sorted(newest.values(), key=_when)
        if word.claim in claims
        and claims[word.claim].author != word.author
        and (word.verdict is not Verdict.CHANGED or word.version in claims)
    ]


def _when(word: Word) -> tuple[str, str, str]:
    return word.stamp, word.author, word.claim


def _matters(
    comparison: Comparison, claims: Mapping[str, Marked], words: Sequence[Word]
) -> Iterator[_Matter]:
    """The groups, each version in the group of the claim it changes, wherever its own words are."""
    group_of = {claim.id: n for n, group in enumerate(comparison.groups) for claim in group.claims}
    current = [word for word in words if not word.outdated]
    original = {
        word.version: word.claim for word in current if word.version and word.verdict is Verdict.CHANGED
    }
    place = {claim: group_of[_first(claim, original)] for claim in claims}
    content = {claim.id: (claim.tag, claim.span) for claim in claims.values()}
    members: dict[int, list[Marked]] = {}
    for claim in sorted(claims.values(), key=_in_text):
        members.setdefault(place[claim.id], []).append(claim)
    said: dict[int, list[Word]] = {}
    for word in current:
        said.setdefault(place[word.claim], []).append(word)
    objected: dict[int, set[str]] = {}
    for word in words:
        if word.outdated and word.verdict in _OBJECTIONS:
            objected.setdefault(place[word.claim], set()).add(word.author)
    for n, found in members.items():
        yield _Matter(tuple(found), tuple(said.get(n, ())), frozenset(objected.get(n, ())), content)


def _first(claim: str, original: Mapping[str, str]) -> str:
    """The claim that was changed, maybe more than once, into this one; in a circle the one of smallest id."""
    way = [claim]
    while (before := original.get(way[-1])) is not None:
        if before in way:
            return min(way[way.index(before) :])
        way.append(before)
    return way[-1]


def _decide(
    matter: _Matter, participants: Sequence[str], signer: str | None
) -> tuple[list[Settled], list[Unsettled]]:
    stands = _stands(matter)
    support = _support(stands)
    why = _why(support, stands) if len(participants) > 1 else None
    if signer in stands and why in (Why.DISPUTED, Why.DISCUSSED):
        support, why = _signed(support, stands, stands[signer])
    spoke = _people(support)
    objected = [person for person in participants if person in matter.objected - spoke]
    if why is None and (not objected or signer in spoke):
        return _final(matter, support), []
    claims = tuple(claim.id for claim in matter.claims if matter.content[claim.id] in support)
    if why is None:
        why, waits_for = Why.UNANSWERED, objected
    elif why is Why.UNANSWERED:
        waits_for = [person for person in participants if person not in spoke]
    else:
        waits_for = [person for person in participants if person in stands and not stands[person].spoke]
    return [], [Unsettled(claims, why, tuple(waits_for))] if claims else []


def _stands(matter: _Matter) -> dict[str, _Stand]:
    """Where everybody stands who has a claim or a word in the matter."""
    people = sorted({claim.author for claim in matter.claims} | {word.author for word in matter.words})
    return {person: _stand(matter, person) for person in people}


def _stand(matter: _Matter, person: str) -> _Stand:
    """By the last of a person's words on each content; without a word for any, by the person's own claim."""
    said = {matter.content[word.claim]: word for word in matter.words if word.author == person}
    chosen = max(
        (word for word in said.values() if word.verdict in (Verdict.AGREED, Verdict.CHANGED)),
        key=_when,
        default=None,
    )
    if chosen is None:
        stands_by = {matter.content[claim.id] for claim in matter.claims if claim.author == person}
    else:
        stands_by = {matter.content[chosen.version or chosen.claim]}
    return _Stand(
        frozenset(stands_by),
        frozenset(content for content, word in said.items() if word.verdict is Verdict.REJECTED),
        frozenset(
            content
            for content, word in said.items()
            if word.verdict is Verdict.TO_DISCUSS and (chosen is None or _when(word) > _when(chosen))
        ),
        bool(said),
    )


def _support(stands: Mapping[str, _Stand]) -> _Support:
    support: dict[_Content, list[str]] = {}
    for person, stand in stands.items():
        for content in stand.stands_by:
            support.setdefault(content, []).append(person)
    return support


def _people(support: _Support) -> set[str]:
    return {person for people in support.values() for person in people}


def _why(support: _Support, stands: Mapping[str, _Stand]) -> Why | None:
    """What keeps the matter open; None where it is final, or where nobody stands by anything."""
    if any(stand.discussed & support.keys() for stand in stands.values()):
        return Why.DISCUSSED
    if len(support) > 1 or any(stand.against & support.keys() for stand in stands.values()):
        return Why.DISPUTED
    return Why.UNANSWERED if len(_people(support)) == 1 else None


def _signed(support: _Support, stands: Mapping[str, _Stand], signed: _Stand) -> tuple[_Support, Why | None]:
    """What holds by the word of who signed off, where words stand against each other."""
    if signed.discussed & support.keys():
        return support, Why.DISCUSSED
    if signed.stands_by:
        return {content: support[content] for content in sorted(signed.stands_by)}, None
    left = {content: people for content, people in support.items() if content not in signed.against}
    return left, _why(left, stands)


def _final(matter: _Matter, support: _Support) -> list[Settled]:
    """For each content its oldest claim: ids begin with the time when a claim was made."""
    found = []
    for content, people in support.items():
        ids = sorted(claim.id for claim in matter.claims if matter.content[claim.id] == content)
        if ids:
            found.append(Settled(ids[0], tuple(ids[1:]), tuple(people)))
    return found
