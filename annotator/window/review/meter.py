"""How much is answered: a thin bar, and what it says beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.window.painted_words import isolated
from annotator.window.theme import Theme
from annotator.words import number, say

_BAR = 64  # pixels, like all below
_THICK = 3
_GAP = 8


class AnsweredMeter(QWidget):
    """The share of differences that were answered, as a bar and in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share, self._words = 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(say("review.meter"))

    @property
    def words(self) -> str:
        """What the meter says."""
        return self._words

    def set_counts(self, answered: int, count: int) -> None:
        """Shows so many of so many answered."""
        self._share = answered / count if count else 0.0
        self._words = say("review.meter_answered", answered=number(answered), all=number(count))
        self.setAccessibleDescription(self._words)
        self.setToolTip(self._words)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(_BAR + _GAP + metrics.horizontalAdvance(self._words) + 2, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.isRightToLeft()
        bar = QRectF(self.width() - _BAR if mirrored else 0, (self.height() - _THICK) / 2, _BAR, _THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.border))
        painter.drawRoundedRect(bar, _THICK / 2, _THICK / 2)
        full = QRectF(bar)
        full.setWidth(bar.width() * self._share)
        if mirrored:
            full.moveRight(bar.right())
        painter.setBrush(QColor(self._theme.ink))
        painter.drawRoundedRect(full, _THICK / 2, _THICK / 2)
        taken = _BAR + _GAP
        room = QRectF(self.rect()).adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute  # or the painter mirrors it once more
        painter.setPen(QColor(self._theme.secondary))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, isolated(self._words))
