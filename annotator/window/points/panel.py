"""The panel of what is open: what must be settled, what is worth a look, and notes."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.desk.checks.table import place
from annotator.model.points import Level, OpenPoint
from annotator.window.plain import plain_label
from annotator.window.points.list import PointsList
from annotator.window.points.model import PointsModel
from annotator.window.theme import Theme
from annotator.words import say

_WALKED = (Level.MUST, Level.LOOK)
_UNREAD = "unread-sentences"


class PointsPanel(QWidget):
    """Cards under three headings; what was let go is folded away at the end.

    Signals: `point_picked` (point) goes to its place; `remedy_wanted` (kind, point), kinds as in
    `desk.checks.table.Rule`; `let_go` (point, reason); `taken_back` (point).
    """

    point_picked = Signal(object)
    remedy_wanted = Signal(str, object)
    let_go = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = PointsModel()
        self._points: Sequence[OpenPoint] = ()
        self._at: OpenPoint | None = None
        self._build(theme)
        self.set_points(())

    @property
    def list(self) -> PointsList:
        """The list of cards."""
        return self._list

    @property
    def current(self) -> OpenPoint | None:
        """The point whose card is current."""
        return self._list.current

    def set_points(self, points: Sequence[OpenPoint], language_note: bool = False) -> None:
        """Shows these points, given in order; the list stays where it is, the same ones again move nothing.

        `language_note` tells that the rules which look for verbs do not know the article's language.
        """
        self._points = points
        self._language.setVisible(language_note)
        self._tell()
        self._show()

    def next(self, by: int = 1) -> OpenPoint | None:
        """Makes the next point current (the one before with -1) and gives it: F8.

        It walks what must be settled, then what is worth a look, each in text order, from the current card
        or where the last one was, and round at the end; notes only where nothing else is open.
        """
        opened = [point for point in self._points if not point.waived]
        walked = [point for point in opened if point.level in _WALKED] or opened
        if not walked:
            return None
        ordered = walked if by > 0 else walked[::-1]
        here = self._at
        beyond = (point for point in ordered if here is None or (place(point) > place(here)) is (by > 0))
        found = next((point for point in beyond if here is None or point.key != here.key), ordered[0])
        self._go(found)
        return found

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._list.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self.setMinimumWidth(280)
        self._nothing = plain_label(kind="quiet", wraps=True)
        self._nothing.setContentsMargins(14, 14, 14, 10)
        self._list = PointsList(self._model, theme)
        self._language = plain_label(say("points.english_only"), "quiet", wraps=True)
        self._language.setContentsMargins(14, 8, 14, 8)
        self._fold = QPushButton()
        self._fold.setFlat(True)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(lambda _: self._show())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._nothing, self._list, self._language, self._fold):
            column.addWidget(part)
        column.setStretchFactor(self._list, 1)
        self._list.chosen.connect(self.point_picked)
        self._list.wanted.connect(self._on_wanted)
        self._list.let_go.connect(self.let_go)
        self._list.taken_back.connect(self.taken_back)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._remember())

    def _on_wanted(self, kind: str, point: OpenPoint) -> None:
        if kind == "read_on":
            self.point_picked.emit(point)
        else:
            self.remedy_wanted.emit(kind, point)

    def _remember(self) -> None:
        """Keeps which card is current, for when its point is settled."""
        self._at = self._list.current

    def _tell(self) -> None:
        """Says above the list that nothing is open, and what is still to be read."""
        opened = [point for point in self._points if not point.waived]
        unread = next((point for point in opened if point.rule == _UNREAD), None)
        if unread is not None:
            self._nothing.setText(say("points.none_unread", count=int(unread.values["count"])))
        else:
            self._nothing.setText(say("points.none"))
        self._nothing.setVisible(not any(point.level in _WALKED for point in opened))

    def _show(self) -> None:
        waived = sum(bool(point.waived) for point in self._points)
        key = "points.hide_waived" if self._fold.isChecked() else "points.show_waived"
        self._fold.setText(say(key, count=waived))
        self._fold.setVisible(bool(waived))
        scrolled = self._list.verticalScrollBar().value()
        at = self._at
        if self._take() and at is not None:
            self._stand_at(at)
            self._list.verticalScrollBar().setValue(scrolled)
        self._list.place_actions()

    def _take(self) -> bool:
        """Gives the rows their points; says whether any row is another than before."""
        at = self._at
        with QSignalBlocker(self._list.selectionModel()):  # else Qt picks a card in the middle of the change
            changed = self._model.set_points(self._points, with_waived=self._fold.isChecked())
            if at is None or self._model.row_of(at.key) < 0:
                self._list.selectionModel().clear()
        return changed

    def _stand_at(self, at: OpenPoint) -> None:
        """Makes a point's card current again; where it is settled, the card that now stands in its place."""
        row = self._model.row_of(at.key)
        if row < 0:
            after = (
                number
                for number, row in enumerate(self._model.rows)
                if row.point and place(row.point) > place(at)
            )
            row = next(after, len(self._model.rows) - 1)
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._at = at

    def _go(self, point: OpenPoint) -> None:
        index = self._model.index(self._model.row_of(point.key), 0)
        self._list.setCurrentIndex(index)
        if self._list.isVisible():  # else Qt scrolls there when it is shown
            self._list.scrollTo(index)
            self._list.place_actions()
