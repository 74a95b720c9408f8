"""The text of a draft as it will stand on the page, its paragraphs to be joined, split and left out."""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
)

from annotator.model.spans import Span
from annotator.text.paragraphs import Paragraphs
from annotator.window.article.geometry import Geometry
from annotator.window.article.positions import Positions, shown
from annotator.window.article.sheet import Sheet
from annotator.window.article.typesetting import heading_of, lines_of
from annotator.window.importing.margin import Margin
from annotator.window.importing.mending import Mending
from annotator.words import say

_STANDARD = QKeySequence.StandardKey
_LOOK = "ProofSheet { selection-background-color: palette(highlight); }"


class ProofSheet(Sheet):
    """Letters cannot be typed. Signals: `mended`, and `moved` when the caret comes to another paragraph."""

    mended = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mending = Mending(Paragraphs(""))
        self._in_turn = self._offset = 0
        self._set_up()

    @property
    def article(self) -> Paragraphs:
        """The text as it stands now."""
        return self._mending.now

    @property
    def mending(self) -> Mending:
        """What was done to it."""
        return self._mending

    @property
    def in_turn(self) -> int:
        """The number of the paragraph in which the caret stands, from 0."""
        return self._in_turn

    def show_mending(self, mending: Mending) -> None:
        """Shows a text from its beginning, with what was already done to it."""
        self._mending = mending
        self.set_text(mending.now.text)
        self._turn()

    def join_above(self) -> None:
        """Joins the paragraph in turn with the one above it."""
        joined = self.article.join(self._in_turn)
        if joined != self.article:
            start = self.article.spans[self._in_turn].start
            self._do(joined, start + len(joined.text) - len(self.article.text), "preview.joined")

    def split_here(self) -> None:
        """Splits the paragraph at the caret."""
        split = self.article.split(self.cursor_offset())
        if split != self.article:
            self._do(split, split.spans[self._in_turn + 1].start, "preview.parted")

    def leave_out(self) -> None:
        """Leaves the paragraph in turn out of the article."""
        left = self.article.leave_out(self._in_turn)
        following = left.spans[self._in_turn :] or left.spans[-1:]
        self._do(left, following[0].start if following else 0, "preview.left_out")

    def undo_mending(self) -> None:
        """Takes the last of these back."""
        before = self.article
        self._step(self._mending.undo(), before, "preview.undone")

    def redo_mending(self) -> None:
        """Does again what was taken back."""
        before = self.article
        self._step(self._mending.redo(), before, "preview.redone")

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mend from the window's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._way(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (way := self._way(event)) is not None:
            way()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_beside()
        super().paintEvent(event)

    def _set_up(self) -> None:
        self.setAccessibleName(say("preview.text"))
        self.setStyleSheet(_LOOK)
        self.setTabChangesFocus(True)
        self.cursorPositionChanged.connect(self._turn)

    def _way(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here; None for those that only move."""
        if event.matches(_STANDARD.Undo):
            return self.undo_mending
        if event.matches(_STANDARD.Redo):
            return self.redo_mending
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Backspace:
                return self.leave_out if with_control else self._join_at_start
            case Qt.Key.Key_Delete:
                return self.leave_out
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return None if with_control else self.split_here
        return None

    def _join_at_start(self) -> None:
        spans = self.article.spans
        if spans and self.cursor_offset() <= spans[self._in_turn].start:
            self.join_above()

    def _do(self, article: Paragraphs, caret: int, told: str) -> None:
        before = self.article
        if self._mending.do(article):
            self._change(*changed(before.text, article.text))
            self._tell(caret, told)

    def _step(self, taken: bool, before: Paragraphs, told: str) -> None:
        """Shows what came of a step back or on again, which began from other paragraphs."""
        if taken:
            cut, words = changed(before.text, self.article.text)
            self._change(cut, words)
            self._tell(cut.start if words.strip() else cut.start + len(words), told)

    def _tell(self, caret: int, told: str) -> None:
        self.put_caret(caret, caret)
        self._turn()
        self.viewport().update()
        count = len(self.article.spans)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, say(told, count=count)))
        self.mended.emit()

    def _change(self, cut: Span, words: str) -> None:
        """Puts words in the place of a span, on the sheet as well; only what is touched is laid out anew."""
        before = self._text
        first, last = (self._positions.position(offset) for offset in (cut.start, cut.end))
        self._text = self.article.text
        if cut.start <= heading_of(before).end or heading_of(before) != heading_of(self._text):
            scrolled = self.verticalScrollBar().value()
            self._lay_out()
            self.verticalScrollBar().setValue(scrolled)
            return
        self._positions = Positions(self._text)
        cursor = QTextCursor(self._laid)
        cursor.beginEditBlock()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown(words))
        self._space_lines(cursor, first)
        cursor.endEditBlock()
        self._geometry = Geometry(self._laid, self._text, self._positions)

    def _space_lines(self, cursor: QTextCursor, first: int) -> None:
        """Gives the lines between a place and the cursor's their distances, as `typeset` does."""
        last = cursor.block().blockNumber()
        block = self._laid.findBlock(first)
        while block.isValid() and block.blockNumber() <= last:
            QTextCursor(block).setBlockFormat(lines_of(self._measures, blank=block.length() == 1))
            block = block.next()

    def _turn(self) -> None:
        """Notices in which paragraph the caret stands; none stands between two."""
        offset = self.cursor_offset()
        number = self.article.at(offset)
        if self._stands_between(number, offset):
            forward = offset > self._offset and number + 1 < len(self.article.spans)
            offset = self.article.spans[number + 1].start if forward else self.article.spans[number].end
            self.put_caret(offset, offset)
            return
        self._offset = offset
        if number != self._in_turn:
            self._in_turn = number
            self.viewport().update()
        self.moved.emit()

    def _stands_between(self, number: int, offset: int) -> bool:
        """Whether the caret came to a blank line with nothing selected."""
        if self.textCursor().hasSelection() or not self.article.spans or self._text != self.article.text:
            return False
        span = self.article.spans[number]
        return not span.start <= offset <= span.end

    def _paint_beside(self) -> None:
        """Draws what tells the paragraphs apart."""
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -self._scrolled)
            margin = Margin(painter, self._measures, self.palette())
            for line in self._geometry.lines(self._scrolled, self._scrolled + self.viewport().height()):
                margin.paint(line, self.article, self._in_turn)


def changed(before: str, after: str) -> tuple[Span, str]:
    """The span of a text that became other words, and these, as short as they can be."""
    shorter = min(len(before), len(after))
    start = bisect_left(range(shorter), True, key=lambda n: before[: n + 1] != after[: n + 1])
    same = bisect_left(range(shorter - start), True, key=lambda n: before[-n - 1 :] != after[-n - 1 :])
    return Span(start, len(before) - same), after[start : len(after) - same]
