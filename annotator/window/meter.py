"""How far something is: thin bars, one below the other, and what they say beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.window.plain import as_tip
from annotator.window.theme import Theme

_THICK = 3  # pixels, like all below
_APART = 3
_GAP = 8


class Meter(QWidget):
    """Shares as bars of so many pixels, and in words."""

    def __init__(self, theme: Theme, name: str, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wide = theme, wide
        self._shares: Sequence[float] = ()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)

    @property
    def words(self) -> str:
        """What the meter says."""
        return self._words

    def set_shares(self, shares: Sequence[float], words: str) -> None:
        """Shows shares, 0 to 1, and what they say."""
        self._shares, self._words = shares, words
        self.setAccessibleDescription(words)
        self.setToolTip(as_tip(words))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(self._wide + _GAP + metrics.horizontalAdvance(self._words) + 2, metrics.height() + 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.isRightToLeft()
            left = self.width() - self._wide if mirrored else 0
            top = (self.height() - len(self._shares) * (_THICK + _APART) + _APART) / 2
            for at, share in enumerate(self._shares):
                bar = QRectF(left, top + at * (_THICK + _APART), self._wide, _THICK)
                paint_share(painter, bar, share, (self._theme.border, self._theme.ink), mirrored=mirrored)
            taken = self._wide + _GAP
            room = QRectF(self.rect()).adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            side |= Qt.AlignmentFlag.AlignAbsolute  # or the painter mirrors it once more
            painter.setPen(QColor(self._theme.secondary))
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self._words)


def paint_share(
    painter: QPainter, bar: QRectF, share: float, colours: tuple[str, str], *, mirrored: bool
) -> None:
    """Paints a bar with rounded ends in the first colour, and so much of it, 0 to 1, in the second."""
    empty, full = colours
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(empty))
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    part = QRectF(bar)
    part.setWidth(bar.width() * share)
    if mirrored:
        part.moveRight(bar.right())
    painter.setBrush(QColor(full))
    painter.drawRoundedRect(part, bar.height() / 2, bar.height() / 2)
