"""What is open in the article, worked out anew after each change."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.desk.desk import Desk
from annotator.model.changes import Changes
from annotator.window.flow.anew import Anew
from annotator.window.flow.reading import Reading
from annotator.window.session import Session

if TYPE_CHECKING:
    from annotator.desk.queries.points import PointsMemory
    from annotator.model.points import PointsPage


class Checking(Anew["PointsPage"]):
    """Keeps what is open in the open article. `known` says None without an article."""

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__(session, reading)
        self._memory: PointsMemory | None = None
        reading.opened.connect(lambda _: self._opened())
        session.changed.connect(self._changed)

    def _opened(self) -> None:
        if self._reading.page is None:
            self._know(None)
        self._soon.start(0)  # the page comes first

    def _changed(self, changes: Changes) -> None:
        if self._reading.article in changes.articles or changes.sources:
            self._soon.start(self._pause)

    def _reader(self) -> "Callable[[Desk, str], PointsPage]":
        from annotator.desk.queries.points import PointsMemory, open_points

        memory = self._memory = self._memory or PointsMemory()
        return lambda desk, article: open_points(desk, article, memory)
