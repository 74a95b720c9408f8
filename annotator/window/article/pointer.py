"""What the mouse does on the page: select, pick, move the picked claim's edges."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.graphemes import to_graphemes
from annotator.text.sentences import sentence_at
from annotator.text.snap import to_words, word_at
from annotator.window.article.claims import text_order
from annotator.window.article.handles import Edge, Handle
from annotator.window.article.letters import Letter

#: A press becomes a drag when the pointer has gone this far, in pixels.
_DRAG_AFTER = 4
#: A drag beyond the page scrolls it this often, in milliseconds.
_SCROLL_EVERY = 30

_EXACT = Qt.KeyboardModifier.ControlModifier
_EXTEND = Qt.KeyboardModifier.ShiftModifier


class Page(Protocol):
    """What the pointer asks of the page and does to it; points are pixels of the viewport."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> Sequence[Span]: ...
    @property
    def picked_claim(self) -> ClaimLine | None: ...

    def caret_at(self, point: QPointF) -> int: ...
    def claims_under(self, point: QPointF) -> list[str]: ...
    def letter_at(self, point: QPointF) -> Letter | None: ...
    def handle_at(self, point: QPointF) -> Handle | None: ...
    def anchor_offset(self) -> int: ...

    def put_caret(self, anchor: int, offset: int) -> None: ...
    def finish_selection(self, span: Span) -> None: ...
    def pick_by_user(self, claim_id: str | None) -> None: ...
    def show_edges(self, span: Span) -> None: ...
    def finish_edges(self, before: Span) -> None: ...
    def hide_bar(self) -> bool: ...
    def scroll_after(self, point: QPointF) -> None: ...


