"""What stands in the sheets of a workbook: a sheet for each sort of thing, a row for each of its kind.

Rows that belong to a claim begin with the article's title and the claim's number in it, and end with the
claim's id, so that a person finds the claim and a program can join the sheets.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotator.formats.writers import claim_sheets
from annotator.formats.writers.claim_sheets import Numbered, Row, yes
from annotator.formats.writers.phrases import source_name
from annotator.formats.writers.sources import named_sources
from annotator.formats.writers.workbook import Column, Sheet
from annotator.model.enums import Tag
from annotator.model.views import ArticleExport
from annotator.text.whereabouts import Whereabouts
from annotator.words import say
from annotator.words.stored import say_point

#: Widths in characters, of headings that hold more than a word or less.
_WIDTHS = {
    **dict.fromkeys(("quote", "plain_words", "note", "private_note", "comment", "point"), 48),
    **dict.fromkeys(("allegation_quote", "denial_quote", "old_words", "new_words", "reason"), 36),
    **dict.fromkeys(("article", "said_by", "source", "url", "title", "evidence_quote"), 28),
    **dict.fromkeys(("claim", "place_in_chain", "start", "end", "uses", "allegation_number"), 8),
    **dict.fromkeys(("denial_number", "checked", "withdrawn", "characters", "counts", "current"), 10),
}
_USUAL = 16


@dataclass(frozen=True, slots=True)
class Export:
    """The articles, and all their claims with their numbers."""

    articles: tuple[ArticleExport, ...]
    claims: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: the key of its name, columns and rows; without rows it is there only if `always`."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Export], Iterable[Row]]
    always: bool = False


def sheets(articles: tuple[ArticleExport, ...]) -> tuple[Sheet, ...]:
    """The sheets that say something, articles and claims first."""
    export = Export(articles, tuple(each for article in articles for each in _numbered(article)))
    made = ((table, tuple(table.rows(export))) for table in _TABLES)
    return tuple(
        Sheet(say(f"sheet.{table.name}"), tuple(map(_column, table.columns)), rows)
        for table, rows in made
        if rows or table.always
    )


def _numbered(article: ArticleExport) -> Iterable[Numbered]:
    numbers = {claim.id: n for n, claim in enumerate(article.claims, start=1)}
    where = Whereabouts(article.places)
    return (Numbered(article, claim, numbers[claim.id], numbers, where) for claim in article.claims)


def _column(name: str) -> Column:
    heading = say(f"column.{name}")
    return Column(heading, max(_WIDTHS.get(name, _USUAL), len(heading) + 1))  # a language may need more


def _of_claims(
    name: str, columns: str, rows: Callable[[Numbered], Iterable[Row]], *, always: bool = False
) -> Table:
    """A sheet of all claims' rows, with title and number before and the id behind."""

    def all_rows(export: Export) -> Iterable[Row]:
        return (
            (each.article.title, each.number, *row, each.claim.id)
            for each in export.claims
            for row in rows(each)
        )

    return Table(name, ("article", "claim", *columns.split(), "claim_id"), all_rows, always)


def _articles(export: Export) -> Iterable[Row]:
    for article in export.articles:
        tags = Counter(claim.tag for claim in article.claims)
        counts = (tags[tag] for tag in Tag)
        remarks = "\n".join(article.remarks)
        known = (article.title, article.language, len(article.text))
        yield (*known, *counts, remarks, article.id, article.sha256)


def _appearances(export: Export) -> Iterable[Row]:
    for article in export.articles:
        for seen in article.appearances:
            origin = (seen.publisher, seen.byline, seen.published, seen.url, seen.file, seen.encoding)
            yield (article.title, *origin, seen.imported, article.id)


def _sources(export: Export) -> Iterable[Row]:
    for source, uses in named_sources(export.articles).items():
        others = "\n".join(name for _, name in source.joined)
        told = (source.role, source.url, source.note, source.description, source.reason)
        kind = say(f"kind.{source.kind.value}")
        yield source_name(source), kind, *told, others, yes(source.confidential), uses, source.id


def _points(export: Export) -> Iterable[Row]:
    for article in export.articles:
        numbers = {claim.id: n for n, claim in enumerate(article.claims, start=1)}
        for point in article.points:
            claim = point.claim or ""
            level, words = say(f"points.{point.level.value}"), say_point(point.rule, point.values)
            yield article.title, numbers.get(claim, ""), level, words, point.quote, point.rule, claim


def _sign_offs(export: Export) -> Iterable[Row]:
    for article in export.articles:
        signed = article.sign_off
        if signed is not None:
            told = (signed.reviewer, signed.at, signed.note, len(signed.changed))
            yield (article.title, *told, article.id)


_TABLES = (
    Table(
        "articles",
        ("title", "language", "characters", "allegations", "denials", "facts", "remarks")
        + ("article_id", "fingerprint"),
        _articles,
        always=True,
    ),
    _of_claims(
        "claims",
        "tag quote plain_words said_by status corrected response answers answered_by evidence_count note "
        "private_note place start end reviewer created modified withdrawn version_of",
        claim_sheets.claims,
        always=True,
    ),
    _of_claims(
        "attributions",
        "place_in_chain source words cue checked reviewer source_id",
        claim_sheets.attributions,
    ),
    _of_claims(
        "evidence",
        "stance source locator evidence_quote url seen_on reviewer source_id",
        claim_sheets.evidence,
    ),
    Table(
        "sources",
        ("source", "kind", "role", "url", "note", "description", "reason", "also_called", "confidential")
        + ("uses", "source_id"),
        _sources,
    ),
    _of_claims(
        "answers", "denial_quote allegation_number allegation_quote answers_nothing", claim_sheets.answers
    ),
    _of_claims(
        "responses", "quote response asked_on asked_by due note reviewer at current", claim_sheets.responses
    ),
    _of_claims("statuses", "quote status reason reviewer at current", claim_sheets.statuses),
    _of_claims("corrections", "quote old_words new_words reason reviewer at", claim_sheets.corrections),
    _of_claims("reviews", "quote verdict reason reviewer at outdated version", claim_sheets.reviews),
    _of_claims("comments", "quote comment reviewer at", claim_sheets.comments),
    Table("points", ("article", "claim", "level", "point", "quote", "rule", "claim_id"), _points),
    Table("sign_off", ("article", "signed_by", "at", "note", "changed_since", "article_id"), _sign_offs),
    Table(
        "appearances",
        ("article", "publisher", "byline", "published", "url", "file", "encoding", "imported", "article_id"),
        _appearances,
    ),
)
