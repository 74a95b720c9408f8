"""Asking about articles."""

from collections.abc import Iterable
from typing import TypeVar

from annotator.desk.desk import Desk
from annotator.model.errors import NothingFound
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, ArticleLine, ArticlePage, ClaimLine
from annotator.store.reading import articles

T = TypeVar("T")


def article_lines(desk: Desk, chosen: Iterable[str] | None = None) -> tuple[ArticleLine, ...]:
    """The articles, newest first.

    Of the chosen only, if any are: what a change touched can be read again without the rest.
    """
    return articles.lines(desk.library, chosen)


def bin_lines(desk: Desk) -> tuple[ArticleLine, ...]:
    """The articles in the bin."""
    return articles.removed(desk.library)


def article_page(desk: Desk, article: str, *, before: int | None = None) -> ArticlePage:
    """An article ready to read, with its claims, or with those that begin before an offset.

    Raises NothingFound.
    """
    return _there(articles.page(desk.library, article, before=before))


def article_claims(desk: Desk, article: str) -> tuple[ClaimLine, ...]:
    """All claims of an article, as `article_page` brings them. Raises NothingFound."""
    return _there(articles.claims(desk.library, article))


def article_read(desk: Desk, page: ArticlePage) -> tuple[Span, ...]:
    """The sentences of an opened article that I have ticked as read, in text order."""
    return articles.read_marks(desk.library, page.revision)


def article_export(desk: Desk, article: str, chosen: Iterable[str] | None = None) -> ArticleExport:
    """An article with whole claims, all or the chosen ones. Raises NothingFound."""
    return _there(articles.export(desk.library, article, chosen))


def article_named(desk: Desk, name: str) -> str:
    """The id of the one article a person means: its id, a beginning of it, or its exact title.

    Raises NothingFound for none and for several.
    """
    found = articles.named(desk.library, name)
    if not found:
        raise NothingFound("article.unknown", name=name)
    if len(found) > 1 and found[0] != name:
        raise NothingFound("article.several", name=name, ids=", ".join(one[:12] for one in found))
    return found[0]


def _there(found: T | None) -> T:
    if found is None:
        raise NothingFound("gone.articles")
    return found
