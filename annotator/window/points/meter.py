"""How far the article is: two thin bars and what they say, for the foot of the window."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.window.painted_words import isolated
from annotator.window.theme import Theme
from annotator.words import number, say

if TYPE_CHECKING:
    from annotator.model.points import Progress

_BAR = 44  # pixels, like all below
_THICK = 3
_APART = 3
_GAP = 8


class Meter(QWidget):
    """The share of sentences read above the share of claims settled; the words beside them say both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = (0.0, 0.0)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(say("meter.name"))
        self.set_progress(None)

    @property
    def words(self) -> str:
        """What the meter says."""
        return self._words

    def set_progress(self, progress: "Progress | None") -> None:
        """Shows how far an article is; nothing where none is open."""
        self._shares = (progress.read, progress.settled) if progress else (0.0, 0.0)
        self._words = _words(progress) if progress else ""
        self.setVisible(progress is not None)
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.isRightToLeft()
        left = self.width() - _BAR if mirrored else 0
        top = (self.height() - 2 * _THICK - _APART) / 2
        for share, at in zip(self._shares, (top, top + _THICK + _APART), strict=True):
            self._paint_bar(painter, QRectF(left, at, _BAR, _THICK), share, mirrored=mirrored)
        room = QRectF(self.rect()).adjusted(
            0 if mirrored else _BAR + _GAP, 0, -(_BAR + _GAP) if mirrored else 0, 0
        )
        painter.setPen(QColor(self._theme.secondary))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute  # or the painter mirrors it once more
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self._words)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float, *, mirrored: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.border))
        painter.drawRoundedRect(bar, _THICK / 2, _THICK / 2)
        full = QRectF(bar)
        full.setWidth(bar.width() * share)
        if mirrored:
            full.moveRight(bar.right())
        painter.setBrush(QColor(self._theme.ink))
        painter.drawRoundedRect(full, _THICK / 2, _THICK / 2)


def _words(progress: "Progress") -> str:
    # Rounded down: all is read when the last sentence is.
    read = say("meter.read", share=number(math.floor(progress.read * 100)))
    if not progress.claims:
        return say("meter.both", read=read, settled=say("meter.no_claims"))
    settled = say("meter.settled", settled=number(progress.claims_settled), claims=number(progress.claims))
    return say("meter.both", read=isolated(read), settled=isolated(settled))
