"""What rules see of an article, read at once after each change: few statements, no text that is known."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.points import Asked, Backing, Checked, ClaimFacts, Said, Waived
from annotator.model.spans import Span
from annotator.store.library import Library
from annotator.store.reading.answers import pairs_of_article
from annotator.store.reading.people import People, people
from annotator.store.reading.sources import shown_views
from annotator.store.twins import pairs

T = TypeVar("T")

_NEWEST = """
SELECT v.id AS revision, v.text, a.language FROM articles a
JOIN revisions v ON v.article = a.id AND NOT v.deleted
WHERE a.id = ? AND NOT a.deleted ORDER BY v.position DESC LIMIT 1
"""
_TEXT = "SELECT t.body, s.bounds FROM texts t JOIN sentences s ON s.text = t.id WHERE t.id = ?"
_CLAIMS = """
SELECT c.id, c.tag, p.start, p."end", p.quote, c.author, c.answers_nothing
FROM seen_claims c JOIN seen_anchors p ON p.claim = c.id AND +p.revision = ?2 AND p.start >= 0
WHERE c.article = ?1 AND NOT c.withdrawn ORDER BY p.start, p."end" DESC, c.id
"""
#: Where a library has none of it at all, no claim is asked for it.
_CHILDREN = """
SELECT {columns} FROM (SELECT 1 FROM seen_{table} LIMIT 1)
CROSS JOIN seen_with_twins c JOIN seen_{table} x ON x.claim = c.id WHERE c.article = ?1 ORDER BY {order}
"""
_SAID = _CHILDREN.format(
    columns="x.claim, x.source, x.words, x.cue", table="attributions", order="x.position, x.id"
)
_BACKED = _CHILDREN.format(columns="x.claim, x.source, x.stance", table="evidence", order="x.position, x.id")
_RESPONSES = _CHILDREN.format(
    columns="x.claim, x.kind, x.asked_on, x.due", table="responses", order="x.stamp, x.id"
)
_STATUSES = _CHILDREN.format(
    columns="x.claim, x.value, x.old_words, x.new_words", table="statuses", order="x.stamp, x.id"
)
#: Words between colleagues, oldest first: comments, and reviews that ask to discuss the claim as it is.
_WORDS = """
SELECT claim, author FROM (
    SELECT x.claim, x.author, x.stamp, x.id FROM (SELECT 1 FROM seen_comments LIMIT 1)
    CROSS JOIN seen_with_twins c JOIN seen_comments x ON x.claim = c.id WHERE c.article = ?1
    UNION ALL
    SELECT x.claim, x.author, x.stamp, x.id FROM (SELECT 1 FROM seen_reviews LIMIT 1)
    CROSS JOIN seen_with_twins c JOIN seen_reviews x ON x.claim = c.id
    WHERE c.article = ?1 AND x.verdict = 'to discuss' AND NOT x.outdated)
ORDER BY stamp, id
"""
_READ = 'SELECT DISTINCT start, "end" FROM seen_read_marks WHERE revision = ? ORDER BY start, "end"'
_WAIVERS = """
SELECT rule, claim, reason, author FROM seen_waivers WHERE article = ? ORDER BY stamp, id
"""

_TAGS = {tag.value: tag for tag in Tag}
_UNCHECKED = Checked()
_STANCES = {stance.value: stance for stance in Stance}


class Newest(NamedTuple):
    """An article's newest revision: its id, its text's id, and the language the article is said to be in."""

    revision: str
    text: str
    language: str


class Standing(NamedTuple):
    """What people said of an article: live claims in text order, sentences ticked, rules let go."""

    claims: tuple[ClaimFacts, ...]
    read: tuple[Span, ...]
    waived: tuple[Waived, ...]


def newest(library: Library, article: str) -> Newest | None:
    """The newest revision of an article; None if it is not there or in the bin."""
    found = library.query(_NEWEST, article)
    return Newest(*found[0]) if found else None


def text(library: Library, text_id: str) -> tuple[str, list[list[int]]]:
    """A text and its sentence bounds, each `[start, end]` in code points."""
    row = library.query(_TEXT, text_id)[0]
    return row["body"], json.loads(row["bounds"])


def standing(library: Library, article: str, revision: str) -> Standing:
    """Everything that can open or settle a point in an article, by anybody whom I may see."""
    reading = _Reading(library, article, revision, people(library), pairs(library))
    ticked = (Span(start, end) for start, end in library.query(_READ, revision))
    return Standing(reading.claims(), tuple(ticked), reading.waived())


class _Reading(NamedTuple):
    """What is read for an article, with what rows refer to: people, and claims that show for others."""

    library: Library
    article: str
    revision: str
    people: People
    twins: dict[str, str]

    def claims(self) -> tuple[ClaimFacts, ...]:
        said, backed = self._sources()
        linked = pairs_of_article(self.library, self.article)
        answers, answered = _grouped(linked), _grouped((allegation, denial) for denial, allegation in linked)
        responses = {
            claim: Asked(ResponseKind(kind), asked_on, due)
            for claim, kind, asked_on, due in self._of_claims(_RESPONSES)
        }
        statuses = {
            claim: Checked(StatusValue(value), old, new)
            for claim, value, old, new in self._of_claims(_STATUSES)
        }
        rows = self.library.query(_CLAIMS, self.article, self.revision)
        last_words = dict(self._of_claims(_WORDS))
        return tuple(
            ClaimFacts(
                claim,
                _TAGS[tag],
                Span(start, end),
                quote,
                (who := self.people[author]).name,
                who.mine,
                said.get(claim, ()),
                backed.get(claim, ()),
                tuple(answers.get(claim, ())),
                tuple(answered.get(claim, ())),
                answers_nothing,
                responses.get(claim),
                statuses.get(claim, _UNCHECKED),
                self._asker(last_words[claim], who.id) if claim in last_words else "",
            )
            for claim, tag, start, end, quote, author, answers_nothing in rows
        )

    def waived(self) -> tuple[Waived, ...]:
        return tuple(
            Waived(rule, claim and self.twins.get(claim, claim), reason, who.name, who.mine)
            for rule, claim, reason, author in self.library.query(_WAIVERS, self.article)
            for who in (self.people[author],)
        )

    def _of_claims(self, statement: str) -> Sequence[Any]:
        """Rows that begin with the claim that shows."""
        found = self.library.query(statement, self.article)
        return [(self.twins.get(row[0], row[0]), *row[1:]) for row in found] if self.twins else found

    def _sources(self) -> tuple[dict[str, tuple[Said, ...]], dict[str, tuple[Backing, ...]]]:
        """For each claim its chain and its evidence."""
        said_rows, backed_rows = self._of_claims(_SAID), self._of_claims(_BACKED)
        ids = {row[1] for row in (*said_rows, *backed_rows)}
        shown = {
            source: (view.id, SourceKind(view.kind), view.confidential)
            for source, view in (shown_views(self.library, ids) if ids else {}).items()
        }
        said = _grouped((claim, Said(*shown[source], words, cue)) for claim, source, words, cue in said_rows)
        backed = _grouped(
            (claim, Backing(*shown[source], _STANCES[how])) for claim, source, how in backed_rows
        )
        return (
            {claim: tuple(links) for claim, links in said.items()},
            {claim: tuple(pieces) for claim, pieces in backed.items()},
        )

    def _asker(self, author: str, reviewer: str) -> str:
        """Who had the last word on a claim; empty where that was the person who made it."""
        asker = self.people[author]
        return "" if asker.id == reviewer else asker.name


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
