"""The main window: it puts the parts together and does nothing itself."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QSplitter, QStackedWidget, QTabWidget

from annotator.desk.queries.history import Turns
from annotator.desk.settings import Settings
from annotator.model.changes import Changes
from annotator.model.views import ArticleLine, ArticlePage
from annotator.window.article.view import ArticleView
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.flow.chores import Chores
from annotator.window.flow.exporting import Exporting
from annotator.window.flow.importing import Importing
from annotator.window.flow.listing import Listing
from annotator.window.flow.marking import Marking
from annotator.window.flow.reading import Reading
from annotator.window.flow.side_tabs import SideTabs
from annotator.window.flow.telling import Telling
from annotator.window.flow.undoing import Undoing
from annotator.window.frame.actions import Actions
from annotator.window.frame.field_undo import FieldUndo
from annotator.window.frame.handlers import handlers
from annotator.window.frame.layout import Panels
from annotator.window.frame.look import Look
from annotator.window.frame.panes import Panes
from annotator.window.frame.status import Status
from annotator.window.frame.top_bar import TopBar, with_menus
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say

if TYPE_CHECKING:
    from annotator.window.welcome import Welcome

#: Actions that need an open article.
_WITH_ARTICLE = ("details", "remove_article", "allegation", "denial", "fact", "copy_formatted")

#: Actions that need a picked claim.
_WITH_CLAIM = (
    "said_by",
    "evidence",
    "plain_words",
    "note",
    "delete",
    "start_earlier",
    "start_later",
    "end_earlier",
    "end_later",
)


class MainWindow(QMainWindow):
    """One window on one library; `library_wanted` asks for another (path)."""

    library_wanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, look: Look) -> None:
        super().__init__()
        self.session, self._settings, self.look = session, settings, look
        self._build_parts()
        self._build_frame()
        self._build_flows()
        self._build_actions()
        self._connect()
        self._restore()
        self._apply_theme(look.theme)

    def start(self, page: ArticlePage | None, lines: tuple[ArticleLine, ...]) -> None:
        """Shows what was read at the start: the article opened last, and the list."""
        self.listing.fill(lines)
        if page is not None:
            self.reading.show(page)
        else:
            self._show_article(None)
        self.chores.refresh_me()
        self.undoing.refresh()

    @cached_property
    def welcome(self) -> "Welcome":
        """What stands in the centre while no article is open; made when it is needed first."""
        from annotator.desk.samples import samples
        from annotator.window.welcome import Welcome

        welcome = Welcome(samples)
        welcome.set_theme(self.look.theme)
        welcome.open_wanted.connect(self.importing.choose_files)
        welcome.paste_wanted.connect(self.importing.paste)
        welcome.sample_wanted.connect(self.importing.add_sample)
        self.centre.addWidget(welcome)
        self.panes.insert(1, welcome)
        return welcome

    def _build_parts(self) -> None:
        self.articles = ArticlesPanel()
        self.view = ArticleView()
        self.claims = ClaimsPanel(self.look.theme)
        self.editor = ClaimEditor(self.session, self.look.theme)
        self.status = Status()
        self.setStatusBar(self.status)

    def _build_frame(self) -> None:
        self.centre = QStackedWidget()
        self.centre.addWidget(self.view)
        self.messages = MessageBar(self.centre)
        work = QSplitter(Qt.Orientation.Vertical)
        work.addWidget(self.claims)
        work.addWidget(self.editor)
        work.setSizes([420, 420])
        work.setChildrenCollapsible(False)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(say("window.tabs"))
        self.tabs.setAccessibleName(say("window.side"))
        self.tabs.addTab(work, say("window.tab_claims"))
        self.panels = Panels(self.articles, self.centre, self.tabs)
        self.setCentralWidget(self.panels)
        self.setAcceptDrops(True)
        self.resize(1400, 880)
        self.setMinimumSize(720, 480)

    def _build_flows(self) -> None:
        session = self.session
        self.reading = Reading(session, self.view, self.claims, self.editor)
        self.marking = Marking(session, self.reading, self.view, self.editor)
        self.undoing = Undoing(session, self.reading)
        self.listing = Listing(session, self.articles)
        self.telling = Telling(session, self.messages, self.status)
        self.importing = Importing(session, self, self.messages, ProgressCard(self.centre))
        self.exporting = Exporting(
            session, self.reading, self, self.messages, ProgressCard(self.centre), self.claims.chosen
        )
        self.side = SideTabs(session, self.reading, self.tabs)
        self.chores = Chores(session, self.reading, self, self.messages, self._settings, self.look)
        for flow in (
            self.reading,
            self.marking,
            self.undoing,
            self.listing,
            self.telling,
            self.importing,
            self.exporting,
            self.side,
            self.chores,
        ):
            flow.setParent(self)  # they hear of nothing once the window is gone

    def _build_actions(self) -> None:
        self.menu_bar = QMenuBar()
        self.actions_ = Actions(self, self.menu_bar, (self.view, self.claims.list))
        self.top_bar = TopBar(self.actions_["undo"], self.actions_["redo"], self.actions_["export"])
        self.setMenuWidget(with_menus(self.menu_bar, self.top_bar))
        self.panes = Panes(
            self.articles.list,
            self.view,
            self.claims.list,
            self.editor,
            self.side.people_page,
            self.side.history_page,
        )
        self.panes.setParent(self)
        FieldUndo(self)
        self.actions_.connect(handlers(self))
        self.chores.fill_samples_menu(self.actions_["samples"], self.importing.add_sample)
        self.actions_.enable((*_WITH_ARTICLE, *_WITH_CLAIM, "undo", "redo"), False)

    def _connect(self) -> None:
        self.reading.opened.connect(self._show_article)
        self.reading.counted.connect(self._show_counts)
        self.reading.claim_shown.connect(lambda claim: self.actions_.enable(_WITH_CLAIM, claim is not None))
        self.undoing.known.connect(self._show_turns)
        self.undoing.turned.connect(lambda changes: self.reading.take_to(changes.claims))
        self.articles.article_picked.connect(self.reading.open)
        self.articles.details_wanted.connect(self.chores.edit_details)
        self.articles.remove_wanted.connect(self.chores.remove_article)
        self.listing.filled.connect(self._list_filled)
        self.importing.opened.connect(self.reading.open)
        self.marking.hint.connect(self.telling.hint)
        self.marking.editor_wanted.connect(self._show_editor)
        self.chores.open_wanted.connect(self.reading.open)
        self.chores.library_wanted.connect(self.library_wanted)
        self.chores.me_known.connect(self.status.show_me)
        self.chores.zoom_chosen.connect(self.view.set_zoom)
        self.editor.back_to_article.connect(self.view.setFocus)
        self.editor.show_span.connect(self.view.scroll_to)
        self.panes.library_focused.connect(self.undoing.focus_library)
        self.status.me_wanted.connect(self.chores.show_preferences)
        self.status.zoom_wanted.connect(lambda: self.view.set_zoom(100))
        self.view.zoom_changed.connect(self._zoomed)
        self.session.changed.connect(self._article_gone)
        self.look.changed.connect(self._apply_theme)

    def _restore(self) -> None:
        geometry = QByteArray.fromBase64(self._settings.get("geometry").encode())
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.panels.set_widths(self._settings.get("panels"))
        for name in ("left_panel", "right_panel"):
            if not self._settings.get(name):
                self.panels.want(name, False)
        self.view.set_zoom(self._settings.get("zoom"))
        self.status.show_zoom(self._settings.get("zoom"))
        self.setWindowTitle(say("window.name"))

    def _show_article(self, page: ArticlePage | None) -> None:
        self.centre.setCurrentWidget(self.view if page else self.welcome)
        self.panels.show_work(page is not None)
        self.setWindowTitle(say("window.title", title=page.title) if page else say("window.name"))
        self.actions_.enable(_WITH_ARTICLE, page is not None)
        self.articles.pick(page.id if page else None)
        self._offer_export()
        if page:
            self._settings.put(article=page.id, library=str(self.session.path))
            if not self.articles.search.hasFocus():
                self.view.setFocus()
        else:
            self.welcome.setFocus()

    def _show_counts(self) -> None:
        page = self.reading.page
        count = self.reading.count
        self.status.show_claims(count if page else None, self.reading.without_source)
        self.tabs.setTabText(0, say("window.tab_claims_n", count=count) if page else say("window.tab_claims"))

    def _show_turns(self, turns: Turns) -> None:
        for name, step in (("undo", turns.undo), ("redo", turns.redo)):
            self.actions_[name].setEnabled(bool(step))
            begun = step[:1].lower() + step[1:]
            words = say(f"window.{name}_what", step=begun) if step else say(f"action.{name}")
            self.actions_[name].setText(words)
        self.top_bar.tell(self.actions_["undo"].text(), self.actions_["redo"].text())

    def _article_gone(self, changes: Changes) -> None:
        """An article that went into the bin, or whose import was undone, is shown no longer."""
        if changes.articles_list and self.reading.article and not changes.claims:
            self.chores.close_if_gone(self.reading.article, self.reading.close)

    def _list_filled(self, lines: tuple[ArticleLine, ...]) -> None:
        self.articles.pick(self.reading.article or None)
        if not self.articles.search_words:
            self.exporting.know_articles(lines)
        self._offer_export()

    def _offer_export(self) -> None:
        self.actions_["export"].setEnabled(self.exporting.has_something)

    def after_typing(self, act: Callable[[], None]) -> None:
        """Does what is to come after the words that are being typed."""
        self.editor.flush()
        act()

    def search(self) -> None:
        """Goes to the field that searches the library."""
        self._show_panel("left_panel")
        self.articles.search.setFocus()
        self.articles.search.selectAll()

    def _show_editor(self) -> None:
        self._show_panel("right_panel")
        self.tabs.setCurrentIndex(0)

    def _show_panel(self, name: str) -> None:
        if not self.panels.shows(name):
            self.toggle(name)

    def toggle(self, name: str) -> None:
        """Shows a panel or hides it, and keeps that for the next time."""
        on = not self.panels.shows(name)
        self.panels.want(name, on)
        self._settings.put(**{name: on})

    def _zoomed(self, percent: int) -> None:
        self.status.show_zoom(percent)
        self._settings.put(zoom=percent)

    def _apply_theme(self, theme: Theme) -> None:
        for part in (self.view, self.articles, self.claims, self.editor, self.top_bar, self.side):
            part.set_theme(theme)
        if "welcome" in self.__dict__:
            self.welcome.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panels.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.importing.take_files(files)
        else:
            self.importing.take_paste(data.text(), data.html())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.editor.flush()
        self.session.settle()  # what was typed last may be what the disk does not take
        if self.session.has_unsaved and not self.chores.may_close_unsaved():
            event.ignore()
            return
        if self.editor.has_begun and not self.chores.may_close_begun():
            event.ignore()
            return
        self.importing.stop()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.put(geometry=geometry, panels=self.panels.widths())
        self.session.close()
        event.accept()
