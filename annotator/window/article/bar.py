"""The small card at a fresh selection that offers the tags."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.window.shadow import SHADOW, paint_floating
from annotator.window.theme import Theme
from annotator.words import say

#: The card keeps this far from the words.
_GAP = 4
#: Round the key in its little box, and from there to the name and to the button's end.
_CAP_SIDE, _CAP_GAP, _CAP_END = 5, 9, 8
_END = 10

#: The actions that the buttons do, by tag; their keys stand on them.
_ACTIONS = {Tag.ALLEGATION: "allegation", Tag.DENIAL: "denial", Tag.FACT: "fact"}


class SelectionBar(QWidget):
    """Three tags with their keys and, when a claim is picked, *Said by*; it never takes the focus."""

    tag_chosen = Signal(object)
    said_by_chosen = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said_by = self._build_said_by()
        self._buttons = [*self._build_tags(), self._said_by]
        self._build_row()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)
        self.update()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys of actions by name; an action without any shows none."""
        for button in self._buttons:
            button.set_key(keys.get(button.action, ""))

    def offer(self, first: QRect, last: QRect, room: QRect, *, with_said_by: bool) -> None:
        """Show the card for a selection, given its first and last line's rectangles and the room there is.

        All in pixels of the parent. The card goes below the last line, else above the first one; where the
        selection fills the room, into the room's lower corner.
        """
        self._said_by.setVisible(with_said_by)
        self.resize(self.sizeHint())
        card = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        left = min(max(last.center().x() - card.width() // 2, room.left()), room.right() - card.width())
        if last.bottom() + _GAP + card.height() <= room.bottom():
            top = last.bottom() + _GAP
        elif first.top() - _GAP - card.height() >= room.top():
            top = first.top() - _GAP - card.height()
        else:
            left, top = room.right() - card.width(), room.bottom() - card.height()
        self.move(QPoint(left, top) - card.topLeft())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card and its shadow."""
        with QPainter(self) as painter:
            paint_floating(painter, QRectF(self.rect()), self._theme)

    def _build_tags(self) -> list["BarButton"]:
        buttons = []
        for tag in Tag:
            button = BarButton(self, self._theme, say(f"tag.{tag}"), _ACTIONS[tag], tag)
            button.setAccessibleName(say(f"page.mark.{tag}"))
            button.clicked.connect(lambda _=False, chosen=tag: self.tag_chosen.emit(chosen))
            buttons.append(button)
        return buttons

    def _build_said_by(self) -> "BarButton":
        button = BarButton(self, self._theme, say("page.said_by"), "said_by", None)
        button.setAccessibleName(say("page.set_said_by"))
        button.clicked.connect(lambda _=False: self.said_by_chosen.emit())
        return button

    def _build_row(self) -> None:
        self.setAccessibleName(say("page.bar"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW + 4, SHADOW + 4, SHADOW + 4, SHADOW + 4)
        row.setSpacing(2)
        for button in self._buttons:
            row.addWidget(button)


class BarButton(QAbstractButton):
    """A dot in the tag's colour, a name, and the key of the action that it does."""

    def __init__(self, parent: QWidget, theme: Theme, name: str, action: str, tag: Tag | None) -> None:
        super().__init__(parent)
        self.action = action
        self._theme = theme
        self._key = ""
        self._tag = tag
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self._theme = theme
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key, or none where it is empty."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what is written in it."""
        metrics = QFontMetrics(self.font())
        end = _CAP_GAP + self._cap_width() + _CAP_END if self._key else _END
        return QSize(self._name_left() + metrics.horizontalAdvance(self.text()) + end, metrics.height() + 12)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it at rest."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot, the name and the key in its little box."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse() or self.isDown():
                painter.setBrush(QColor(self._theme.selection if self.isDown() else self._theme.hover))
                painter.drawRoundedRect(self.rect(), 6, 6)
            if self._tag is not None:
                painter.setBrush(QColor(self._theme.tags[self._tag].mark))
                painter.drawRoundedRect(self._placed(QRectF(9, self.height() / 2 - 4.5, 9, 9)), 2.5, 2.5)
            painter.setPen(QColor(self._theme.ink))
            wide = painter.fontMetrics().horizontalAdvance(self.text())
            name = self._placed(QRectF(self._name_left(), 0, wide, self.height()))
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
            if self._key:
                self._paint_key(painter)

    def _placed(self, room: QRectF) -> QRectF:
        """Where a part stands in the window's direction."""
        if self.isRightToLeft():
            room.moveLeft(self.width() - room.right())
        return room

    def _paint_key(self, painter: QPainter) -> None:
        wide = self._cap_width()
        box = self._placed(QRectF(self.width() - _CAP_END - wide, self.height() / 2 - 9, wide, 18))
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.page))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._cap_font())
        painter.setPen(QColor(self._theme.secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_width(self) -> int:
        """How wide the box of the key is; a single letter has a square one."""
        return max(19, QFontMetrics(self._cap_font()).horizontalAdvance(self._key) + 2 * _CAP_SIDE)

    def _cap_font(self) -> QFont:
        small = QFont(self.font())
        small.setPixelSize(11)
        small.setBold(True)
        return small

    def _name_left(self) -> int:
        return 25 if self._tag is not None else 10
