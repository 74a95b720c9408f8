"""The colours to choose from, as dots in a row; the name of the chosen one stands beside them in words."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from annotator.desk.colours import COLOURS
from annotator.window.people import readable
from annotator.window.plain import as_tip, plain_label
from annotator.window.theme import Theme
from annotator.words import say

#: What the colours are called, in their order.
_NAMES = ("violet", "teal", "ochre", "blue", "olive", "plum", "green", "rose")

_CELL = 26  # pixels, like all below
_DOT = 12
_RING = 17


class ColourDot(QAbstractButton):
    """One colour: a ring says that it is chosen, a frame that the keys go to it."""

    def __init__(self, colour: str, name: str, theme: Theme) -> None:
        super().__init__()
        self.colour, self.name, self.theme = colour, name, theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_CELL, _CELL)

    def paintEvent(self, _: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(readable(self.colour, self.theme))
            painter.drawEllipse(self._circle(_DOT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.isChecked() or self.underMouse():
                painter.setPen(QPen(QColor(self.theme.ink if self.isChecked() else self.theme.border), 1.6))
                painter.drawEllipse(self._circle(_RING))
            if self.hasFocus():
                painter.setPen(QColor(self.theme.ink))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _circle(self, size: float) -> QRectF:
        return QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)


class ColourDots(QWidget):
    """Dots of which one is chosen. Signal: `chosen` with the colour, `#rrggbb`, when a person chose another.

    A colour that is not among them, as somebody may have from elsewhere, stays until another is chosen.
    """

    chosen = Signal(str)

    def __init__(self, colour: str, theme: Theme) -> None:
        super().__init__()
        self._colour = colour
        self._build(theme)
        self.set_colour(colour)

    @property
    def colour(self) -> str:
        """The colour that is chosen, `#rrggbb`."""
        return self._colour

    @property
    def dots(self) -> tuple[ColourDot, ...]:
        """The dots in their order."""
        return self._dots

    def set_colour(self, colour: str) -> None:
        """Takes a colour without telling of it."""
        self._colour = colour
        wanted = next((dot for dot in self._dots if dot.colour.lower() == colour.lower()), None)
        self._group.setExclusive(wanted is not None)  # or a dot that was chosen could not be let go
        for dot in self._dots:
            dot.setChecked(dot is wanted)
            dot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.setExclusive(True)
        self._word.setText(wanted.name if wanted else say("who.own_colour"))

    def set_brief(self, brief: bool) -> None:
        """Leaves out the word for the colour, which the dot's tooltip has too, or says it."""
        self._word.setVisible(not brief)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for dot in self._dots:
            dot.theme = theme
            dot.update()

    def _build(self, theme: Theme) -> None:
        self.setAccessibleName(say("who.colours"))
        self._group = QButtonGroup(self)
        self._dots = tuple(
            ColourDot(colour, say(f"who.{name}"), theme) for colour, name in zip(COLOURS, _NAMES, strict=True)
        )
        self._word = plain_label(kind="quiet")
        widest = max(self._word.fontMetrics().horizontalAdvance(dot.name) for dot in self._dots)
        self._word.setMinimumWidth(widest + 4)  # or the row would move with each choice
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for dot in self._dots:
            self._group.addButton(dot)
            row.addWidget(dot)
        row.addSpacing(6)
        row.addWidget(self._word)
        row.addStretch()
        # Toggled, not clicked: so arrow keys and screen readers choose.
        self._group.buttonToggled.connect(self._toggled)

    def _toggled(self, dot: QAbstractButton, on: bool) -> None:
        if isinstance(dot, ColourDot) and on and dot.colour.lower() != self._colour.lower():
            self._colour = dot.colour
            self._word.setText(dot.name)
            self.chosen.emit(dot.colour)
