"""CSV for spreadsheets: one row for each claim, in text order.

Format: RFC 4180 in UTF-8. A byte order mark stands first, as Excel reads UTF-8 only with one. A cell that a
spreadsheet could take for a formula gets an apostrophe in front; JSON has the words without it.
"""

import csv
import io
from collections.abc import Iterable

from annotator.formats.kinds import Writer
from annotator.formats.writers.phrases import evidence_line, source_name
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
    )


def _notes(claim: ClaimView) -> str:
    """The note, and below it the private one where that was disclosed."""
    return "\n".join(filter(None, (claim.note, claim.private_note)))


def _line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(map(guarded, cells))
    return buffer.getvalue().encode()


FORMAT = Writer("csv", (".csv",), write)
