"""Asking how people's claims differ, what is settled, and how far people agree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.model.agreement import Agreement
from annotator.model.comparing import Comparison, Marked
from annotator.model.errors import NothingFound
from annotator.model.settling import Settlement
from annotator.model.views import ArticleLine, PersonView
from annotator.review.agreement.figures import figures
from annotator.review.agreement.material import Material
from annotator.review.pairing import compare
from annotator.review.settling import settle
from annotator.store.reading import comparing as reading
from annotator.store.reading.comparing import Worked
from annotator.store.reading.people import named
from annotator.store.reading.people import people as everybody


def comparison(desk: Desk, article: str, people: Iterable[str] | None = None) -> Comparison:
    """The claims of an article by these people (ids), or by those who tagged it, me first.

    Where fewer than two tagged it for themselves, I come in, and those who changed a claim.
    Raises NothingFound.
    """
    worked = _one(desk, article)
    chosen = _coders(worked) if people is None else _shown(desk, people)
    if people is None and len(chosen) < 2:
        chosen = {desk.me, *chosen, *(claim.author for claim in worked.marked)} - {""}
    return compare(_with_sources(desk, worked), _in_order(desk, chosen))


def settlement(desk: Desk, article: str) -> Settlement:
    """The final version of an article as far as it is settled. Raises NothingFound."""
    worked = _one(desk, article)
    participants = {claim.author for claim in worked.marked} | worked.done | worked.answered
    return settle(
        compare(worked.marked, sorted(participants)),
        reading.words(desk.library, article),
        _in_order(desk, participants),
        reading.signer(desk.library, article),
    )


def agreement(
    desk: Desk, articles: Iterable[str] | None = None, people: Iterable[str] | None = None
) -> Agreement:
    """How far people agree on the articles, or on all but samples, taken together.

    Of these people (ids), or of all who tagged any of the articles, me first.
    """
    worked = reading.worked(desk.library, articles)
    coders = {person for one in worked for person in _coders(one)}
    chosen = coders if people is None else _shown(desk, people)
    return figures((_material(one) for one in worked), _in_order(desk, chosen))


def agreement_by_article(
    desk: Desk, people: Iterable[str] | None = None
) -> tuple[tuple[ArticleLine, Agreement], ...]:
    """The same for each article that two or more of the people tagged, newest first; samples stay out."""
    chosen = None if people is None else _shown(desk, people)
    found = {}
    for one in reading.worked(desk.library, None):
        there = _coders(one) if chosen is None else _coders(one) & chosen
        if len(there) > 1:
            found[one.article] = figures([_material(one)], _in_order(desk, there))
    return tuple((line, found[line.id]) for line in article_lines(desk, found))


def coders(desk: Desk, articles: Iterable[str] | None = None) -> tuple[tuple[PersonView, int], ...]:
    """Who tagged any of the articles, or of all but samples, with how many claims; me first."""
    counts: Counter[str] = Counter()
    for one in reading.worked(desk.library, articles):
        counts.update(dict.fromkeys(_coders(one), 0))
        counts.update(claim.author for claim in _own(one))
    known = everybody(desk.library)
    return tuple((known[person], counts[person]) for person in _in_order(desk, counts))


def people_named(desk: Desk, names: Iterable[str]) -> tuple[str, ...]:
    """The ids under which people show who have one of the names or ids. Raises NothingFound."""
    found: list[str] = []
    for name in names:
        there = sorted(named(desk.library, name))
        if not there:
            raise NothingFound("reviewer.unknown", name=name)
        found += there
    return tuple(dict.fromkeys(found))


def _one(desk: Desk, article: str) -> Worked:
    found = reading.worked(desk.library, [article])
    if not found:
        raise NothingFound("gone.articles")
    return found[0]


def _coders(worked: Worked) -> set[str]:
    """Who tagged an article for themselves, whether they found anything or not.

    A version of a colleague's claim is an answer, and who only answered is no coder by being done.
    """
    marking = {claim.author for claim in _own(worked)}
    return marking | (worked.done - worked.answered)


def _own(worked: Worked) -> list[Marked]:
    return [claim for claim in worked.marked if claim.id not in worked.versions]


def _material(worked: Worked) -> Material:
    return Material(tuple(sorted(_coders(worked))), worked.length, worked.sentences, tuple(_own(worked)))


def _with_sources(desk: Desk, worked: Worked) -> list[Marked]:
    there = reading.sources(desk.library, worked.article)
    return [
        replace(
            claim,
            said=tuple(there.said.get(claim.id, ())),
            backed=frozenset(there.backed.get(claim.id, ())),
            links=frozenset(there.links.get(claim.id, ())),
        )
        for claim in worked.marked
    ]


def _shown(desk: Desk, people: Iterable[str]) -> set[str]:
    """The ids under which people show who are named by any of theirs."""
    shown = desk.library.sight.shown
    return {shown.get(person, person) for person in people}


def _in_order(desk: Desk, people: Iterable[str]) -> tuple[str, ...]:
    """People by name, me first."""
    known = everybody(desk.library)
    return tuple(sorted(people, key=lambda one: (one != desk.me, known[one].name.casefold(), one)))
