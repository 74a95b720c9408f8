r"""Claims as tab-separated values (.tsv): an example of a format that comes in a package of its own.

The first line names the columns; then one line for each claim. The SHA-256 of the article's text says where
it belongs, so the file goes into any library that has the article. In a cell a backslash begins `\t`, `\n`,
`\r` and `\\`; an apostrophe stands before another one and before what a spreadsheet would compute.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.formats.exchange.marks import Tally, mark, received, span_of
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.model.errors import BadInput
from annotator.model.features import Feature
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.views import ArticleExport

COLUMNS = ("sha256", "article", "tag", "start", "end", "quote", "reviewer")

_HEAD = "\t".join(COLUMNS)
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {escape: character for character, escape in _ESCAPES.items()}
_GUARDED = re.compile(r"\s*['=+\-@＝＋－＠]")
_PLACE = re.compile("[0-9]{1,9}")


def write(articles: tuple[ArticleExport, ...]) -> Iterator[bytes]:
    """The file, line by line. The articles come without what is private or confidential."""
    yield f"{_HEAD}\n".encode()
    for article in articles:
        for claim in article.claims:
            start, end = str(claim.span.start), str(claim.span.end)
            tag = claim.tag.value
            yield _line((article.sha256, article.title, tag, start, end, claim.quote, claim.reviewer))


def knows(data: bytes) -> bool:
    """Whether the bytes are such a file; asked of any file there is, so it is quick and never raises."""
    return data.startswith(_HEAD.encode())


def read(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The claims of a file as they stand there; the person is asked what their labels mean.

    It runs in a process of its own, without files and network. Raises BadInput for what is no such file.
    """
    if not knows(data):
        raise BadInput("exchange.foreign", name=name)
    tally = Tally(name)
    marks: dict[tuple[str, str], list[Mark]] = {}
    for line in _decoded(data, name).split("\n")[1:]:
        cells = [_words(cell) for cell in line.split("\t")]
        if len(cells) == len(COLUMNS):
            marks.setdefault((cells[0], cells[1]), []).extend(tally.take(_mark(cells)))
        elif line:
            tally.unread += 1
    texts = (ReceivedText("", tuple(some), title, sha) for (sha, title), some in marks.items())
    return received("tsv", name, texts, tally)


def _mark(cells: Sequence[str]) -> Mark | None:
    _sha, _title, tag, start, end, quote, reviewer = cells
    return mark(tag, "", span_of(_place(start), _place(end)), quote, reviewer=reviewer)


def _place(cell: str) -> int | None:
    return int(cell) if _PLACE.fullmatch(cell) else None


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput("exchange.not_utf8", name=name, line=line) from error


def _line(cells: Iterable[str]) -> bytes:
    return ("\t".join(map(_cell, cells)) + "\n").encode()


def _cell(words: str) -> str:
    escaped = re.sub(r"[\\\t\n\r]", lambda found: _ESCAPES[found[0]], words)
    return "'" + escaped if _GUARDED.match(words) else escaped


def _words(cell: str) -> str:
    return re.sub(r"\\.", lambda found: _PLAIN.get(found[0], found[0]), cell.removeprefix("'"))


FORMAT = Format(
    "tsv",
    (".tsv",),
    Group.TOOLS,
    read_claims=read,
    write=write,
    knows=knows,
    limit=CLAIMS_LIMIT,
    label="Tab-separated values",
    for_programs=True,
    carries=frozenset({Feature.ARTICLES, Feature.OVERLAPS}),
    tells=frozenset({Feature.PEOPLE}),
)
