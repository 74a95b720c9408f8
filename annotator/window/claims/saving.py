"""Keeps what is typed: at every pause, when the field is left, when another claim is picked, at the end."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from annotator.desk.work import Command
from annotator.model.errors import RedPencilError
from annotator.window.session import Session

#: How long the keys must rest before what was typed is saved, in milliseconds.
PAUSE = 600


class TypedField(Protocol):
    """A field of words whose content a person types."""

    def words(self) -> str:
        """What stands in the field."""

    def set_words(self, words: str) -> None:
        """Puts other words there, as no typing."""


class Saver(QObject):
    """Saves one field of one claim, and fills it; never while the person is ahead of what was saved."""

    def __init__(
        self,
        session: Session,
        field: TypedField,
        command: Callable[[str, str], Command],
        refused: Callable[[RedPencilError], None],
    ) -> None:
        super().__init__()
        self._session = session
        self._field = field
        self._command = command
        self._refused = refused
        self._claim = ""
        self._typed = False
        self._on_their_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def show(self, claim: str, words: str) -> None:
        """Fills the field from the library; what was typed for another claim is saved first."""
        if claim != self._claim:
            self.flush()
            self._claim, self._on_their_way = claim, 0
        elif self._typed or self._on_their_way or self._field.words().strip() == words.strip():
            return
        self._field.set_words(words)

    def touched(self) -> None:
        """Notes that the person typed; the next pause saves."""
        if self._claim:
            self._typed = True
            self._timer.start()

    def flush(self) -> None:
        """Saves at once what was typed, if anything."""
        self._timer.stop()
        if not self._typed:
            return
        self._typed = False
        self._on_their_way += 1
        claim = self._claim

        def refused(error: RedPencilError) -> None:
            self._arrived(claim)
            self._refused(error)

        command = self._command(claim, self._field.words())
        self._session.run(command, then=lambda _: self._arrived(claim), refused=refused)

    def _arrived(self, claim: str) -> None:
        if claim == self._claim:
            self._on_their_way = max(0, self._on_their_way - 1)
