"""How an open point looks: a mark for its level, what is missing, and the words it is about."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.model.points import Level, OpenPoint
from annotator.window.claims.card import letter_font
from annotator.window.painted_words import paint_lines
from annotator.window.points.actions import button_rows
from annotator.window.points.model import PointsModel, Row
from annotator.window.rows.card import ABOVE, BETWEEN, SIDE, RowCard, smaller
from annotator.window.rows.model import ROW, Index
from annotator.window.theme import Theme
from annotator.words import number

_GAP = 10  # pixels
_LINES = 3


class PointCard(RowCard[Row]):
    """Paints a row of the panel; the strip for its buttons, at its foot, stays free."""

    def __init__(self, model: PointsModel, theme: Theme) -> None:
        super().__init__(model, theme)
        self._rows: dict[tuple[object, ...], int] = {}

    def strip(self, row: QRect, point: OpenPoint, font: QFont, *, mirrored: bool) -> QRect:
        """Where the buttons of a point's row stand, in the coordinates of its rectangle."""
        taken = SIDE + _mark(font) + _GAP
        left, right = (SIDE, taken) if mirrored else (taken, SIDE)
        inside = row.adjusted(left, 0, -right, -ABOVE)
        rows = self._button_rows(point, font, inside.width())
        inside.setTop(inside.bottom() - rows * _strip(QFontMetrics(font)) + 1)
        return inside

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.point is None:
            colour = self.theme.accent if row.urgent else self.theme.secondary
            self._paint_heading(painter, option, f"{row.words}  {number(row.count)}", colour)
        else:
            self._paint_ground(painter, option)
            self._paint_point(painter, option, row, row.point)
        painter.restore()

    def _beside(self, font: QFont) -> int:
        return _mark(font) + _GAP

    def _height(self, row: Row) -> int:
        buttons = 0 if row.point is None else self._button_rows(row.point, self._font, self._room)
        return _row_height(row, self._font, self._room, buttons)

    def _button_rows(self, point: OpenPoint, font: QFont, room: int) -> int:
        known = (point.rule, point.claim is None, bool(point.waived), point.waived_by_me, room, font.key())
        if known not in self._rows:
            self._rows[known] = button_rows(point, font, room)
        return self._rows[known]

    def _paint_point(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, point: OpenPoint
    ) -> None:
        inside = option.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        size = _mark(option.font)
        corner = inside.right() - size + 1 if mirrored else inside.left()
        self._paint_mark(painter, point, QRectF(corner, inside.top(), size, size))
        taken = size + _GAP
        room = QRectF(inside.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0))
        painter.setPen(QColor(self.theme.secondary if point.waived else self.theme.ink))
        used = paint_lines(painter, QFont(option.font), row.words, room, _LINES) + BETWEEN
        if point.quote:
            used += self._paint_quote(painter, option, point, room.adjusted(0, used, 0, 0)) + BETWEEN
        if row.let_go:
            painter.setPen(QColor(self.theme.secondary))
            paint_lines(painter, smaller(option.font), row.let_go, room.adjusted(0, used, 0, 0), _LINES)

    def _paint_mark(self, painter: QPainter, point: OpenPoint, square: QRectF) -> None:
        """A full disc with "!" for what must be, a ring with "?" for a look, a dot for a note."""
        must, look = point.level is Level.MUST, point.level is Level.LOOK
        colour = QColor(self.theme.accent if must and not point.waived else self.theme.secondary)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if must:
            painter.drawEllipse(square)
        elif look:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1.4))
            painter.drawEllipse(square.adjusted(0.7, 0.7, -0.7, -0.7))
        else:
            painter.drawEllipse(square.center(), 3, 3)
            return
        painter.setFont(_sized(painter.font(), square))
        painter.setPen(QColor(self.theme.panel) if must else colour)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "!" if must else "?")

    def _paint_quote(
        self, painter: QPainter, option: QStyleOptionViewItem, point: OpenPoint, room: QRectF
    ) -> float:
        """The claim's letter and its words on one line; gives their height."""
        small = smaller(option.font)
        height = QFontMetrics(small).height()
        if point.tag is not None:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            size = height - 2
            corner = room.right() - size if mirrored else room.left()
            self._paint_letter(painter, point.tag, QRectF(corner, room.top() + 1, size, size))
            taken = size + BETWEEN + 2
            room = room.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)
        painter.setPen(QColor(self.theme.secondary))
        paint_lines(painter, small, point.quote, room, 1)
        return height

    def _paint_letter(self, painter: QPainter, tag: Tag, square: QRectF) -> None:
        colours = self.theme.tags[tag]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mark))
        painter.drawRoundedRect(square, 4, 4)
        painter.setFont(_sized(painter.font(), square))
        painter.setPen(QColor(colours.letter))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, tag.letter)


def _row_height(row: Row, font: QFont, room: int, buttons: int) -> int:
    metrics, small = QFontMetrics(font), QFontMetrics(smaller(font))
    if row.point is None:
        return metrics.height() + 2 * ABOVE
    height = _height(metrics, row.words, room) + buttons * _strip(metrics) + BETWEEN + 2 * ABOVE
    if row.point.quote:
        height += small.height() + BETWEEN
    if row.let_go:
        height += _height(small, row.let_go, room) + BETWEEN
    return height


def _height(metrics: QFontMetrics, words: str, room: int) -> int:
    """The height of words on as many lines as they need, as far as they get them."""
    wrapped = metrics.boundingRect(QRect(0, 0, max(1, room), 10_000), Qt.TextFlag.TextWordWrap, words)
    return min(_LINES, max(1, round(wrapped.height() / metrics.lineSpacing()))) * metrics.height()


def _strip(metrics: QFontMetrics) -> int:
    """The height of a row of buttons, which grow with the type, and of the room below it."""
    return max(29, metrics.height() + 12)


def _mark(font: QFont) -> int:
    """The size of the mark for a level: as high as a line."""
    return QFontMetrics(font).height()


def _sized(base: QFont, square: QRectF) -> QFont:
    """The face of a sign that stands in a square."""
    font = letter_font(base)
    font.setPixelSize(max(8, round(square.height() * 0.66)))
    return font
