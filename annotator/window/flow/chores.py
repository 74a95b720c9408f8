"""The dialogs around the work: details, bin, register of sources, libraries, help."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from annotator.desk import commands
from annotator.desk.queries.articles import article_page, bin_lines
from annotator.desk.queries.people import me
from annotator.model.changes import Changes
from annotator.model.rows import Reviewer
from annotator.model.views import ArticleLine, ArticlePage
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.flow.reading import Reading
from annotator.window.plain import plain_warning
from annotator.window.session import Session
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.desk.commands.articles import ArticleDetails


class Chores(QObject):
    """Opens each dialog when it is asked for, and does what it answers.

    Signals: `open_wanted` (article id, claim id or None), `library_wanted` (path),
    `me_known` (Reviewer).
    """

    open_wanted = Signal(str, object)
    library_wanted = Signal(object)
    me_known = Signal(object)

    def __init__(
        self,
        session: Session,
        reading: Reading,
        window: QMainWindow,
        messages: MessageBar,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._window = session, reading, window
        self._messages = messages
        session.changed.connect(self._changed)

    def refresh_me(self) -> None:
        """Asks who works here."""
        self._session.ask(me, self._know_me)

    def edit_details(self, article: str) -> None:
        """Shows what is known about an article, to be corrected."""
        self._session.ask(lambda desk: article_page(desk, article), self._show_details)

    def remove_article(self, article: str) -> None:
        """Moves an article into the bin; the message that says so offers the way back."""
        self._session.run(
            commands.articles.RemoveArticle(article), lambda changes: self._removed(article, changes)
        )

    def close_if_gone(self, article: str, close: Callable[[], None]) -> None:
        """Calls `close` if an article is in the bin or was never imported."""
        self._session.ask(lambda desk: article_page(desk, article), refused=lambda _: close())

    def show_bin(self) -> None:
        """Lists the removed articles."""
        from annotator.window.dialogs.bin_dialog import BinDialog
        from annotator.window.dialogs.once import open_once, while_there

        dialog = BinDialog(self._window)
        show = while_there(dialog, dialog.set_lines)
        dialog.restore_wanted.connect(lambda article: self._restore(article, show))
        self._session.ask(bin_lines, show)
        open_once(dialog)

    def show_sources(self) -> None:
        """Opens the register of sources beside the window; one that is open comes to the front."""
        from annotator.window.sources.dialog import SourcesDialog

        open_one = self._window.findChild(SourcesDialog)
        if open_one is not None:
            open_one.raise_()
            open_one.activateWindow()
            return
        dialog = SourcesDialog(self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_claim.connect(lambda article, claim: self.open_wanted.emit(article, claim))
        dialog.show()

    def show_about(self) -> None:
        """Says what this program is."""
        from annotator.window.dialogs.about_dialog import AboutDialog
        from annotator.window.dialogs.once import open_once

        open_once(AboutDialog(str(self._session.path), self._window))

    def open_library(self) -> None:
        """Opens another library in place of this one."""
        from annotator.window.dialogs.refusal import choose_library

        if (path := choose_library(self._window)) is not None:
            self.library_wanted.emit(path)

    def new_library(self) -> None:
        """Makes a library and opens it in place of this one; a file that is there is never touched."""
        from annotator.window.dialogs.refusal import choose_new_library

        path = choose_new_library(self._window)
        if path is not None and path.exists():
            self._messages.problem(say("library.exists", path=path))
        elif path is not None:
            self.library_wanted.emit(path)

    def fill_samples_menu(self, action: QAction, add: Callable[[str], None]) -> None:
        """Hangs the samples below a menu entry, read when it is opened."""
        menu = QMenu(self._window)
        menu.aboutToShow.connect(lambda: self._fill_samples(menu, add))
        action.setMenu(menu)

    def may_close_unsaved(self) -> bool:
        """Asks whether to close although a change could not be saved."""
        return self._may_close(say("window.unsaved_title"), say("window.unsaved_close"))

    def may_close_begun(self) -> bool:
        """Asks whether to close although a source or evidence was begun and not added."""
        return self._may_close(say("window.begun_title"), say("window.begun_close"))

    def _may_close(self, title: str, words: str) -> bool:
        box = plain_warning(title, words, parent=self._window)
        close = box.addButton(say("window.close_anyway"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(say("window.keep_open"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is close

    def _fill_samples(self, menu: QMenu, add: Callable[[str], None]) -> None:
        from annotator.desk.samples import samples

        if menu.isEmpty():
            for sample in samples():
                menu.addAction(sample.title).triggered.connect(lambda _=False, file=sample.file: add(file))

    def _show_details(self, page: ArticlePage) -> None:
        from annotator.window.dialogs.details_dialog import DetailsDialog
        from annotator.window.dialogs.once import open_once

        dialog = DetailsDialog(page, self._window)
        dialog.details_given.connect(lambda details: self._keep_details(page.id, details))
        dialog.remark_removed.connect(lambda remark: self._remove_remark(page.id, remark))
        open_once(dialog)

    def _keep_details(self, article: str, details: "ArticleDetails") -> None:
        self._session.run(commands.articles.EditDetails(article, details), lambda _: self._reopen(article))

    def _remove_remark(self, article: str, remark: str) -> None:
        self._session.run(commands.remarks.RemoveRemark(remark), lambda _: self._reopen(article))

    def _reopen(self, article: str) -> None:
        if article == self._reading.article:
            self._reading.open(article)

    def _removed(self, article: str, changes: Changes) -> None:
        if changes.step:
            words = say_all("article.removed", changes.values)
            self._messages.notice(words, say("window.undo_action"), lambda: self._bring_back(article))

    def _bring_back(self, article: str) -> None:
        self._session.run(commands.articles.RestoreArticle(article), self._show_restored)

    def _show_restored(self, changes: Changes) -> None:
        self.open_wanted.emit(changes.made[0], None)

    def _restore(self, article: str, show_rest: Callable[[tuple[ArticleLine, ...]], None]) -> None:
        self._bring_back(article)
        self._session.ask(bin_lines, show_rest)

    def _changed(self, changes: Changes) -> None:
        if changes.sources:
            self.refresh_me()

    def _know_me(self, found: Reviewer | None) -> None:
        if found is not None:
            self.me_known.emit(found)
