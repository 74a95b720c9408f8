"""The signs of answers: a tick, unlike, a cross, a question mark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from annotator.model.enums import Verdict


def draw_sign(painter: QPainter, verdict: Verdict, box: QRectF, ink: QColor) -> None:
    """The sign of an answer in a box."""

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    painter.setPen(QPen(ink, max(1.0, box.height() / 9)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if verdict is Verdict.AGREED:
        painter.drawPolyline(QPolygonF([at(0.26, 0.53), at(0.43, 0.7), at(0.75, 0.32)]))
    elif verdict is Verdict.CHANGED:
        painter.drawLine(at(0.26, 0.41), at(0.74, 0.41))
        painter.drawLine(at(0.26, 0.6), at(0.74, 0.6))
        painter.drawLine(at(0.38, 0.77), at(0.62, 0.23))
    elif verdict is Verdict.REJECTED:
        painter.drawLine(at(0.3, 0.3), at(0.7, 0.7))
        painter.drawLine(at(0.7, 0.3), at(0.3, 0.7))
    else:
        font = QFont(painter.font())
        font.setPixelSize(max(6, round(box.height() * 0.8)))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
