"""The row above the list of claims that shows and hides them by tag and by other filters."""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.model.search import ClaimFilter
from annotator.window.claims.card import letter_font
from annotator.window.plain import plain_label
from annotator.window.search.filter_button import FilterButton
from annotator.window.theme import Theme
from annotator.words import number, say

if TYPE_CHECKING:
    from annotator.window.search.filter_chips import FilterChips

_NAMES = {
    Tag.ALLEGATION: "panel.show.allegation",
    Tag.DENIAL: "panel.show.denial",
    Tag.FACT: "panel.show.reported_fact",
}
_SQUARE = 16  # pixels, like all below
_SIDE = 7
_GAP = 6
_MARGIN = 14
_BETWEEN = 6


class TagChip(QAbstractButton):
    """A tag's letter and count; pressed in, its claims are shown."""

    def __init__(self, tag: Tag, theme: Theme) -> None:
        super().__init__()
        self.tag = tag
        self.theme = theme
        self._count = 0
        self.setAccessibleName(say(_NAMES[tag]))
        self.setToolTip(say(_NAMES[tag]))
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int) -> None:
        """How many claims have the tag."""
        self._count = count
        self.setAccessibleDescription(say("panel.count", count=count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        wide = metrics.horizontalAdvance(number(self._count))
        return QSize(wide + _SQUARE + _GAP + 2 * _SIDE, max(_SQUARE, metrics.height()) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme = self.theme
            ground = theme.card if self.isChecked() or self.underMouse() else theme.panel
            painter.setBrush(QColor(ground))
            painter.setPen(QColor(theme.ink if self.hasFocus() else theme.border))
            half = (self.height() - 1) / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), half, half)
            left = self.width() - _SIDE - _SQUARE if self.isRightToLeft() else _SIDE
            self._paint_letter(painter, QRectF(left, (self.height() - _SQUARE) / 2, _SQUARE, _SQUARE))
            painter.setFont(self.font())
            painter.setPen(QColor(theme.ink if self.isChecked() else theme.secondary))
            room = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
            side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
            side |= Qt.AlignmentFlag.AlignAbsolute  # or the painter mirrors it once more
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, number(self._count))

    def _paint_letter(self, painter: QPainter, square: QRectF) -> None:
        """Filled while its claims are shown, a dashed outline while they are not: no matter of colour."""
        colours = self.theme.tags[self.tag]
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.mark))
            painter.drawRoundedRect(square, 4, 4)
        else:
            painter.setPen(QPen(QColor(self.theme.secondary), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = letter_font(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(colours.letter if self.isChecked() else self.theme.secondary))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.tag.letter)


class FilterRow(QWidget):
    """A chip for each tag, the button of the other filters, and the number of claims.

    Signals: `shown_changed` (frozenset of tags), `filter_changed` (ClaimFilter).
    """

    shown_changed = Signal(object)
    filter_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tags: list[TagChip] = []
        self._build(theme)

    @cached_property
    def chips(self) -> "FilterChips":
        """The filters that are on, below the row; made with the first."""
        from annotator.window.search.filter_chips import FilterChips

        chips = FilterChips(self.button.accessibleName())
        chips.changed.connect(self.button.set_only)
        self._column.addWidget(chips)
        return chips

    @property
    def shown(self) -> frozenset[Tag]:
        """The tags that are shown."""
        return frozenset(chip.tag for chip in self._tags if chip.isChecked())

    def chip(self, tag: Tag) -> TagChip:
        """The chip of a tag."""
        return next(chip for chip in self._tags if chip.tag is tag)

    def set_counts(self, counts: Counter[Tag]) -> None:
        """How many claims of each tag there are."""
        for chip in self._tags:
            chip.set_count(counts[chip.tag])
        self._total.setText(say("panel.count", count=counts.total()))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for chip in self._tags:
            chip.theme = theme
            chip.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(*self._tags, self.button), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self, theme: Theme) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        self._column.addLayout(row)
        for tag in Tag:
            chip = TagChip(tag, theme)
            chip.toggled.connect(lambda _: self.shown_changed.emit(self.shown))
            self._tags.append(chip)
            row.addWidget(chip)
        self.button = FilterButton(say("filter.list"), tags=False)
        self.button.changed.connect(self._filter_changed)
        row.addWidget(self.button)
        row.addStretch(1)
        self._total = plain_label(kind="quiet")
        row.addWidget(self._total)

    def _fit(self) -> None:
        """Leaves the number of all claims out where it has no room: those of the tags say it too."""
        self._total.setVisible(self._needed(*self._tags, self.button, self._total) <= self.width())

    @staticmethod
    def _needed(*parts: QWidget) -> int:
        """The width that the parts need side by side, in pixels."""
        return sum(part.sizeHint().width() + _BETWEEN for part in parts) + 2 * _MARGIN

    def _filter_changed(self, only: ClaimFilter) -> None:
        self.chips.show_filter(only)
        self._fit()
        self.filter_changed.emit(only)
