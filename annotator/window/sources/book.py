"""The register of sources as the fields of the window know it, read anew when it has changed."""

from PySide6.QtCore import QObject, Signal

from annotator.desk.queries.sources import register
from annotator.model.changes import Changes
from annotator.model.views import SourceView
from annotator.window.session import Session


class SourceBook(QObject):
    """Keeps the register at hand for completing names. Signal: `read` when it was read anew."""

    read = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sources: tuple[SourceView, ...] = ()
        self._stale = True
        session.changed.connect(self._on_changed)

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """The entries as last read, by name."""
        return self._sources

    def refresh(self) -> None:
        """Reads the register if something may have changed in it; the answer comes with `read`."""
        if self._stale:
            self._stale = False
            self._session.ask(register, then=self._arrived)

    def _arrived(self, sources: tuple[SourceView, ...]) -> None:
        self._sources = sources
        self.read.emit()

    def _on_changed(self, changes: Changes) -> None:
        # A claim's changes move the counts of use; a new name must be there for the next claim at once.
        self._stale = self._stale or changes.sources or bool(changes.claims)
        if changes.sources:
            self.refresh()
