"""What is kept of the open article and read anew after each change."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk.desk import Desk
from annotator.model.errors import RedPencilError
from annotator.window.flow.reading import Reading
from annotator.window.session import Session

#: So many times as long as the last reading took is waited for the next change to come: in an article with
#: thousands of claims a mark must not wait for what is read after the one before.
_PATIENCE = 3
_AT_MOST = 1_500  # milliseconds

P = TypeVar("P")


class Anew(QObject, Generic[P]):
    """Keeps a page of the open article. Signal: `known` (the page, or None while there is none).

    A subclass says how the page is read, and when: `_soon` asks after so many milliseconds.
    """

    known = Signal(object)

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__()
        self._session, self._reading = session, reading
        self.page: P | None = None
        self._took = 0.0
        self._asked = 0
        self._waiting: list[Callable[[], None]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    def once_known(self, act: Callable[[], None]) -> None:
        """Does something as soon as the page is known as it is after the last change."""
        if self._soon.isActive() or (self.page is None and not self._asked):
            self._soon.stop()
            self._ask()
        self._waiting.append(act)
        self._go_on()

    def _reader(self) -> Callable[[Desk, str], P]:
        """On the desk's thread: what reads the page of an article; imported here, not at the start."""
        raise NotImplementedError

    @property
    def _pause(self) -> int:
        return min(round(self._took * _PATIENCE), _AT_MOST)

    def _ask(self) -> None:
        article = self._reading.article
        if article:
            self._asked += 1
            self._session.ask(
                lambda desk: self._timed(desk, article),
                lambda found: self._answered(article, *found),
                self._gone,
            )

    def _timed(self, desk: Desk, article: str) -> tuple[P, float]:
        """On the desk's thread: the page, and the milliseconds it took."""
        read = self._reader()
        begun = time.perf_counter()
        page = read(desk, article)
        return page, (time.perf_counter() - begun) * 1000

    def _answered(self, article: str, page: P, took: float) -> None:
        self._took = took
        self._asked -= 1
        if article == self._reading.article:
            self._know(page)
        self._go_on()

    def _know(self, page: P | None) -> None:
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
