"""Asking about claims."""

from collections.abc import Iterable

from annotator.desk.desk import Desk
from annotator.model.errors import NothingFound
from annotator.model.rows import Claim, Revision
from annotator.model.views import ClaimLine, ClaimView
from annotator.store.reading import claim_lines as lines
from annotator.store.reading import claim_views


def claim_lines(desk: Desk, article: str, chosen: Iterable[str] | None = None) -> tuple[ClaimLine, ...]:
    """The article's claims as list and page show them: all, or those of the chosen that are there."""
    revision = _newest(desk, article)
    if chosen is None:
        return lines.lines(desk.library, article, revision, desk.me)
    return lines.lines_by_id(desk.library, revision, chosen, desk.me)


def claim_view(desk: Desk, claim: str) -> ClaimView:
    """One whole claim. Raises NothingFound."""
    there = desk.library.find(Claim, claim)
    if there is None:
        raise NothingFound("gone.claims")
    found = claim_views.views(desk.library, there.article, _newest(desk, there.article), desk.me, [claim])
    if not found:
        raise NothingFound("gone.claims")
    return found[0]


def _newest(desk: Desk, article: str) -> str:
    found = desk.library.where(Revision, article=article)
    if not found:
        raise NothingFound("gone.articles")
    return max(found, key=lambda revision: revision.position).id
