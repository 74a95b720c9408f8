"""The register of sources: find, correct, join, part, remove, and see where each is used."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.queries.history import Turns, turns
from annotator.model.changes import LIBRARY, Changes
from annotator.model.errors import RedPencilError
from annotator.model.views import SourceView
from annotator.window.clearing import clearable
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.book import SourceBook
from annotator.window.sources.details import SourceDetails
from annotator.window.sources.late import while_there
from annotator.window.sources.names import BUILT_IN
from annotator.window.sources.table import NAME, ROLE, SOURCE, SourcesModel, SourcesProxy
from annotator.window.turns import show_turns
from annotator.words import say


class SourcesDialog(QDialog):
    """A window of its own beside the main one. Signal: `open_claim` (article id, claim id)."""

    open_claim = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._book = SourceBook(session)
        self._picked = ""
        self._model = SourcesModel()
        self._proxy = SourcesProxy(self._model)
        self._build()
        self._book.read.connect(self._on_read)
        session.changed.connect(self._on_changed)
        self._book.refresh()
        self._ask_turns()

    @property
    def table(self) -> QTableView:
        """The table of sources."""
        return self._table

    @property
    def details(self) -> SourceDetails:
        """The right side: the picked source."""
        return self._details

    def pick(self, source: str) -> None:
        """Shows a source."""
        index = self._proxy.mapFromSource(self._model.index_of(source))
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.scrollTo(index)

    def done(self, result: int) -> None:
        """Closes the dialog; what was typed is saved before."""
        self._details.flush()
        super().done(result)

    def _build(self) -> None:
        self.setWindowTitle(say("register.title"))
        self.resize(920, 540)
        self.setModal(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._build_left())
        split.addWidget(self._build_right())
        split.setSizes([520, 400])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addWidget(split, 1)
        column.addLayout(self._build_foot())

    def _build_left(self) -> QWidget:
        left = QWidget()
        self._search = QLineEdit()
        self._search.setPlaceholderText(say("register.search"))
        self._search.setAccessibleName(say("register.search"))
        clearable(self._search)
        self._search.textChanged.connect(self._on_search)
        self._empty = plain_label(kind="quiet", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        column = QVBoxLayout(left)
        column.setContentsMargins(*margins(0, 0, 8, 0))
        column.addWidget(self._search)
        column.addWidget(self._build_table(), 1)
        column.addWidget(self._empty)
        return left

    def _build_table(self) -> QTableView:
        self._table = QTableView()
        self._table.setModel(self._proxy)
        self._table.setAccessibleName(say("register.sources"))
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for words in (NAME, ROLE):  # long ones: neither may leave the other no room
            header.setSectionResizeMode(words, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.selectionModel().currentRowChanged.connect(self._on_current)
        return self._table

    def _build_right(self) -> QWidget:
        self._details = SourceDetails(self._session, self._book)
        self._details.opened.connect(self.open_claim)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._details)
        nothing: QLabel = plain_label(say("register.nothing_picked"), "quiet", wraps=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setMargin(24)
        self._right = QStackedWidget()
        self._right.addWidget(nothing)
        self._right.addWidget(scroll)
        self._right.setMinimumWidth(300)
        return self._right

    def _build_foot(self) -> QHBoxLayout:
        self._undo, self._redo = _button("register.undo"), _button("register.redo")
        close = _button("register.close")
        self._undo.clicked.connect(lambda: self._turn("undo"))
        self._redo.clicked.connect(lambda: self._turn("redo"))
        close.clicked.connect(self.accept)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, lambda: self._turn("undo"))
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, lambda: self._turn("redo"))
        row = QHBoxLayout()
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _turn(self, way: str) -> None:
        """Undoes or does again my newest step in the register; what is being typed is saved before."""
        self._details.flush()
        turn = self._session.undo if way == "undo" else self._session.redo
        turn(LIBRARY, while_there(self, self._details.trouble.tell_error))

    def _on_search(self, words: str) -> None:
        self._proxy.search(words)
        self._say_if_empty()

    def _on_read(self) -> None:
        picked = self._picked
        self._model.set_sources(self._book.sources)
        self._say_if_empty()
        self.pick(picked)
        if not self._table.currentIndex().isValid():
            self._picked = ""
            self._right.setCurrentIndex(0)

    def _say_if_empty(self) -> None:
        named = self._model.rowCount() > len(BUILT_IN)
        key = "register.no_hit" if named else "register.empty"
        self._empty.setText(say(key))
        self._empty.setVisible(not named or not self._proxy.rowCount())

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            source: SourceView = current.data(SOURCE)
            self._picked = source.id
            self._details.show_source(source)
            self._right.setCurrentIndex(1)

    def _on_changed(self, changes: Changes) -> None:
        if changes.sources or changes.claims:
            self._book.refresh()
            self._ask_turns()

    def _ask_turns(self) -> None:
        self._session.ask(
            lambda desk: turns(desk, LIBRARY), then=while_there(self, self._on_turns), refused=_ignore
        )

    def _on_turns(self, found: Turns) -> None:
        show_turns(self._undo, self._redo, found)


def _ignore(_: RedPencilError) -> None:
    """The words on two buttons are not worth a message of their own."""


def _button(key: str) -> QPushButton:
    button = QPushButton(say(key))
    button.setAutoDefault(False)
    return button
