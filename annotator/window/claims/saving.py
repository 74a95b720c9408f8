"""Keeps what is typed: at every pause, when the field is left, when another claim is picked, at the end."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.window.session import Session

#: How long the keys must rest before what was typed is saved, in milliseconds.
PAUSE = 600

#: What stands in a field: a string, or the strings and choices of a small form.
W = TypeVar("W")


class TypedField(Protocol[W]):
    """A field of words, or a small form, whose content a person types."""

    def words(self) -> W:
        """What stands in the field."""

    def set_words(self, words: W) -> None:
        """Puts other words there, as no typing."""


def _nothing(_: str) -> None:
    """Does nothing when something was saved."""


class Saver(QObject, Generic[W]):
    """Saves one field of one claim, and fills it; never while the person is ahead of what was saved.

    `refused` gets the claim, what was not saved and why, `saved` the claim.
    """

    def __init__(
        self,
        session: Session,
        field: TypedField[W],
        command: Callable[[str, W], Command],
        refused: Callable[[str, W, RedPencilError], None],
        saved: Callable[[str], None] = _nothing,
    ) -> None:
        super().__init__(field if isinstance(field, QObject) else None)  # goes with its field
        self._session = session
        self._field = field
        self._command = command
        self._refused = refused
        self._saved = saved
        self._claim = ""
        self._typed = False
        self._on_their_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def show(self, claim: str, words: W) -> None:
        """Fills the field from the library; what was typed for another claim is saved first."""
        if claim != self._claim:
            self.flush()
            self._claim, self._on_their_way = claim, 0
        elif self._typed or self._on_their_way or _same(self._field.words(), words):
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
        claim, words = self._claim, self._field.words()

        def refused(error: RedPencilError) -> None:
            self._arrived(claim)
            self._refused(claim, words, error)

        def saved(_: Changes) -> None:
            self._arrived(claim)
            self._saved(claim)

        self._session.run(self._command(claim, words), then=saved, refused=refused)

    def _arrived(self, claim: str) -> None:
        if claim == self._claim:
            self._on_their_way = max(0, self._on_their_way - 1)


def _same(one: object, other: object) -> bool:
    """Whether two contents are the same, but for blanks at the ends of words that are being typed."""
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return one == other
