"""Everything that comparing an article says, in one piece, and as programs get it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.desk.desk import Desk
from annotator.desk.queries.comparing import agreement, comparison, people_named, settlement
from annotator.model.agreement import Agreement
from annotator.model.comparing import Comparison, Difference, Group
from annotator.model.settling import Settlement
from annotator.store.reading.people import people as everybody
from annotator.words import say


@dataclass(frozen=True, slots=True)
class Report:
    """An article compared; `names` has the name of everybody by id, with the id where two have one name."""

    article: str
    comparison: Comparison
    agreement: Agreement
    settlement: Settlement
    names: Mapping[str, str]


def report(desk: Desk, article: str, names: Iterable[str] = ()) -> Report:
    """An article as the people of these names tagged it, or as all did who tagged it. Raises NothingFound."""
    chosen = people_named(desk, names) or None
    return Report(
        article,
        comparison(desk, article, chosen),
        agreement(desk, [article], chosen),
        settlement(desk, article),
        _known(desk),
    )


def _known(desk: Desk) -> dict[str, str]:
    people = everybody(desk.library)
    of_name = Counter(person.name for one, person in people.items() if person.id == one)
    return {
        one: person.name if of_name[person.name] == 1 else f"{person.name} ({person.id})"
        for one, person in people.items()
    }


def kind_counts(comparison: Comparison) -> Counter[Difference]:
    """How many groups there are of each kind; those of claims that somebody lacks are counted as ONLY."""
    return Counter(group.kind for group in comparison.groups)


def only_counts(comparison: Comparison) -> dict[tuple[str, ...], int]:
    """Of the groups that somebody lacks, how many there are by the people (ids) who have a claim there."""
    found = Counter(_authors(group) for group in comparison.groups if group.missing)
    alone = {(person,): 0 for person in comparison.people}
    return alone | found


def kind_rows(report: Report) -> list[tuple[str, int]]:
    """The kinds of differences in words, each with how many groups are of it, none left out."""
    counts = kind_counts(report.comparison)
    rows = [
        (say(f"difference.{kind.value}"), counts[kind]) for kind in Difference if kind is not Difference.ONLY
    ]
    for those, n in only_counts(report.comparison).items():
        rows.append((say("difference.only one", names=", ".join(_names(report, those))), n))
    return rows


def report_object(report: Report) -> dict[str, Any]:
    """The report under its outside names; people by name, claims by id, places in code points."""
    people, counts = report.comparison.people, kind_counts(report.comparison)
    return {
        "article": report.article,
        "reviewers": _names(report, people),
        "pairs": {
            **{kind.name.lower(): counts[kind] for kind in Difference if kind is not Difference.ONLY},
            "only": {
                ", ".join(_names(report, those)): n for those, n in only_counts(report.comparison).items()
            },
        },
        "groups": [_group(report, group) for group in report.comparison.groups],
        "agreement": {
            measure.name: {"value": measure.value, "n": measure.n, "coverage": measure.coverage}
            for measure in report.agreement.measures
        },
        "settled": [
            {"claim": one.claim, "equal": list(one.equal), "by": _names(report, one.by)}
            for one in report.settlement.settled
        ],
        "unsettled": [
            {"claims": list(one.claims), "why": one.why.value, "waits_for": _names(report, one.waits_for)}
            for one in report.settlement.unsettled
        ],
        "dropped": list(report.settlement.dropped),
    }


def _authors(group: Group) -> tuple[str, ...]:
    return tuple(claim.author for claim in group.claims)


def _names(report: Report, people: Iterable[str]) -> list[str]:
    return [report.names.get(person, "") for person in people]


def _group(report: Report, group: Group) -> dict[str, Any]:
    return {
        "kind": group.kind.name.lower(),
        "differs": [kind.name.lower() for kind in Difference if kind in group.kinds],
        "start": group.span.start,
        "end": group.span.end,
        "claims": [claim.id for claim in group.claims],
        "reviewers": _names(report, _authors(group)),
        "missing": _names(report, group.missing),
    }
