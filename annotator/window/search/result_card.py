"""How a row of the search looks: an article's title, or below it a hit with the words that were found."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.model.search import HitKind
from annotator.window.claims.card import letter_font
from annotator.window.painted_words import medium, resized
from annotator.window.search.found_words import lines_needed, paint_found
from annotator.window.search.results_model import ROW, Index, ResultRow
from annotator.window.theme import Theme
from annotator.words import say

_OUTSIDE = 10  # from the panel's edge to the rounded row, in pixels like all below
_INSIDE = 10  # from the rounded row to its words
_ABOVE_TITLE = 10
_ABOVE = 5
_SQUARE = 16
_GAP = 8
_LINES = 2

#: What is said above the words where they are not the claim's own.
_ABOUT = {HitKind.NOTE: "search.in_note", HitKind.SOURCE: "search.in_source"}


class ResultCard(QStyledItemDelegate):
    """Paints a row of the search."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ResultRow = index.data(ROW)
        if row.hit is None:
            return QSize(100, QFontMetrics(medium(option.font)).height() + _ABOVE_TITLE + _ABOVE)
        font, room = _small(option.font), _room(option)
        height = lines_needed(font, row.words, room, _LINES) * QFontMetrics(font).height()
        if row.hit.kind in _ABOUT:
            height += QFontMetrics(_smaller(option.font)).height()
        return QSize(100, height + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ResultRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        room = QRectF(option.rect).adjusted(_OUTSIDE + _INSIDE, 0, -_OUTSIDE - _INSIDE, 0)
        if row.hit is None:
            room.adjust(0, _ABOVE_TITLE, 0, -_ABOVE)
            painter.setPen(QColor(self.theme.ink))
            paint_found(painter, medium(option.font), row.words, row.found, room, 1)
        else:
            room.adjust(0, _ABOVE, 0, -_ABOVE)
            self._paint_hit(painter, option, row, room)
        painter.restore()

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, room: QRectF
    ) -> None:
        assert row.hit is not None
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        corner = room.right() - _SQUARE if mirrored else room.left()
        self._paint_kind(painter, row.hit.tag, QRectF(corner, room.top() + 1, _SQUARE, _SQUARE))
        taken = _SQUARE + _GAP
        room = room.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)
        if row.hit.kind in _ABOUT:
            font = _smaller(option.font)
            painter.setFont(font)
            painter.setPen(QColor(self.theme.secondary))
            painter.drawText(
                room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, say(_ABOUT[row.hit.kind])
            )
            room.setTop(room.top() + QFontMetrics(font).height())
        painter.setPen(QColor(self.theme.ink))
        paint_found(painter, _small(option.font), row.words, row.found, room, _LINES)

    def _paint_kind(self, painter: QPainter, tag: Tag | None, square: QRectF) -> None:
        """The letter of the claim's tag; three lines of writing for a place in the text."""
        painter.setPen(Qt.PenStyle.NoPen)
        if tag is None:
            painter.setBrush(QColor(self.theme.border))
            for n, wide in enumerate((_SQUARE - 2, _SQUARE - 2, _SQUARE - 7)):
                painter.drawRoundedRect(
                    QRectF(square.left() + 1, square.top() + 3 + 4 * n, wide, 1.6), 0.8, 0.8
                )
            return
        colours = self.theme.tags[tag]
        painter.setBrush(QColor(colours.mark))
        painter.drawRoundedRect(square, 4, 4)
        font = letter_font(painter.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(colours.letter))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, tag.letter)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or hovered):
            return
        painter.setPen(QColor(self.theme.secondary) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.hover if chosen else self.theme.card))
        row = QRectF(option.rect).adjusted(_OUTSIDE + 0.5, 0.5, -_OUTSIDE - 0.5, -0.5)
        painter.drawRoundedRect(row, 8, 8)


def _room(option: QStyleOptionViewItem) -> int:
    """The width a hit's words have, in pixels."""
    view = option.widget
    width = view.viewport().width() if view is not None else option.rect.width()  # type: ignore[attr-defined]  # any QWidget, says the stub
    return int(width) - 2 * (_OUTSIDE + _INSIDE) - _SQUARE - _GAP


def _small(base: QFont) -> QFont:
    return resized(base, 0.95)


def _smaller(base: QFont) -> QFont:
    return resized(base, 0.85)
