"""Review files taken in, one step each."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal

from annotator.desk.merging import TakeIn
from annotator.model.changes import Changes
from annotator.model.deliveries import MergeOptions
from annotator.model.errors import Cancelled, RedPencilError
from annotator.window.merging.incoming import Incoming
from annotator.window.session import Session
from annotator.words import say_all


class FilesTaken(QObject):
    """One run over files to take in; a file is wholly in or not at all.

    Signals: `advanced` (rows done, rows in all), from the writer thread, and `finished`. `taken` holds what
    came in with what it changed, `problems` the sentences about the rest.
    """

    advanced = Signal(int, int)
    finished = Signal()

    def __init__(
        self, session: Session, chosen: Sequence[tuple[Incoming, MergeOptions]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting = list(chosen)
        self._stop = Event()
        self.taken: list[tuple[Incoming, Changes]] = []
        self.problems: list[str] = []

    @property
    def stopped(self) -> bool:
        """Whether the person did not let it come to its end."""
        return self._stop.is_set()

    def start(self) -> None:
        """Takes the next file in; after the last one, `finished`."""
        if not self._waiting or self.stopped:
            self.finished.emit()
            return
        incoming, options = self._waiting.pop(0)
        self._session.run(
            TakeIn(incoming.delivery, options, self._tell),
            lambda changes: self._came_in(incoming, changes),
            self._refused,
        )

    def stop(self) -> None:
        """Stops as soon as it can; what is half in goes out again, what is wholly in stays."""
        self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        """Hears on the writer thread how far it is."""
        if self.stopped:
            raise Cancelled
        self.advanced.emit(done, total)

    def _came_in(self, incoming: Incoming, changes: Changes) -> None:
        self.taken.append((incoming, changes))
        self.start()

    def _refused(self, error: RedPencilError) -> None:
        if not isinstance(error, Cancelled):
            self.problems.append(say_all(error.key, error.values))
        self.start()
