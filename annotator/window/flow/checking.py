"""What is open in the article, worked out anew after each change."""

import time
from collections.abc import Callable
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
        self._asked = 0
        self._waiting: list[Callable[[], None]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        reading.opened.connect(lambda _: self._opened())
        session.changed.connect(self._changed)

    def once_known(self, act: Callable[[], None]) -> None:
        """Does something as soon as the points are known as they are after the last change."""
        if self._soon.isActive():
            self._soon.stop()
            self._ask()
        self._waiting.append(act)
        self._go_on()

    def _go_on(self) -> None:
        if not self._asked:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()

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
            self._asked += 1
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
        self._asked -= 1
        if article == self._reading.article:
            self._know(page)
        self._go_on()

    def _know(self, page: "PointsPage | None") -> None:
        self.page = page
        self.known.emit(page)

    def _gone(self, _: RedPencilError) -> None:
        """The article went into the bin meanwhile; the list of articles sees to that."""
        self._asked -= 1
        self._go_on()
