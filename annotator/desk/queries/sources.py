"""Asking about the register of sources."""

from annotator.desk.desk import Desk
from annotator.model.views import SourceView
from annotator.store.reading import sources


def register(desk: Desk) -> tuple[SourceView, ...]:
    """Every source that shows, by name."""
    return sources.register(desk.library)


def where_used(desk: Desk, source: SourceView) -> tuple[tuple[str, str, str, str], ...]:
    """The claims that name a source or one joined into it, as (article id, title, claim id, quote)."""
    return sources.where_used(desk.library, [source.id, *(joined for joined, _ in source.joined)])


def named_words(desk: Desk, article: str) -> tuple[tuple[str, str], ...]:
    """The words by which an article names its sources, as (words, id of the entry that shows)."""
    return sources.named_words(desk.library, article)
