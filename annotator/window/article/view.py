"""The article as it is read and marked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.model.spans import Span
from annotator.model.views import ArticlePage, ClaimLine
from annotator.window.article.bar import SelectionBar
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Line
from annotator.window.article.handles import Handle, handles
from annotator.window.article.heading import meta_line
from annotator.window.article.letters import Letter, letters
from annotator.window.article.painter import PagePainter
from annotator.window.article.pointer import Pointer
from annotator.window.article.sheet import Sheet
from annotator.window.article.typesetting import is_blank_line
from annotator.window.theme import Theme, current_theme
from annotator.words import say


class ArticleView(Sheet):
    """Shows an article with its claims and lets them be marked, picked and moved.

    It changes no claim itself: it says what the reviewer did, and is told what came of it. An edge that was
    dragged stays where it was put until `update_claims` brings the claim again.
    """

    claim_picked = Signal(object)  # the claim's id, or None
    span_selected = Signal(object)  # a Span that is not empty
    edges_moved = Signal(str, object)  # the claim's id and its new Span
    tag_chosen = Signal(object)  # a Tag
    said_by_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: Sequence[Span] = ()
        self._meta = ""
        self._claims = PageClaims()
        self._picked: str | None = None
        self._theme = current_theme()
        self._pointer = Pointer(self)
        self._bar = self._build_bar()
        self._build_behaviour()

    @property
    def picked(self) -> str | None:
        """The id of the picked claim."""
        return self._picked

    @property
    def picked_claim(self) -> ClaimLine | None:
        """The picked claim, where the page has it."""
        return self._claims.get(self._picked)

    @property
    def sentences(self) -> Sequence[Span]:
        """The article's sentences in order."""
        return self._sentences

    def show_page(self, page: ArticlePage) -> None:
        """Show an article from its beginning, with its claims, none of them picked."""
        self._show(page.text, page.sentences, meta_line(page), page.claims)

    def clear_page(self) -> None:
        """Show no article."""
        self._show("", (), "", ())

    def set_claims(self, lines: Iterable[ClaimLine]) -> None:
        """Show these claims and no others."""
        self._claims = PageClaims(lines)
        self.viewport().update()

    def update_claims(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Show some claims anew and others no longer; a removed one is not picked any more."""
        gone = list(removed)
        self._claims.update(changed, gone)
        if self._picked in gone:
            self._picked = None
        self.viewport().update()

    def pick(self, claim_id: str | None, *, scroll: bool = False) -> None:
        """Mark a claim as the picked one, without a signal."""
        self._picked = claim_id
        claim = self.picked_claim
        if scroll and claim is not None:
            self.scroll_to(claim.span)
        self.viewport().update()

    def clear_selection(self) -> None:
        """Leave the cursor where the selection ends, with nothing selected and no bar."""
        offset = self.cursor_offset()
        self.put_caret(offset, offset)
        self.hide_bar()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._bar.set_theme(theme)
        self.set_colours(theme)

    def hide_bar(self) -> bool:
        """Take the selection bar away; whether it was there."""
        was_there = not self._bar.isHidden()
        self._bar.hide()
        return was_there

    # What the pointer asks and does; points are pixels of the viewport.

    def claims_under(self, point: QPointF) -> list[str]:
        """The ids of the claims at a point, innermost first."""
        offset = self._geometry.character_at(self._on_document(point))
        return [] if offset is None else self._claims.at(offset)

    def letter_at(self, point: QPointF) -> Letter | None:
        """The margin's letter at a point."""
        place = self._on_document(point)
        lines = self._lines_in(place.y(), place.y())
        found = letters(lines, self._claims, self._picked, self._measures)
        return next((letter for letter in found if letter.rect.contains(place)), None)

    def handle_at(self, point: QPointF) -> Handle | None:
        """The picked claim's handle at a point."""
        place = self._on_document(point)
        return next((handle for handle in self._handles() if handle.holds(place)), None)

    def pick_by_user(self, claim_id: str | None) -> None:
        """Pick a claim and say so."""
        if claim_id != self._picked:
            self.pick(claim_id)
            self.claim_picked.emit(claim_id)

    def finish_selection(self, span: Span) -> None:
        """Select words for good: say so and offer the tags."""
        self.select(span)
        if len(span):
            self._offer_bar(span)
            self.span_selected.emit(span)

    def show_edges(self, span: Span) -> None:
        """Show the picked claim with other edges."""
        claim = self.picked_claim
        if claim is not None:
            self.update_claims([replace(claim, span=span)])

    def finish_edges(self, before: Span) -> None:
        """Say where the picked claim's edges are now, if they are elsewhere than before."""
        claim = self.picked_claim
        if claim is not None and claim.span != before:
            self.edges_moved.emit(claim.id, claim.span)

    # What Qt calls.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a selection or a move of an edge."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event.position(), event.modifiers(), event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        self._pointer.move(event.position(), event.modifiers())
        self.viewport().setCursor(self._pointer.shape(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event.position(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event.position(), event.timestamp())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up what is going on, one thing at a time; a selection by keys is said at once."""
        before = self.selected_span()
        if event.key() == Qt.Key.Key_Escape and self._give_up():
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._pass_blank_lines(event)
        span = self.selected_span()
        if span != before:
            self.hide_bar()
            if len(span):
                self._offer_bar(span)
                self.span_selected.emit(span)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the bar does not come along."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self.hide_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight: behind the words, the words, over the words."""
        top = event.rect().top() + self._scrolled
        lines = self._lines_in(top, top + event.rect().height())
        with QPainter(self.viewport()) as painter:
            page = self._page_painter(painter)
            stretches = page.stretches(lines)
            page.draw_selection(lines, self.selected_span())
            page.draw_tints(stretches)
            page.draw_underlines(stretches)
            page.draw_names(lines)
            page.draw_outline(stretches, self._picked)
            page.draw_letters(letters(lines, self._claims, self._picked, self._measures), self._picked)
            page.draw_meta(lines, self._meta)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            page = self._page_painter(painter)
            page.draw_strikes(stretches)
            page.draw_handles(self._handles())

    def _page_painter(self, painter: QPainter) -> PagePainter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._scrolled)
        font = QFont(self.font())
        font.setPixelSize(round(self._measures.beside(12)))
        painter.setFont(font)
        return PagePainter(painter, self._geometry, self._claims, self._theme, self._measures)

    def _build_bar(self) -> SelectionBar:
        bar = SelectionBar(self, self._theme)
        bar.tag_chosen.connect(self._choose_tag)
        bar.said_by_chosen.connect(self._choose_said_by)
        return bar

    def _build_behaviour(self) -> None:
        self.setAccessibleName(say("page.article"))
        self.set_colours(self._theme)
        self.selectionChanged.connect(self.viewport().update)

    def _show(self, text: str, sentences: Sequence[Span], meta: str, claims: Iterable[ClaimLine]) -> None:
        self._pointer.cancel()
        self.hide_bar()
        self._picked = None
        self._sentences = sentences
        self._meta = meta
        self._claims = PageClaims(claims)
        self.set_text(text)

    def _lines_in(self, top: float, bottom: float) -> list[Line]:
        """The lines in a band and those just beside it, whose marks may reach into it."""
        return self._geometry.lines(top - self._measures.leading, bottom + self._measures.leading)

    def _handles(self) -> list[Handle]:
        claim = self.picked_claim
        if claim is None or claim.withdrawn or not claim.mine:
            return []
        return handles(self._geometry, claim.span, self._measures)

    def _pass_blank_lines(self, event: QKeyEvent) -> None:
        """Takes the caret on to a line with words: a blank one hardly shows and is no place to mark from."""
        before, now = -1, self.cursor_offset()
        while now != before and is_blank_line(self.text, now):
            super().keyPressEvent(event)
            before, now = now, self.cursor_offset()

    def _give_up(self) -> bool:
        """End a drag, or hide the bar, or clear the selection; whether there was anything to do."""
        if self._pointer.cancel() or self.hide_bar():
            return True
        if not self.textCursor().hasSelection():
            return False
        self.clear_selection()
        return True

    def _offer_bar(self, span: Span) -> None:
        rects = [self._rect_of(line, span) for line in self._selected_lines(span)]
        if not rects:
            return
        self._bar.offer(rects[0], rects[-1], self._room(), with_said_by=self._picked is not None)

    def _selected_lines(self, span: Span) -> list[Line]:
        """The first and the last line of a span."""
        ends = (self._geometry.line_at(span.start), self._geometry.line_at(span.end - 1))
        return [line for line in ends if line is not None]

    def _rect_of(self, line: Line, span: Span) -> QRect:
        """Where a span stands on a line, in the widget's pixels."""
        extents = self._geometry.extents(line, span)
        left = min((extent.left for extent in extents), default=line.left)
        right = max((extent.right for extent in extents), default=line.left)
        top = line.baseline - self._measures.above * line.scale - self._scrolled
        bottom = line.baseline + self._measures.below * line.scale - self._scrolled
        corner = self.viewport().mapTo(self, QPoint(round(left), round(top)))
        return QRect(corner.x(), corner.y(), round(right - left), round(bottom - top))

    def _room(self) -> QRect:
        """Where the bar may stand, in the widget's pixels."""
        room = self.rect().adjusted(8, 4, -8, -4)
        room.setRight(room.right() - self.verticalScrollBar().width())
        return room

    def _choose_tag(self, tag: object) -> None:
        self.hide_bar()
        self.tag_chosen.emit(tag)

    def _choose_said_by(self) -> None:
        self.hide_bar()
        self.said_by_chosen.emit()
