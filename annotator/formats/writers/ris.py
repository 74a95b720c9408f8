"""RIS: articles and sources for reference managers.

Format: RIS as Reference Manager's specification of 2011 has it: a tag of two characters, two blanks, a hyphen
and a blank before each value, a line each, in UTF-8 with CR LF.
"""

from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.formats.writers.references import Kind, Reference, date_parts, leaves_out, references
from annotator.model.features import Feature
from annotator.model.views import ArticleExport

_TYPES = {
    Kind.NEWS: "NEWS",
    Kind.PERSON: "PCOMM",
    Kind.DATASET: "DATA",
    Kind.PAGE: "ELEC",
    Kind.DOCUMENT: "GEN",
}


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """A record at a time."""
    for reference in references(articles):
        lines = (f"{tag}  - {value}\r\n" for tag, value in _lines(reference) if value)
        yield "".join((*lines, "ER  - \r\n\r\n")).encode()


def _lines(reference: Reference) -> Iterable[tuple[str, str]]:
    yield "TY", _TYPES[reference.kind]
    yield "ID", reference.key
    yield "AU", reference.author
    yield "TI", reference.title
    yield "T2", reference.container
    yield "PY", "".join(date_parts(reference.issued)[:1])
    yield "DA", _date(reference.issued)
    yield "UR", reference.url
    yield "Y2", _date(reference.seen)
    yield "N1", reference.note


def _date(written: str) -> str:
    """`2026/11/19/`, with nothing between the slashes for what is not known."""
    return "/".join((*date_parts(written), "", "", "")[:3]) + "/" if written else ""


FORMAT = Format(
    "ris",
    (".ris",),
    Group.SOURCES,
    write=write,
    leaves_out=leaves_out,
    for_programs=True,
    tells=frozenset((Feature.ARTICLES, Feature.DETAILS)),
    limits=(("references.limits", {}),),
)
