"""Boxes to tick and buttons to choose by, with edges that can be seen on a dark ground too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

_RADIUS = 4  # pixels


class Tick(QCheckBox):
    """A box to tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxFocusRect, option, self)
        _paint(self, option, QStyle.ControlElement.CE_CheckBox, QRectF(words))


class Pick(QRadioButton):
    """One of several, of which one holds."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonFocusRect, option, self)
        _paint(self, option, QStyle.ControlElement.CE_RadioButton, QRectF(words))


class Slider(QSlider):
    """A slider that shows by a ring that the keys go to it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            _paint_ring(painter, self, QRectF(self.rect()))


class TickedRow(QStyledItemDelegate):
    """A row of a list that begins with a box to tick."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        ticked = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        if row.features & ticked and row.state & QStyle.StateFlag.State_Selected:
            # The stylesheet's ground of a picked row would swallow the edge.
            box = row.widget.style().subElementRect(
                QStyle.SubElement.SE_ItemViewItemCheckIndicator, row, row.widget
            )
            painter.setPen(row.palette.text().color())
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        _show_edges(option)


def _paint(
    button: QAbstractButton, option: QStyleOptionButton, control: QStyle.ControlElement, words: QRectF
) -> None:
    """Draws a button as the style does, but for the focus: of that it shows too little on most grounds."""
    _show_edges(option)
    option.state &= ~QStyle.StateFlag.State_HasFocus
    painter = QStylePainter(button)
    painter.drawControl(control, option)
    _paint_ring(painter, button, words)


def _paint_ring(painter: QPainter, widget: QWidget, place: QRectF) -> None:
    """A ring in ink where the keys go; the stylesheet draws such a one round the other controls."""
    if widget.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(widget.palette().color(QPalette.ColorRole.WindowText))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _show_edges(option: QStyleOption) -> None:
    """The style derives the edge from the colour of the window by darkening it, so it gets a lighter one."""
    option.palette.setColor(QPalette.ColorRole.Window, option.palette.windowText().color())
