"""Finding words in the open article: the bar, what the page shows of it, and a hit made a claim."""

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QBoxLayout

from annotator.model.enums import Tag
from annotator.model.spans import Span, Spans
from annotator.model.views import ArticlePage
from annotator.text.anchors import context
from annotator.window.article.view import ArticleView
from annotator.window.flow.reading import Reading
from annotator.window.theme import Theme

if TYPE_CHECKING:
    from annotator.text.find import Finder
    from annotator.window.find.bar import FindBar

#: Longer selections are passages and not words to find, in code points.
_AT_MOST = 200

_NO_HITS = Spans(())


class Finding(QObject):
    """Shows all hits while the bar is open, one of them the current one.

    Where another article opens, its hits are shown, and none is the current one until the person steps on.
    Signals: `tag_wanted` (Tag) for the words that are selected on the page; `bar_made` (the bar).
    """

    tag_wanted = Signal(object)
    bar_made = Signal(object)

    def __init__(self, reading: Reading, view: ArticleView, column: QBoxLayout, theme: Theme) -> None:
        """`column` holds the page; the bar comes below it when it is first asked for."""
        super().__init__()
        self._reading, self._view, self._column, self._theme = reading, view, column, theme
        self._finder: Finder | None = None
        self._article = ""
        self._hits = _NO_HITS
        self._current: int | None = None
        self._tagged: Span | None = None
        self._from = 0
        reading.opened.connect(self._opened)

    @cached_property
    def bar(self) -> "FindBar":
        """The bar, made when it is needed first."""
        from annotator.window.find.bar import FindBar

        bar = FindBar(self._theme)
        bar.words_changed.connect(self._look)
        bar.stepped.connect(self._step)
        bar.tag_wanted.connect(self.tag)
        bar.closed.connect(self.close)
        self._column.addWidget(bar)
        self.bar_made.emit(bar)
        return bar

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return "bar" in self.__dict__ and not self.bar.isHidden()

    @property
    def hit(self) -> Span | None:
        """The current hit."""
        return None if self._current is None else self._hits[self._current]

    def ask(self) -> None:
        """Opens the bar, or goes back to its field; words that are selected are what it looks for."""
        page = self._reading.page
        if page is None:
            return
        if not self.is_open:
            self._search(page)
        self._from = self._place_read()
        selected = self._view.selected_span()
        self.bar.ask(_on_one_line(selected.cut(page.text)) if len(selected) <= _AT_MOST else "")
        self._look()

    def next(self) -> None:
        """Goes to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Goes to the hit before; before the first comes the last."""
        self._step(-1)

    def tag(self, tag: Tag) -> None:
        """Selects the current hit and asks for it to be tagged; where none is in turn, shows one first."""
        hit = self.hit
        if hit is None:
            self._step(1)
            return
        self._view.select(hit)
        self._tagged = hit
        self.tag_wanted.emit(tag)

    def close(self) -> None:
        """Goes back to the page, with the current hit selected unless it was tagged just now."""
        hit = self.hit
        self._leave()
        self._view.setFocus()
        if hit is not None and hit != self._tagged:
            self._view.finish_selection(hit)

    def show_again(self) -> None:
        """Shows the hits on the page again, after something else was shown as found there."""
        if self.is_open:
            self._view.set_hits(self._hits, self.hit)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        if "bar" in self.__dict__:
            self.bar.set_theme(theme)

    def _opened(self, page: ArticlePage | None) -> None:
        if not self.is_open or (page is not None and page.id == self._article):
            return
        if page is None:
            self._leave()
            return
        self._search(page)
        self._from = 0
        self._find()
        self._show(None)

    def _leave(self) -> None:
        self.bar.hide()
        self._view.clear_hits()
        self._article, self._finder, self._hits, self._current = "", None, _NO_HITS, None

    def _search(self, page: ArticlePage) -> None:
        """Searches an article from now on."""
        from annotator.text.find import Finder

        self._article, self._finder = page.id, Finder(page.text)

    def _look(self) -> None:
        """Finds anew, and goes to the nearest hit from the place read on."""
        self._find()
        self._show(self._nearest() % len(self._hits) if len(self._hits) else None)

    def _find(self) -> None:
        words, whole = self.bar.field.text(), self.bar.whole_words.isChecked()
        self._hits = self._finder.occurrences(words, whole_words=whole) if self._finder else _NO_HITS

    def _step(self, by: int) -> None:
        if not self.is_open:
            self.ask()
        elif len(self._hits):
            first = self._nearest() - (1 if by > 0 else 0)
            place = (first if self._current is None else self._current) + by
            self._show(place % len(self._hits))
            self._from = self._hits[place % len(self._hits)].start

    def _show(self, place: int | None) -> None:
        """Makes a hit the current one, or none."""
        self._current = place
        hit = self.hit
        self._view.set_hits(self._hits, hit)
        if hit is None or place is None:
            self.bar.show_place(None, len(self._hits))
            return
        self._view.scroll_to(hit)
        text = self._view.text
        before, after = context(text, hit)
        self.bar.show_place(place + 1, len(self._hits), _on_one_line(before + hit.cut(text) + after))

    def _nearest(self) -> int:
        """The number of the first hit from the place read on; past the last one there may be none."""
        return bisect_left(self._hits, self._from, key=lambda hit: hit.start)

    def _place_read(self) -> int:
        """Where the selection or the cursor is, if that is in sight; else where the page begins to show."""
        viewport = self._view.viewport()
        top = self._view.caret_at(QPointF(0, 0))
        bottom = self._view.caret_at(QPointF(viewport.width(), viewport.height()))
        start = self._view.selected_span().start
        return start if top <= start <= bottom else top


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
