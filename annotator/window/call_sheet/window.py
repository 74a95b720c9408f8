"""The call sheet's own window, to stand beside the telephone and the main window."""

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.desk.queries.call_sheet import call_sheet
from annotator.model.call_sheet import CallEntry, CallSheet
from annotator.model.changes import LIBRARY, Changes
from annotator.model.errors import RedPencilError
from annotator.window.call_sheet.entries import ENTRY, EntriesList
from annotator.window.call_sheet.foot import Foot
from annotator.window.call_sheet.sheet_view import SheetView
from annotator.window.claims.segments import Choice, Segments
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.window.theme import Theme
from annotator.words import say, say_all

#: How long a passing message stands, in milliseconds.
_SHORTLY = 6_000


class Scope(StrEnum):
    """What the sheet is about: the open article, or every article with something open."""

    ARTICLE = "article"
    LIBRARY = "library"


class CallSheetWindow(QDialog):
    """Whom to call, and the sheet of the one picked. Signal: `claim_wanted` (article id, claim id).

    It follows every change and keeps its place; what is typed is saved at pauses, on leaving a field and when
    the window closes.
    """

    claim_wanted = Signal(str, str)

    def __init__(
        self, session: Session, theme: Theme, article: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._theme = session, theme
        self._article, self._scope = article, Scope.ARTICLE if article else Scope.LIBRARY
        self._sheet = CallSheet()
        self._asked, self._stale, self._afresh = False, True, True
        self._build()
        session.changed.connect(self._on_changed)

    @property
    def sources(self) -> EntriesList:
        """The list of whom to call."""
        return self._list

    @property
    def sheet(self) -> SheetView:
        """The sheet of the picked source."""
        return self._view

    @property
    def foot(self) -> Foot:
        """Undo, copy and print."""
        return self._foot

    @property
    def trouble(self) -> Trouble:
        """Where it says what was copied, and what was not kept."""
        return self._trouble

    @property
    def scope(self) -> Segments:
        """The choice between this article and all."""
        return self._scopes

    def show_for(self, article: str) -> None:
        """Shows the sheets of an article, or of the library where none is given, and comes to the front."""
        if article != self._article:
            self.flush()
            self._article = article
            self._set_scope(Scope.ARTICLE if article else Scope.LIBRARY)
        self.show()
        self.activateWindow()
        self._refresh()

    def flush(self) -> None:
        """Saves at once what is typed."""
        self._view.flush()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._list.set_theme(theme)
        self._view.set_theme(theme)
        for scope in Scope:
            self._scopes.set_colours(scope, QColor(theme.hover), QColor(theme.secondary))

    def done(self, result: int) -> None:
        """Closes the window; what was typed is saved before."""
        self.flush()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _build(self) -> None:
        self.setWindowTitle(say("call_sheet.title"))
        self.resize(980, 700)
        self._view = SheetView(self._session, self._theme, self._tell_lost)
        self._view.claim_wanted.connect(self.claim_wanted)
        self._pages = QStackedWidget()
        self._nothing = plain_label(kind="quiet", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(40)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._view)
        self._pages.setMinimumWidth(400)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._build_left())
        split.addWidget(self._pages)
        split.setSizes([270, 710])
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self._trouble = Trouble()
        self._foot = Foot(self._session, self._scope_article, lambda: self._view.entry, self._tell_shortly)
        self._foot.undoing.connect(self.flush)
        self._foot.closed.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(split, 1)
        column.addWidget(self._trouble)
        column.addWidget(self._foot)
        QShortcut(QKeySequence("Ctrl+W"), self, self.accept)
        self._set_scope(self._scope)
        self.set_theme(self._theme)
        self._list.setFocus()

    def _build_left(self) -> QWidget:
        left = QWidget()
        choices = [Choice(each, say(f"call_sheet.scope.{each.value}"), say(f"call_sheet.scope.{each.value}"))
                   for each in Scope]  # fmt: skip
        self._scopes = Segments(say("call_sheet.scope"), choices)
        self._scopes.asked.connect(self._choose_scope)
        around = QVBoxLayout()
        around.setContentsMargins(12, 12, 12, 10)
        around.addWidget(self._scopes)
        self._list = EntriesList(self._theme)
        self._list.picked.connect(self._show_entry)
        self._list.opened.connect(lambda: self._view.focus_card(0))
        self._list.setMinimumWidth(190)
        left.setMaximumWidth(340)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around)
        column.addWidget(self._list, 1)
        return left

    def _choose_scope(self, scope: Scope) -> None:
        if scope is not self._scope:
            self.flush()
            self._set_scope(scope)
            self._refresh()

    def _set_scope(self, scope: Scope) -> None:
        self._scope = scope
        self._scopes.set_value(scope)
        self._scopes.setVisible(bool(self._article))
        self._stale = self._afresh = True

    def _scope_article(self) -> str | None:
        return self._article if self._scope is Scope.ARTICLE else None

    def _on_changed(self, changes: Changes) -> None:
        article = self._scope_article()
        touched = article is None or article in changes.articles or LIBRARY in changes.articles
        if touched and (changes.claims or changes.sources or changes.articles_list):
            self._stale = True
            self._refresh()
        self._foot.refresh()

    def _refresh(self) -> None:
        """Reads the sheets again if they may have changed and are in sight; later changes are read next."""
        if self._stale and not self._asked and self.isVisible():
            self._stale, self._asked = False, True
            article = self._scope_article()
            self._session.ask(
                lambda desk: call_sheet(desk, article),
                while_there(self, self._show_sheet),
                while_there(self, self._show_refusal),
            )

    def _show_sheet(self, sheet: CallSheet) -> None:
        self._asked = False
        self._sheet = sheet
        picked = None if self._afresh else self._picked()
        self._list.entries.set_entries(sheet.entries, afresh=self._afresh)
        self._afresh = False
        index = self._list.entries.index_of(picked)
        if not index.isValid() and sheet.entries:
            index = self._list.entries.index(0)
        if index != self._list.currentIndex():
            self._list.setCurrentIndex(index)
        self._show_entry(index.data(ENTRY) if index.isValid() else None)
        self._refresh()

    def _show_refusal(self, error: RedPencilError) -> None:
        self._show_sheet(CallSheet())
        self._nothing.setText(say_all(error.key, error.values))

    def _picked(self) -> str | None:
        entry = self._view.entry
        return entry.id if entry else None

    def _show_entry(self, entry: CallEntry | None) -> None:
        if entry is None:
            empty = "call_sheet.empty" if self._scope is Scope.ARTICLE else "call_sheet.empty_library"
            self._nothing.setText(say(empty))
        self._pages.setCurrentIndex(0 if entry is None else 1)
        self._view.show_entry(entry, several=self._scope is Scope.LIBRARY, me=self._sheet.me)
        self._foot.know(self._sheet, self._view.article or self._article or LIBRARY)

    def _tell_shortly(self, words: str) -> None:
        """Says something that need not stay."""
        self._trouble.tell(words)
        QTimer.singleShot(_SHORTLY, self, lambda: self._take_back(words))

    def _take_back(self, words: str) -> None:
        if self._trouble.words == words:
            self._trouble.clear()

    def _tell_lost(self, words: str, error: RedPencilError) -> None:
        why = say_all(error.key, error.values)
        self._trouble.tell(say("call_sheet.lost", why=why, words=words))
