"""How an article looks in the list: title, where and when it stood, and how much of it is marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.model.views import ArticleLine
from annotator.window.articles.list_model import LINE, about
from annotator.window.painted_words import medium, paint_between, paint_lines, resized
from annotator.window.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_OUTSIDE = 10  # from the panel's edge to the rounded row, in pixels like all below
_INSIDE = 10  # from the rounded row to its words
_ABOVE = 8
_BELOW_TITLE = 3
_ABOVE_METER = 6
_METER = 3
_GAP = 2  # between two segments of the meter
_TITLE_LINES = 2


class ArticleCard(QStyledItemDelegate):
    """Paints a row of the list of articles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._widths: dict[str, int] = {}  # of titles on one line: a list may have ten thousand rows
        self._measure(QFont())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if option.font != self._font:
            self._measure(option.font)
        title: str = index.data(LINE).title
        width = self._widths.get(title)
        if width is None:
            width = self._widths[title] = self._metrics.horizontalAdvance(title)
        room = self._room(option)
        return QSize(room, self._heights[0 if width <= room else 1])

    def _measure(self, font: QFont) -> None:
        """Forgets what was measured in another font."""
        title, small = _fonts(font)
        self._font, self._metrics = QFont(font), QFontMetrics(title)
        rest = _BELOW_TITLE + QFontMetrics(small).height() + _ABOVE_METER + _METER + 2 * _ABOVE
        self._heights = (self._metrics.height() + rest, _TITLE_LINES * self._metrics.height() + rest)
        self._widths.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ArticleLine = index.data(LINE)
        row = option.rect.adjusted(_OUTSIDE, 0, -_OUTSIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.state, row)
        inside = QRectF(row.adjusted(_INSIDE, _ABOVE, -_INSIDE, -_ABOVE))
        title, small = _fonts(option.font)
        painter.setPen(QColor(self.theme.ink))
        height = paint_lines(painter, title, line.title, inside, _TITLE_LINES)
        painter.setPen(QColor(self.theme.secondary))
        paint_between(painter, small, *about(line), inside.adjusted(0, height + _BELOW_TITLE, 0, 0))
        track = QRectF(inside.left(), inside.bottom() - _METER, inside.width(), _METER)
        self._paint_meter(painter, line, track, leftward=option.direction == Qt.LayoutDirection.RightToLeft)
        painter.restore()

    def _paint_ground(self, painter: QPainter, state: QStyle.StateFlag, row: QRect) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or hovered or focused):
            return
        ground = QColor(self.theme.hover if chosen else self.theme.card)
        painter.setPen(QColor(self.theme.secondary) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(ground if chosen or hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_meter(self, painter: QPainter, line: ArticleLine, track: QRectF, *, leftward: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.selection))
        painter.drawRoundedRect(track, 1.5, 1.5)
        for tag, (begin, end) in segments(line, track.width()).items():
            painter.setBrush(QColor(self.theme.tags[tag].mark))
            left = track.right() - end if leftward else track.left() + begin
            painter.drawRoundedRect(QRectF(left, track.top(), end - begin, _METER), 1.5, 1.5)

    def _room(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if view is not None else option.rect.width()  # type: ignore[attr-defined]  # any QWidget, says the stub
        return int(width) - 2 * (_OUTSIDE + _INSIDE)


def segments(line: ArticleLine, width: float) -> dict[Tag, tuple[float, float]]:
    """Where on a meter of that width each tag's share begins and ends, in pixels.

    Claims overlap, so shares may add up to more than the text: then all shrink alike. A share too
    small to see gets as much as can be seen.
    """
    shares = {tag: line.covered[tag] for tag in Tag if line.covered.get(tag, 0) > 0}
    if not shares:
        return {}
    room = width - _GAP * (len(shares) - 1)
    scale = room / max(1.0, sum(shares.values()))
    lengths = {tag: max(float(_METER), share * scale) for tag, share in shares.items()}
    shrink = min(1.0, room / sum(lengths.values()))
    placed, left = {}, 0.0
    for tag, length in lengths.items():
        placed[tag] = (left, left + length * shrink)
        left += length * shrink + _GAP
    return placed


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    return medium(base), resized(base, 0.9)
