"""How the open article stands between its people, read anew after each change while somebody is concerned."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.desk.desk import Desk
from annotator.model.changes import Changes
from annotator.window.flow.anew import Anew
from annotator.window.flow.reading import Reading
from annotator.window.session import Session

if TYPE_CHECKING:
    from annotator.window.review.page import ReviewPage


class Colleagues(Anew["ReviewPage"]):
    """Keeps the review page of the open article.

    Who works alone needs none: it is read only where somebody else has marked something, or while
    `watched` says that it is looked at.
    """

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__(session, reading)
        self.watched = False
        reading.opened.connect(lambda _: self._opened())
        reading.counted.connect(self._counted)
        session.changed.connect(self._changed)

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

    def _concerns_others(self) -> bool:
        return self.watched or any(not line.mine for line in self._reading.lines)

    def _reader(self) -> "Callable[[Desk, str], ReviewPage]":
        from annotator.window.review.page import read_review

        return read_review
