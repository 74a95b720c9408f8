"""The list of cards in each view of the Review tab."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from annotator.window.review.card import ReviewCard
from annotator.window.review.rows import ROW, Index, Row, RowsModel
from annotator.window.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewList(QListView):
    """Cards of which one is current. Signal: `chosen` (Row) by click, by Enter and by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._rows = RowsModel()
        self._card = ReviewCard(self._rows, theme)
        self._walking = False
        self._build(name)

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
            self._rows.set_rows(rows)
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

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._card.theme = theme
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        return  # letters are keys of actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if event.key() in _ENTER and row is not None:
            self.chosen.emit(row)
            return
        self._walking = True
        super().keyPressEvent(event)
        self._walking = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._walking and current.isValid():
            self.chosen.emit(self._rows.rows[current.row()])

    def doItemsLayout(self) -> None:
        self._card.measure_for(self)
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._card.measure_for(self)
        super().resizeEvent(event)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if not roles or Qt.ItemDataRole.SizeHintRole in roles:
            super().dataChanged(first, last, roles)
        else:  # as high as before: Qt's list would lay out all of them even so
            QAbstractItemView.dataChanged(self, first, last, roles)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def _build(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(self._card)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.count is None:
            self.chosen.emit(row)
