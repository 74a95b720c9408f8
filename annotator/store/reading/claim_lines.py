"""Claims as the page and the list show them; there may be ten thousand, so only what is shown is read."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable

from annotator.model.enums import StatusValue, Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.store.library import Library
from annotator.store.reading.answers import pairs_of_article, pairs_of_claims
from annotator.store.reading.people import reviewer_names
from annotator.store.reading.sources import shown_name, shown_views

#: Which claims are meant, as a condition with the value ?1.
_OF_ARTICLE = "c.article = ?1"
_BY_ID = "c.id IN (SELECT value FROM json_each(?1))"

#: The plus keeps SQLite from looking through the whole revision where few claims are meant.
_LINES = """
SELECT c.id, c.tag, p.start, p."end", p.quote, c.note <> '' AS noted, c.author, c.withdrawn
FROM claims c JOIN anchors p ON p.claim = c.id AND +p.revision = ?2 AND NOT p.deleted AND p.start >= 0
WHERE NOT c.deleted AND {which} ORDER BY p.start, p."end" DESC, c.id
"""
_ATTRIBUTIONS = """
SELECT t.claim, t.source, t.start, t."end" FROM claims c JOIN attributions t ON t.claim = c.id
WHERE NOT t.deleted AND {which} ORDER BY t.position, t.id
"""
_EVIDENCE = """
SELECT e.claim, count(*) AS number FROM claims c JOIN evidence e ON e.claim = c.id
WHERE NOT e.deleted AND {which} GROUP BY e.claim
"""

#: The newest word counts, so it comes last.
_RESPONSES = """
SELECT r.claim, r.kind FROM claims c JOIN responses r ON r.claim = c.id
WHERE NOT r.deleted AND {which} ORDER BY r.stamp
"""
_STATUSES = """
SELECT s.claim, s.value FROM claims c JOIN statuses s ON s.claim = c.id
WHERE NOT s.deleted AND {which} ORDER BY s.stamp
"""

_TAGS = {tag.value: tag for tag in Tag}


def lines(library: Library, article: str, revision: str, me: str) -> tuple[ClaimLine, ...]:
    """The article's claims in text order: by start, the longer first."""
    return _lines(library, _OF_ARTICLE, article, revision, me)


def lines_by_id(library: Library, revision: str, claims: Iterable[str], me: str) -> tuple[ClaimLine, ...]:
    """Those of the given claims that are there, in text order."""
    return _lines(library, _BY_ID, json.dumps(sorted(claims)), revision, me)


def first_lines(library: Library, revision: str, before: int, me: str) -> tuple[ClaimLine, ...]:
    """Those of a revision's claims that begin before an offset, in text order."""
    found = library.query(
        "SELECT claim FROM anchors WHERE revision = ? AND NOT deleted AND start BETWEEN 0 AND ?",
        revision,
        before - 1,
    )
    return lines_by_id(library, revision, (row["claim"] for row in found), me)


def _lines(library: Library, which: str, value: str, revision: str, me: str) -> tuple[ClaimLine, ...]:
    said = library.query(_ATTRIBUTIONS.format(which=which), value)
    speakers, names = _speakers(library, said)
    evidence = {row["claim"]: row["number"] for row in library.query(_EVIDENCE.format(which=which), value)}
    reviewers = reviewer_names(library)
    answers, answered = _answers(library, which, value)
    responses = {row["claim"]: row["kind"] for row in library.query(_RESPONSES.format(which=which), value)}
    statuses = {row["claim"]: row["value"] for row in library.query(_STATUSES.format(which=which), value)}
    return tuple(
        ClaimLine(
            claim,
            _TAGS[tag],
            Span(start, end),
            quote,
            tuple(speakers.get(claim, ())),
            tuple(names.get(claim, ())),
            evidence.get(claim, 0),
            bool(noted),
            reviewers.get(author, ""),
            author == me,
            bool(withdrawn),
            tuple(answers.get(claim, ())),
            answered.get(claim, 0),
            responses.get(claim, ""),
            StatusValue(statuses[claim]) if claim in statuses else StatusValue.UNCHECKED,
        )
        for claim, tag, start, end, quote, noted, author, withdrawn in library.query(
            _LINES.format(which=which), value, revision
        )
    )


def _answers(library: Library, which: str, value: str) -> tuple[dict[str, list[str]], Counter[str]]:
    """For each denial the allegations it answers, and for each allegation how many denials answer it."""
    if which == _OF_ARTICLE:
        pairs = pairs_of_article(library, value)
    else:
        pairs = pairs_of_claims(library, json.loads(value))
    answers: dict[str, list[str]] = {}
    for denial, allegation in pairs:
        answers.setdefault(denial, []).append(allegation)
    return answers, Counter(allegation for _, allegation in pairs)


def _speakers(
    library: Library, said: list[sqlite3.Row]
) -> tuple[dict[str, list[str]], dict[str, list[Span]]]:
    """For each claim the names of who says it, and the places that name them, in order."""
    shown = shown_views(library, {row["source"] for row in said}) if said else {}
    speakers: dict[str, list[str]] = {}
    names: dict[str, list[Span]] = {}
    for claim, source, start, end in said:
        speakers.setdefault(claim, []).append(shown_name(shown[source]))
        if start >= 0:
            names.setdefault(claim, []).append(Span(start, end))
    return speakers, names
