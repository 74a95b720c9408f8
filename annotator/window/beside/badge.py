"""A tag's letter in its square, with the accent round it where its claim is the picked one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.model.enums import Tag
from annotator.window.claims.card import letter_font
from annotator.window.theme import Theme

_SIZE, _RING = 18, 3  # pixels
#: The whole square, with the room for its ring.
BADGE = _SIZE + 2 * _RING


class TagBadge(QWidget):
    """Shows a tag as list and margin do; `hollow` for a claim that was withdrawn."""

    def __init__(self, tag: Tag, theme: Theme, *, picked: bool, hollow: bool) -> None:
        super().__init__()
        self._tag, self._theme = tag, theme
        self._picked, self._hollow = picked, hollow
        self.setFixedSize(BADGE, BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.tags[self._tag]
        square = QRectF(_RING, _RING, _SIZE, _SIZE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._picked:
                painter.setPen(QPen(QColor(self._theme.accent), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(square.adjusted(-2.2, -2.2, 2.2, 2.2), 6, 6)
            mark = QColor(colours.mark)
            painter.setPen(QPen(mark, 1.2) if self._hollow else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if self._hollow else mark)
            painter.drawRoundedRect(square, 4, 4)
            painter.setFont(letter_font(self.font()))
            painter.setPen(mark if self._hollow else QColor(colours.letter))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._tag.letter)
