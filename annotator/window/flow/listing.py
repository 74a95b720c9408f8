"""The list of articles: filled, searched, and kept fresh while claims come and go."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.desk.queries.articles import article_lines
from annotator.model.changes import Changes
from annotator.model.views import ArticleLine
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.session import Session

if TYPE_CHECKING:
    from annotator.window.search.searching import Searching

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
        # Whoever searches hears of each further key itself.
        panel.search_changed.connect(lambda: self.searching.refresh(), Qt.ConnectionType.SingleShotConnection)
        panel.filter.choices_wanted.connect(lambda: self.searching.offer())
        session.changed.connect(self._changed)

    @cached_property
    def searching(self) -> "Searching":
        """The search of the library; made when it is first needed."""
        from annotator.window.search.searching import Searching

        searching = Searching(self._session, self._panel)
        searching.setParent(self._panel)  # it asks the panel, so it ends with it
        return searching

    def refresh(self) -> None:
        """Reads the list anew."""
        self._session.ask(article_lines, self.fill)

    def fill(self, lines: tuple[ArticleLine, ...]) -> None:
        """Shows a list that was read already."""
        self._panel.set_articles(lines)
        self.filled.emit(lines)

    def _changed(self, changes: Changes) -> None:
        if changes.articles_list:
            if changes.claims:
                self._pause.start()
            else:
                self.refresh()
