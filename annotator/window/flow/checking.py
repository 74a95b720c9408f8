"""What is open in the article, worked out anew after each change."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk.desk import Desk
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.window.flow.reading import Reading
from annotator.window.session import Session

if TYPE_CHECKING:
    from annotator.desk.queries.points import PointsMemory
    from annotator.model.points import PointsPage

#: So many times as long as the last working out took is waited for the next change to come: in an article
#: with thousands of claims a mark must not wait for the points of the one before.
_PATIENCE = 3
_AT_MOST = 1_500  # milliseconds


class Checking(QObject):
    """Keeps what is open in the open article. Signal: `known` (PointsPage, or None without an article)."""

    known = Signal(object)

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__()
        self._session, self._reading = session, reading
        self.page: PointsPage | None = None
        self._memory: PointsMemory | None = None
        self._took = 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        reading.opened.connect(lambda _: self._opened())
        session.changed.connect(self._changed)

    def _opened(self) -> None:
        if self._reading.page is None:
            self._know(None)
        self._soon.start(0)  # the page comes first

    def _changed(self, changes: Changes) -> None:
        if self._reading.article in changes.articles or changes.sources:
            self._soon.start(min(round(self._took * _PATIENCE), _AT_MOST))

    def _ask(self) -> None:
        article = self._reading.article
        if article:
            self._session.ask(
                lambda desk: self._points(desk, article),
                lambda found: self._answered(article, *found),
                self._gone,
            )

    def _points(self, desk: Desk, article: str) -> "tuple[PointsPage, float]":
        """On the desk's thread: the points, and the milliseconds they took."""
        from annotator.desk.queries.points import PointsMemory, open_points

        if self._memory is None:
            self._memory = PointsMemory()
        begun = time.perf_counter()
        page = open_points(desk, article, self._memory)
        return page, (time.perf_counter() - begun) * 1000

    def _answered(self, article: str, page: "PointsPage", took: float) -> None:
        self._took = took
        if article == self._reading.article:
            self._know(page)

    def _know(self, page: "PointsPage | None") -> None:
        self.page = page
        self.known.emit(page)

    def _gone(self, _: RedPencilError) -> None:
        """The article went into the bin meanwhile; the list of articles sees to that."""
