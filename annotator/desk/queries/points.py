"""Asking what is open in an article."""

from typing import Any

from annotator.desk.checks.ground import Ground
from annotator.desk.checks.table import points, progress, sentence
from annotator.desk.checks.textual import Textual
from annotator.desk.desk import Desk
from annotator.model.errors import NothingFound
from annotator.model.points import Facts, OpenPoint, PointsPage
from annotator.store.reading import facts


class PointsMemory:
    """What the text of the article asked about last says by itself; kept by who asks again and again.

    Belongs to the desk's thread, like everything the desk reads.
    """

    def __init__(self) -> None:
        self._known: tuple[facts.Newest, Textual] | None = None

    def textual(self, desk: Desk, newest: facts.Newest) -> Textual:
        """The text of a revision with what was worked out from it."""
        if self._known is None or self._known[0] != newest:
            self._known = newest, Textual(*facts.text(desk.library, newest.text), newest.language)
        return self._known[1]


def open_points(desk: Desk, article: str, memory: PointsMemory | None = None) -> PointsPage:
    """Everything open in an article, and how far it is; quick where the memory knows its text.

    Raises NothingFound.
    """
    newest = facts.newest(desk.library, article)
    if newest is None:
        raise NothingFound("gone.articles")
    textual = (memory or PointsMemory()).textual(desk, newest)
    claims, read, waived = facts.standing(desk.library, article, newest.revision)
    ground = Ground(Facts(textual.text, textual.sentences, read, claims, waived), textual)
    found = points(ground)
    return PointsPage(found, progress(ground, found), language_note=not textual.knows_verbs)


def point_object(article: str, point: OpenPoint) -> dict[str, Any]:
    """A point as programs get it; `start` and `end` are code points, None where it has no place."""
    return {
        "article": article,
        "rule": point.rule,
        "level": point.level.value,
        "claim": point.claim,
        "start": point.span.start if point.span else None,
        "end": point.span.end if point.span else None,
        "quote": point.quote,
        "message": sentence(point),
        "waived": point.waived,
    }
