"""Articles in the list, opened, and as exports take them."""

import json
import sqlite3
from collections.abc import Iterable

from annotator.model.enums import Tag
from annotator.model.errors import LibraryRefused
from annotator.model.places import Place
from annotator.model.remarks import RemarkView
from annotator.model.spans import Span, Spans
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    ArticleLine,
    ArticlePage,
    ClaimLine,
    ClaimView,
)
from annotator.store.library import Library
from annotator.store.reading import claim_lines, claim_views
from annotator.text import passages

_LINES = """
SELECT a.id, a.title, a.sample, t.length, p.publisher, p.published, p.imported
FROM articles a
JOIN revisions v ON v.article = a.id AND NOT v.deleted AND v.position = (
    SELECT max(position) FROM revisions WHERE article = a.id AND NOT deleted)
JOIN texts t ON t.id = v.text
LEFT JOIN appearances p ON p.n = (
    SELECT n FROM appearances WHERE article = a.id AND NOT deleted ORDER BY created, id LIMIT 1)
WHERE {which} ORDER BY a.created DESC, a.n DESC
"""
_LIVE = _LINES.format(which="NOT a.deleted AND (?1 IS NULL OR a.id IN (SELECT value FROM json_each(?1)))")
_BIN = _LINES.format(which="a.deleted = 1")

#: In this order each table gives what it has from an index alone, and only that of the articles asked for.
#: What each further claim adds is what lies behind the end reached by those before it: overlaps count once.
_COVERAGE = """
SELECT article, tag, count(*) AS number, sum(max(0, "end" - max(start, reached))) AS covered
FROM (
    SELECT v.article, c.tag, p.start, p."end", coalesce(max(p."end") OVER (
        PARTITION BY v.article, c.tag ORDER BY p.start, p."end"
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached
    FROM revisions v
    CROSS JOIN seen_claims c ON c.article = v.article AND NOT c.withdrawn
    CROSS JOIN seen_anchors p ON p.claim = c.id AND p.revision = v.id AND p.start >= 0
    WHERE NOT v.deleted AND (?1 IS NULL OR v.article IN (SELECT value FROM json_each(?1)))
    AND v.position = (SELECT max(position) FROM revisions WHERE article = v.article AND NOT deleted))
GROUP BY article, tag
"""

_CURRENT = """
SELECT v.id AS revision, t.id AS sha256, t.body, s.bounds, a.id, a.title, a.sample, a.language,
    (SELECT places FROM places WHERE text = t.id AND NOT deleted) AS places
FROM articles a
JOIN revisions v ON v.article = a.id AND NOT v.deleted
JOIN texts t ON t.id = v.text
JOIN sentences s ON s.text = t.id
WHERE a.id = ? AND NOT a.deleted ORDER BY v.position DESC LIMIT 1
"""

_APPEARANCES = """
SELECT id, publisher, byline, url, published, file, encoding, imported
FROM appearances WHERE article = ? AND NOT deleted ORDER BY created, id
"""

_REMARKS = """
SELECT id, body, origin, start, "end", quote, author FROM seen_remarks WHERE article = ?
ORDER BY created, stamp, id
"""

_READ = """
SELECT DISTINCT start, "end" FROM seen_read_marks WHERE revision = ? AND author IN mine
ORDER BY start, "end"
"""


def lines(library: Library, chosen: Iterable[str] | None = None) -> tuple[ArticleLine, ...]:
    """The articles, newest first; only the chosen, if any are."""
    ids = None if chosen is None else json.dumps(sorted(chosen))
    return _with_coverage(library, ids, library.query(_LIVE, ids))


def removed(library: Library) -> tuple[ArticleLine, ...]:
    """The articles in the bin, newest first."""
    found = library.query(_BIN)
    return _with_coverage(library, json.dumps([row["id"] for row in found]), found)


def page(library: Library, article: str, *, before: int | None = None) -> ArticlePage | None:
    """An article with its newest text and its claims, or with those that begin before an offset.

    None if it is not there or in the bin. Raises LibraryRefused where a claim's quote is not what stands
    at its place.
    """
    found = library.query(_CURRENT, article)
    if not found:
        return None
    row = found[0]
    return ArticlePage(
        row["id"],
        row["title"],
        row["revision"],
        row["body"],
        Spans(json.loads(row["bounds"])),
        bool(row["sample"]),
        appearances(library, article),
        _marked(library, row, before),
        read_marks(library, row["revision"]),
        _places(row),
        remarks(library, article),
    )


