"""The square with a tag's letter, as a widget."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.model.enums import Tag
from annotator.window.claims.card import letter_font
from annotator.window.theme import Theme

_SIZE = 22  # pixels
_RADIUS = 5


class Letter(QWidget):
    """Shows a tag by letter and colour, as the list of claims does."""

    def __init__(self, theme: Theme, tag: Tag = Tag.FACT) -> None:
        super().__init__()
        self._theme, self._tag = theme, tag
        self.setFixedSize(self.sizeHint())

    def set_tag(self, tag: Tag) -> None:
        """Shows another tag."""
        self._tag = tag
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, square = self._theme.tags[self._tag], QRectF(0, 0, _SIZE, _SIZE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.mark))
            painter.drawRoundedRect(square, _RADIUS, _RADIUS)
            painter.setFont(letter_font(self.font()))
            painter.setPen(QColor(colours.letter))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._tag.letter)
