"""Questions that may take long, asked so that nothing else has to wait for them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from annotator.desk.desk import Desk
from annotator.model.errors import Cancelled
from annotator.window.session import Session

GiveWay = Callable[[], bool]
Question = Callable[[Desk, GiveWay], Any]


class Seeking(QObject):
    """One question at a time; a newer one takes its place.

    It is asked on the writer's own thread: a second connection would hold the file while it reads, and a
    commit would have to wait for it. Instead a question stops as soon as anything else is asked of the
    session, above all a change, and is asked again behind it.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._round = 0

    def seek(self, question: Question, then: Callable[[Any], None]) -> None:
        """Asks. The question gets the desk, and what to call now and then: where it is true, it must stop.

        It may answer anything but None, or raise Cancelled; `then` gets its answer, unless a newer one came.
        """
        self._round += 1
        self._ask(self._round, question, then)

    def forget(self) -> None:
        """Asks no longer."""
        self._round += 1

    def _ask(self, round_: int, question: Question, then: Callable[[Any], None]) -> None:
        session, mine = self._session, self._session.newest + 1

        def gives_way() -> bool:  # called on the writer's thread, which only reads two numbers here
            return session.newest > mine or self._round != round_

        def job(desk: Desk) -> Any:
            try:
                return None if gives_way() else question(desk, gives_way)
            except Cancelled:
                return None

        session.ask(job, lambda answer: self._answered(round_, question, then, answer))

    def _answered(self, round_: int, question: Question, then: Callable[[Any], None], answer: object) -> None:
        if round_ != self._round:
            return
        if answer is None:
            self._ask(round_, question, then)
        else:
            then(answer)
