"""The window of packets: who has which article, and who is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.commands.packets import Unassign
from annotator.desk.desk import Desk
from annotator.desk.queries.review_state import assignments
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.model.review_views import AssignmentLine
from annotator.window.claims.trouble import Trouble
from annotator.window.packets.cell import PacketCell
from annotator.window.packets.model import CELL, Cell, PacketsModel, State
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.window.theme import Theme
from annotator.words import number, say

_SIZE = (880, 500)  # pixels
_TITLES = 260


class PacketsWindow(QDialog):
    """A grid that fills as files come back. Signals: `article_wanted` (id), `packet_wanted` for a new one."""

    article_wanted = Signal(str)
    packet_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._theme = session, theme
        self._model = PacketsModel()
        self._asked, self._stale = False, True
        self._build()
        session.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._cell.theme = theme
        self.grid.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _build(self) -> None:
        self.setWindowTitle(say("packets.title"))
        self.resize(*_SIZE)
        self.far = plain_label()
        self.hint = plain_label(say("packets.hint"), "quiet", wraps=True)
        self._nothing = plain_label(say("packets.nothing"), "quiet", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(40)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._build_grid())
        self.trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for widget in (self.far, self.hint):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        column.addWidget(self.trouble)
        column.addLayout(self._build_foot())
        QShortcut(QKeySequence("Ctrl+W"), self, self.accept)

    def _build_grid(self) -> QTableView:
        self._cell = PacketCell(self._theme)
        self.grid = grid = QTableView()
        grid.setAccessibleName(say("packets.grid"))
        grid.setModel(self._model)
        grid.setItemDelegate(self._cell)
        grid.setShowGrid(False)
        grid.setTabKeyNavigation(False)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.verticalHeader().hide()
        grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        grid.horizontalHeader().setHighlightSections(False)
        grid.horizontalHeader().setStretchLastSection(True)
        grid.horizontalHeader().setSectionsClickable(False)
        grid.activated.connect(lambda index: self._open(index.row()))
        grid.clicked.connect(lambda index: self._open(index.row()))
        grid.selectionModel().currentChanged.connect(lambda *_: self._offer())
        QShortcut(QKeySequence("Del"), grid, self._take_back, context=Qt.ShortcutContext.WidgetShortcut)
        return grid

    def _build_foot(self) -> QHBoxLayout:
        self.new = QPushButton(say("packets.new"))
        self.new.clicked.connect(self.packet_wanted)
        self.back = QPushButton(say("packets.take_back"))
        self.back.clicked.connect(self._take_back)
        close = QPushButton(say("exchange.close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.new, self.back, close):
            button.setAutoDefault(False)
        return row

    def _changed(self, _: Changes) -> None:
        self._stale = True
        self._refresh()

    def _refresh(self) -> None:
        """Reads the grid again if it may have changed and is in sight; later changes are read next."""
        if self._stale and not self._asked and self.isVisible():
            self._stale, self._asked = False, True
            self._session.ask(_read, while_there(self, lambda found: self._show(*found)))

    def _show(self, lines: tuple[AssignmentLine, ...], me: str) -> None:
        self._asked = False
        self._model.set_lines(lines, me)
        self._pages.setCurrentIndex(1 if lines else 0)
        self.hint.setVisible(bool(lines))
        done = sum(cell.state is State.DONE for cell in self._model.cells)
        self.far.setText(say("packets.far", done=number(done), count=len(lines)) if lines else "")
        self.far.setVisible(bool(lines))
        self.grid.resizeColumnsToContents()
        self.grid.setColumnWidth(0, _TITLES)
        if lines and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self._model.index(0, 1))
        self._offer()
        self._refresh()

    def _open(self, row: int) -> None:
        self.article_wanted.emit(self._model.article(row))

    @property
    def _current(self) -> Cell | None:
        index = self.grid.currentIndex()
        return index.data(CELL) if index.isValid() else None

    def _offer(self) -> None:
        self.back.setEnabled(self._current is not None)

    def _take_back(self) -> None:
        cell = self._current
        if cell is not None:
            self.trouble.clear()
            self._session.run(Unassign(cell.article, cell.person), refused=while_there(self, self._refuse))

    def _refuse(self, error: RedPencilError) -> None:
        self.trouble.tell_error(error)


def _read(desk: Desk) -> tuple[tuple[AssignmentLine, ...], str]:
    return assignments(desk), desk.me
