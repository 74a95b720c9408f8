"""CSV for spreadsheets: one row for each claim, in text order.

Format: RFC 4180 in UTF-8. A byte order mark stands first, as Excel reads UTF-8 only with one. A cell that a
spreadsheet could take for a formula gets an apostrophe in front; JSON has the words without it.
"""

import csv
import io
from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.formats.writers.phrases import comment_line, evidence_line, review_line, source_name
from annotator.model.enums import Tag
from annotator.model.features import Feature
from annotator.model.views import ArticleExport, ClaimView

COLUMNS = (
    "article_id",
    "article",
    "claim_id",
    "tag",
    "quote",
    "start",
    "end",
    "said_by",
    "evidence",
    "answers",
    "plain_words",
    "note",
    "status",
    "reviewer",
    "created",
    "modified",
    "attribution_checked",
    "answers_nothing",
    "answered_by",
    "response",
    "asked_on",
    "asked_by",
    "reply_due",
    "response_note",
    "status_reason",
    "old_words",
    "new_words",
    "version_of",
    "reviews",
    "comments",
)

#: Between the links of a chain: the speaker first, then whoever relayed it.
RELAYED_BY = " ← "
BETWEEN = "; "

#: What opens a formula, also in full width, and characters that split a cell on import.
_OPENS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_SPLITS = ("\t", "\r", "\n")


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The header, then a row at a time."""
    yield "\ufeff".encode() + _line(COLUMNS)
    for article in articles:
        for claim in article.claims:
            yield _line(_cells(article, claim))


def guarded(words: str) -> str:
    """The words as a cell that no spreadsheet computes."""
    if words.startswith(_SPLITS) or words.lstrip().startswith(_OPENS_FORMULA):
        return "'" + words
    return words


def _cells(article: ArticleExport, claim: ClaimView) -> tuple[str, ...]:
    return (
        article.id,
        article.title,
        claim.id,
        claim.tag.value,
        claim.quote,
        str(claim.span.start),
        str(claim.span.end),
        RELAYED_BY.join(source_name(attribution.source) for attribution in claim.attributions),
        BETWEEN.join(map(evidence_line, claim.evidence)),
        BETWEEN.join(claim.answers),
        claim.plain_words,
        _notes(claim),
        claim.status.value,
        claim.reviewer,
        claim.created,
        claim.modified,
        *_checking(claim),
        claim.version_of or "",
        BETWEEN.join(map(review_line, claim.reviews)),
        BETWEEN.join(map(comment_line, claim.comments)),
    )


def _checking(claim: ClaimView) -> tuple[str, ...]:
    """What came of checking; of several people's words the newest counts, as in `status`."""
    checked = bool(claim.attributions) and all(link.checked for link in claim.attributions)
    status = claim.statuses[-1] if claim.statuses else None
    return (
        "yes" if checked else "",
        claim.answers_nothing,
        BETWEEN.join(link.claim for link in claim.links if claim.tag is Tag.ALLEGATION),
        *_response(claim),
        status.reason if status else "",
        status.old_words if status else "",
        status.new_words if status else "",
    )


def _response(claim: ClaimView) -> tuple[str, ...]:
    if not claim.responses:
        return ("",) * 5
    newest = claim.responses[-1]
    return newest.kind.value, newest.asked_on, newest.asked_by, newest.due, newest.note


def _notes(claim: ClaimView) -> str:
    """The note, and below it the private one where that was disclosed."""
    return "\n".join(filter(None, (claim.note, claim.private_note)))


def _line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(map(guarded, cells))
    return buffer.getvalue().encode()


FORMAT = Format(
    "csv",
    (".csv",),
    Group.TOOLS,
    write=write,
    for_programs=True,
    tells=frozenset(
        (Feature.ARTICLES, Feature.OVERLAPS, Feature.LINKS, Feature.PEOPLE, Feature.NOTES, Feature.SOURCES)
        + (Feature.EVIDENCE, Feature.RESPONSES, Feature.STATUS, Feature.REVIEWS, Feature.DATES)
    ),
)
