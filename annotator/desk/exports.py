"""What an export consists of: the chosen articles with the chosen claims, and what stands at their ends."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines
from annotator.formats.redact import Disclosure
from annotator.model.errors import BadInput, Cancelled, NothingFound
from annotator.model.features import Feature
from annotator.model.views import ArticleExport
from annotator.store.reading.people import named

T = TypeVar("T")

#: Whose claims leave: mine, everybody's, or those of a person by name or id.
MINE, ALL, FINAL = "mine", "all", "final"


@dataclass(frozen=True, slots=True)
class Choice:
    """What to export: articles by id (all but samples if None), of these the given claims (all if None)."""

    articles: tuple[str, ...] | None = None
    claims: tuple[str, ...] | None = None
    whose: str = ALL
    disclosure: Disclosure = Disclosure()


def chosen(
    desk: Desk, choice: Choice, features: frozenset[Feature], stopped: Callable[[], bool] = lambda: False
) -> tuple[tuple[ArticleExport, ...], int]:
    """The articles with the claims to write, and how many samples were left out of a whole library.

    `features` are what the format can hold. Raises NothingFound for an unknown article or reviewer, and where
    nothing is final; Cancelled.
    """
    ids, samples = articles(desk, choice)
    take = _final if choice.whose == FINAL else _by(people(desk, choice.whose))
    whole = choice.claims is None
    exports = (_closed(desk, take(desk, article, choice.claims), features, whole=whole) for article in ids)
    found = tuple(until(stopped, exports))
    if choice.whose == FINAL and not any(export.claims for export in found):
        raise NothingFound("export.no_final")
    return found, samples


def articles(desk: Desk, choice: Choice) -> tuple[tuple[str, ...], int]:
    """The articles to write, and how many samples were left out of a whole library."""
    if choice.articles is not None:
        return choice.articles, 0
    lines = article_lines(desk)
    ids = tuple(line.id for line in reversed(lines) if not line.sample)
    return ids, len(lines) - len(ids)


def refuse_library(desk: Desk, path: Path) -> None:
    """Raises BadInput where a file that is to be written is the open library."""
    if path.exists() and path.samefile(desk.library.path):
        raise BadInput("export.is_library", name=path.name)


def people(desk: Desk, whose: str) -> frozenset[str] | None:
    """The ids of the people whose claims leave, None for everybody's; a name may be of any identity."""
    if whose == ALL:
        return None
    found = frozenset({desk.me}) if whose == MINE else named(desk.library, whose)
    if not found:
        raise NothingFound("reviewer.unknown", name=whose)
    return found


def _closed(desk: Desk, export: ArticleExport, features: frozenset[Feature], *, whole: bool) -> ArticleExport:
    """The article with its sign-off and, where a format shows them, with its open points.

    Of some of its claims only what is open at them: that does not speak of the `whole`. The rules take their
    time, a sign-off does not; that there is one is said where a format cannot hold it.
    """
    from annotator.desk.queries.points import open_points
    from annotator.desk.queries.review_state import sign_off

    if Feature.POINTS in features:
        ids = {claim.id for claim in export.claims} | ({None} if whole else set())
        page = open_points(desk, export.id)
        points = tuple(point for point in page.points if point.claim in ids and not point.waived)
        export = replace(export, points=points)
    return replace(export, sign_off=sign_off(desk, export.id)) if whole else export


def until(stopped: Callable[[], bool], things: Iterable[T]) -> Iterator[T]:
    """The same things one by one. Raises Cancelled once `stopped` says so."""
    for thing in things:
        if stopped():
            raise Cancelled
        yield thing


def _by(who: frozenset[str] | None) -> Callable[[Desk, str, tuple[str, ...] | None], ArticleExport]:
    """Takes an article with those of the claims that stand and are these people's."""

    def take(desk: Desk, article: str, claims: tuple[str, ...] | None) -> ArticleExport:
        export = article_export(desk, article, claims)
        stand = (claim for claim in export.claims if not claim.withdrawn)
        return replace(export, claims=tuple(claim for claim in stand if who is None or claim.author in who))

    return take


def _final(desk: Desk, article: str, claims: tuple[str, ...] | None) -> ArticleExport:
    from annotator.desk.final import final_version

    return final_version(desk, article, claims)
