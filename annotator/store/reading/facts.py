"""What rules see of an article, read at once after each change: few statements, no text that is known."""

import json
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.points import Asked, Backing, Checked, ClaimFacts, Said, Waived
from annotator.model.spans import Span
from annotator.store.library import Library
from annotator.store.reading.answers import pairs_of_article
from annotator.store.reading.people import reviewer_names
from annotator.store.reading.sources import shown_views

T = TypeVar("T")

_NEWEST = """
SELECT v.id AS revision, v.text, a.language FROM articles a
JOIN revisions v ON v.article = a.id AND NOT v.deleted
WHERE a.id = ? AND NOT a.deleted ORDER BY v.position DESC LIMIT 1
"""
_TEXT = "SELECT t.body, s.bounds FROM texts t JOIN sentences s ON s.text = t.id WHERE t.id = ?"
_CLAIMS = """
SELECT c.id, c.tag, p.start, p."end", p.quote, c.author, c.answers_nothing
FROM claims c JOIN anchors p ON p.claim = c.id AND +p.revision = ?2 AND NOT p.deleted AND p.start >= 0
WHERE c.article = ?1 AND NOT c.deleted AND NOT c.withdrawn ORDER BY p.start, p."end" DESC, c.id
"""
_CHILDREN = """
SELECT {columns} FROM claims c JOIN {table} x ON x.claim = c.id
WHERE c.article = ?1 AND NOT c.deleted AND NOT x.deleted ORDER BY {order}
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
#: Words between colleagues, oldest first: comments, and reviews that ask to discuss.
_WORDS = """
SELECT claim, author FROM (
    SELECT x.claim, x.author, x.stamp FROM claims c JOIN comments x ON x.claim = c.id
    WHERE c.article = ?1 AND NOT c.deleted AND NOT x.deleted
    UNION ALL
    SELECT x.claim, x.author, x.stamp FROM claims c JOIN reviews x ON x.claim = c.id
    WHERE c.article = ?1 AND NOT c.deleted AND NOT x.deleted AND x.verdict = 'to discuss')
ORDER BY stamp
"""
_READ = (
    'SELECT DISTINCT start, "end" FROM read_marks WHERE revision = ? AND NOT deleted ORDER BY start, "end"'
)
_WAIVERS = """
SELECT rule, claim, reason, author FROM waivers WHERE article = ? AND NOT deleted ORDER BY stamp, id
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


def standing(library: Library, article: str, revision: str, me: str) -> Standing:
    """Everything that can open or settle a point in an article, by anybody."""
    names = reviewer_names(library)
    ticked = (Span(start, end) for start, end in library.query(_READ, revision))
    waived = (
        Waived(rule, claim, reason, names.get(author, ""), author == me)
        for rule, claim, reason, author in library.query(_WAIVERS, article)
    )
    return Standing(_claims(library, article, revision, me, names), tuple(ticked), tuple(waived))


def _claims(
    library: Library, article: str, revision: str, me: str, names: dict[str, str]
) -> tuple[ClaimFacts, ...]:
    said, backed = _sources(library, article)
    pairs = pairs_of_article(library, article)
    answers, answered = _grouped(pairs), _grouped((allegation, denial) for denial, allegation in pairs)
    responses = {
        claim: Asked(ResponseKind(kind), asked_on, due)
        for claim, kind, asked_on, due in library.query(_RESPONSES, article)
    }
    statuses = {
        claim: Checked(StatusValue(value), old, new)
        for claim, value, old, new in library.query(_STATUSES, article)
    }
    rows = library.query(_CLAIMS, article, revision)
    askers = _askers(library, article, {row["id"]: row["author"] for row in rows})
    return tuple(
        ClaimFacts(
            claim,
            _TAGS[tag],
            Span(start, end),
            quote,
            names.get(author, ""),
            author == me,
            said.get(claim, ()),
            backed.get(claim, ()),
            tuple(answers.get(claim, ())),
            tuple(answered.get(claim, ())),
            answers_nothing,
            responses.get(claim),
            statuses.get(claim, _UNCHECKED),
            names.get(askers.get(claim, ""), ""),
        )
        for claim, tag, start, end, quote, author, answers_nothing in rows
    )


def _sources(
    library: Library, article: str
) -> tuple[dict[str, tuple[Said, ...]], dict[str, tuple[Backing, ...]]]:
    """For each claim its chain and its evidence."""
    said_rows, backed_rows = library.query(_SAID, article), library.query(_BACKED, article)
    ids = {row["source"] for row in (*said_rows, *backed_rows)}
    shown = {
        source: (view.id, SourceKind(view.kind), view.confidential)
        for source, view in (shown_views(library, ids) if ids else {}).items()
    }
    said = _grouped((claim, Said(*shown[source], words, cue)) for claim, source, words, cue in said_rows)
    backed = _grouped((claim, Backing(*shown[source], _STANCES[how])) for claim, source, how in backed_rows)
    return (
        {claim: tuple(links) for claim, links in said.items()},
        {claim: tuple(pieces) for claim, pieces in backed.items()},
    )


def _askers(library: Library, article: str, authors: dict[str, str]) -> dict[str, str]:
    """For each claim whose reviewer has not had the last word, who had it."""
    last = {row["claim"]: row["author"] for row in library.query(_WORDS, article)}
    return {claim: author for claim, author in last.items() if author != authors.get(claim, author)}


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
