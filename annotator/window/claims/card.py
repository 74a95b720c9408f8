"""How a claim looks in the list: its letter, its words on two lines, and who says it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.enums import Tag
from annotator.model.views import ClaimLine
from annotator.window.claims.checking import lacks_response, lacks_source
from annotator.window.claims.list_model import COLLEAGUES, LINE, PEOPLE, Index, remarks, speakers
from annotator.window.painted_words import paint_lines, resized
from annotator.window.people import People
from annotator.window.theme import Theme
from annotator.words import say

_SIDE = 14  # pixels, like all below
_ABOVE = 9
_LETTER = 20
_GAP = 12
_LINES = 2
_MARK = 12
_MARK_GAP = 4
_APART = 8
_BETWEEN = " · "
_BELOW = 2
_DOT = 7


class ClaimCard(QStyledItemDelegate):
    """Paints a row of the list of claims; it is as high as its words, or all rows have one height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._room, self._font = 0, QFont()
        self._lines: dict[str, int] = {}

    def measure_for(self, view: QAbstractItemView, *, alike: bool) -> None:
        """Knows the list's width and type, or with `alike` that every row has room for two lines of words."""
        room = 0 if alike else view.viewport().width() - 2 * _SIDE - _LETTER - _GAP
        if (room, view.font()) != (self._room, self._font):
            self._room, self._font = room, QFont(view.font())
            self._lines.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = QFontMetrics(option.font).height() * self._lines_of(index)
        small = QFontMetrics(_small(option.font)).height()
        below = small + _BELOW if index.data(PEOPLE) is not None else 0
        return QSize(100, words + small + below + 2 * _ABOVE + 3)

    def _lines_of(self, index: Index) -> int:
        """How many lines the words take; found once for a width and a type."""
        if not self._room:
            return _LINES
        words: str = index.data()
        if words not in self._lines:
            wide = QFontMetrics(self._font).horizontalAdvance(" ".join(words.split()))
            self._lines[words] = 1 if wide < self._room else _LINES
        return self._lines[words]

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
        if line.unread:
            self._paint_unread(painter, QPointF(corner + _LETTER if mirrored else corner, inside.top()))
        taken = _LETTER + _GAP
        room = inside.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)
        below = self._paint_words(painter, option.font, line, room)
        people = index.data(PEOPLE)
        if people is not None:
            self._paint_person(painter, line, people, index.data(COLLEAGUES), below)
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

    def _paint_words(self, painter: QPainter, base: QFont, line: ClaimLine, room: QRect) -> QRectF:
        """The words, and the second line; gives what is left below them."""
        font = QFont(base)
        font.setStrikeOut(line.withdrawn)
        painter.setPen(QColor(self.theme.secondary if line.withdrawn else self.theme.ink))
        height = paint_lines(painter, font, line.quote, QRectF(room), _LINES)
        about = QRectF(room).adjusted(0, height + 2, 0, 0)
        self._paint_about(painter, _small(base), line, about)
        return about.adjusted(0, QFontMetrics(_small(base)).height() + _BELOW, 0, 0)

    def _paint_about(self, painter: QPainter, font: QFont, line: ClaimLine, room: QRectF) -> None:
        """The second line; only what must be settled is red, and has a mark before it."""
        painter.setFont(font)
        rest = _Rest(painter, room)
        must = [say("panel.no_source")] if lacks_source(line) else []
        must += [say("panel.no_response")] if lacks_response(line) else []
        more = remarks(line, short=True)
        if line.speakers or not must:
            first = speakers(line) or say("panel.no_source")
            taken = sum(rest.width(words) for words in must) + len(must) * (_APART + _MARK + _MARK_GAP)
            taken += sum(rest.width(words) for words in more)
            rest.paint(first, QColor(self.theme.secondary), at_least=room.width() / 3, spare=taken)
        for words in must:
            rest.skip(_APART if rest.begun else 0, 0)
            self._paint_mark(painter, rest.skip(_MARK, _MARK_GAP))
            rest.paint(words, QColor(self.theme.accent), follows=False)
        for words in more:
            rest.paint(words, QColor(self.theme.secondary))

    def _paint_person(
        self, painter: QPainter, line: ClaimLine, people: People, said: list[str], room: QRectF
    ) -> None:
        """The third line, where several people mark: whose the claim is, and what people said of it."""
        rest = _Rest(painter, room)
        place = rest.skip(_DOT, _MARK_GAP + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(people.ink(line.author, self.theme))
        painter.drawEllipse(QRectF(place.left(), place.center().y() - _DOT / 2, _DOT, _DOT))
        taken = sum(rest.width(words) for words in said)
        rest.paint(line.reviewer, QColor(self.theme.ink), at_least=room.width() / 3, spare=taken)
        for words in said:
            rest.paint(words, QColor(self.theme.secondary))

    def _paint_unread(self, painter: QPainter, corner: QPointF) -> None:
        """A dot in ink at the letter's outer corner, as on the page."""
        painter.setPen(QPen(QColor(self.theme.panel), 1.5))
        painter.setBrush(QColor(self.theme.ink))
        painter.drawEllipse(corner, 4, 4)

    def _paint_mark(self, painter: QPainter, room: QRectF) -> None:
        """A sign of exclamation in a disc: what must be settled is seen without colour too."""
        if room.width() < _MARK:
            return
        disc = QRectF(room.left(), room.center().y() - _MARK / 2, _MARK, _MARK)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(disc)
        font = letter_font(painter.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.panel))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "!")
        painter.restore()


class _Rest:
    """What is left of a line while words are painted one after the other, from the reading side.

    `begun` says whether any were.
    """

    def __init__(self, painter: QPainter, room: QRectF) -> None:
        self._painter = painter
        self._metrics = QFontMetrics(painter.font())
        self._room = QRectF(room.left(), room.top(), room.width(), self._metrics.height())
        self.begun = False
        self._mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def width(self, words: str) -> int:
        """How many pixels words take that follow others."""
        return self._metrics.horizontalAdvance(_BETWEEN + words)

    def paint(
        self, words: str, colour: QColor, *, follows: bool = True, at_least: float = 0, spare: float = 0
    ) -> None:
        """Paints words, cut short where room lacks; `spare` is kept for others beyond `at_least` pixels."""
        words = _BETWEEN + words if follows and self.begun else words
        room = max(at_least, self._room.width() - spare)
        words = self._metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, int(min(room, self._room.width()))
        )
        place = self.skip(self._metrics.horizontalAdvance(words), 0)
        self._painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(
            place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, words
        )
        self.begun = True

    def skip(self, width: float, after: float) -> QRectF:
        """Takes room from the reading side; gives the part that was taken."""
        width = min(width, self._room.width())
        left = self._room.right() - width if self._mirrored else self._room.left()
        taken = QRectF(left, self._room.top(), width, self._room.height())
        moved = min(width + after, self._room.width())
        self._room = self._room.adjusted(
            0 if self._mirrored else moved, 0, -moved if self._mirrored else 0, 0
        )
        return taken


def letter_font(base: QFont) -> QFont:
    """The face of a tag's letter in its square."""
    font = QFont(base)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Bold)
    return font


def _small(base: QFont) -> QFont:
    return resized(base, 0.92)
