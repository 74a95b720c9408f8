"""Words painted by delegates and buttons: a few lines at most, from the side their script begins on."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from annotator.text.direction import begins_right
from annotator.text.utf16 import Utf16Map

#: Set the words between them apart, so that a right-to-left name does not turn the line it stands in.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def isolated(words: str) -> str:
    """The words between marks that keep their direction to themselves."""
    return f"{_ISOLATE}{words}{_END_ISOLATE}" if words else ""


def medium(font: QFont) -> QFont:
    """The font a little heavier, for titles."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.Medium)
    return heavier


def resized(font: QFont, factor: float) -> QFont:
    """The font in another size."""
    other = QFont(font)
    if font.pixelSize() > 0:
        other.setPixelSize(max(9, round(font.pixelSize() * factor)))
    else:
        other.setPointSizeF(font.pointSizeF() * factor)
    return other


def paint_lines(painter: QPainter, font: QFont, words: str, room: QRectF, most: int) -> float:
    """Paints words on at most so many lines, cut short by an ellipsis; gives their height in pixels."""
    words = " ".join(words.split())
    side = Qt.AlignmentFlag.AlignRight if begins_right(words) else Qt.AlignmentFlag.AlignLeft
    layout = QTextLayout(words, font)
    option = QTextOption(side)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines, height = _lines(layout, room.width(), most)
    for line in lines[:-1]:
        line.draw(painter, room.topLeft())
    if lines:
        last = lines[-1]
        start = Utf16Map(words).offset(last.textStart())
        rest = QFontMetrics(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, int(room.width()))
        place = QRectF(room.left(), room.top() + last.y(), room.width(), last.height())
        painter.save()
        painter.setFont(font)
        # As in the lines above: the words decide where they begin and end, whatever the window's direction.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, rest)
        painter.restore()
    return height


def paint_between(painter: QPainter, font: QFont, first: str, rest: str, room: QRectF) -> None:
    """Paints two parts of one line; where room lacks, the first is cut short."""
    metrics = QFontMetrics(font)
    # Measured together: marks of direction and borrowed faces make a line longer than its parts.
    over = metrics.horizontalAdvance(isolated(first) + rest) - int(room.width())
    if over > 0:
        left = metrics.horizontalAdvance(first) - over
        first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, max(left, 0))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, isolated(first) + rest)


def _lines(layout: QTextLayout, width: float, most: int) -> tuple[list[QTextLine], float]:
    """The lines that fit. All are as high as the font itself, whatever other face a script borrows."""
    lines: list[QTextLine] = []
    height = 0.0
    step = QFontMetrics(layout.font()).height()
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += step
        lines.append(line)
    layout.endLayout()
    return lines, height
