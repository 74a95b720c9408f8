"""What stands in the editor's place while no claim is picked: how to pick one, and the first keys to know."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QWidget

from annotator.window.painted_words import resized
from annotator.words import say

_MARKING = ("nothing_here", "allegation", "denial", "fact", "said_by", "link")
#: The actions in the order one comes to need them; `first.<name>` says what each does.
_FIRST = (*_MARKING, "next_point", "codebook", "palette")

_WIDEST = 300  # pixels, like all below
_AROUND = 24
_BELOW_HINT = 18
_BETWEEN = 5
_GAP = 10  # from the keys to what they do
_CAP, _CAP_SIDE = 19, 5  # the least width of a key's cap, and the room beside the key
_WRAPPED = Qt.TextFlag.TextWordWrap


class FirstSteps(QWidget):
    """A quiet page that teaches by being there; actions without a key are left out.

    It is painted, not made of labels: those would cost more than all else that a start shows first.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(say("editor.empty"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The keys and what each does, in words."""
        return self._rows

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Takes the keys of actions by name, as they are written for people."""
        self._rows = tuple((keys[name], say(f"first.{name}")) for name in _FIRST if keys.get(name))
        self.setAccessibleDescription(". ".join(f"{key}: {words}" for key, words in self._rows))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hint, and below it as many of the keys as there is room for."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            wide = self.width() - 2 * _AROUND
            hint = self._height(say("editor.empty"), wide)
            rows = self._placed(min(wide, _WIDEST), self.height() - hint - _BELOW_HINT - _AROUND)
            tall = hint + _BELOW_HINT + rows[-1][0].bottom() if rows else hint
            top = max((self.height() - tall) // 2, _AROUND // 2)
            place = QRect(_AROUND, top, wide, hint)
            painter.drawText(place, _WRAPPED | Qt.AlignmentFlag.AlignHCenter, say("editor.empty"))
            painter.translate(0, top + hint + _BELOW_HINT)
            for (cap, said), (key, words) in zip(rows, self._rows, strict=False):
                self._paint_cap(painter, cap, key)
                painter.drawText(said, _WRAPPED | Qt.AlignmentFlag.AlignLeft, words)

    def _placed(self, wide: int, room: int) -> list[tuple[QRect, QRect]]:
        """Where keys and words stand, row by row from 0, in a column in the middle; those that fit."""
        metrics = QFontMetrics(self._cap_font())
        caps = [max(_CAP, metrics.horizontalAdvance(key) + 2 * _CAP_SIDE) for key, _ in self._rows]
        column, left = max(caps, default=0), (self.width() - wide) // 2
        placed: list[tuple[QRect, QRect]] = []
        top = 0
        for cap, (_, words) in zip(caps, self._rows, strict=True):
            said = QRect(left + column + _GAP, top, wide - column - _GAP, 0)
            said.setHeight(self._height(words, said.width()))
            if said.bottom() > room:
                break
            key = QRect(left + column - cap, top, cap, self.fontMetrics().height())
            placed.append((self._mirrored(key), self._mirrored(said)))
            top = said.bottom() + 1 + _BETWEEN
        return placed

    def _paint_cap(self, painter: QPainter, place: QRect, key: str) -> None:
        pen, font = painter.pen(), painter.font()
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(pen)
        painter.setFont(self._cap_font())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)
        painter.setFont(font)

    def _cap_font(self) -> QFont:
        return resized(self.font(), 0.85)

    def _height(self, words: str, wide: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, max(wide, 1), 10_000), _WRAPPED, words).height()

    def _mirrored(self, place: QRect) -> QRect:
        """The place in the window's direction."""
        return QStyle.visualRect(self.layoutDirection(), QRect(0, 0, self.width(), 0), place)
