"""The list of articles: filled, searched, and kept fresh while claims come and go."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk.queries.articles import article_lines
from annotator.model.changes import Changes
from annotator.model.views import ArticleLine
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.session import Session

#: Counts and meters may follow a change by this many milliseconds; the change itself shows at once.
_PAUSE = 250


class Listing(QObject):
    """`filled` carries all articles that the list shows (tuple of ArticleLine), after each reading."""

    filled = Signal(object)

    def __init__(self, session: Session, panel: ArticlesPanel) -> None:
        super().__init__()
        self._session, self._panel = session, panel
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._asked = ""
        panel.search_changed.connect(lambda _: self.refresh())
        session.changed.connect(self._changed)

    def refresh(self) -> None:
        """Reads the list anew, with what is searched for."""
        self._asked = words = self._panel.search_words
        self._session.ask(lambda desk: article_lines(desk, words), lambda lines: self._fill(words, lines))

    def fill(self, lines: tuple[ArticleLine, ...]) -> None:
        """Shows a list that was read already."""
        self._panel.set_articles(lines)
        self.filled.emit(lines)

    def _fill(self, words: str, lines: tuple[ArticleLine, ...]) -> None:
        if words == self._asked:
            self.fill(lines)

    def _changed(self, changes: Changes) -> None:
        if changes.articles_list:
            if changes.claims:
                self._pause.start()
            else:
                self.refresh()
