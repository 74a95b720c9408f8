"""The list of cards in each view of the Review tab."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from annotator.window.review.card import ReviewCard
from annotator.window.review.rows import CardsModel, Row
from annotator.window.rows.model import ROW, Index
from annotator.window.rows.view import ENTER, RowList
from annotator.window.theme import Theme


class ReviewList(RowList):
    """Cards of which one is current. Signal: `chosen` (Row) by click, by Enter and by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, name: str, theme: Theme) -> None:
        rows = CardsModel()
        super().__init__(name, rows, ReviewCard(rows, theme))
        self._rows, self._walking = rows, False
        self.setCurrentIndex(QModelIndex())  # or Qt chooses a row as the keyboard comes, and tells nobody
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, headings and all."""
        return tuple(self._rows.rows)

    @property
    def current(self) -> Row | None:
        """The current row."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the current one stays current while it is there, and the list where it is."""
        at = self.current
        key = at.key if at else ""
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):  # else Qt picks a card in the middle of the change
            self._rows.set_rows(list(rows))
            if self._rows.row_of(key) < 0:
                self.selectionModel().clear()
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def go_to(self, key: str) -> None:
        """Makes a row current and brings it into sight; none where there is no such row."""
        row = self._rows.row_of(key)
        self.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QModelIndex())
        if row >= 0 and self.isVisible():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if event.key() in ENTER and row is not None:
            self.chosen.emit(row)
            return
        self._walking = True
        super().keyPressEvent(event)
        self._walking = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self._walking:
            self.chosen.emit(self._rows.rows[current.row()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._card.measure_for(self)
        super().resizeEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.count is None:
            self.chosen.emit(row)
