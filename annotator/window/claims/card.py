"""How a claim looks in the list: its letter, its words on two lines, and who says it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.model.views import ClaimLine
from annotator.window.claims.list_model import LINE, Index, remarks, speakers
from annotator.window.painted_words import paint_lines, resized
from annotator.window.theme import Theme
from annotator.words import say

_SIDE = 14  # pixels, like all below
_ABOVE = 9
_LETTER = 20
_GAP = 12
_LINES = 2


class ClaimCard(QStyledItemDelegate):
    """Paints a row of the list of claims; all rows have one height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = QFontMetrics(option.font).height() * _LINES
        return QSize(100, words + QFontMetrics(_small(option.font)).height() + 2 * _ABOVE + 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ClaimLine = index.data(LINE)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, picked=picked)
        inside = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        corner = inside.right() - _LETTER + 1 if mirrored else inside.left()
        self._paint_letter(painter, line.tag, QRectF(corner, inside.top(), _LETTER, _LETTER), picked=picked)
        taken = _LETTER + _GAP
        self._paint_words(
            painter,
            option.font,
            line,
            inside.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0),
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, picked: bool) -> None:
        row = QRectF(option.rect)
        if picked:
            painter.fillRect(row, QColor(self.theme.hover))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(self.theme.card))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(self.theme.line))
        if (
            picked
            and option.state & QStyle.StateFlag.State_Active
            and option.state & QStyle.StateFlag.State_HasFocus
        ):
            painter.setPen(QColor(self.theme.secondary))
            painter.drawRoundedRect(row.adjusted(2.5, 2.5, -2.5, -3.5), 6, 6)

    def _paint_letter(self, painter: QPainter, tag: Tag, square: QRectF, *, picked: bool) -> None:
        colours = self.theme.tags[tag]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mark))
        painter.drawRoundedRect(square, 5, 5)
        if picked:
            painter.setPen(QColor(self.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(-3, -3, 3, 3), 7, 7)
        painter.setFont(letter_font(painter.font()))
        painter.setPen(QColor(colours.letter))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, tag.letter)

    def _paint_words(self, painter: QPainter, base: QFont, line: ClaimLine, room: QRect) -> None:
        font = QFont(base)
        font.setStrikeOut(line.withdrawn)
        painter.setPen(QColor(self.theme.secondary if line.withdrawn else self.theme.ink))
        height = paint_lines(painter, font, line.quote, QRectF(room), _LINES)
        self._paint_about(painter, _small(base), line, QRectF(room).adjusted(0, height + 2, 0, 0))

    def _paint_about(self, painter: QPainter, font: QFont, line: ClaimLine, room: QRectF) -> None:
        """The second line; only an allegation that nobody is said to make is red: it must be settled."""
        urgent = line.without_source and line.tag is Tag.ALLEGATION and not line.withdrawn
        metrics = QFontMetrics(font)
        rest = "".join(f" · {remark}" for remark in remarks(line, short=True))
        first = speakers(line) or say("panel.no_source")
        spare = int(room.width()) - metrics.horizontalAdvance(rest)
        first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, max(spare, int(room.width() / 3)))
        painter.setFont(font)
        painter.setPen(QColor(self.theme.accent if urgent else self.theme.secondary))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, first)
        painter.setPen(QColor(self.theme.secondary))
        taken = metrics.horizontalAdvance(first)
        rest = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(room.width()) - taken)
        painter.drawText(
            room.adjusted(taken, 0, 0, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, rest
        )


def letter_font(base: QFont) -> QFont:
    """The face of a tag's letter in its square."""
    font = QFont(base)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Bold)
    return font


def _small(base: QFont) -> QFont:
    return resized(base, 0.92)
