"""The final version of an article, as exports take it: what is settled, equal claims united in one."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export
from annotator.desk.queries.comparing import settlement
from annotator.model.views import ArticleExport, ClaimView, ResponseView, StatusView

T = TypeVar("T")
W = TypeVar("W", ResponseView, StatusView)


def final_version(desk: Desk, article: str, chosen: Iterable[str] | None = None) -> ArticleExport:
    """An article with its settled claims, or those of them that are among the chosen or equal to one.

    Each stands with the sources, evidence and words of all claims that say just the same. Links lead to what
    is settled too. Raises NothingFound.
    """
    wanted = None if chosen is None else set(chosen)
    export = article_export(desk, article)
    claims = {claim.id: claim for claim in export.claims}
    groups = [(one.claim, *one.equal) for one in settlement(desk, article).settled]
    stands_for = {claim: group[0] for group in groups for claim in group}
    return replace(
        export,
        claims=tuple(
            _united([claims[claim] for claim in group], stands_for)
            for group in groups
            if wanted is None or not wanted.isdisjoint(group)
        ),
    )


def _united(claims: Sequence[ClaimView], stands_for: Mapping[str, str]) -> ClaimView:
    """The first of equal claims with what stands on any of them; links by what they lead to now."""
    links = [
        replace(link, claim=stands_for[link.claim])
        for claim in claims
        for link in claim.links
        if link.claim in stands_for
    ]
    responses = _last_words(word for claim in claims for word in claim.responses)
    statuses = _last_words(word for claim in claims for word in claim.statuses)
    first = claims[0]
    return replace(
        first,
        attributions=_each_once(
            (said for claim in claims for said in claim.attributions), lambda said: said.source.id
        ),
        evidence=_each_once(
            (piece for claim in claims for piece in claim.evidence),
            lambda piece: (piece.source.id, piece.stance, piece.locator, piece.quote, piece.url),
        ),
        links=_each_once(links, lambda link: link.claim),
        answers=tuple(
            dict.fromkeys(stands_for[a] for claim in claims for a in claim.answers if a in stands_for)
        ),
        responses=responses,
        response=responses[-1].kind if responses else "",
        statuses=statuses,
        status=statuses[-1].value if statuses else first.status,
        reviews=tuple(review for claim in claims for review in claim.reviews),
        comments=tuple(sorted((one for claim in claims for one in claim.comments), key=lambda one: one.at)),
    )


def _each_once(things: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    found: dict[Hashable, T] = {}
    for thing in things:
        found.setdefault(key(thing), thing)
    return tuple(found.values())


def _last_words(words: Iterable[W]) -> tuple[W, ...]:
    """One word of each person, the newest, which comes last."""
    by_person = {word.reviewer: word for word in sorted(words, key=lambda word: word.at)}
    return tuple(sorted(by_person.values(), key=lambda word: word.at))
