"""What reference managers take of an export: its articles, and the sources behind their claims.

Anonymous and confidential sources are no reference for a reader, so they stay out whatever was disclosed, as
do remarks about people and what they said. CSL-JSON, BibTeX and RIS dress the same references.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.formats.writers.sources import named_sources
from annotator.model.drafts import Note
from annotator.model.enums import SourceKind
from annotator.model.views import AppearanceView, ArticleExport, EvidenceView, SourceView
from annotator.text.controls import CONTROLS


class Kind(StrEnum):
    """What sort of thing is referred to, by its name in CSL 1.0.2."""

    NEWS = "article-newspaper"
    PERSON = "personal_communication"
    DATASET = "dataset"
    PAGE = "webpage"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry; `key` is unique in its file, made of ASCII letters, digits and hyphens.

    `issued` and `seen` are ISO dates as far as they are known (`2026`, `2026-11`, `2026-11-19`), else "";
    every field is one line.
    """

    key: str
    kind: Kind
    title: str = ""
    author: str = ""
    container: str = ""
    issued: str = ""
    url: str = ""
    seen: str = ""
    note: str = ""


_KINDS = {
    SourceKind.PERSON: Kind.PERSON,
    SourceKind.DATASET: Kind.DATASET,
    SourceKind.NEWS_REPORT: Kind.NEWS,
}
_DATE = re.compile(r"(\d{4})(-(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\d|3[01]))?)?(?:T.*)?", re.ASCII)
_KEY_WORDS = 4


def references(articles: tuple[ArticleExport, ...]) -> tuple[Reference, ...]:
    """The articles, then the sources behind their claims, in order of first appearance."""
    pieces: dict[str, list[EvidenceView]] = {}
    for piece in (piece for article in articles for claim in article.claims for piece in claim.evidence):
        pieces.setdefault(piece.source.id, []).append(piece)
    sources = (_source(source, pieces.get(source.id, ())) for source in _citable(articles))
    made = [*map(_article, articles), *sources]
    keys: set[str] = set()
    return tuple(_keyed(reference, keys) for reference in made)


def leaves_out(articles: tuple[ArticleExport, ...]) -> tuple[Note, ...]:
    """How many sources are no reference for a reader."""
    count = len(named_sources(articles)) - len(_citable(articles))
    return (("references.left_out", {"count": count}),) if count else ()


def date_parts(written: str) -> tuple[str, ...]:
    """Year, month and day of an ISO date as far as they are known."""
    return tuple(written.split("-")) if written else ()


def _citable(articles: Iterable[ArticleExport]) -> list[SourceView]:
    return [source for source in named_sources(articles) if _is_citable(source)]


def _is_citable(source: SourceView) -> bool:
    hidden = source.confidential or source.kind is SourceKind.ANONYMOUS
    return not hidden and bool(_line(source.name))


def _article(article: ArticleExport) -> Reference:
    told = max(article.appearances, key=_told, default=None)
    reference = Reference("", Kind.NEWS, _line(article.title))
    if told is None:
        return reference
    return replace(
        reference,
        author=_line(told.byline),
        container=_line(told.publisher),
        issued=_date(told.published),
        url=_line(told.url),
    )


def _told(appearance: AppearanceView) -> int:
    """How much is said of where an article stood."""
    return sum(map(bool, (appearance.publisher, appearance.byline, appearance.published, appearance.url)))


def _source(source: SourceView, pieces: Sequence[EvidenceView]) -> Reference:
    """A source with the evidence that it gave."""
    url = _line(source.url) or next((_line(piece.url) for piece in pieces if piece.url), "")
    name = _line(source.name)
    kind = _KINDS.get(source.kind) or (Kind.PAGE if url else Kind.DOCUMENT)
    seen = max((_date(piece.seen_on) for piece in pieces), default="")
    author, title = (name, "") if kind is Kind.PERSON else ("", name)
    return Reference("", kind, title, author, url=url, seen=seen, note=_line(source.role))


def _keyed(reference: Reference, taken: set[str]) -> Reference:
    """The same with a key of its own: its first words and the year."""
    ascii_words = unicodedata.normalize("NFKD", reference.author or reference.title).encode("ascii", "ignore")
    words = re.findall(r"[a-z0-9]+", ascii_words.decode().lower())[:_KEY_WORDS]
    stem = "-".join([*words, *date_parts(reference.issued)[:1]])[:60] or "source"
    key = next(each for each in _numbered(stem) if each not in taken)
    taken.add(key)
    return replace(reference, key=key)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    n = 2
    while True:
        yield f"{stem}-{n}"
        n += 1


def _date(written: str) -> str:
    """The date that something begins with, as far as it is one."""
    found = _DATE.fullmatch(written.strip())
    return found[1] + (found[2] or "") if found else ""


def _line(words: str) -> str:
    """Words in one line, without characters that are none."""
    return " ".join(CONTROLS.sub(" ", words).split())
