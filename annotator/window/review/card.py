"""How a row of the Review tab looks: a sign or a letter, what it is about, each person's words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.window.claims.card import letter_font
from annotator.window.painted_words import medium, paint_lines
from annotator.window.people import readable
from annotator.window.review.rows import CardsModel, Row, RowLine
from annotator.window.rows.card import ABOVE, BETWEEN, SIDE, RowCard, smaller
from annotator.window.rows.model import ROW, Index
from annotator.window.theme import Theme
from annotator.words import number

_GAP = 10  # pixels, like all below
_SQUARE = 20
_DOT = 8
_NAME_SHARE = 0.3  # of a line at most
_TITLE_LINES = 2


class ReviewCard(RowCard[Row]):
    """Paints a row; what is done with is paler and says so, what is new has a dot and says so when heard."""

    def __init__(self, model: CardsModel, theme: Theme) -> None:
        super().__init__(model, theme)
        self._know_type(self._font)

    def measure_for(self, view: QAbstractScrollArea) -> None:
        """Knows the metrics of another type too before any height is asked for."""
        if view.font() != self._font:
            self._know_type(view.font())
        super().measure_for(view)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.count is not None:
            words = f"{row.title}  {number(row.count)}"
            self._paint_heading(painter, option, words, self.theme.secondary)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, row)
        painter.restore()

    def _beside(self, font: QFont) -> int:
        return _SQUARE + _GAP

    def _know_type(self, font: QFont) -> None:
        """Knows once what is asked for each of thousands of rows: the metrics, and how wide words are."""
        self._plain, self._strong = QFontMetrics(font), QFontMetrics(medium(font))
        self._small = QFontMetrics(smaller(font))
        self._advances: dict[tuple[str, int], int] = {}

    def _height(self, row: Row) -> int:
        if row.count is not None:
            return self._plain.height() + 2 * ABOVE
        title = self._strong if row.tag is None else self._plain
        lines = sum(self._wrapped(line.words, self._small, line.most) + BETWEEN for line in row.lines)
        return max(_SQUARE, self._wrapped(row.title, title, _TITLE_LINES)) + lines + 2 * ABOVE

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        inside = QRectF(option.rect).adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        mark, room = _split(inside, _SQUARE, _GAP, mirrored=mirrored)
        self._paint_mark(painter, row, QRectF(mark.left(), mark.top(), _SQUARE, _SQUARE))
        if row.unread:
            self._paint_unread(painter, QRectF(mark.left(), mark.top(), _SQUARE, _SQUARE), mirrored=mirrored)
        small = smaller(option.font)
        title = QRectF(room)
        if row.state:
            title = self._paint_state(painter, small, row.state, room, mirrored=mirrored)
        painter.setPen(QColor(self.theme.secondary if row.pale else self.theme.ink))
        height = paint_lines(painter, self._title_font(row, option.font), row.title, title, _TITLE_LINES)
        top = height + BETWEEN
        column = _column(row, QFontMetrics(small), room.width())
        for line in row.lines:
            place = room.adjusted(0, top, 0, 0)
            top += self._paint_line(painter, small, line, place, column, pale=row.pale, mirrored=mirrored)
            top += BETWEEN

    def _paint_mark(self, painter: QPainter, row: Row, square: QRectF) -> None:
        if row.tag is not None:
            self._paint_letter(painter, row.tag, square, pale=row.pale)
            return
        colour = QColor(self.theme.secondary if row.pale else self.theme.ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.border if row.pale else self.theme.secondary), 1.2))
        painter.drawEllipse(square.adjusted(0.6, 0.6, -0.6, -0.6))
        painter.setFont(letter_font(painter.font()))
        painter.setPen(colour)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, row.sign)

    def _paint_unread(self, painter: QPainter, square: QRectF, *, mirrored: bool) -> None:
        """A dot in ink at the mark's corner: new, and seen without colour."""
        corner = square.topLeft() if mirrored else square.topRight()
        painter.setPen(QPen(QColor(self.theme.panel), 2))
        painter.setBrush(QColor(self.theme.ink))
        painter.drawEllipse(corner, 4.5, 4.5)

    def _paint_state(
        self, painter: QPainter, font: QFont, words: str, room: QRectF, *, mirrored: bool
    ) -> QRectF:
        """Says at the end of the first line how far it is; gives what is left of the room for the title."""
        metrics = QFontMetrics(font)
        wide = min(metrics.horizontalAdvance(words) + 1, int(room.width() * 0.55))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
        left = room.left() if mirrored else room.right() - wide
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        place = QRectF(left, room.top(), wide, QFontMetrics(self._font).height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        taken = wide + _GAP
        return room.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)

    def _paint_line(
        self,
        painter: QPainter,
        font: QFont,
        line: RowLine,
        room: QRectF,
        column: float,
        *,
        pale: bool,
        mirrored: bool,
    ) -> float:
        """A line: dot, name in a column of so many pixels, letter, words; gives its height."""
        height = QFontMetrics(font).height()
        if line.colour:
            dot, room = _split(room, _DOT, BETWEEN + 1, mirrored=mirrored)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(readable(line.colour, self.theme))
            painter.drawEllipse(QRectF(dot.left(), room.top() + (height - _DOT) / 2, _DOT, _DOT))
        if line.person:
            name, room = _split(room, column, BETWEEN + 2, mirrored=mirrored)
            painter.setPen(QColor(self.theme.secondary))
            paint_lines(painter, font, line.person, name, 1)
        if line.tag is not None:
            size = height - 2
            letter, room = _split(room, size, BETWEEN + 2, mirrored=mirrored)
            square = QRectF(letter.left(), room.top() + 1, size, size)
            self._paint_letter(painter, line.tag, square, pale=pale)
        quiet = pale or (line.tag is None and not line.colour)
        painter.setPen(QColor(self.theme.secondary if quiet else self.theme.ink))
        return paint_lines(painter, font, line.words, room, line.most)

    def _paint_letter(self, painter: QPainter, tag: Tag, square: QRectF, *, pale: bool) -> None:
        colours = self.theme.tags[tag]
        painter.save()
        painter.setOpacity(0.6 if pale else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mark))
        painter.drawRoundedRect(square, square.height() / 4, square.height() / 4)
        font = letter_font(painter.font())
        font.setPixelSize(max(9, round(square.height() * 0.62)))
        painter.setFont(font)
        painter.setPen(QColor(colours.letter))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, tag.letter)
        painter.restore()

    def _title_font(self, row: Row, base: QFont) -> QFont:
        """What differs is said a little stronger; a claim's own words are not."""
        return medium(base) if row.tag is None else QFont(base)

    def _wrapped(self, words: str, metrics: QFontMetrics, most: int) -> int:
        """The height of words on as many lines as they need, as far as they get them."""
        height, room = metrics.height(), max(1, self._room - _DOT - BETWEEN)
        if most == 1 or self._advance(words, metrics) <= room:
            return height
        if most == 2:  # which they need, and nobody has to find out how many more
            return 2 * height
        wrapped = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, words)
        return min(most, round(wrapped.height() / metrics.lineSpacing())) * height

    def _advance(self, words: str, metrics: QFontMetrics) -> int:
        """How wide words are on one line; thousands are measured once, not at each width of the list."""
        known = words, id(metrics)
        if known not in self._advances:
            self._advances[known] = metrics.horizontalAdvance(words)
        return self._advances[known]


def _split(room: QRectF, width: float, gap: float, *, mirrored: bool) -> tuple[QRectF, QRectF]:
    """Some room at the side where lines begin, and what is left of it after a gap."""
    if mirrored:
        taken = QRectF(room.right() - width, room.top(), width, room.height())
        return taken, room.adjusted(0, 0, -width - gap, 0)
    taken = QRectF(room.left(), room.top(), width, room.height())
    return taken, room.adjusted(width + gap, 0, 0, 0)


def _column(row: Row, metrics: QFontMetrics, room: float) -> float:
    """How wide the names of a card's lines are, so that the words after them begin in one place."""
    widest = max((metrics.horizontalAdvance(line.person) + 2 for line in row.lines), default=0)
    return min(widest, room * _NAME_SHARE)
