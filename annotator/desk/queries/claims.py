"""Asking about claims."""

from collections.abc import Iterable

from annotator.desk.desk import Desk
from annotator.model.errors import NothingFound
from annotator.model.rows import Revision
from annotator.model.views import ClaimLine, ClaimView
from annotator.store.reading import claim_lines as lines
from annotator.store.reading import claim_views


def claim_lines(desk: Desk, article: str, chosen: Iterable[str] | None = None) -> tuple[ClaimLine, ...]:
    """The article's claims as list and page show them: all, or those of the chosen that are there."""
    revision = _newest(desk, article)
    if chosen is None:
        return lines.lines(desk.library, article, revision)
    return lines.lines_by_id(desk.library, revision, chosen)


def claim_view(desk: Desk, claim: str) -> ClaimView:
    """One whole claim; where an equal one of the same person shows for it, that one. Raises NothingFound."""
    article = claim_views.article_of(desk.library, claim)
    found = claim_views.views(desk.library, article, _newest(desk, article), [claim]) if article else ()
    if not found:
        raise NothingFound("gone.claims")
    return found[0]


def _newest(desk: Desk, article: str) -> str:
    found = desk.library.where(Revision, article=article)
    if not found:
        raise NothingFound("gone.articles")
    return max(found, key=lambda revision: revision.position).id
