"""The left panel: a field to search in, and below it the articles."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.views import ArticleLine
from annotator.window.articles.list_model import ArticlesModel
from annotator.window.articles.list_view import ArticlesList
from annotator.window.plain import plain_label
from annotator.window.theme import Theme, current_theme
from annotator.words import say

#: How long after the last key a search begins, in milliseconds.
PAUSE = 150


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

    Signals: `search_changed` with the words, a pause after the last key; `article_picked`,
    `details_wanted` and `remove_wanted` with the id of an article.
    """

    search_changed = Signal(str)
    article_picked = Signal(str)
    details_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ArticlesModel()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._picked: str | None = None
        self._build_search()
        self._build_list()
        self._build_panel()
        self.set_theme(current_theme())
        self.set_articles(())

    def set_articles(self, lines: Sequence[ArticleLine]) -> None:
        """Shows these articles: all of them, or what a search found; the picked one stays picked."""
        self._model.set_lines(lines)
        self._select_picked()
        self._nothing.setText(say("articles.not_found" if self.search_words else "articles.none"))
        self._pages.setCurrentWidget(self.list if lines else self._empty)

    def pick(self, article: str | None) -> None:
        """Marks the article that is open."""
        self._picked = article
        self._select_picked()

    @property
    def search_words(self) -> str:
        """What is searched for, without the spaces around it."""
        return self.search.text().strip()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self.list.set_theme(theme)

    def _build_search(self) -> None:
        self.search = SearchField()
        self.search.setAccessibleName(say("articles.search"))
        self.search.setPlaceholderText(say("articles.search_hint"))
        self.search.textChanged.connect(self._search_later)
        self.search.left_downwards.connect(self._go_to_list)
        self._pause.timeout.connect(lambda: self.search_changed.emit(self.search_words))

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
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        field = QVBoxLayout()
        field.setContentsMargins(10, 0, 10, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self._pages, 1)

    def _select_picked(self) -> None:
        self.list.select(self._model.row_of(self._picked))

    def _search_later(self, words: str) -> None:
        self.search.setClearButtonEnabled(bool(words))
        self._pause.start()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.list.article is None and self._model.rowCount():
            self.list.select(0)

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
