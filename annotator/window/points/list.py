"""The list of open points, with real buttons on the cards that are in sight."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

from annotator.model.points import OpenPoint
from annotator.window.points.actions import PointActions
from annotator.window.points.card import PointCard
from annotator.window.points.model import PointsModel
from annotator.window.points.strips import Strips
from annotator.window.rows.model import ROW, Index
from annotator.window.rows.view import ENTER, RowList
from annotator.window.theme import Theme
from annotator.words import say

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

Key = tuple[str, str, int]


class PointsList(RowList):
    """Cards with buttons; there may be thousands, so only those in sight have any.

    Signals: `chosen` (point) by click or Enter, `wanted` (remedy, point), `let_go` (point, reason),
    `taken_back` (point).
    """

    chosen = Signal(object)
    wanted = Signal(str, object)
    let_go = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, model: PointsModel, theme: Theme) -> None:
        super().__init__(say("points.list"), model, card := PointCard(model, theme))
        self._points, self._strip = model, card.strip
        self._actions: dict[tuple[Key, bool], PointActions] = {}
        self._strips: Strips | None = None  # made with the first buttons, over the panel the list stands in
        self._build()

    @property
    def current(self) -> OpenPoint | None:
        """The point whose card is current."""
        index = self.currentIndex()
        return self._points.rows[index.row()].point if index.isValid() else None

    def actions_of(self, point: OpenPoint) -> PointActions | None:
        """The buttons of a point's card; None where it is out of sight."""
        return self._actions.get((point.key, bool(point.waived)))

    def place_actions(self) -> None:
        """Puts buttons on the cards in sight, keeping those that are there, and drops the others."""
        if not self.isVisible():  # no card is: to lay out thousands for that would hold up F8
            return
        seen: dict[tuple[Key, bool], PointActions] = {}
        mirrored = self.isRightToLeft()
        for index in self._in_sight():
            point: OpenPoint | None = index.data(ROW).point
            if point is None:
                continue
            name = (point.key, bool(point.waived))
            there = self._actions.pop(name, None)
            if there is not None and there.point != point:
                self._drop(there)
                there = None
            actions = seen[name] = there or self._made(point)
            row = self.visualRect(index)
            actions.setGeometry(self._strip(row, point, self.font(), mirrored=mirrored))
            actions.set_current(index == self.currentIndex())
            actions.setVisible(self.viewport().rect().intersects(actions.geometry()))
        for name, gone in self._actions.items():
            if gone.asking and self._points.row_of(name[0]) >= 0:  # a reason half written is not lost
                seen[name] = gone
                gone.hide()
            else:
                self._drop(gone)
        self._actions = seen
        if self._strips is not None:
            self._strips.cover([each.geometry() for each in seen.values() if not each.isHidden()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        point = self.current
        if point is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self.chosen.emit(point)
        elif event.key() in _REMOVE:
            self._let_go_or_back(point)
        elif event.key() == Qt.Key.Key_Space:
            self._enter_buttons(point)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.place_actions()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_actions()

    def _build(self) -> None:
        self.verticalScrollBar().valueChanged.connect(lambda _: self.place_actions())
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        point = index.data(ROW).point
        if point is not None:
            self.chosen.emit(point)

    def _in_sight(self) -> list[QModelIndex]:
        first = self.indexAt(self.viewport().rect().topLeft())
        found: list[QModelIndex] = []
        row = first.row() if first.isValid() else 0
        while row < self._points.rowCount():
            index = self._points.index(row, 0)
            if self.visualRect(index).top() > self.viewport().height():
                break
            found.append(index)
            row += 1
        return found

    def _made(self, point: OpenPoint) -> PointActions:
        if self._strips is None:
            self._strips = Strips(self)
        actions = PointActions(point, self._strips)
        actions.wanted.connect(lambda kind: self.wanted.emit(kind, point))
        actions.let_go.connect(lambda reason: self._given(point, reason))
        actions.taken_back.connect(lambda: self.taken_back.emit(point))
        actions.left.connect(self.setFocus)
        return actions

    def _given(self, point: OpenPoint, reason: str) -> None:
        self.setFocus()
        self.let_go.emit(point, reason)

    def _let_go_or_back(self, point: OpenPoint) -> None:
        actions = self.actions_of(point)
        if point.waived_by_me:
            self.taken_back.emit(point)
        elif actions is not None:
            actions.ask_reason()

    def _enter_buttons(self, point: OpenPoint) -> None:
        actions = self.actions_of(point)
        if actions is not None and actions.buttons:
            actions.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _drop(self, actions: PointActions) -> None:
        if actions.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()
        actions.hide()
        actions.deleteLater()
