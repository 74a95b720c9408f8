"""A quiet card that is one button: a title, a line below it, and perhaps a word in its corner."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.window.painted_words import medium, paint_lines, resized
from annotator.window.theme import Theme

_PADDING = 12
_BETWEEN = 3
_BELOW_MARK = 6
_LINES = 2
_RADIUS = 8


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card; a `mark` is set apart above the title."""

    title: str
    below: str
    mark: str = ""


class CardButton(QAbstractButton):
    """Painted, not written as a button's text, so that an ampersand in a title stays one."""

    def __init__(self, words: CardWords, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.set_words(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_words(self, words: CardWords) -> None:
        """Shows other words."""
        self.words = words
        self.setAccessibleName(", ".join(part for part in (words.title, words.mark, words.below) if part))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(180))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, small = QFontMetrics(medium(self.font())), QFontMetrics(resized(self.font(), 0.9))
        room = width - 2 * _PADDING
        mark = small.height() + _BELOW_MARK if self.words.mark else 0
        lines = _lines_needed(title, self.words.title, room) * title.height()
        return (
            mark
            + lines
            + _BETWEEN
            + _lines_needed(small, self.words.below, room) * small.height()
            + 2 * _PADDING
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            room = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
            small = resized(self.font(), 0.9)
            if self.words.mark:
                self._paint_mark(painter, small, room)
                room.setTop(room.top() + QFontMetrics(small).height() + _BELOW_MARK)
            painter.setPen(QColor(self._theme.ink))
            height = paint_lines(painter, medium(self.font()), self.words.title, room, _LINES)
            painter.setPen(QColor(self._theme.secondary))
            paint_lines(painter, small, self.words.below, room.adjusted(0, height + _BETWEEN, 0, 0), _LINES)

    def _paint_mark(self, painter: QPainter, font: QFont, room: QRectF) -> None:
        metrics = QFontMetrics(font)
        ground = QRectF(
            room.left(), room.top(), metrics.horizontalAdvance(self.words.mark) + 14, metrics.height()
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.selection))
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(font)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, self.words.mark)

    def _paint_ground(self, painter: QPainter) -> None:
        lit = self.underMouse() or self.isDown()
        painter.setPen(QColor(self._theme.ink if self.hasFocus() else self._theme.border))
        painter.setBrush(QColor(self._theme.hover if lit else self._theme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _lines_needed(metrics: QFontMetrics, words: str, room: int) -> int:
    return 1 if metrics.horizontalAdvance(words) <= room else _LINES
