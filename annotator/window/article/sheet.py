"""The sheet a text is read on: its column in the middle, its zoom, its selection in code points."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPalette,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model.spans import Span
from annotator.window.article.geometry import Geometry
from annotator.window.article.positions import Positions
from annotator.window.article.stops import Caret
from annotator.window.article.typesetting import COLUMNS, Measures, typeset
from annotator.window.clipboard import new_mime_data
from annotator.window.theme import Theme

#: The zooms that Ctrl and the wheel step through, in percent.
ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)

#: So many lines stay in sight on either side of the sentence that the keyboard is at.
_LINES_AROUND = 3

#: The room round the sheet, in pixels, for the line that shows that the keys go there.
FRAME = 1

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}


class Sheet(QTextEdit):
    """A read-only text in a column of fixed width; its words are never read back from the widget.

    Offsets and spans are code points of the text, points are pixels of the viewport.
    """

    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._measures = Measures()
        self._laid = QTextDocument()
        self._build_frame()
        self._lay_out()

    @property
    def text(self) -> str:
        """The canonical text on the sheet."""
        return self._text

    @property
    def zoom(self) -> int:
        """The size of everything on the sheet, in percent."""
        return self._measures.zoom

    def set_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self._text = text
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, percent: int) -> None:
        """Show the text in another size, with the same line at the top and the same words selected."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        if self._measure(replace(self._measures, zoom=percent)):
            self.zoom_changed.emit(percent)

    def set_face(self, family: str) -> None:
        """Set the text in a face by its family's name; empty, or a name that is not there, for our own."""
        self._measure(replace(self._measures, face=family))

    def set_columns(self, characters: int) -> None:
        """Make lines hold about so many characters, 45 to 100."""
        self._measure(replace(self._measures, columns=min(max(characters, COLUMNS[0]), COLUMNS[1])))

    def set_colours(self, theme: Theme) -> None:
        """Take ink and paper from a theme; the selection is painted, hence clear here."""
        colours = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Window, QColor(theme.page)),
            (QPalette.ColorRole.Base, QColor(theme.page)),
            (QPalette.ColorRole.Text, QColor(theme.ink)),
            (QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0)),
            (QPalette.ColorRole.HighlightedText, QColor(theme.ink)),
        ):
            colours.setColor(role, colour)
        self.setPalette(colours)
        self.viewport().update()

    def selected_span(self) -> Span:
        """The selected words; an empty span at the cursor where none are."""
        cursor = self.textCursor()
        return self._positions.span(cursor.anchor(), cursor.position())

    def cursor_offset(self) -> int:
        """Where the cursor stands."""
        return self._positions.offset(self.textCursor().position())

    def anchor_offset(self) -> int:
        """Where the selection was begun."""
        return self._positions.offset(self.textCursor().anchor())

    def caret(self) -> Caret:
        """The cursor and where the selection was begun."""
        return Caret(self.anchor_offset(), self.cursor_offset())

    def select(self, span: Span) -> None:
        """Select words, the cursor at their end."""
        self.put_caret(span.start, span.end)

    def put_caret(self, anchor: int, offset: int, *, scroll: bool = True) -> None:
        """Select from one place to another, in either direction, and bring the cursor into sight."""
        bar, cursor = self.verticalScrollBar(), self.textCursor()
        before = bar.value()
        cursor.setPosition(self._positions.position(anchor))
        cursor.setPosition(self._positions.position(offset), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if not scroll:
            bar.setValue(before)

    def scroll_to(self, span: Span) -> None:
        """Bring words into sight, a third from the top where they were out of it."""
        first = self._geometry.line_at(span.start)
        last = self._geometry.line_at(max(span.end - 1, span.start))
        if first is None or last is None:
            return
        height = self.viewport().height()
        top = first.baseline - self._measures.leading - self._scrolled
        bottom = last.baseline + self._measures.leading - self._scrolled
        if top < 0 or (bottom > height and top > height / 3):
            self.verticalScrollBar().setValue(round(first.baseline - height / 3))

    def keep_in_sight(self, span: Span) -> None:
        """Scroll no farther than it takes to see words with some lines above and below them."""
        first = self._geometry.line_at(span.start)
        last = self._geometry.line_at(max(span.end - 1, span.start))
        if first is None or last is None:
            return
        height, bar = self.viewport().height(), self.verticalScrollBar()
        room = min(_LINES_AROUND * self._measures.leading, height / 4)
        top, bottom = first.baseline - room, last.baseline + room - self._measures.leading / 2
        # What does not fit is shown from its beginning.
        bar.setValue(round(min(max(bar.value(), bottom - height), top)))

    def first_in_sight(self) -> int:
        """Where the line at the top begins, the first whose letters stand in sight."""
        top = self._scrolled
        lines = self._geometry.lines(top, top + self.viewport().height())
        return next((line.start for line in lines if line.baseline >= top + self._measures.above), 0)

    def scroll_to_top(self, offset: int) -> None:
        """Bring the line of a place to the top, as far as the text goes on below it."""
        line = self._geometry.line_at(offset)
        if line is not None and offset:
            self.verticalScrollBar().setValue(round(line.baseline - self._measures.leading))

    def caret_at(self, point: QPointF) -> int:
        """The place between two characters nearest to a point."""
        within = min(max(point.y(), 0.0), float(self.viewport().height()))
        return self._geometry.caret_at(self._on_document(QPointF(point.x(), within)))

    def place_of(self, offset: int, *, after: bool = False) -> QPointF | None:
        """Where a character begins on the viewport, or ends; None for white space at the end of a line."""
        line = self._geometry.line_at(offset)
        extents = [] if line is None else self._geometry.extents(line, Span(offset, offset + 1))
        if line is None or not extents:
            return None
        last = after != line.leftward
        return QPointF(extents[0].right if last else extents[0].left, line.baseline - self._scrolled - 4)

    def scroll_after(self, point: QPointF) -> None:
        """Scroll towards a point above or below the sheet, the faster the farther it is."""
        beyond = min(point.y(), 0.0) + max(point.y() - self.viewport().height(), 0.0)
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond / 2))

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected words exactly as they stand in the text, as plain text alone."""
        data = new_mime_data()
        data.setText(self.selected_span().cut(self._text))
        return data

    def event(self, event: QEvent) -> bool:
        """Centre the column before anything is laid out; let mouse and wheel work beside it too."""
        if event.type() == QEvent.Type.Resize:
            self._centre()
        elif isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return self._pass_on(event)
        elif isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the place: Qt would bring the cursor into sight when it shows a sheet first."""
        before = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if event.angleDelta().y():
            self.step_zoom(larger=event.angleDelta().y() > 0)
        event.accept()

    @property
    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _on_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self._scrolled)

    def _build_frame(self) -> None:
        self.setProperty("kind", "page")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))

    def _lay_out(self) -> None:
        """Set the text anew; Qt lays out what is in sight at once and the rest in idle moments."""
        before = self._laid
        self._positions = Positions(self._text)
        self._laid = typeset(self._text, self._positions, self._measures)
        self._geometry = Geometry(self._laid, self._text, self._positions)
        self.setDocument(self._laid)
        before.deleteLater()  # or the view keeps every document that it ever showed
        self._centre()

    def _measure(self, measures: Measures) -> bool:
        """Lay the text out by other sizes, the same line at the top; whether they are other ones."""
        if measures == self._measures:
            return False
        lines = self._geometry.lines(self._scrolled, self._scrolled + self._measures.leading)
        top, caret = (lines[-1] if lines else None), self.caret()
        distance = (top.baseline - self._scrolled) * measures.zoom / self.zoom if top else 0.0
        self._measures = measures
        self._lay_out()
        self.put_caret(caret.anchor, caret.at)
        line = self._geometry.line_at(top.start) if top else None
        if line is not None:
            self.verticalScrollBar().setValue(round(line.baseline - distance))
        return True

    def _centre(self) -> None:
        """Give the column its width by margins, so that another width of the window lays nothing out."""
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - self._measures.page
        left = max(spare // 2, FRAME)
        self.setViewportMargins(left, FRAME, max(spare - left, FRAME), FRAME)

    def step_zoom(self, *, larger: bool) -> None:
        """Show the text one step larger or smaller."""
        beyond = [zoom for zoom in ZOOMS if (zoom > self.zoom if larger else zoom < self.zoom)]
        if beyond:
            self.set_zoom(beyond[0] if larger else beyond[-1])

    def _pass_on(self, event: QMouseEvent) -> bool:
        """Hand the viewport a mouse event that happened beside it."""
        place = QPointF(self.viewport().mapFrom(self, event.position().toPoint()))
        moved = QMouseEvent(
            event.type(),
            place,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )
        moved.setTimestamp(event.timestamp())
        return QCoreApplication.sendEvent(self.viewport(), moved)
