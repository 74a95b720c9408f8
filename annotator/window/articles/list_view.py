"""The list of articles."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView

from annotator.window.articles.card import ArticleCard
from annotator.window.articles.list_model import LINE, ArticlesModel, Index
from annotator.window.lists import set_up_list
from annotator.window.theme import Theme, current_theme
from annotator.words import say


class ArticlesList(QListView):
    """The articles as cards: a click or Enter picks one, the arrow keys only look around.

    Signals: `article_picked` with an id, `menu_wanted` with an id and the place on the screen.
    """

    article_picked = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: ArticlesModel) -> None:
        super().__init__()
        self._card = ArticleCard(current_theme())
        self.setModel(model)
        set_up_list(self, say("articles.list"), self._card)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._pick)

    @property
    def article(self) -> str | None:
        """The id of the row the keys are on."""
        index = self.currentIndex()
        return str(index.data(LINE).id) if index.isValid() else None

    def select(self, row: int | None) -> None:
        """Marks a row and brings it into view; None marks nothing."""
        index = self.model().index(row, 0) if row is not None else QModelIndex()
        if index == self.currentIndex() and index.isValid():
            return
        self.setCurrentIndex(index)
        if row is None:
            self.clearSelection()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._card.theme = theme
        self.viewport().update()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if list(roles) == [LINE]:
            self.viewport().update()  # the heights stay, so ten thousand rows need not be laid out anew
        else:
            super().dataChanged(first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        picks = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if picks and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, so none of them jumps to a title."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_wanted.emit(index.data(LINE).id, self.viewport().mapToGlobal(place))

    def _pick(self, index: QModelIndex) -> None:
        self.article_picked.emit(index.data(LINE).id)
