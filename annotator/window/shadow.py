"""The ground of cards that float over the page: round corners, a fine line, a soft shadow."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.window.theme import Theme

#: The room round a card in which its shadow falls, in pixels.
SHADOW = 10

_RADIUS = 8


def paint_floating(painter: QPainter, whole: QRectF, theme: Theme) -> None:
    """Paints card and shadow into a rectangle that leaves the shadow its room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = whole.adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 4))
    for spread in range(1, SHADOW - 1):
        radius = _RADIUS + spread
        painter.drawRoundedRect(card.adjusted(-spread, 2 - spread, spread, 2 + spread), radius, radius)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
