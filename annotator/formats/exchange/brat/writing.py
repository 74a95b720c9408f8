"""Claims as brat's standoff files: the text, and beside it a line for each thing that is said of it.

Format: the description of the standoff format, version 1.3, on brat's own pages. Positions are code points.
No fragment of a span holds a line end, so a claim over several lines is written as one fragment for each.
"""

import re
from collections.abc import Iterable, Mapping

from annotator.formats.exchange.archives import stems, zipped
from annotator.formats.exchange.contents import links, the_only
from annotator.formats.writers.outline import Fact, outline
from annotator.model.drafts import Note
from annotator.model.enums import StatusValue, Tag
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, ClaimView

#: What ends a line for any program that may read the file.
LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile(r"\s+")

_CONFIGURATION = """[entities]
{labels}

[relations]
Answers\tArg1:Denial, Arg2:Allegation
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Status\tArg:<ENTITY>, Value:{statuses}
Withdrawn\tArg:<ENTITY>
"""

_LOOKS = """[labels]

[drawing]
Allegation\tbgColor:#f8e3c4, borderColor:#d98200
Denial\tbgColor:#cfe3f2, borderColor:#2b7fc1
Reported_fact\tbgColor:#cbe5db, borderColor:#1e8a63
"""


def write_zip(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """A folder for brat's data, in a ZIP file: two files for each article, and what the labels are."""
    files = {"annotation.conf": _configuration().encode(), "visual.conf": _LOOKS.encode()}
    for stem, article in zip(stems(articles), articles, strict=True):
        files[f"{stem}.txt"] = article.text.encode()
        files[f"{stem}.ann"] = annotations(article).encode()
    yield zipped(files)


def write_annotations(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The annotations of one article; raises BadInput for several."""
    yield annotations(the_only(articles)).encode()


def write_text(articles: tuple[ArticleExport, ...]) -> Mapping[str, bytes]:
    """The text that belongs beside them; raises BadInput for several articles."""
    return {".txt": the_only(articles).text.encode()}


def annotations(article: ArticleExport) -> str:
    """The lines of one article: spans, status, links, and in a note what else is known."""
    names = {claim.id: f"T{n}" for n, claim in enumerate(_writable(article), start=1)}
    claims = [claim for claim in article.claims if claim.id in names]
    facts = {
        claim.id: line.facts for claim, line in zip(article.claims, outline(article).claims, strict=True)
    }
    lines = [_span(names[claim.id], article.text, claim) for claim in claims]
    lines += _numbered("A", (line for claim in claims for line in _attributes(names[claim.id], claim)))
    lines += _numbered("R", (f"Answers Arg1:{names[one]} Arg2:{names[to]}" for one, to in links(claims)))
    lines += _numbered(
        "#", (f"AnnotatorNotes {names[claim.id]}\t{_note(facts[claim.id])}" for claim in claims)
    )
    return "".join(f"{line}\n" for line in lines)


def leaves_out(articles: tuple[ArticleExport, ...]) -> tuple[Note, ...]:
    """Says how many claims lose blank lines at their ends, or have nothing else."""
    cut = sum(
        bool(LINE_ENDS.match(claim.quote) or LINE_ENDS.match(claim.quote[::-1]))
        for article in articles
        for claim in article.claims
    )
    return (("exchange.line_ends", {"count": cut}),) if cut else ()


def label(tag: Tag) -> str:
    """A tag as a type of brat, which has no spaces."""
    return tag.value.capitalize().replace(" ", "_")


def _configuration() -> str:
    statuses = "|".join(status.value.replace(" ", "_") for status in StatusValue)
    return _CONFIGURATION.format(labels="\n".join(map(label, Tag)), statuses=statuses)


def _writable(article: ArticleExport) -> list[ClaimView]:
    return [claim for claim in article.claims if _fragments(article.text, claim.span)]


def _fragments(text: str, span: Span) -> list[Span]:
    """The pieces of a passage between line ends."""
    pieces, at = [], span.start
    for end in LINE_ENDS.finditer(text, span.start, span.end):
        pieces.append(Span(at, end.start()))
        at = end.end()
    pieces.append(Span(at, span.end))
    return [piece for piece in pieces if len(piece)]


def _span(name: str, text: str, claim: ClaimView) -> str:
    pieces = _fragments(text, claim.span)
    where = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    return f"{name}\t{label(claim.tag)} {where}\t{' '.join(piece.cut(text) for piece in pieces)}"


def _attributes(name: str, claim: ClaimView) -> Iterable[str]:
    if claim.status is not StatusValue.UNCHECKED:
        yield f"Status {name} {claim.status.value.replace(' ', '_')}"
    if claim.withdrawn:
        yield f"Withdrawn {name}"


def _note(facts: tuple[Fact, ...]) -> str:
    """All that is known of a claim, on one line."""
    told = "; ".join(f"{fact.label}: {', '.join(fact.values)}" for fact in facts)
    return _BLANKS.sub(" ", told)


def _numbered(letter: str, lines: Iterable[str]) -> list[str]:
    return [f"{letter}{n}\t{line}" for n, line in enumerate(lines, start=1)]
