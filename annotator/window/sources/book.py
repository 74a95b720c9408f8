"""The register of sources as the fields of the window know it, read anew when it has changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.desk.desk import Desk
from annotator.desk.queries.sources import named_words, register
from annotator.model.changes import Changes
from annotator.model.views import SourceView
from annotator.text.terms import bare
from annotator.window.session import Session

#: The register, and the words by which an article names sources, with their ids.
_Answer = tuple[tuple[SourceView, ...], tuple[tuple[str, str], ...]]


class SourceBook(QObject):
    """Keeps the register at hand for completing names. Signal: `read` when it was read anew."""

    read = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sources: tuple[SourceView, ...] = ()
        self._named: dict[str, set[str]] = {}
        self._article = ""
        self._stale = True
        session.changed.connect(self._on_changed)

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """The entries as last read, by name."""
        return self._sources

    def set_article(self, article: str) -> None:
        """Says in which article sources are named now."""
        self._stale = self._stale or article != self._article
        self._article = article

    def named_before(self, words: str) -> frozenset[str]:
        """The ids of the entries that somebody named by the same words in this article."""
        return frozenset(self._named.get(bare(" ".join(words.split())), ()))

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Reads the register if something may have changed in it; the answer comes with `read`.

        `then` is called once the register is known as it is now.
        """
        if self._stale:
            self._stale = False
            self._session.ask(self._read, then=self._arrived)
        if then is not None:
            self._session.ask(_nothing, then=lambda _: then())  # answered in order, so after the register

    def _read(self, desk: Desk) -> _Answer:
        return register(desk), named_words(desk, self._article) if self._article else ()

    def _arrived(self, answer: _Answer) -> None:
        self._sources, named = answer
        self._named = {}
        for words, source in named:
            self._named.setdefault(bare(" ".join(words.split())), set()).add(source)
        self.read.emit()

    def _on_changed(self, changes: Changes) -> None:
        # A claim's changes move the counts of use; a new name must be there for the next claim at once.
        self._stale = self._stale or changes.sources or bool(changes.claims)
        if changes.sources:
            self.refresh()


def _nothing(_: Desk) -> None:
    """Asks nothing but to be answered in turn."""
