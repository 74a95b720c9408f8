"""The sheet a text is read on: its column in the middle, its zoom, its selection in code points."""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model.spans import Span
from annotator.window.article.geometry import Geometry
from annotator.window.article.positions import Positions
from annotator.window.article.typesetting import Measures, typeset
from annotator.window.clipboard import new_mime_data
from annotator.window.theme import Theme

#: The zooms that Ctrl and the wheel step through, in percent.
ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)

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
        if percent == self.zoom:
            return
        lines = self._geometry.lines(self._scrolled, self._scrolled + self._measures.leading)
        top, selected = (lines[-1] if lines else None), self.selected_span()
        distance = (top.baseline - self._scrolled) * percent / self.zoom if top else 0.0
        self._measures = Measures(percent)
        self._lay_out()
        self.select(selected)
        line = self._geometry.line_at(top.start) if top else None
        if line is not None:
            self.verticalScrollBar().setValue(round(line.baseline - distance))
        self.zoom_changed.emit(percent)

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

    def select(self, span: Span) -> None:
        """Select words, the cursor at their end."""
        self.put_caret(span.start, span.end)

    def put_caret(self, anchor: int, offset: int) -> None:
        """Select from one place to another, in either direction."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.position(anchor))
        cursor.setPosition(self._positions.position(offset), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

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
        self._positions = Positions(self._text)
        self._laid = typeset(self._text, self._positions, self._measures)
        self._geometry = Geometry(self._laid, self._text, self._positions)
        self.setDocument(self._laid)
        self._centre()

    def _centre(self) -> None:
        """Give the column its width by margins, so that another width of the window lays nothing out."""
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - self._measures.page
        left = max(spare // 2, 0)
        self.setViewportMargins(left, 0, max(spare - left, 0), 0)

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
