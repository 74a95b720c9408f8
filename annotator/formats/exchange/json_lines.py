"""JSON Lines: what our own JSON holds, a line for each article and for each of its claims below it.

Format: jsonlines.org, UTF-8. Positions are code points in the `text` of the article's line.
"""

import json
from collections.abc import Iterable
from itertools import chain, islice

from annotator.formats.exchange import own_json
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.formats.writers.json_ import VERSION, about_article, claim_object
from annotator.model.views import ArticleExport

#: Lines in one piece of the file.
_LINES = 200


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """Some lines at a time; field names only ever grow within a version."""
    lines = chain.from_iterable(map(_lines, articles))
    while piece := "".join(islice(lines, _LINES)):
        yield piece.encode()


def _lines(article: ArticleExport) -> Iterable[str]:
    yield _line({"type": "article", "format": "redpencil", "version": VERSION, **about_article(article)})
    for claim in article.claims:
        yield _line({"type": "claim", **claim_object(claim)})


def _line(shown: dict[str, object]) -> str:
    return json.dumps(shown, ensure_ascii=False) + "\n"


FORMAT = Format(
    "json lines",
    (".jsonl",),
    Group.TOOLS,
    read_claims=own_json.read_lines,
    write=write,
    knows=own_json.knows_lines,
    limit=CLAIMS_LIMIT,
    default_for=(".jsonl",),
    carries=own_json.FORMAT.carries,
    tells=own_json.FORMAT.tells,
    for_programs=True,
)
