"""How the open article stands between its people, read anew after each change while somebody is concerned."""

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
    from annotator.window.review.page import ReviewPage

#: So many times as long as the last reading took is waited for the next change to come.
_PATIENCE = 3
_AT_MOST = 1_500  # milliseconds


class Colleagues(QObject):
    """Keeps the review page of the open article. Signal: `known` (ReviewPage, or None while there is none).

    Who works alone needs none: it is read only where somebody else has marked something, or while
    `watched` says that it is looked at.
    """

    known = Signal(object)

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__()
        self._session, self._reading = session, reading
        self.page: ReviewPage | None = None
        self.watched = False
        self._took = 0.0
        self._asked = 0
        self._waiting: list[Callable[[], None]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        reading.opened.connect(lambda _: self._opened())
        reading.counted.connect(self._counted)
        session.changed.connect(self._changed)

    def once_known(self, act: Callable[[], None]) -> None:
        """Does something as soon as the page is known as it is after the last change."""
        if self._soon.isActive() or (self.page is None and not self._asked):
            self._soon.stop()
            self._ask()
        self._waiting.append(act)
        self._go_on()

    def watch(self, on: bool) -> None:
        """Whether it is looked at; what is not known then is read."""
        self.watched = on
        if on and self.page is None:
            self._soon.start(0)

    def _opened(self) -> None:
        article = self._reading.article
        if self.page is not None and self.page.state.article != article:
            self._know(None)

    def _counted(self) -> None:
        """Claims came, went or changed: the page of the article comes first, then this."""
        if not self._soon.isActive() and self._concerns_others():
            self._soon.start(self._pause if self.page is not None else 0)

    def _changed(self, changes: Changes) -> None:
        if (self._reading.article in changes.articles or changes.sources) and self._concerns_others():
            self._soon.start(self._pause)

    @property
    def _pause(self) -> int:
        return min(round(self._took * _PATIENCE), _AT_MOST)

    def _concerns_others(self) -> bool:
        return self.watched or any(not line.mine for line in self._reading.lines)

    def _ask(self) -> None:
        article = self._reading.article
        if article:
            self._asked += 1
            self._session.ask(
                lambda desk: _read(desk, article), lambda found: self._answered(article, *found), self._gone
            )

    def _answered(self, article: str, page: "ReviewPage", took: float) -> None:
        self._took = took
        self._asked -= 1
        if article == self._reading.article:
            self._know(page)
        self._go_on()

    def _know(self, page: "ReviewPage | None") -> None:
        self.page = page
        self.known.emit(page)

    def _gone(self, _: RedPencilError) -> None:
        """The article went into the bin meanwhile; the list of articles sees to that."""
        self._asked -= 1
        self._go_on()

    def _go_on(self) -> None:
        if not self._asked:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()


def _read(desk: Desk, article: str) -> "tuple[ReviewPage, float]":
    """On the desk's thread: the page, and the milliseconds it took."""
    from annotator.window.review.page import read_review

    begun = time.perf_counter()
    page = read_review(desk, article)
    return page, (time.perf_counter() - begun) * 1000
