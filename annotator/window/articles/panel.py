"""The left panel: a field to search in, and below it the articles, or what was found."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.search import ClaimFilter, SearchPage
from annotator.model.views import ArticleLine
from annotator.window.articles.list_model import ArticlesModel
from annotator.window.articles.list_view import ArticlesList
from annotator.window.clearing import clearable
from annotator.window.plain import plain_label
from annotator.window.search.filter_button import FilterButton
from annotator.window.theme import Theme, current_theme
from annotator.words import say

if TYPE_CHECKING:
    from annotator.window.search.filter_chips import FilterChips
    from annotator.window.search.results import ResultsList
    from annotator.window.search.results_model import ResultRow


class SearchField(QLineEdit):
    """The field of the search: Escape empties it, Down goes to what was found."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class ArticlesPanel(QWidget):
    """The articles of the library. It shows what it is given and says what the person wants.

    Signals: `search_changed` with each key and each filter; `article_picked`, `details_wanted` and
    `remove_wanted` with the id of an article; `hit_chosen` with the id of an article, of a claim or None, and
    the Span to go to or None.
    """

    search_changed = Signal()
    article_picked = Signal(str)
    details_wanted = Signal(str)
    remove_wanted = Signal(str)
    hit_chosen = Signal(str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ArticlesModel()
        self._theme = current_theme()
        self._picked: str | None = None
        self._shown_for: tuple[str, ClaimFilter] | None = None
        self._build_search()
        self._build_list()
        self._build_panel()
        self.set_theme(self._theme)
        self.set_articles(())

    @cached_property
    def results(self) -> "ResultsList":
        """The list of what was found; made at the first search."""
        from annotator.window.search.results import ResultsList

        results = ResultsList(self._theme)
        results.chosen.connect(self._choose)
        results.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        results.given_up.connect(self.clear_search)
        self.pages.addWidget(results)
        return results

    @cached_property
    def chips(self) -> "FilterChips":
        """The filters that are on; made with the first."""
        from annotator.window.search.filter_chips import FilterChips

        chips = FilterChips(self.filter.accessibleName())
        chips.changed.connect(self.filter.set_only)
        self._head.insertWidget(1, chips)
        return chips

    def set_articles(self, lines: Sequence[ArticleLine]) -> None:
        """Takes these articles, and shows them unless something is searched for; the picked stays picked."""
        self._model.set_lines(lines)
        self._select_picked()
        if not self.is_searching:
            self.show_articles()

    def show_articles(self) -> None:
        """Shows the list of articles, in place of what was found."""
        self._shown_for = None
        self._count.hide()
        self._nothing.setText(say("articles.none"))
        self.pages.setCurrentWidget(self.list if self._model.rowCount() else self._empty)

    def show_results(self, page: SearchPage) -> None:
        """Shows what was found; the keys stay on the hit they are on while the search is the same."""
        asked = (self.search_words, self.filter.only)
        self.results.show_page(page, anew=asked != self._shown_for)
        self._shown_for = asked
        self._count.setText(counted_words(page))
        self._count.setVisible(bool(page.groups))
        self._nothing.setText(self._why_nothing())
        self.pages.setCurrentWidget(self.results if page.groups else self._empty)

    def pick(self, article: str | None) -> None:
        """Marks the article that is open."""
        self._picked = article
        self._select_picked()

    @property
    def search_words(self) -> str:
        """What is searched for, without the spaces around it."""
        return self.search.text().strip()

    @property
    def is_searching(self) -> bool:
        """Whether anything is asked for, by words or by filters."""
        return bool(self.search_words or self.filter.only)

    def clear_search(self) -> None:
        """Asks for nothing any more; the keys go to the field."""
        self.search.clear()
        self.filter.set_only(ClaimFilter())
        self.search.setFocus(Qt.FocusReason.BacktabFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.list.set_theme(theme)
        if "results" in self.__dict__:
            self.results.set_theme(theme)

    def _build_search(self) -> None:
        self.search = SearchField()
        self.search.setAccessibleName(say("articles.search"))
        self.search.setPlaceholderText(say("articles.search_hint"))
        self.search.textChanged.connect(self._words_changed)
        self.search.left_downwards.connect(self._go_down)
        self.filter = FilterButton(say("filter.library"), tags=True)
        self.filter.changed.connect(self._filter_changed)

    def _build_list(self) -> None:
        self.list = ArticlesList(self._model)
        self.list.article_picked.connect(self.article_picked)
        self.list.menu_wanted.connect(self._show_menu)

    def _build_panel(self) -> None:
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._nothing = plain_label(kind="quiet", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty = QWidget()
        around = QVBoxLayout(self._empty)
        around.setContentsMargins(18, 40, 18, 18)
        around.addWidget(self._nothing)
        around.addStretch()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._build_head())
        column.addWidget(self.pages, 1)

    def _build_head(self) -> QVBoxLayout:
        """The field with the button of the filters; below it the filters that are on and what was counted."""
        self._count = plain_label(kind="quiet", wraps=True)
        self._count.hide()
        field = QHBoxLayout()
        field.setSpacing(6)
        field.addWidget(self.search, 1)
        field.addWidget(self.filter)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(10, 0, 10, 0)
        self._head.setSpacing(8)
        self._head.addLayout(field)
        self._head.addWidget(self._count)
        return self._head

    def _select_picked(self) -> None:
        self.list.select(self._model.row_of(self._picked))

    def _words_changed(self, words: str) -> None:
        clearable(self.search, bool(words))
        self.search_changed.emit()

    def _filter_changed(self, only: ClaimFilter) -> None:
        self.chips.show_filter(only)
        self.search_changed.emit()

    def _why_nothing(self) -> str:
        if not self.filter.only:
            return say("search.nothing")
        return say("search.nothing_filtered" if self.search_words else "search.no_claim")

    def _go_down(self) -> None:
        if self.is_searching:
            if self.pages.currentWidget() is self.results:
                self.results.go_to_first_hit()
            return
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.list.article is None and self._model.rowCount():
            self.list.select(0)

    def _choose(self, row: "ResultRow") -> None:
        if row.hit is None:
            self.hit_chosen.emit(row.group.article, None, None)
        else:
            self.hit_chosen.emit(row.group.article, row.hit.claim, row.hit.span)

    def _show_menu(self, article: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, signal in (
            ("articles.open", self.article_picked),
            ("articles.details", self.details_wanted),
            ("articles.remove", self.remove_wanted),
        ):
            menu.addAction(say(words)).triggered.connect(lambda _=False, signal=signal: signal.emit(article))
        menu.popup(place)


def counted_words(page: SearchPage) -> str:
    """How much was found, in words."""
    from annotator.window.search.results_model import counted

    return counted(page)
