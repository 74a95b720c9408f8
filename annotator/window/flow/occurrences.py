"""Every occurrence of some words tagged at once: the dialog, and the page behind it as a preview."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk import commands
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ArticlePage
from annotator.window.article.view import ArticleView
from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import Theme

if TYPE_CHECKING:
    from annotator.window.occurrences.dialog import OccurrencesDialog

_FROM_EDGE = 12  # pixels


class Occurrences(QObject):
    """Asks which occurrences to tag, and has them tagged in one step.

    Signals: `hint` with a message key where no words are selected; `closed` when the page shows no
    occurrences any more.
    """

    hint = Signal(str)
    closed = Signal()

    def __init__(
        self, session: Session, reading: Reading, view: ArticleView, window: QWidget, theme: Theme
    ) -> None:
        """`window` is what the dialog belongs to; it opens over the window's end, beside the page."""
        super().__init__()
        self._session, self._reading, self._view = session, reading, view
        self._window, self._theme = window, theme
        self.dialog: OccurrencesDialog | None = None

    def ask(self) -> None:
        """Opens the dialog for the selected words, else for the words of the picked claim."""
        page, chosen = self._reading.page, self._chosen()
        if page is None or self.dialog is not None:
            return
        if chosen is None:
            self.hint.emit("occurrences.select_first")
            return
        span, tag = chosen
        self._view.hide_bar()
        self.dialog = self._make(page)
        self.dialog.look_for(span, tag)
        self.dialog.open()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def _chosen(self) -> tuple[Span, Tag] | None:
        """The words to look for and the tag to propose."""
        selected = self._view.selected_span()
        if len(selected):
            return selected, Tag.ALLEGATION
        line = self._reading.line(self._reading.picked or "")
        return None if line is None else (line.span, line.tag)

    def _make(self, page: ArticlePage) -> "OccurrencesDialog":
        from annotator.window.occurrences.dialog import OccurrencesDialog

        dialog = OccurrencesDialog(page.text, self._reading.lines, self._theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.preview_changed.connect(self._preview)
        dialog.tag_wanted.connect(lambda spans, tag: self._tag(page.id, spans, tag))
        dialog.finished.connect(lambda _: self._closed())
        most = self._window.height() - 2 * _FROM_EDGE
        dialog.resize(dialog.width(), min(dialog.height(), max(most, dialog.minimumSizeHint().height())))
        dialog.move(_beside_the_page(self._window, dialog.size()))
        return dialog

    def _preview(self) -> None:
        """Shows on the page what would be tagged, and the row that the person looks at."""
        if self.dialog is None:
            return
        ticked, place = self.dialog.ticked, self.dialog.list.place
        if place is None:
            self._view.set_hits(ticked, None)
        else:
            self._view.set_hits(ticked if place in ticked else (*ticked, place), place)
            self._view.scroll_to(place)

    def _tag(self, article: str, spans: tuple[Span, ...], tag: Tag) -> None:
        self._session.run(
            commands.claims.TagMany(article, spans, tag), lambda _: self._view.clear_selection()
        )

    def _closed(self) -> None:
        self.dialog = None
        self._view.clear_hits()
        self._view.setFocus()
        self.closed.emit()


def _beside_the_page(window: QWidget, size: QSize) -> QPoint:
    """The upper corner of a dialog over the end of a window, on the screen."""
    left = _FROM_EDGE if window.isRightToLeft() else window.width() - size.width() - _FROM_EDGE
    return window.mapToGlobal(QPoint(left, max(_FROM_EDGE, (window.height() - size.height()) // 2)))
