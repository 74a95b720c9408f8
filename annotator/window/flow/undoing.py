"""Undo and redo: where they act, and what they say they will do."""

from PySide6.QtCore import QObject, Signal

from annotator.desk.queries.history import Turns, history, turns
from annotator.model.changes import LIBRARY, Changes
from annotator.model.steps import StepLine
from annotator.window.flow.reading import Reading
from annotator.window.session import Session


class Undoing(QObject):
    """Undo acts on the open article, or on the library while the list of articles has the focus.

    Signals: `known` tells what undo and redo would do now (Turns), `turned` what one of them did (Changes).
    """

    known = Signal(object)
    turned = Signal(object)

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__()
        self._session, self._reading = session, reading
        self._in_library = False
        self._last = Changes()
        session.changed.connect(self._changed)
        reading.opened.connect(lambda _: self.refresh())

    @property
    def scope(self) -> str:
        """The article id, or `LIBRARY`."""
        return LIBRARY if self._in_library or not self._reading.article else self._reading.article

    def focus_library(self, on: bool) -> None:
        """Says whether the list of articles has the focus."""
        if on != self._in_library:
            self._in_library = on
            self.refresh()

    def undo(self) -> None:
        """Takes back the newest step there."""
        self._session.undo(self.scope)
        self._follow()

    def redo(self) -> None:
        """Brings the last undone step there again."""
        self._session.redo(self.scope)
        self._follow()

    def refresh(self) -> None:
        """Asks anew what undo and redo would do."""
        scope = self.scope
        self._session.ask(lambda desk: turns(desk, scope), lambda found: self._tell(scope, found))

    def _changed(self, changes: Changes) -> None:
        self._last = changes
        self.refresh()

    def _follow(self) -> None:
        """Asks whether it was done: the newest step is then the change that was heard of last."""
        scope = self.scope
        self._session.ask(lambda desk: history(desk, scope, 1), self._followed)

    def _followed(self, newest: tuple[StepLine, ...]) -> None:
        if any(line.id == self._last.step and line.kind != "do" for line in newest):
            self.turned.emit(self._last)

    def _tell(self, scope: str, found: Turns) -> None:
        if scope == self.scope:
            self.known.emit(found)
