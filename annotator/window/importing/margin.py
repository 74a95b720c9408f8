"""What stands beside the paragraphs of a draft: where one begins, its page, and which one is in turn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from annotator.model.places import PlaceKind
from annotator.text.paragraphs import Paragraphs
from annotator.window.article.geometry import Line
from annotator.window.article.typesetting import Measures
from annotator.words import say

#: In pixels of the 100 % page: from a paragraph's first baseline up to the rule above it and how long that
#: is, how far the bar stands from the column and how wide it is, how far beyond it labels begin.
_RULE_ABOVE, _RULE_LONG = 28, 26
_BAR_APART, _BAR_WIDE = 16, 3
_LABEL_APART = 10
_LABEL_TYPE = 0.68  # of the body's
_RULE_OPACITY = 0.55


class Margin:
    """Draws on a sheet, in pixels of its document."""

    def __init__(self, painter: QPainter, measures: Measures, palette: QPalette) -> None:
        self._painter, self._measures = painter, measures
        self._colour = palette.color(QPalette.ColorRole.PlaceholderText)

    def paint(self, line: Line, article: Paragraphs, in_turn: int) -> None:
        """Draws what belongs to a line: the bar beside a paragraph in turn, rule and label at a beginning."""
        number = article.at(line.start)
        if not article.spans or not article.spans[number].overlaps(line.span):
            return  # a blank one
        if number == in_turn:
            self._bar(line)
        if line.start <= article.spans[number].start:
            if number:
                self._rule(line)
            self._label(line, label_of(article, number))

    def _bar(self, line: Line) -> None:
        leading = self._measures.leading
        top, bottom = line.baseline - leading * 0.72 * line.scale, line.baseline + leading * 0.3
        apart = self._measures.scaled(_BAR_APART)
        x = line.left + line.width + apart - _BAR_WIDE if line.leftward else line.left - apart
        self._painter.fillRect(QRectF(x, top, _BAR_WIDE, bottom - top), self._colour)

    def _rule(self, line: Line) -> None:
        y = round(line.baseline - self._measures.scaled(_RULE_ABOVE) * line.scale) + 0.5
        long = self._measures.scaled(_RULE_LONG)
        x = line.left + line.width - long if line.leftward else line.left
        self._painter.setOpacity(_RULE_OPACITY)
        self._painter.setPen(self._colour)
        self._painter.drawLine(QPointF(x, y), QPointF(x + long, y))
        self._painter.setOpacity(1)

    def _label(self, line: Line, label: str) -> None:
        measures = self._measures
        font = QFont()
        font.setPixelSize(max(round(measures.type_size * _LABEL_TYPE), 1))
        self._painter.setFont(font)
        self._painter.setPen(self._colour)
        apart, wide = measures.scaled(_BAR_APART + _LABEL_APART), measures.margin
        x = line.left + line.width + apart if line.leftward else line.left - apart - wide
        room = QRectF(x, line.baseline - measures.leading, wide, measures.leading * 1.35)
        side = Qt.AlignmentFlag.AlignLeft if line.leftward else Qt.AlignmentFlag.AlignRight
        self._painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, label)


def label_of(article: Paragraphs, number: int) -> str:
    """The page or time of a paragraph, where it is not the one of the paragraph above; else empty."""
    place = article.place_of(number)
    above = article.place_of(number - 1) if number else None
    if place is None or (above is not None and above.value == place.value):
        return ""
    return say("preview.page", page=place.value) if place.kind is PlaceKind.PAGE else place.value
