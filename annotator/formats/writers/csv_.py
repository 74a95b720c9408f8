"""CSV for spreadsheets: one row for each claim, in text order.

Format: RFC 4180 in UTF-8. A byte order mark stands first, as Excel reads UTF-8 only with one. A cell that a
spreadsheet could take for a formula gets an apostrophe in front; JSON has the words without it.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice

from annotator.formats.kinds import Format, Group
from annotator.formats.writers.phrases import comment_line, evidence_line, review_line
from annotator.formats.writers.sources import chain_line
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

BETWEEN = "; "

#: What opens a formula, also in full width and behind blanks, and characters that split a cell on import.
_guard_needed = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]").match

#: Rows in one piece of the file: so many are quickly made, and a person who presses Cancel is heard soon.
_ROWS = 200


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The header, then some rows at a time."""
    yield "\ufeff".encode() + _lines([COLUMNS])
    rows = (
        [guarded(cell) for cell in _cells(article, claim)] for article in articles for claim in article.claims
    )
    while piece := list(islice(rows, _ROWS)):
        yield _lines(piece)


def guarded(words: str) -> str:
    """The words as a cell that no spreadsheet computes."""
    return "'" + words if words and _guard_needed(words) else words


def _cells(article: ArticleExport, claim: ClaimView) -> tuple[str, ...]:
    return (
        article.id,
        article.title,
        claim.id,
        claim.tag.value,
        claim.quote,
        str(claim.span.start),
        str(claim.span.end),
        chain_line(claim.attributions),
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


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
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