def read_marks(library: Library, revision: str) -> tuple[Span, ...]:
    """The sentences of a revision that I ticked as read, in text order."""
    found = library.query(_READ, revision)
    return tuple(Span(row["start"], row["end"]) for row in found)


def claims(library: Library, article: str) -> tuple[ClaimLine, ...] | None:
    """The claims on an article's newest text; None if it is not there or in the bin.

    Raises LibraryRefused as `page` does.
    """
    found = library.query(_CURRENT, article)
    return _marked(library, found[0]) if found else None


def export(library: Library, article: str, chosen: Iterable[str] | None = None) -> ArticleExport | None:
    """An article with whole claims: all of them, or the chosen ones; None if it is not there.

    Raises LibraryRefused as `page` does.
    """
    found = library.query(_CURRENT, article)
    if not found:
        return None
    row = found[0]
    marked = claim_views.views(library, article, row["revision"], chosen)
    _refuse_unless_quoted(row, marked)
    return ArticleExport(
        row["id"],
        row["title"],
        row["body"],
        row["sha256"],
        appearances(library, article),
        marked,
        language=row["language"],
        sentences=Spans(json.loads(row["bounds"])),
        places=_places(row),
        remarks=tuple(remark.words for remark in remarks(library, article)),
    )


def remarks(library: Library, article: str) -> tuple[RemarkView, ...]:
    """What files of other tools said of an article that is no claim, in the order in which it came in."""
    mine = library.sight.mine
    return tuple(
        RemarkView(row["id"], row["body"], row["origin"], row["quote"], row["author"] in mine)
        for row in library.query(_REMARKS, article)
    )


def _places(article: sqlite3.Row) -> tuple[Place, ...]:
    return passages.from_json(article["places"]) if article["places"] else ()


def appearances(library: Library, article: str) -> tuple[AppearanceView, ...]:
    """Where the article stood, in the order in which it came in; each place once, whoever imported it."""
    found: dict[tuple[str, ...], AppearanceView] = {}
    for row in library.query(_APPEARANCES, article):
        found.setdefault(tuple(row)[1:-1], AppearanceView(*row))
    return tuple(found.values())


def named(library: Library, name: str) -> tuple[str, ...]:
    """The ids of live articles that the name stands for: an id, a beginning of one, or an exact title."""
    found = library.query(
        "SELECT id FROM articles WHERE NOT deleted AND (title = ?1 OR substr(id, 1, length(?1)) = ?1)"
        " ORDER BY id = ?1 DESC, n",
        name,
    )
    return tuple(row["id"] for row in found) if name else ()


def _marked(library: Library, article: sqlite3.Row, before: int | None = None) -> tuple[ClaimLine, ...]:
    if before is None:
        marked = claim_lines.lines(library, article["id"], article["revision"])
    else:
        marked = claim_lines.first_lines(library, article["revision"], before)
    _refuse_unless_quoted(article, marked)
    return marked


def _refuse_unless_quoted(article: sqlite3.Row, marked: Iterable[ClaimLine | ClaimView]) -> None:
    body: str = article["body"]
    if any(body[claim.span.start : claim.span.end] != claim.quote for claim in marked):
        raise LibraryRefused("library.misquoted", title=article["title"])


def _with_coverage(
    library: Library, articles: str | None, found: list[sqlite3.Row]
) -> tuple[ArticleLine, ...]:
    """The lines with what is marked; `articles` is a JSON list of ids, None for all."""
    counts: dict[str, int] = {}
    covered: dict[str, dict[Tag, int]] = {}
    for row in library.query(_COVERAGE, articles):
        counts[row["article"]] = counts.get(row["article"], 0) + row["number"]
        covered.setdefault(row["article"], {})[Tag(row["tag"])] = row["covered"]
    return tuple(
        ArticleLine(
            row["id"],
            row["title"],
            row["publisher"] or "",
            row["published"] or "",
            row["imported"] or "",
            row["length"],
            bool(row["sample"]),
            counts.get(row["id"], 0),
            {tag: n / max(1, row["length"]) for tag, n in covered.get(row["id"], {}).items()},
        )
        for row in found
    )
