"""How a row of the Review tab looks: a sign or a letter, what it is about, each person's words."""

from collections.abc import Hashable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.window.claims.card import letter_font
from annotator.window.painted_words import medium, paint_lines, resized
from annotator.window.people import readable
from annotator.window.review.rows import ROW, Index, Row, RowLine, RowsModel
from annotator.window.theme import Theme
from annotator.words import number

_SIDE = 14  # pixels, like all below
_ABOVE = 9
_GAP = 10
_BETWEEN = 5
_SQUARE = 20
_DOT = 8
_NAME_SHARE = 0.3  # of a line at most
_TITLE_LINES = 2


class ReviewCard(QStyledItemDelegate):
    """Paints a row; what is done with is paler and says so, what is new has a dot and says so when heard."""

    def __init__(self, model: RowsModel, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._model = model
        self._room, self._font = 0, QFont()
        self._sizes: dict[Hashable, QSize] = {}
        self._advances: dict[tuple[str, bool], int] = {}

    def measure_for(self, view: QAbstractScrollArea) -> None:
        """Knows the type and the width of the list before it asks every row for its height."""
        font = view.font()
        room = view.viewport().width() - 2 * _SIDE - _SQUARE - _GAP
        if room != self._room or font != self._font:
            if font != self._font:
                self._advances.clear()
            self._font, self._room = font, room
            self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.rows[index.row()]  # asked of thousands at a time: the shortest way
        shape = row.shape
        if shape not in self._sizes:
            self._sizes[shape] = QSize(100, self._height(row))
        return self._sizes[shape]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.count is not None:
            self._paint_heading(painter, option, row)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, row)
        painter.restore()

    def _height(self, row: Row) -> int:
        if row.count is not None:
            return QFontMetrics(self._font).height() + 2 * _ABOVE
        title, small = self._title_font(row, self._font), _small(self._font)
        lines = sum(self._wrapped(line.words, small, line.most) + _BETWEEN for line in row.lines)
        return max(_SQUARE, self._wrapped(row.title, title, _TITLE_LINES)) + lines + 2 * _ABOVE

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        painter.setPen(QColor(self.theme.secondary))
        painter.setFont(medium(_small(option.font)))
        room = QRectF(option.rect).adjusted(_SIDE, 0, -_SIDE, -_BETWEEN)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        words = f"{row.title}  {number(row.count or 0)}"
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        row = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(self.theme.hover))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(self.theme.card))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(self.theme.line))
        focus = QStyle.StateFlag.State_Active | QStyle.StateFlag.State_HasFocus
        if option.state & focus == focus and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(self.theme.secondary))
            painter.drawRoundedRect(row.adjusted(2.5, 2.5, -2.5, -3.5), 6, 6)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        inside = QRectF(option.rect).adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        mark, room = _split(inside, _SQUARE, _GAP, mirrored=mirrored)
        self._paint_mark(painter, row, QRectF(mark.left(), mark.top(), _SQUARE, _SQUARE))
        if row.unread:
            self._paint_unread(painter, QRectF(mark.left(), mark.top(), _SQUARE, _SQUARE), mirrored=mirrored)
        small = _small(option.font)
        title = QRectF(room)
        if row.state:
            title = self._paint_state(painter, small, row.state, room, mirrored=mirrored)
        painter.setPen(QColor(self.theme.secondary if row.pale else self.theme.ink))
        height = paint_lines(painter, self._title_font(row, option.font), row.title, title, _TITLE_LINES)
        top = height + _BETWEEN
        column = _column(row, QFontMetrics(small), room.width())
        for line in row.lines:
            place = room.adjusted(0, top, 0, 0)
            top += self._paint_line(painter, small, line, place, column, pale=row.pale, mirrored=mirrored)
            top += _BETWEEN

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
            dot, room = _split(room, _DOT, _BETWEEN + 1, mirrored=mirrored)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(readable(line.colour, self.theme))
            painter.drawEllipse(QRectF(dot.left(), room.top() + (height - _DOT) / 2, _DOT, _DOT))
        if line.person:
            name, room = _split(room, column, _BETWEEN + 2, mirrored=mirrored)
            painter.setPen(QColor(self.theme.secondary))
            paint_lines(painter, font, line.person, name, 1)
        if line.tag is not None:
            size = height - 2
            letter, room = _split(room, size, _BETWEEN + 2, mirrored=mirrored)
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

    def _wrapped(self, words: str, font: QFont, most: int) -> int:
        """The height of words on as many lines as they need, as far as they get them."""
        metrics, room = QFontMetrics(font), max(1, self._room - _DOT - _BETWEEN)
        if most == 1 or self._advance(words, metrics) <= room:
            return metrics.height()
        if most == 2:  # which they need, and nobody has to find out how many more
            return 2 * metrics.height()
        wrapped = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, words)
        return min(most, round(wrapped.height() / metrics.lineSpacing())) * metrics.height()

    def _advance(self, words: str, metrics: QFontMetrics) -> int:
        """How wide words are on one line; thousands are measured once, not at each width of the list."""
        known = words, metrics.height() < QFontMetrics(self._font).height()
        if known not in self._advances:
            self._advances[known] = metrics.horizontalAdvance(words)
        return self._advances[known]


def _small(font: QFont) -> QFont:
    return resized(font, 0.92)


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
