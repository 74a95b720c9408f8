"""How a cell of the grid looks: a sign and a word for how far somebody is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.window.packets.model import CELL, Cell, Index, State
from annotator.window.painted_words import isolated
from annotator.window.theme import Theme

_SIGN = 14.0  # pixels across
_SIDE = 8
_BETWEEN = 8
_ABOVE = 9


class PacketCell(QStyledItemDelegate):
    """An empty ring, a half disc, a disc with a tick, a dashed ring: told apart without colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        words = metrics.horizontalAdvance(str(index.data() or "")) + 1  # for the fraction that it cuts off
        sign = _SIGN + _BETWEEN if index.column() else 0
        return QSize(round(words + sign) + 2 * _SIDE, metrics.height() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.hover))
        painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), QColor(self.theme.line))
        cell: Cell | None = index.data(CELL)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if cell is not None:
            left = room.right() - _SIGN if mirrored else room.left()
            sign = QRectF(left, room.center().y() - _SIGN / 2, _SIGN, _SIGN)
            self._paint_sign(painter, cell.state, sign)
            by = _SIGN + _BETWEEN
            room.adjust(0 if mirrored else by, 0, -by if mirrored else 0, 0)
        quiet = cell is not None and cell.state in (State.AWAY, State.HIDDEN)
        painter.setPen(QColor(self.theme.secondary if quiet else self.theme.ink))
        painter.setFont(option.font)
        words = QFontMetrics(option.font).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, int(room.width())
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, isolated(words))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.ink))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -2.5, -2.5), 5, 5)
        painter.restore()

    def _paint_sign(self, painter: QPainter, state: State, room: QRectF) -> None:
        ink = QColor(self.theme.ink if state in (State.DONE, State.WORKING) else self.theme.secondary)
        ring = room.adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dashes = Qt.PenStyle.DotLine if state is State.HIDDEN else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, 1.5, dashes))
        if state is State.DONE:
            painter.setBrush(ink)
        painter.drawEllipse(ring)
        if state is State.WORKING:
            half = QPainterPath()
            half.moveTo(ring.center())
            half.arcTo(ring, -90, 180)
            painter.fillPath(half, ink)
        if state is State.DONE:
            centre = ring.center()
            painter.setPen(QPen(QColor(self.theme.card), 1.6))
            tick = ((-3.0, 0.2), (-0.8, 2.4), (3.2, -2.4))
            painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in tick]))
