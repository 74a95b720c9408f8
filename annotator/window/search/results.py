"""The list of what a search found."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QListView

from annotator.model.search import SearchPage
from annotator.window.lists import set_up_list
from annotator.window.search.result_card import ResultCard
from annotator.window.search.results_model import ROW, ResultRow, ResultsModel
from annotator.window.theme import Theme
from annotator.words import say


class ResultsList(QListView):
    """Titles of articles and the hits in them: a click or Enter goes there, the arrow keys look around.

    Signals: `chosen` with a ResultRow, `left_upwards` by Up from the first row, `given_up` by Escape.
    """

    chosen = Signal(object)
    left_upwards = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = ResultsModel()
        self._card = ResultCard(theme)
        self._used = False
        self._build()

    @property
    def is_in_use(self) -> bool:
        """Whether somebody moves in it, so that its rows should stay where they are."""
        return self._used or self.hasFocus()

    @property
    def row(self) -> ResultRow | None:
        """The row the keys are on."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def show_page(self, page: SearchPage, *, anew: bool) -> None:
        """Shows what was found; unless it is another search (`anew`), the keys stay on the same hit."""
        before, height = self.row, self.verticalScrollBar().value()
        self._model.set_page(page)
        if anew:
            self._used = False
            self.scrollToTop()
            return
        row = self._model.row_like(before)
        if row is not None:
            self.setCurrentIndex(self._model.index(row, 0))
        self.verticalScrollBar().setValue(height)

    def go_to_first_hit(self) -> None:
        """Takes the keys, and puts them on the first hit where they were on none."""
        if not self.currentIndex().isValid() and self._model.rowCount() > 1:
            self.setCurrentIndex(self._model.index(1, 0))  # before Qt puts them on the first row, a title
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._card.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters jump to nothing here, as in the list of articles."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._used = True
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._used = True
        super().focusInEvent(event)

    def _build(self) -> None:
        self.setModel(self._model)
        set_up_list(self, say("search.results"), self._card)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW))