class Pointer:
    """Turns presses, moves and releases into selections, picks and moved edges.

    A drag always selects, also where claims are; only handles move edges. Points are pixels of the
    viewport, times milliseconds as events carry them.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._pressed: QPointF | None = None
        self._from = Span(0, 0)
        self._dragging = False
        self._handle: Handle | None = None
        self._edges_before = Span(0, 0)
        self._last_click: QPointF | None = None
        self._last_double: tuple[int, QPointF] | None = None
        self._scrolling = self._build_timer()
        self._again: Callable[[], None] | None = None

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier, time: int) -> None:
        """The left button goes down: on a handle, as the third of three clicks, or anywhere."""
        self._page.hide_bar()
        self._pressed = point
        self._dragging = False
        self._handle = self._page.handle_at(point)
        picked = self._page.picked_claim
        if self._handle is not None and picked is not None:
            self._edges_before = picked.span
        elif self._is_third(point, time):
            self._select_sentence(point)
        elif modifiers & _EXTEND:
            anchor = self._page.anchor_offset()
            self._from = Span(anchor, anchor)
            self._dragging = True
            self.move(point, modifiers)
        else:
            at = self._page.caret_at(point)
            self._from = Span(at, at)
            self._page.put_caret(at, at)

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer goes on with the button down: the selection or the edge follows."""
        if self._pressed is None:
            return
        if not self._dragging and (point - self._pressed).manhattanLength() < _DRAG_AFTER:
            return
        self._dragging = True
        self._follow(point, modifiers)
        self._again = lambda: self._scroll_on(point, modifiers)
        self._scrolling.start()

    def release(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The button goes up: a drag is finished, or it was a click."""
        if self._pressed is None:
            return
        handle, dragged = self._handle, self._dragging
        if dragged:
            self._follow(point, modifiers)
        self._end()
        if handle is not None:
            if dragged:
                self._page.finish_edges(self._edges_before)
        elif dragged:
            snap = to_graphemes if modifiers & _EXACT else to_words
            self._page.finish_selection(snap(self._page.text, self._reached(point)))
        elif self._last_double is None:
            self._click(point)

    def double_click(self, point: QPointF, time: int) -> None:
        """The second of two quick clicks: the word; a drag goes on by words."""
        self._page.hide_bar()
        self._last_double = (time, point)
        word = word_at(self._page.text, self._page.caret_at(point))
        self._pressed = point
        self._from = word
        self._page.finish_selection(word)

    def cancel(self) -> bool:
        """Give up a drag and put back what it changed; whether there was one."""
        if self._pressed is None or not self._dragging:
            return False
        if self._handle is not None:
            self._page.show_edges(self._edges_before)
        else:
            self._page.put_caret(self._from.start, self._from.start)
        self._end()
        return True

    def shape(self, point: QPointF) -> Qt.CursorShape:
        """The cursor for a place."""
        if self._handle is not None or self._page.handle_at(point) is not None:
            return Qt.CursorShape.SizeHorCursor
        if self._pressed is None and self._page.letter_at(point) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor

    def _build_timer(self) -> QTimer:
        timer = QTimer()
        timer.setInterval(_SCROLL_EVERY)
        timer.timeout.connect(lambda: self._again() if self._again else None)
        return timer

    def _end(self) -> None:
        self._scrolling.stop()
        self._again = None
        self._pressed = None
        self._dragging = False
        self._handle = None

    def _scroll_on(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._page.scroll_after(point)
        self._follow(point, modifiers)

    def _follow(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self._handle is not None:
            self._page.show_edges(self._moved_edges(self._handle, point, modifiers))
            return
        chosen = self._reached(point)
        backward = chosen.start < self._from.start
        ends = (chosen.end, chosen.start) if backward else (chosen.start, chosen.end)
        self._page.put_caret(*ends)

    def _reached(self, point: QPointF) -> Span:
        """From where the drag began, a place or a word, to the pointer."""
        at = self._page.caret_at(point)
        return Span(min(self._from.start, at), max(self._from.end, at))

    def _moved_edges(self, handle: Handle, point: QPointF, modifiers: Qt.KeyboardModifier) -> Span:
        """The claim's span with one edge at the pointer; never empty, the other edge stays."""
        at = self._page.caret_at(point + handle.to_words)
        before = self._edges_before
        snap = to_graphemes if modifiers & _EXACT else to_words
        if handle.edge is Edge.START:
            moved = snap(self._page.text, Span(min(at, before.end - 1), before.end))
            return Span(moved.start, before.end) if moved.start < before.end else before
        moved = snap(self._page.text, Span(before.start, max(at, before.start + 1)))
        return Span(before.start, moved.end) if moved.end > before.start else before

    def _is_third(self, point: QPointF, time: int) -> bool:
        """Whether a press follows a double click at once and at the same place."""
        double, self._last_double = self._last_double, None
        if double is None:
            return False
        soon = time - double[0] <= QApplication.doubleClickInterval()
        return soon and _near(point, double[1])

    def _select_sentence(self, point: QPointF) -> None:
        sentence = sentence_at(self._page.sentences, self._page.caret_at(point))
        self._pressed = None
        if sentence is not None:
            self._page.finish_selection(sentence)

    def _click(self, point: QPointF) -> None:
        """Pick by a letter, or the innermost claim, or where that was done before the next one out."""
        letter = self._page.letter_at(point)
        if letter is not None:
            self._page.pick_by_user(_claim_of(letter, self._page.picked_claim))
            return
        stack = self._page.claims_under(point)
        picked = self._page.picked_claim
        again = self._last_click is not None and _near(point, self._last_click)
        self._last_click = point
        if again and picked is not None and picked.id in stack:
            self._page.pick_by_user(stack[(stack.index(picked.id) + 1) % len(stack)])
        else:
            self._page.pick_by_user(stack[0] if stack else None)


def _near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < _DRAG_AFTER


def _claim_of(letter: Letter, picked: ClaimLine | None) -> str:
    """The letter's claim; of a chip's claims the next one after the picked, round and round."""
    after = [
        claim for claim in letter.claims if picked is not None and text_order(claim) > text_order(picked)
    ]
    return min(after or letter.claims, key=text_order).id
