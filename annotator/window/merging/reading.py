"""Review files read aside, one after the other, each summed up before the next is read."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.desk.deliveries import read_review
from annotator.desk.merging import look
from annotator.model.deliveries import Delivery
from annotator.model.errors import RedPencilError
from annotator.window.aside import Aside
from annotator.window.merging.incoming import Incoming, Unread
from annotator.window.session import Session
from annotator.words import say, say_all


class FilesRead(QObject):
    """One run over files, which may grow while it lasts; nothing is written.

    Signals: `advanced` (files done, files in all), `finished` once nothing is left to read.
    """

    advanced = Signal(int, int)
    finished = Signal()

    def __init__(self, session: Session, files: list[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = list(files)
        self._total = len(files)
        self._aside: Aside | None = None
        self._stopped = False
        self.incoming: list[Incoming] = []
        self.unread: list[Unread] = []

    def add(self, files: list[Path]) -> None:
        """Puts files behind those that wait."""
        self._files += files
        self._total += len(files)

    def start(self) -> None:
        """Reads the next file; after the last one, `finished`."""
        if self._stopped:
            return
        if not self._files:
            self.finished.emit()
            return
        path = self._files.pop(0)
        self.advanced.emit(self._total - len(self._files) - 1, self._total)
        self._aside = Aside(lambda: read_review(path))
        self._aside.done.connect(lambda delivery: self._sum_up(path, delivery))
        self._aside.failed.connect(lambda error: self._failed(path, error))
        self._aside.start()

    def stop(self) -> None:
        """Lets go of everything."""
        self._stopped = True
        if self._aside is not None:
            self._aside.cancel()

    def _sum_up(self, path: Path, delivery: Delivery) -> None:
        self._session.ask(
            lambda desk: look(desk, delivery),
            lambda summary: self._summed_up(Incoming(path, delivery, summary)),
            lambda error: self._failed(path, error),
        )

    def _summed_up(self, incoming: Incoming) -> None:
        self.incoming.append(incoming)
        self.start()

    def _failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, RedPencilError):
            self.unread.append(Unread(path, say_all(error.key, error.values)))
            self.start()
            return
        self.unread.append(Unread(path, say("window.problem", name=type(error).__name__)))
        self.start()
        raise error  # a mistake of the program; the files behind it are read all the same
