"""Small rounded buttons with a few words in different weights, painted in the palette's colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.window.painted_words import isolated, resized
from annotator.window.theme import TagColours

_SIDE = 9  # pixels, like all below
_BETWEEN = 6
_HEIGHT = 24
_CAP_SIDE = 4
_BADGE = 16
_TELLING = 130  # what is left of the words of a pill before those beside them are cut short too
_LEAST = 24


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a pill; `quiet` in the secondary colour, `cap` as the cap of a key.

    `badge` is the letter of a tag on the tag's mark, in its colours.
    """

    words: str
    quiet: bool = False
    strong: bool = False
    cap: bool = False
    badge: TagColours | None = None

    @property
    def plain(self) -> bool:
        """Whether these are the words the pill is about."""
        return not (self.quiet or self.strong or self.cap or self.badge)


def width_of(words: str, font: QFont) -> int:
    """How wide a pill with only these words wants to be, in pixels."""
    return QFontMetrics(font).horizontalAdvance(words) + 2 * _SIDE


class Pill(QAbstractButton):
    """A rounded button; the words it is about are cut short where room lacks, then the quiet ones."""

    def __init__(self, runs: Sequence[Run] = ()) -> None:
        super().__init__()
        self._runs: tuple[Run, ...] = tuple(runs)
        self._outline: QColor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Shows other words."""
        self._runs = tuple(runs)
        self.updateGeometry()
        self.update()

    def set_outline(self, colour: QColor | None) -> None:
        """Gives the outline a colour of its own; None for the quiet one."""
        self._outline = colour
        self.update()

    def sizeHint(self) -> QSize:
        widths = [self._width(run) for run in self._runs]
        return QSize(sum(widths) + _BETWEEN * max(0, len(widths) - 1) + 2 * _SIDE, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(2 * _SIDE + 20, self.sizeHint().width()), self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            left = _SIDE
            for run, width in zip(self._runs, self._fitting(), strict=True):
                self._paint_run(painter, run, QRectF(self._from(left, width), 0, width, self.height()))
                left += width + _BETWEEN

    def _paint_ground(self, painter: QPainter) -> None:
        colour = self.palette().color
        ground = colour(QPalette.ColorRole.Highlight if self.isDown() else QPalette.ColorRole.Base)
        if self.underMouse() and self.isEnabled() and not self.isDown():
            ground = colour(QPalette.ColorRole.AlternateBase)
        outline = self._outline or colour(QPalette.ColorRole.Mid)
        if self.hasFocus():
            outline = colour(QPalette.ColorRole.Text)
        painter.setBrush(ground)
        painter.setPen(outline)
        half = (self.height() - 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), half, half)

    def _fitting(self) -> list[int]:
        """The widths of the runs, in pixels, cut down until they fit into the pill."""
        widths = [self._width(run) for run in self._runs]
        over = self.sizeHint().width() - self.width()
        plain = [n for n, run in enumerate(self._runs) if run.plain]
        quiet = [n for n, run in enumerate(self._runs) if run.quiet]
        for places, least in ((plain, _TELLING), (quiet, _LEAST), (plain, _LEAST)):
            for place in places:
                cut = max(0, min(over, widths[place] - least))
                widths[place] -= cut
                over -= cut
        return widths

    def _paint_run(self, painter: QPainter, run: Run, room: QRectF) -> None:
        if run.badge is not None:
            self._paint_badge(painter, run, run.badge, room)
            return
        font = self._font_of(run)
        quiet = (run.quiet or run.cap or not self.isEnabled()) and not self.isDown()
        role = QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text
        if run.cap:
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tall = QFontMetrics(font).height() + 1
            painter.drawRoundedRect(QRectF(room.left(), (room.height() - tall) / 2, room.width(), tall), 3, 3)
        painter.setFont(font)
        painter.setPen(self.palette().color(role))
        width = int(room.width()) - (2 * _CAP_SIDE if run.cap else 0)
        words = QFontMetrics(font).elidedText(run.words, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, isolated(words))

    def _paint_badge(self, painter: QPainter, run: Run, colours: TagColours, room: QRectF) -> None:
        square = QRectF(room.left(), (room.height() - _BADGE) / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mark))
        painter.drawRoundedRect(square, 4, 4)
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(colours.letter))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, run.words)

    def _from(self, left: int, width: int) -> int:
        return self.width() - left - width if self.isRightToLeft() else left

    def _width(self, run: Run) -> int:
        if run.badge is not None:
            return _BADGE
        wide = QFontMetrics(self._font_of(run)).horizontalAdvance(run.words)
        return wide + (2 * _CAP_SIDE if run.cap else 0)

    def _height(self) -> int:
        return max(_HEIGHT, QFontMetrics(self.font()).height() + 7)

    def _font_of(self, run: Run) -> QFont:
        font = resized(self.font(), 0.85) if run.cap else QFont(self.font())
        if run.strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font
