"""The pencil stroke: sentences with nothing in them are ticked off as they are read."""

from PySide6.QtCore import QObject

from annotator.desk import commands
from annotator.desk.queries.articles import article_read
from annotator.model.changes import Changes
from annotator.model.spans import Span
from annotator.model.views import ArticlePage
from annotator.text.sentences import sentences_in
from annotator.window.article.view import ArticleView
from annotator.window.flow.reading import Reading
from annotator.window.session import Session


class Ticking(QObject):
    """Ticks sentences off and on again, and keeps the page paler where that was done."""

    def __init__(self, session: Session, reading: Reading, view: ArticleView) -> None:
        super().__init__()
        self._session, self._reading, self._view = session, reading, view
        self.read: tuple[Span, ...] = ()
        reading.opened.connect(self._opened)
        session.changed.connect(self._changed)
        view.read_wanted.connect(self.tick)

    def nothing_here(self) -> None:
        """Ticks the sentence at the cursor, or those selected, and goes on to the next."""
        span = self._view.selected_span()
        sentence = span if len(span) else self._view.cursor_sentence
        if sentence is not None:
            self.tick(sentence, True)

    def tick(self, span: Span, on: bool) -> None:
        """Ticks the sentences in a span, or takes their ticks off; the cursor goes on, or back."""
        page = self._reading.page
        if page is None:
            return
        sentences = tuple(sentences_in(page.sentences, span))
        kind = commands.reading.MarkRead if on else commands.reading.UnmarkRead
        self._session.run(kind(page.id, sentences))
        if on:
            self._view.clear_selection()
            self._view.go_to_sentence(1)

    def _opened(self, page: ArticlePage | None) -> None:
        self._set(page.read if page else ())

    def _changed(self, changes: Changes) -> None:
        page = self._reading.page
        if page is not None and changes.read_marks and page.id in changes.articles:
            self._session.ask(lambda desk: article_read(desk, page), lambda read: self._show(page, read))

    def _show(self, page: ArticlePage, read: tuple[Span, ...]) -> None:
        if page is self._reading.page:
            self._set(read)

    def _set(self, read: tuple[Span, ...]) -> None:
        self.read = read
        self._view.set_read(read)
