"""The article as it is read and marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.model.spans import Span
from annotator.model.views import ArticlePage, ClaimLine
from annotator.text.sentences import sentence_at
from annotator.text.whereabouts import Whereabouts
from annotator.window.article.bar import SelectionBar
from annotator.window.article.choice import Chooser
from annotator.window.article.claims import PageClaims
from annotator.window.article.compared import ComparedSheet
from annotator.window.article.heading import meta_line
from annotator.window.article.keyboard import Keyboard
from annotator.window.article.links import PageLinks
from annotator.window.article.placed import PlacedSpans
from annotator.window.article.pointer import Pointer
from annotator.window.article.stops import Caret, collapsed
from annotator.window.theme import Theme
from annotator.words import say


class ArticleView(ComparedSheet):
    """Shows an article with its claims and lets them be marked, picked and moved.

    It changes no claim itself: it says what the reviewer did, and is told what came of it. An edge that was
    dragged stays where it was put until `update_claims` brings the claim again.
    """

    claim_picked = Signal(object)  # the claim's id, or None
    went_on = Signal()  # to a claim, or to another place of the text
    span_selected = Signal(object)  # a Span that is not empty
    edges_moved = Signal(str, object)  # the claim's id and its new Span
    tag_chosen = Signal(object)  # a Tag
    said_by_chosen = Signal()
    read_wanted = Signal(object, bool)  # the Span of one sentence or more, and whether to tick or untick

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        self._chooser = Chooser(self)
        self._bar = self._build_bar()
        self._build_behaviour()

    def show_page(self, page: ArticlePage) -> None:
        """Show an article from its beginning, with its claims, none of them picked."""
        self.set_whereabouts(Whereabouts(page.places))
        self._show(page.text, page.sentences, meta_line(page), page.claims, page.read)

    def clear_page(self) -> None:
        """Show no article."""
        self.set_whereabouts(Whereabouts())
        self._show("", (), "", (), ())

    def begin_choice(self, claims: Sequence[str]) -> None:
        """Let one of these claims be chosen, given by id, the nearest first; unknown ones are left out."""
        self.hide_bar()
        super().begin_choice(claims)

    def go_to_sentence(self, by: int, extend: bool = False) -> None:
        """So many sentences on from the cursor, negative for back; with `extend` selecting whole ones.

        A picked claim is left, unless words are being selected.
        """
        self._keyboard.go_to_sentence(by, extend=extend)

    def go_to(self, span: Span) -> None:
        """Put the cursor at the beginning of some words and bring them into sight; leaves a picked claim."""
        self._keyboard.go_to(span)

    def show_people(self, people: frozenset[str] | None) -> None:
        """Show, and let be hit, only the claims of these people (ids), None for everybody's.

        It stays so for other claims and articles too. A picked claim that goes out of sight is left.
        """
        before = self.picked_claim
        super().show_people(people)
        if before is not None and self.picked_claim is None:
            self.pick_by_user(None)

    def clear_selection(self) -> None:
        """Leave the cursor where the selection ends, with nothing selected and no bar."""
        offset = collapsed(self._sentences, self.caret())
        self.put_caret(offset, offset)
        self.hide_bar()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._bar.set_theme(theme)
        self.set_colours(theme)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys of actions, by name, where the tags and the answers are offered."""
        super().set_keys(keys)
        self._bar.set_keys(keys)

    def hide_bar(self) -> bool:
        """Take the selection bar away; whether it was there."""
        was_there = not self._bar.isHidden()
        self._bar.hide()
        return was_there

    # What pointer, keyboard and chooser do.

    def pick_by_user(self, claim_id: str | None) -> None:
        """Pick a claim and say so; `went_on` says it even where the same one or none stays picked."""
        self.went_on.emit()
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

    def runs_left(self, offset: int) -> bool:
        """Whether the paragraph of a place runs from right to left."""
        return self._geometry.line_runs_left(offset)

    def move_caret(self, caret: Caret, sight: Span) -> None:
        """Put cursor and selection somewhere, bring words into sight and say what is selected."""
        before = self.selected_span()
        self.put_caret(caret.anchor, caret.at)
        self.keep_in_sight(sight)
        self._tell_selected(before)

    def turn(self, by: int) -> int:
        """Scroll by pages; gives the place at the height where the cursor stood, or else the text's end."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        before, line = bar.value(), self._geometry.line_at(self.cursor_offset())
        wanted = before + round(by * (height - 2 * self._measures.leading))
        # Qt knows how far it can scroll once it has laid the text out as far as there.
        self._geometry.lines(wanted, wanted + height)
        bar.setValue(wanted)
        if bar.value() != wanted:
            return 0 if by < 0 else len(self.text)
        return self.caret_at(QPointF(0, line.middle - before if line is not None else 0))

    def tick_by_user(self, *, on: bool) -> None:
        """Say that the sentence at the cursor, or those selected, are to be ticked or unticked."""
        selected = self.selected_span()
        at_cursor = sentence_at(self._sentences, collapsed(self._sentences, self.caret()))
        if len(selected) or at_cursor is not None:
            self.read_wanted.emit(selected if len(selected) else at_cursor, on)

    def give_up(self) -> bool:
        """End a drag, or hide the bar, leave a difference, clear the selection; whether there was one."""
        if self._pointer.cancel() or self.hide_bar() or self.leave_difference():
            return True
        if not self.textCursor().hasSelection():
            return False
        self.clear_selection()
        return True

    # What Qt calls.

    def event(self, event: QEvent) -> bool:
        """Keep keys that are the page's own, and all plain ones during a choice, from being shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event)
            if self._chooser.overrides(key) or self._keyboard.owns(key):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a selection or a move of an edge, or choose a claim."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._chooser.click(event.position(), event.modifiers()):
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
        """A choice comes first, then the page's own keys, then Qt's; what they select is said at once."""
        if self._chooser.key(event) or self._keyboard.press(event):
            event.accept()
            return
        before = self.selected_span()
        super().keyPressEvent(event)
        self._tell_selected(before)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the bar does not come along."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self.hide_bar()

    def _build_bar(self) -> SelectionBar:
        bar = SelectionBar(self, self._theme)
        bar.tag_chosen.connect(self._choose_tag)
        bar.said_by_chosen.connect(self._choose_said_by)
        return bar

    def _build_behaviour(self) -> None:
        self.setAccessibleName(say("page.article"))
        self.set_colours(self._theme)

    def _show(
        self,
        text: str,
        sentences: Sequence[Span],
        meta: str,
        claims: Iterable[ClaimLine],
        read: Iterable[Span],
    ) -> None:
        self._pointer.cancel()
        self.end_choice()
        self.hide_bar()
        self.set_difference(None)
        self._picked = None
        self._sentences = ()
        self._meta = meta
        self._claims = PageClaims(claims, self._claims.shown)
        self._read, self._links = PlacedSpans(read), PageLinks()
        self._hits, self._hit = PlacedSpans(), None
        self._begin_anew()
        self.set_text(text)
        self._sentences = sentences
        if len(sentences):
            self.put_caret(sentences[0].start, sentences[0].start)
        self._enter_sentence()

    def _tell_selected(self, before: Span) -> None:
        """Offer the tags for a selection that keys have made."""
        span = self.selected_span()
        if span != before:
            self.hide_bar()
            if len(span):
                self._offer_bar(span)
                self.span_selected.emit(span)

    def _offer_bar(self, span: Span) -> None:
        rects = self._rects_of(span)
        if not rects:
            return
        self._bar.offer(rects[0], rects[-1], self._room(), with_said_by=self._picked is not None)

    def _choose_tag(self, tag: object) -> None:
        self.hide_bar()
        self.tag_chosen.emit(tag)

    def _choose_said_by(self) -> None:
        self.hide_bar()
        self.said_by_chosen.emit()
