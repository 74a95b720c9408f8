"""Articles and claims in and out: files, pastes, exports and the clipboard.

The formats are imported where they are used: a window starts without them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines
from annotator.formats.redact import Disclosure
from annotator.host.files import write_whole
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput, Cancelled, NotAllowed, NothingFound
from annotator.model.views import ArticleExport, ClaimView
from annotator.store.reading.confidential import confidential_names
from annotator.store.reading.people import named

T = TypeVar("T")

#: Whose claims leave: mine, everybody's, or those of a person by name or id.
MINE, ALL, FINAL = "mine", "all", "final"


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """A format as a person chooses it: `label` is the message key that says what it is for."""

    name: str
    label: str
    ending: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What to export: articles by id (all but samples if None), of these the given claims (all if None)."""

    articles: tuple[str, ...] | None = None
    claims: tuple[str, ...] | None = None
    whose: str = ALL
    disclosure: Disclosure = Disclosure()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, where, and in which format; `samples_left_out` counts articles."""

    path: Path
    format: str
    articles: int
    claims: int
    samples_left_out: int


def read_file(path: Path, encoding: str | None = None) -> Draft:
    """The article in a file, for a person to look at. Raises BadInput with a sentence that names the file."""
    from annotator.formats import incoming
    from annotator.formats.review_file.reader import is_review_file

    if is_review_file(path):
        raise BadInput("review_file.no_article", name=path.name)
    return incoming.read(path, encoding)


def read_paste(plain: str, html: str = "") -> Draft:
    """The article on a clipboard, its paragraphs kept. Raises BadInput."""
    from annotator.formats import incoming

    return incoming.pasted(plain, html)


def readable_endings() -> tuple[str, ...]:
    """The endings of files that can become articles, as `.txt`."""
    from annotator.formats import registry

    return tuple(ending for reader in registry.readers() for ending in reader.endings)


def formats_out() -> tuple[FormatInfo, ...]:
    """The formats claims can be written to, the first being the default."""
    from annotator.formats import registry

    return tuple(
        FormatInfo(writer.name, f"format.{writer.name}", writer.endings[0]) for writer in registry.writers()
    )


def export_to(
    desk: Desk,
    path: Path,
    choice: Choice,
    format_name: str | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Writes claims to a file, wholly or not at all; the format follows the ending unless one is named.

    A review file holds all of the articles' claims that are of the chosen people. Raises NothingFound for
    an unknown format, reviewer or article, WriteFailed, and Cancelled once `stopped`, which is asked for
    each article and each piece of the file, says so.
    """
    from annotator.formats import outgoing, registry

    if is_review(path, format_name):
        return _sent(desk, path, choice, stopped)
    writer = registry.writer_for(path.name, format_name)
    exports, samples = _chosen(desk, choice, stopped)
    pieces = outgoing.write(writer, exports, choice.disclosure, confidential_names(desk.library))
    write_whole(path, until(stopped, pieces))
    claims = sum(len(export.claims) for export in exports)
    return ExportReport(path, writer.name, len(exports), claims, samples)


def is_review(path: Path, name: str | None = None) -> bool:
    """Whether a review file is to be written: by the format's name, else by the ending of the file's."""
    from annotator.formats.registry import REVIEW
    from annotator.formats.review_file.terms import ENDING

    return name == REVIEW or (name is None and path.name.lower().endswith(ENDING))


def formatted(desk: Desk, choice: Choice) -> tuple[str, str]:
    """The same for the clipboard, as HTML and as plain text."""
    from annotator.formats import outgoing

    exports, _ = _chosen(desk, choice)
    return outgoing.formatted(exports, choice.disclosure, confidential_names(desk.library))


def until(stopped: Callable[[], bool], things: Iterable[T]) -> Iterator[T]:
    """The same things one by one. Raises Cancelled once `stopped` says so."""
    for thing in things:
        if stopped():
            raise Cancelled
        yield thing


def _chosen(
    desk: Desk, choice: Choice, stopped: Callable[[], bool] = lambda: False
) -> tuple[tuple[ArticleExport, ...], int]:
    """The articles with the claims to write, and how many samples were left out of a whole library."""
    articles, samples = _articles(desk, choice)
    if choice.whose == FINAL:
        return _final(desk, articles, choice, stopped), samples
    exports = (article_export(desk, article, choice.claims) for article in articles)
    people = _people(desk, choice.whose)
    return tuple(
        replace(export, claims=_of(export.claims, people)) for export in until(stopped, exports)
    ), samples


def _articles(desk: Desk, choice: Choice) -> tuple[tuple[str, ...], int]:
    """The articles to write, and how many samples were left out of a whole library."""
    if choice.articles is not None:
        return choice.articles, 0
    lines = article_lines(desk)
    articles = tuple(line.id for line in reversed(lines) if not line.sample)
    return articles, len(lines) - len(articles)


def _sent(desk: Desk, path: Path, choice: Choice, stopped: Callable[[], bool]) -> ExportReport:
    from annotator.desk.deliveries import Sending, send
    from annotator.formats import registry

    if choice.whose == FINAL:
        raise NotAllowed("review_file.not_final")
    articles, samples = _articles(desk, choice)
    people = _people(desk, choice.whose)
    chosen = None if people is None else tuple(sorted(people))
    made = send(desk, path, Sending(articles, chosen, choice.disclosure), stopped)
    return ExportReport(path, registry.REVIEW, made.articles, made.claims, samples)


def _final(
    desk: Desk, articles: Iterable[str], choice: Choice, stopped: Callable[[], bool]
) -> tuple[ArticleExport, ...]:
    from annotator.desk.final import final_version

    exports = (final_version(desk, article, choice.claims) for article in articles)
    found = tuple(until(stopped, exports))
    if not any(export.claims for export in found):
        raise NothingFound("export.no_final")
    return found


def _of(claims: Iterable[ClaimView], people: frozenset[str] | None) -> tuple[ClaimView, ...]:
    return tuple(
        claim for claim in claims if not claim.withdrawn and (people is None or claim.author in people)
    )


def _people(desk: Desk, whose: str) -> frozenset[str] | None:
    """The ids of the people whose claims leave, None for everybody's; a name may be of any identity."""
    if whose == ALL:
        return None
    found = frozenset({desk.me}) if whose == MINE else named(desk.library, whose)
    if not found:
        raise NothingFound("reviewer.unknown", name=whose)
    return found
