"""One choice of a few, side by side: the tag of a claim, the stance of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from annotator.window.plain import as_tip

_RADIUS = 7.0
_LINE = 3.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: its value, the word on it, and the name it has for a screen reader."""

    value: StrEnum
    word: str
    name: str


class _Segment(QAbstractButton):
    """A segment shows what is chosen; a click only asks for it, the owner decides."""

    def __init__(self, choice: Choice, *, first: bool, last: bool) -> None:
        super().__init__()
        self.value = choice.value
        self._first, self._last = first, last
        self._tint, self._mark = QColor(), QColor()
        self.set_word(choice.word, choice.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_word(self, word: str, name: str) -> None:
        """Takes a word and a name for a screen reader."""
        self.setText(word)
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))
        self.updateGeometry()

    def set_colours(self, tint: QColor, mark: QColor) -> None:
        """The colours of the segment while it is chosen: its ground and the line under its word."""
        self._tint, self._mark = tint, mark
        self.update()

    def nextCheckState(self) -> None:
        # Only the owner checks a segment, when what it stands for is so.
        return

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._strong())
        return QSize(metrics.horizontalAdvance(self.text()) + 12, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(30, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self.palette().color
            shape = self._shape()
            hovered = self.underMouse() and self.isEnabled()
            painter.fillPath(
                shape, colour(QPalette.ColorRole.AlternateBase if hovered else QPalette.ColorRole.Base)
            )
            if self.isChecked():
                painter.fillPath(shape, self._tint)
            painter.setPen(colour(QPalette.ColorRole.Text if self.hasFocus() else QPalette.ColorRole.Mid))
            painter.drawPath(shape)
            painter.setFont(self._strong() if self.isChecked() else self.font())
            quiet = not self.isChecked()
            painter.setPen(colour(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text))
            word = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width() - 8
            )
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, word)
            if self.isChecked():
                self._paint_line(painter, word)

    def _paint_line(self, painter: QPainter, word: str) -> None:
        """A line under the chosen word: what is chosen must be seen without colour too."""
        wide = painter.fontMetrics().horizontalAdvance(word)
        line = QRectF((self.width() - wide) / 2, self.height() - _LINE - 2, wide, _LINE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._mark)
        painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)

    def _shape(self) -> QPainterPath:
        """The segment's outline: round at the ends of the row, square between its neighbours."""
        leftmost, rightmost = self._first, self._last
        if self.isRightToLeft():
            leftmost, rightmost = rightmost, leftmost
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if rightmost else 0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(rect, _RADIUS, _RADIUS)
        for round_, inner in ((leftmost, rect.left()), (rightmost, rect.right() - _RADIUS)):
            if not round_:
                side = QPainterPath()
                side.addRect(QRectF(inner, rect.top(), _RADIUS, rect.height()))
                shape = shape.united(side)
        return shape.simplified()

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class Segments(QWidget):
    """A row of segments. Signal: `asked` (the value) when a person chooses one; it is not yet so."""

    asked = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._segments: list[_Segment] = []
        self.setAccessibleName(name)
        self._build(choices)

    @property
    def value(self) -> StrEnum | None:
        """The value of the chosen segment."""
        return next((each.value for each in self._segments if each.isChecked()), None)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to in it, in order."""
        return tuple(self._segments)

    def set_value(self, value: StrEnum | None) -> None:
        """Shows what is chosen."""
        for segment in self._segments:
            with QSignalBlocker(segment):
                segment.setChecked(segment.value == value)

    def set_word(self, value: StrEnum, word: str, name: str) -> None:
        """Other words on one segment, and its name for a screen reader, such as with a number."""
        for segment in self._segments:
            if segment.value == value:
                segment.set_word(word, name)

    def set_colours(self, value: StrEnum, tint: QColor, mark: QColor) -> None:
        """The colours of one segment while it is chosen."""
        for segment in self._segments:
            if segment.value == value:
                segment.set_colours(tint, mark)

    def _build(self, choices: Sequence[Choice]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, choice in enumerate(choices):
            segment = _Segment(choice, first=number == 0, last=number == len(choices) - 1)
            segment.clicked.connect(lambda _=False, value=choice.value: self.asked.emit(value))
            segment.toggled.connect(lambda _, toggled=segment: self._ask_for(toggled))
            self._segments.append(segment)
            row.addWidget(segment)

    def _ask_for(self, segment: _Segment) -> None:
        """A screen reader toggles a segment and does not click it: that asks too, and nothing is so yet."""
        with QSignalBlocker(segment):
            segment.setChecked(not segment.isChecked())
        self.asked.emit(segment.value)
