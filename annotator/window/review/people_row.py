"""The people of an article as chips: whose claims show on the page and in the list."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.views import PersonView
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.tab_order import walk_before
from annotator.window.painted_words import isolated
from annotator.window.people import readable
from annotator.window.plain import as_tip
from annotator.window.theme import Theme
from annotator.words import number, say

_DOT = 9  # pixels, like all below
_SIDE = 9
_GAP = 6
_WIDEST = 150  # of a name


class PersonChip(QAbstractButton):
    """Somebody's dot, name and number of claims; pressed in, the claims show."""

    def __init__(self, person: PersonView, count: int, theme: Theme) -> None:
        super().__init__()
        self.person, self.theme = person, theme
        self._name = say("people.me", name=isolated(person.name)) if person.mine else person.name
        self._count = number(count)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(say("review.show_person", name=person.name))
        self.setAccessibleDescription(say("panel.count", count=count))
        self.setToolTip(as_tip(say("review.show_person", name=person.name)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        name = min(_WIDEST, metrics.horizontalAdvance(self._name) + 1)
        wide = _DOT + name + metrics.horizontalAdvance(self._count) + 2 * _GAP + 2 * _SIDE
        return QSize(wide, max(24, metrics.height() + 7))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, shown = self.theme, self.isChecked()
            painter.setBrush(QColor(theme.card if shown or self.underMouse() else theme.panel))
            painter.setPen(QColor(theme.ink if self.hasFocus() else theme.border))
            half = (self.height() - 1) / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), half, half)
            self._paint_dot(painter)
            self._paint_words(painter)

    def _paint_dot(self, painter: QPainter) -> None:
        """Filled while the claims show, a dashed ring while they do not: no matter of colour."""
        left = self.width() - _SIDE - _DOT if self.isRightToLeft() else _SIDE
        dot = QRectF(left, (self.height() - _DOT) / 2, _DOT, _DOT)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(readable(self.person.colour, self.theme))
        else:
            painter.setPen(QPen(QColor(self.theme.secondary), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter) -> None:
        metrics, mirrored = QFontMetrics(self.font()), self.isRightToLeft()
        taken = _SIDE + _DOT + _GAP
        room = QRectF(self.rect()).adjusted(
            _SIDE if mirrored else taken, 0, -taken if mirrored else -_SIDE, 0
        )
        wide = int(room.width()) - metrics.horizontalAdvance(self._count) - _GAP
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, wide + 1)
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            begin, end = end, begin
        both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setPen(QColor(self.theme.ink if self.isChecked() else self.theme.secondary))
        painter.drawText(room, begin | both, name)
        painter.setPen(QColor(self.theme.secondary))
        painter.drawText(room, end | both, self._count)


class PeopleRow(QWidget):
    """A chip for each person. Signal: `shown_changed` with the ids whose claims show, None for everyone's."""

    shown_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._people: tuple[PersonView, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._hidden: frozenset[str] = frozenset()
        self.chips: list[PersonChip] = []
        self._build()

    @property
    def shown(self) -> frozenset[str] | None:
        """Whose claims show; None for everyone's."""
        there = {person.id for person in self._people}
        return frozenset(there - self._hidden) if there & self._hidden else None

    def set_people(self, people: Sequence[PersonView], counts: Counter[str]) -> None:
        """Shows these people with their numbers of claims; who was switched off stays so."""
        now = {person.id: counts[person.id] for person in people}
        if tuple(people) == self._people and now == self._counts:
            return
        focused = next((chip.person.id for chip in self.chips if chip.hasFocus()), "")
        self._people, self._counts = tuple(people), now
        self._rebuild()
        for chip in self.chips:
            if chip.person.id == focused:
                chip.setFocus()

    def forget(self) -> None:
        """Another article: everyone's claims show."""
        self._hidden = frozenset()
        self._rebuild()

    def show_only(self, people: frozenset[str] | None) -> None:
        """Shows the claims of these people only, or everyone's."""
        self._hide(frozenset() if people is None else frozenset(self._counts) - people)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._put_in_order()  # again, for it may have come into a window since

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        for chip in self.chips:
            chip.theme = theme
            chip.update()

    def _build(self) -> None:
        self._flow = FlowLayout(6)
        self._only_me = Pill([Run(say("review.only_me"), quiet=True)])
        self._only_me.setAccessibleName(say("review.only_me_long"))
        self._only_me.clicked.connect(lambda: self.show_only(self._mine()))
        self._everyone = Pill([Run(say("review.everyone"), quiet=True)])
        self._everyone.setAccessibleName(say("review.everyone_long"))
        self._everyone.clicked.connect(lambda: self.show_only(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        for pill in (self._only_me, self._everyone):
            self._flow.addWidget(pill)

    def _mine(self) -> frozenset[str]:
        return frozenset(person.id for person in self._people if person.mine)

    def _rebuild(self) -> None:
        for widget in (*self.chips, self._only_me, self._everyone):
            self._flow.removeWidget(widget)
            widget.hide()
        for chip in self.chips:
            chip.deleteLater()
        self.chips = [self._chip(person) for person in self._people]
        for widget in (*self.chips, self._only_me, self._everyone):
            self._flow.addWidget(widget)
        for chip in self.chips:
            chip.show()
        self._put_in_order()
        self._offer()

    def _put_in_order(self) -> None:
        """The chips come before the pills, for Tab and for who looks for the first widget in here."""
        for pill in (self._only_me, self._everyone):
            pill.raise_()
        walk_before(self._only_me, self.chips)

    def _chip(self, person: PersonView) -> PersonChip:
        chip = PersonChip(person, self._counts[person.id], self._theme)
        chip.setChecked(person.id not in self._hidden)
        chip.toggled.connect(lambda on: self._toggle(person.id, on))
        return chip

    def _toggle(self, person: str, on: bool) -> None:
        self._hide(self._hidden - {person} if on else self._hidden | {person})

    def _hide(self, hidden: frozenset[str]) -> None:
        if hidden == self._hidden:
            return
        self._hidden = hidden
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(chip.person.id not in hidden)
            chip.blockSignals(False)
            chip.update()
        self._offer()
        self.shown_changed.emit(self.shown)

    def _offer(self) -> None:
        """Offers what is not so already, and nothing where one works alone."""
        several = len(self._people) > 1
        had = self._only_me.hasFocus() or self._everyone.hasFocus()
        self._only_me.setVisible(several and self.shown is None)
        self._everyone.setVisible(several and self.shown is not None)
        if had:
            (self._everyone if self._only_me.isHidden() else self._only_me).setFocus()
