"""The main window: what it does when something happens in one of its parts."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.desk.queries.history import Turns
from annotator.desk.settings import Settings
from annotator.model.changes import LIBRARY, Changes
from annotator.model.views import ArticleLine, ArticlePage
from annotator.window.frame.assembly import Assembly
from annotator.window.frame.handlers import handlers
from annotator.window.frame.look import Look
from annotator.window.frame.needs import WITH_ARTICLE, WITH_CLAIM
from annotator.window.frame.wiring import join
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say, within


class MainWindow(Assembly):
    """One window on one library.

    Signals: `library_wanted` asks for another (path), `restore_wanted` for an earlier version of this one
    (Backup), `salvage_wanted` for what can be read of it; `closing` as it goes.
    """

    library_wanted = Signal(object)
    restore_wanted = Signal(object)
    salvage_wanted = Signal()
    closing = Signal()

    def __init__(self, session: Session, settings: Settings, look: Look) -> None:
        super().__init__(session, settings, look)
        self._left = False  # whether nothing keeps it from closing any more
        self._fill_actions()
        join(self)
        self._restore()
        self.apply_theme(look.theme)

    def start(self, page: ArticlePage | None, lines: tuple[ArticleLine, ...]) -> None:
        """Shows what was read at the start: the article opened last, and the list."""
        self.listing.fill(lines)
        if page is not None:
            self.reading.show(page)
        else:
            self.show_article(None)
        self.chores.refresh_me()
        self.undoing.refresh()
        QTimer.singleShot(0, self, self.people.begin)  # once there is something to read

    def _fill_actions(self) -> None:
        self.actions_.connect(handlers(self))
        self.chores.fill_samples_menu(self.actions_["samples"], self.importing.add_sample)
        self.actions_.enable((*WITH_ARTICLE, *WITH_CLAIM, "undo", "redo"), False)

    def _restore(self) -> None:
        geometry = QByteArray.fromBase64(self.settings.get("geometry").encode())
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.panels.swap(self.settings.get("panels_swapped"))
        self.panels.set_widths(self.settings.get("panels"))
        if sum(sizes := self.settings.get("work_sizes")[:2]):
            self.work.setSizes(sizes)
        self.side.show(self.settings.get("side_tab"))
        for name in ("left_panel", "right_panel"):
            if not self.settings.get(name):
                self.panels.want(name, False)
        self.view.set_face(self.settings.get("face"))
        self.view.set_columns(self.settings.get("columns"))
        self.view.set_zoom(self.settings.get("zoom"))
        self.status.show_zoom(self.settings.get("zoom"))
        self.setWindowTitle(say("window.name"))

    def show_article(self, page: ArticlePage | None) -> None:
        """Shows an article, or the welcome in place of none."""
        self.centre.setCurrentWidget(self.page if page else self.welcome)
        self.panels.show_work(page is not None)
        self.setWindowTitle(say("window.title", title=page.title) if page else say("window.name"))
        self.actions_.enable(WITH_ARTICLE, page is not None)
        self.articles.pick(page.id if page else None)
        self._offer_export()
        if page:
            self.settings.put(article=page.id, library=str(self.session.path))
            if not self.articles.search.hasFocus():
                self.view.setFocus()
        else:
            self.welcome.setFocus()

    def show_counts(self) -> None:
        """Counts the claims in the status bar and on the tab."""
        page = self.reading.page
        count = self.reading.count
        self.status.show_claims(count if page else None)
        self.tabs.setTabText(0, say("window.tab_claims_n", count=count) if page else say("window.tab_claims"))

    def show_turns(self, turns: Turns) -> None:
        """Says what undo and redo would do."""
        for name, step in (("undo", turns.undo), ("redo", turns.redo)):
            self.actions_[name].setEnabled(bool(step))
            words = say(f"window.{name}_what", step=within(step)) if step else say(f"action.{name}")
            self.actions_[name].setText(words)
        self.top_bar.tell(self.actions_["undo"].text(), self.actions_["redo"].text())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Shows the keys of actions, by name, beside what they do."""
        self.view.set_keys(keys)
        self.editor.set_keys(keys)
        if "welcome" in self.__dict__:
            self.welcome.set_keys(keys)

    def article_gone(self, changes: Changes) -> None:
        """An article that went into the bin, or whose import was undone, is shown no longer."""
        listed = changes.articles_list and (not changes.claims or LIBRARY in changes.articles)
        if listed and self.reading.article:
            self.chores.close_if_gone(self.reading.article, self.reading.close)

    def list_filled(self, lines: tuple[ArticleLine, ...]) -> None:
        """The list of articles was read."""
        self.articles.pick(self.reading.article or None)
        self.exporting.know_articles(lines)
        self._offer_export()

    def _offer_export(self) -> None:
        self.actions_.enable(("export", "send"), self.exporting.has_something)

    def after_typing(self, act: Callable[[], None]) -> None:
        """Does what is to come after the words that are being typed."""
        self.editor.flush()
        act()

    def search(self) -> None:
        """Goes to the field that searches the library."""
        self._show_panel("left_panel")
        self.articles.search.setFocus()
        self.articles.search.selectAll()

    def show_editor(self) -> None:
        """Brings the editor of the picked claim into sight."""
        self._show_panel("right_panel")
        self.tabs.setCurrentIndex(0)

    def swap_panels(self) -> None:
        """Moves each panel to the other side of the page, and keeps that."""
        on = not self.settings.get("panels_swapped")
        self.settings.put(panels_swapped=on)
        self.panels.swap(on)

    def show_tab(self, page: QWidget) -> None:
        """Brings one of the tabs beside the page into sight and gives it the keyboard."""
        self._show_panel("right_panel")
        self.tabs.setCurrentWidget(page)
        self.panes.enter(self.claims.list if page is self.side.claims_page else page, self.tabs.tabBar())
        if page is self.side.people_page:  # in which nothing can be used before it is known
            self.colleagues.once_known(self._enter_review)

    def _enter_review(self) -> None:
        if self.tabs.currentWidget() is self.side.people_page and self.tabs.tabBar().hasFocus():
            self.panes.enter(self.side.people_page, self.tabs.tabBar())

    def focus_turned(self, on: bool) -> None:
        """Says how to come back from a page without panels."""
        keys = self.actions_["focus_mode"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = say("window.focus_mode", keys=keys)
        if on:
            self.messages.notice(words)
        else:
            self.messages.take_back(words)
        self.view.setFocus()

    def _show_panel(self, name: str) -> None:
        if not self.panels.shows(name):
            self.toggle(name)

    def toggle(self, name: str) -> None:
        """Shows a panel or hides it, and keeps that for the next time."""
        on = not self.panels.shows(name)
        self.panels.want(name, on)
        self.settings.put(**{name: on})

    def taken_in(self, article: str, seen: bool) -> None:
        """Shows an article that came in, and what colleagues did with it where that may be `seen`."""
        self.reading.open(article)
        if seen:
            self.show_tab(self.side.people_page)

    def zoomed(self, percent: int) -> None:
        """Keeps the size of the type."""
        self.status.show_zoom(percent)
        self.settings.put(zoom=percent)

    def apply_theme(self, theme: Theme) -> None:
        """Gives every part the colours of a theme."""
        for part in self._parts_with_colours:
            part.set_theme(theme)
        if "welcome" in self.__dict__:
            self.welcome.set_theme(theme)

    @property
    def _parts_with_colours(self) -> tuple[Any, ...]:
        shown = (self.view, self.articles, self.claims, self.editor, self.top_bar, self.status)
        return (*shown, self.side, self.finding, self.occurring, self.calling, self.agreeing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panels.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.importing.take_drop(event.mimeData())

    def may_leave(self) -> bool:
        """Keeps what was typed; asks about what was not saved and what was begun. Answers once for all."""
        if self._left:
            return True
        self.editor.flush()
        self.calling.flush()
        self.session.settle()  # what was typed last may be what the disk does not take
        may_lose = not self.session.has_unsaved or self.chores.may_close_unsaved()
        self._left = may_lose and (not self.editor.has_begun or self.chores.may_close_begun())
        return self._left

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.importing.stop()
        if "merging" in self.__dict__:
            self.merging.stop()
        self.places.keep()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.put(
            geometry=geometry,
            panels=self.panels.widths(),
            work_sizes=self.work.sizes(),
            side_tab=self.side.in_sight,
        )
        self.closing.emit()
        self.session.close()
        event.accept()
