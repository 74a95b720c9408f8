"""Claims as the page and the list show them; there may be ten thousand, so only what is shown is read."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from annotator.model.enums import StatusValue, Tag, Verdict
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.store import unread
from annotator.store.library import Library
from annotator.store.reading.answers import pairs_of_article, pairs_of_claims
from annotator.store.reading.people import People, people
from annotator.store.reading.sources import shown_name, shown_views
from annotator.store.twins import pairs, together

#: Which claims are meant, as a condition with the value ?1.
_OF_ARTICLE = "c.article = ?1"
_BY_ID = "c.id IN (SELECT value FROM json_each(?1))"

#: The plus keeps SQLite from looking through the whole revision where few claims are meant.
_LINES = """
SELECT c.id, c.tag, p.start, p."end", p.quote, c.note <> '' AS noted, c.author, c.withdrawn, c.version_of
FROM seen_claims c JOIN seen_anchors p ON p.claim = c.id AND +p.revision = ?2 AND p.start >= 0
WHERE {which} ORDER BY p.start, p."end" DESC, c.id
"""
#: What hangs on the claims. Where a library has none of it at all, no claim is asked for it.
_CHILDREN = """
SELECT x.claim, {columns} FROM (SELECT 1 FROM seen_{table} LIMIT 1)
CROSS JOIN seen_with_twins c JOIN seen_{table} x ON x.claim = c.id WHERE {{which}} {order}
"""
_ATTRIBUTIONS = _CHILDREN.format(
    columns='x.source, x.start, x."end"', table="attributions", order="ORDER BY x.position, x.id"
)
_EVIDENCE = _CHILDREN.format(columns="x.id", table="evidence", order="")
#: The newest word counts, so it comes last.
_RESPONSES = _CHILDREN.format(columns="x.kind", table="responses", order="ORDER BY x.stamp, x.id")
_STATUSES = _CHILDREN.format(columns="x.value", table="statuses", order="ORDER BY x.stamp, x.id")
_REVIEWS = _CHILDREN.format(
    columns="x.author, x.verdict, x.outdated", table="reviews", order="ORDER BY x.stamp, x.id"
)
_COMMENTS = _CHILDREN.format(columns="x.id", table="comments", order="")

_TAGS = {tag.value: tag for tag in Tag}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}

#: By claim, people's words on it by the person's id.
_Verdicts = dict[str, dict[str, Verdict]]


def lines(library: Library, article: str, revision: str) -> tuple[ClaimLine, ...]:
    """The article's claims in text order: by start, the longer first."""
    return _Reading(library, _OF_ARTICLE, article, pairs(library)).lines(revision)


def lines_by_id(library: Library, revision: str, claims: Iterable[str]) -> tuple[ClaimLine, ...]:
    """Those of the given claims that are there, in text order; for one that does not show its equal."""
    twins = pairs(library)
    chosen = json.dumps(sorted(together(twins, claims)))
    return _Reading(library, _BY_ID, chosen, twins).lines(revision)


def first_lines(library: Library, revision: str, before: int) -> tuple[ClaimLine, ...]:
    """Those of a revision's claims that begin before an offset, in text order."""
    found = library.query(
        "SELECT claim FROM seen_anchors WHERE revision = ? AND start BETWEEN 0 AND ?", revision, before - 1
    )
    return lines_by_id(library, revision, (row["claim"] for row in found))


class _Reading(NamedTuple):
    """Which claims are read; `value` fills `which`, `twins` say which claim shows for which."""

    library: Library
    which: str
    value: str
    twins: dict[str, str]

    def lines(self, revision: str) -> tuple[ClaimLine, ...]:
        everybody = people(self.library)
        speakers, names = self._speakers()
        evidence = self._count(_EVIDENCE)
        answers, answered = self._answers()
        responses, statuses = dict(self._children(_RESPONSES)), dict(self._children(_STATUSES))
        (verdicts, outdated), comments = self._verdicts(everybody), self._count(_COMMENTS)
        unseen = unread.claims(self.library)
        found = self.library.query(_LINES.format(which=self.which), self.value, revision)
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
                (who := everybody[author]).name,
                who.mine,
                bool(withdrawn),
                tuple(answers.get(claim, ())),
                answered.get(claim, 0),
                responses.get(claim, ""),
                StatusValue(statuses[claim]) if claim in statuses else StatusValue.UNCHECKED,
                who.id,
                version_of,
                tuple(verdicts[claim].items()) if claim in verdicts else (),
                comments.get(claim, 0),
                claim in unseen,
                tuple(outdated[claim].items()) if claim in outdated else (),
            )
            for claim, tag, start, end, quote, noted, author, withdrawn, version_of in found
        )

    def _children(self, statement: str) -> Sequence[Any]:
        """Rows that begin with the claim that shows."""
        found = self.library.query(statement.format(which=self.which), self.value)
        return [(self.twins.get(row[0], row[0]), *row[1:]) for row in found] if self.twins else found

    def _count(self, statement: str) -> Counter[str]:
        return Counter(row[0] for row in self._children(statement))

    def _speakers(self) -> tuple[dict[str, list[str]], dict[str, list[Span]]]:
        """For each claim the names of who says it, and the places that name them, in order."""
        said = self._children(_ATTRIBUTIONS)
        shown = shown_views(self.library, {row[1] for row in said}) if said else {}
        speakers: dict[str, list[str]] = {}
        names: dict[str, list[Span]] = {}
        for claim, source, start, end in said:
            speakers.setdefault(claim, []).append(shown_name(shown[source]))
            if start >= 0:
                names.setdefault(claim, []).append(Span(start, end))
        return speakers, names

    def _answers(self) -> tuple[dict[str, list[str]], Counter[str]]:
        """For each denial the allegations it answers, for each allegation how many denials answer it."""
        if self.which == _OF_ARTICLE:
            linked = pairs_of_article(self.library, self.value)
        else:
            linked = pairs_of_claims(self.library, json.loads(self.value))
        answers: dict[str, list[str]] = {}
        for denial, allegation in linked:
            answers.setdefault(denial, []).append(allegation)
        return answers, Counter(allegation for _, allegation in linked)

    def _verdicts(self, everybody: People) -> tuple[_Verdicts, _Verdicts]:
        """For each claim everybody's newest word on it, by the person's id, the newest last.

        First those that count, then those that were given before the claim was changed.
        """
        counting: _Verdicts = {}
        outdated: _Verdicts = {}
        for claim, author, verdict, is_outdated in self._children(_REVIEWS):
            person = everybody[author].id
            for found in (counting, outdated):
                found.get(claim, {}).pop(person, None)
            found = outdated if is_outdated else counting
            found.setdefault(claim, {})[person] = _VERDICTS[verdict]
        return counting, outdated
