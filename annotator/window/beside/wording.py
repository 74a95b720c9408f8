"""The words of a version, with those set apart that not all versions have."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.text.direction import begins_right
from annotator.text.utf16 import Utf16Map
from annotator.window.beside.versions import Part
from annotator.window.theme import Theme
from annotator.words import say

#: No more lines than this; what is longer is cut off, for the article itself shows it.
_LINES = 6


class Wording(QWidget):
    """Paints the words on as many lines as they need; own ones heavier and with a line under them."""

    def __init__(self, parts: Sequence[Part], theme: Theme, *, withdrawn: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._withdrawn = withdrawn
        words = "".join(part.words for part in parts).replace("\n", " ")
        self._words = say("beside.quoted", words=words)
        self._own = _places(self._words, parts)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What it shows."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, _ = self._lay_out(self.width())
        with QPainter(self) as painter:
            painter.setPen(QColor(self._theme.secondary if self._withdrawn else self._theme.ink))
            layout.draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        """The words on their lines, and their height in pixels."""
        layout = QTextLayout(self._words, self.font())
        side = Qt.AlignmentFlag.AlignRight if begins_right(self._words) else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        step, lines = QFontMetrics(self.font()).height(), 0
        layout.beginLayout()
        while lines < _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, lines * step))
            lines += 1
        layout.endLayout()
        return layout, lines * step

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats = []
        if self._withdrawn:
            struck = QTextCharFormat()
            struck.setFontStrikeOut(True)
            formats.append(_range(0, Utf16Map(self._words).length_units, struck))
        heavy = QTextCharFormat()
        heavy.setFontWeight(QFont.Weight.Bold)
        heavy.setFontUnderline(True)
        heavy.setFontStrikeOut(self._withdrawn)
        return [*formats, *(_range(start, length, heavy) for start, length in self._own)]


def _places(words: str, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Where the own parts stand in the quoted words: first UTF-16 unit and number of units."""
    units = Utf16Map(words)
    at = say("beside.quoted", words="\n").index("\n")
    found = []
    for part in parts:
        own = part.words.strip()
        if part.own and own:
            start = units.units(at + part.words.index(own))
            found.append((start, units.units(at + part.words.index(own) + len(own)) - start))
        at += len(part.words)
    return found


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made
