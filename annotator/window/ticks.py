"""Boxes to tick and buttons to choose by, with edges that can be seen on a dark ground too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QStylePainter,
)


class Tick(QCheckBox):
    """A box to tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _show_edges(option)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_CheckBox, option)


class Pick(QRadioButton):
    """One of several, of which one holds."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _show_edges(option)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_RadioButton, option)


class TickedRow(QStyledItemDelegate):
    """A row of a list that begins with a box to tick."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        _show_edges(option)


def _show_edges(option: QStyleOption) -> None:
    """The style derives the edge from the colour of the window by darkening it, so it gets a lighter one."""
    option.palette.setColor(QPalette.ColorRole.Window, option.palette.windowText().color())
