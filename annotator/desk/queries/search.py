"""Searching the library: articles, claims, notes and sources that have some words, by article."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotator.desk.desk import Desk
from annotator.desk.queries.people import people
from annotator.model.enums import Tag
from annotator.model.errors import Cancelled
from annotator.model.search import ArticleHits, ClaimFilter, Hit, HitKind, SearchPage
from annotator.model.spans import Span
from annotator.store.reading.sources import register
from annotator.store.search import matching
from annotator.store.search.matching import FoundClaim, FoundSource, FoundText
from annotator.text.snippets import Snippet, snippet
from annotator.text.wanted import Phrase, places, wanted

#: How many articles, claims and sources each are shown at once, and when the best were chosen.
FIRST, BEST = 15, 60
#: More sources than a menu can show are not offered.
MOST_SOURCES = 25

_ALL = ClaimFilter()

T = TypeVar("T")


def _never() -> bool:
    return False


def first_hits(
    desk: Desk,
    words: str,
    only: ClaimFilter = _ALL,
    *,
    limit: int = FIRST,
    give_way: Callable[[], bool] = _never,
) -> SearchPage:
    """The newest that have the words, at once. `only` leaves claims; without words it is all there is.

    Raises Cancelled when `give_way` says so.
    """
    with desk.library.giving_way(give_way):
        return _page(desk, wanted(words), only, limit, give_way, best=False)


def ranked_hits(
    desk: Desk,
    words: str,
    only: ClaimFilter = _ALL,
    *,
    limit: int = BEST,
    give_way: Callable[[], bool] = _never,
) -> SearchPage:
    """The best that have the words, and how many there are. Otherwise as `first_hits`."""
    with desk.library.giving_way(give_way):
        return _page(desk, wanted(words), only, limit, give_way, best=True)


def _page(
    desk: Desk,
    phrases: tuple[Phrase, ...],
    only: ClaimFilter,
    limit: int,
    give_way: Callable[[], bool],
    *,
    best: bool,
) -> SearchPage:
    if not phrases and not only:
        return SearchPage()
    library = desk.library
    claims = matching.claims(library, phrases, only, limit, best=best)
    texts = matching.articles(library, phrases, limit, best=best) if phrases and not only else []
    sources = matching.sources(library, phrases, only, limit) if phrases else []
    found = [
        [_claim_hit(row, phrases) for row in _unless(claims, give_way)],
        [_text_hit(row, phrases) for row in _unless(texts, give_way)],
        [_source_hit(row, phrases) for row in _unless(sources, give_way)],
    ]
    titles = {text.article: text.title for text in texts}
    titles |= {claim.article: claim.title for claim in claims}
    titles |= {source.article: source.title for source in sources}
    groups = tuple(
        ArticleHits(article, title, tuple(places(title, phrases)), tuple(hits))
        for article, title, hits in _by_article(found, titles)
    )
    if best:
        total: int | None = matching.count(library, phrases, only) + len(sources)
    else:
        full = any(len(rows) == limit for rows in (claims, texts, sources))
        total = None if full else sum(map(len, found))
    return SearchPage(groups, total)


def _unless(rows: Iterable[T], give_way: Callable[[], bool]) -> Iterator[T]:
    """The rows, as long as nothing else is wanted. Raises Cancelled."""
    for row in rows:
        if give_way():
            raise Cancelled
        yield row


def _by_article(found: Iterable[Sequence[Hit]], titles: dict[str, str]) -> list[tuple[str, str, list[Hit]]]:
    """The hits by article: first the articles whose hits stand highest among their kind."""
    hits: dict[str, list[Hit]] = {}
    height: dict[str, int] = {}
    for kind in found:
        for n, hit in enumerate(kind):
            hits.setdefault(hit.article, []).append(hit)
            height[hit.article] = min(n, height.get(hit.article, n))
    ordered = sorted(hits, key=lambda article: height[article])  # else in the order they were found
    return [(article, titles[article], hits[article]) for article in ordered]


def _text_hit(row: FoundText, phrases: Sequence[Phrase]) -> Hit:
    shown = snippet(row.body, phrases)
    return Hit(HitKind.TEXT, row.article, shown.words, shown.found, span=shown.place)


def _claim_hit(row: FoundClaim, phrases: Sequence[Phrase]) -> Hit:
    """The claim by its words; by its note or its wording where only those have what is looked for."""
    shown, kind = snippet(row.quote, phrases), HitKind.CLAIM
    for words, other in ((row.plain_words, HitKind.CLAIM), (row.note, HitKind.NOTE)):
        if phrases and not shown.found:
            there = snippet(words, phrases)
            shown, kind = (there, other) if there.found else (shown, kind)
    return _on_claim(row, kind, shown)


def _source_hit(row: FoundSource, phrases: Sequence[Phrase]) -> Hit:
    about = " · ".join(filter(None, (row.name, row.role, row.description)))
    return _on_claim(row, HitKind.SOURCE, snippet(about, phrases))


def _on_claim(row: FoundClaim | FoundSource, kind: HitKind, shown: Snippet) -> Hit:
    span = Span(row.start, row.end)
    return Hit(kind, row.article, shown.words, shown.found, row.claim, Tag(row.tag), span)


@dataclass(frozen=True, slots=True)
class Choices:
    """What claims can be filtered by beside tag, status and evidence: names of reviewers and of sources."""

    reviewers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def choices(desk: Desk) -> Choices:
    """Who has marked claims in this library, and the sources named most, by name."""
    reviewers = {person.name for person in people(desk)}
    named = sorted((view for view in register(desk.library) if view.uses), key=lambda view: -view.uses)
    return Choices(
        tuple(sorted(reviewers, key=str.casefold)),
        tuple(sorted({view.name for view in named[:MOST_SOURCES]}, key=str.casefold)),
    )
