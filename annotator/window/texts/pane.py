"""One of two texts that are compared: read only, its differing passages marked."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from annotator.model.spans import Span
from annotator.window.article.face import reading_font
from annotator.window.article.positions import Positions, shown
from annotator.window.theme import Theme

_TYPE = 16  # pixels
_LOOK = "QPlainTextEdit { background: palette(base); }"
_WEDGE = 4.0  # half the width of the sign for words that only the other text has, in pixels


class TextPane(QPlainTextEdit):
    """Marks lie behind the words and under them; one without words is a wedge.

    Signal: `scrolled` with the offset of the first character in sight, where the person scrolls.
    """

    scrolled = Signal(int)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._positions = Positions("")
        self._text = ""
        self._marks: Sequence[Span] = ()
        self._current: int | None = None
        self._set_up(name)

    def show_text(self, text: str) -> None:
        """Shows another text, without marks."""
        self._text, self._positions = text, Positions(text)
        self.setPlainText(shown(text))
        self.set_marks(())

    def set_marks(self, marks: Sequence[Span]) -> None:
        """Marks what differs, in code points."""
        self._marks, self._current = marks, None
        self._mark()

    def go_to(self, mark: int) -> None:
        """Makes one of the marks, by its place among them, the current one, and brings it into sight."""
        self._current = mark
        self._mark()
        with QSignalBlocker(self):
            self.setTextCursor(self._cursor(Span(self._marks[mark].start, self._marks[mark].start)))
            self.centerCursor()

    def scroll_to(self, offset: int) -> None:
        """Brings the paragraph of an offset to the upper edge; nobody hears of that."""
        block = self.document().findBlock(self._positions.position(offset))
        with QSignalBlocker(self):
            self.verticalScrollBar().setValue(block.firstLineNumber())

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self._mark()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for place, mark in enumerate(self._marks):
                if not mark.cut(self._text).strip("\n"):
                    self._paint_wedge(painter, mark, current=place == self._current)

    def _set_up(self, name: str) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setFont(reading_font(_TYPE))
        self.setStyleSheet(_LOOK)  # a page, though it is read only
        self.setAccessibleName(name)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_scrolled())

    def _tell_scrolled(self) -> None:
        self.scrolled.emit(self._positions.offset(self.firstVisibleBlock().position()))

    def _mark(self) -> None:
        self.setExtraSelections(
            [
                self._selection(line, current=place == self._current)
                for place, mark in enumerate(self._marks)
                for line in _lines(self._text, mark)
            ]
        )
        self.viewport().update()

    def _selection(self, span: Span, *, current: bool) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.hit_current if current else self._theme.hit))
        underlines = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(underlines.SingleUnderline if current else underlines.DashUnderline)
        look.setUnderlineColor(QColor(self._theme.ink if current else self._theme.secondary))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._cursor(span), look
        return made

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.position(span.start))
        cursor.setPosition(self._positions.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_wedge(self, painter: QPainter, mark: Span, *, current: bool) -> None:
        place = self.cursorRect(self._cursor(mark))
        if not self.viewport().rect().intersects(place):
            return
        painter.setBrush(QColor(self._theme.ink if current else self._theme.secondary))
        x, y = float(place.left()), float(place.bottom()) + 1
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - 2 * _WEDGE), QPointF(x - _WEDGE, y), QPointF(x + _WEDGE, y)])
        )


def _lines(text: str, mark: Span) -> Iterator[Span]:
    """The parts of a mark between the ends of lines, which have nothing to be seen."""
    for found in re.compile(r"[^\n]+").finditer(text, mark.start, mark.end):
        yield Span(*found.span())
