"""Asking about articles."""

from collections.abc import Iterable

from annotator.desk.desk import Desk
from annotator.model.errors import NothingFound
from annotator.model.views import ArticleExport, ArticleLine, ArticlePage
from annotator.store.reading import articles


def article_lines(
    desk: Desk, containing: str = "", chosen: Iterable[str] | None = None
) -> tuple[ArticleLine, ...]:
    """The articles, newest first; only those with the given words in text, title or publisher.

    Of the chosen only, if any are: what a change touched can be read again without the rest.
    """
    return articles.lines(desk.library, containing, chosen)


def bin_lines(desk: Desk) -> tuple[ArticleLine, ...]:
    """The articles in the bin."""
    return articles.removed(desk.library)


def article_page(desk: Desk, article: str) -> ArticlePage:
    """An article ready to read. Raises NothingFound."""
    found = articles.page(desk.library, article, desk.me)
    if found is None:
        raise NothingFound("gone.articles")
    return found


def article_export(desk: Desk, article: str, chosen: Iterable[str] | None = None) -> ArticleExport:
    """An article with whole claims, all or the chosen ones. Raises NothingFound."""
    found = articles.export(desk.library, article, desk.me, chosen)
    if found is None:
        raise NothingFound("gone.articles")
    return found


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
