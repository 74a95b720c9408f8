"""The search of the library at work: first hits at once, the best of them after a pause."""

from PySide6.QtCore import QObject, QTimer

from annotator.desk.queries.search import Choices, choices, first_hits, ranked_hits
from annotator.model.changes import Changes
from annotator.model.search import SearchPage
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.search.seeking import Seeking
from annotator.window.session import Session

#: How long after the last key the best hits are looked for, in milliseconds.
_PAUSE = 200


class Searching(QObject):
    """Answers what is typed into the field of the search, and keeps what it found fresh."""

    def __init__(self, session: Session, panel: ArticlesPanel) -> None:
        super().__init__()
        self._session, self._panel = session, panel
        self._seeking = Seeking(session)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._rank)
        session.changed.connect(self._changed)
        panel.search_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Looks for what is asked for now; where nothing is, the list of articles comes back."""
        self._pause.stop()
        if not self._panel.is_searching:
            self._seeking.forget()
            self._panel.show_articles()
            return
        words, only = self._panel.search_words, self._panel.filter.only
        self._seeking.seek(
            lambda desk, give_way: first_hits(desk, words, only, give_way=give_way), self._show_first
        )

    def offer(self) -> None:
        """Opens the menu of filters, with the names that the library has."""
        self._session.ask(choices, self._open_filter)

    def _show_first(self, page: SearchPage) -> None:
        self._panel.show_results(page)
        self._pause.start()

    def _rank(self) -> None:
        words, only = self._panel.search_words, self._panel.filter.only
        self._seeking.seek(
            lambda desk, give_way: ranked_hits(desk, words, only, give_way=give_way), self._show_best
        )

    def _show_best(self, page: SearchPage) -> None:
        """A list in which somebody moves stays as it is: the best may wait for the next search."""
        if not self._panel.results.is_in_use:
            self._panel.show_results(page)

    def _changed(self, changes: Changes) -> None:
        """What was found may be gone: the list is read again in the order it has, once the typing rests."""
        if self._panel.is_searching and (changes.articles_list or changes.sources or changes.claims):
            self._pause.start()

    def _open_filter(self, offered: Choices) -> None:
        self._panel.filter.open(offered)
