"""The card near the words that shows what each person made of them, and takes my answer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.model.enums import Verdict
from annotator.window.beside.column import Column
from annotator.window.beside.versions import Version, at_hand
from annotator.window.claims.answer_bar import ACTIONS, AnswerBar
from annotator.window.claims.tab_order import walk_before
from annotator.window.painted_words import isolated
from annotator.window.plain import plain_label
from annotator.window.shadow import SHADOW, paint_floating
from annotator.window.theme import Theme, palette
from annotator.words import say

_NO_KEYS = Qt.FocusPolicy.NoFocus

_INSIDE = 12  # pixels, like all below
_BETWEEN = 14
#: A column wants to be so wide; columns narrower than the second stand one below the other.
_WIDE, _NARROWEST = 290, 180


class BesideCard(QWidget):
    """Floats over the page, never over the words it is about.

    Signals: `answered` (the claim's id, Verdict, reason), `taken_back` (the claim's id) my answer,
    `version_wanted` (a claim's id), `closed` by Escape or its cross, `left` when no reason was given.
    """

    answered = Signal(str, object, str)
    taken_back = Signal(str)
    version_wanted = Signal(str)
    closed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._versions: tuple[Version, ...] = ()
        self._picked: str | None = None
        self._columns: list[Column] = []
        self._at_hand = ""
        self._keys: Mapping[str, str] = {}
        self._words, self._room = QRect(), QRect()
        self._build()

    @property
    def answers(self) -> AnswerBar:
        """The buttons for my answer, and the line for its reason."""
        return self._answers

    @property
    def at_hand(self) -> str | None:
        """The id of the colleague's claim that the answers are for."""
        return self._at_hand or None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The versions, mine first."""
        return tuple(self._columns)

    def set_versions(self, versions: Sequence[Version], picked: str | None) -> None:
        """Shows these versions; answers are for the picked claim where it is a colleague's."""
        if (tuple(versions), picked) == (self._versions, self._picked):
            return
        self._versions, self._picked = tuple(versions), picked
        self._fill()
        claim = at_hand(versions, picked)
        self._at_hand = claim.id if claim is not None else ""
        self._foot.setVisible(claim is not None)
        if claim is not None:
            version = next(each for each in versions if each.claim is claim)
            whom = "beside.answer_again" if version.outdated else "beside.answer_to"
            self._whom.setText(say(whom, name=isolated(version.person.name)))
            self._answers.show_answer(claim.id, version.answer)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Takes the keys of actions by name, as they are written for people."""
        self._keys = keys
        self._answers.set_keys(keys)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.setPalette(palette(theme))
        self._fill()

    def place(self, words: QRect, room: QRect) -> None:
        """Takes its size and place for words in a room, both in pixels of the parent.

        Below the words, else above them; where there is room on neither side, briefly, at the room's end.
        """
        self._words, self._room = words, room
        for brief in (False, True):
            self._fit(room, brief=brief)
            card = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
            below = words.bottom() + card.height() <= room.bottom()
            above = words.top() - card.height() >= room.top()
            if below or above:
                break
        left = max(room.center().x() - card.width() // 2, room.left())
        top = words.bottom() if below else words.top() - card.height()
        if not below and not above:
            top = room.bottom() - card.height()
        top = max(room.top(), min(top, room.bottom() - card.height()))  # the words may be out of sight
        self.move(QPoint(left, top) - card.topLeft())
        self.raise_()

    def follow(self, before: QWidget) -> None:
        """Lets Tab come here after another widget; Qt puts what is made late at the very end."""
        for stop in (*self._columns, *self._answers.stops, self._close):
            if stop.focusPolicy() != _NO_KEYS:
                self.setTabOrder(before, stop)
                before = stop

    def height_in(self, room: QRect, *, brief: bool) -> int:
        """How high the card wants to be in a room, with its words or `brief`; in pixels, less its shadow."""
        self._fit(room, brief=brief)
        return self.height() - 2 * SHADOW

    def event(self, event: QEvent) -> bool:
        """Take another size and place where what it holds has changed, such as for a reason."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            needed = self._whole.totalHeightForWidth(self.width())
            if needed != self.height():
                self.place(self._words, self._room)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; the keys of the answers work here too."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif (verdict := self._answer_of(event)) is not None and self._at_hand:
            self._answers.press(verdict)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_floating(painter, QRectF(self.rect()), self._theme)

    def _build(self) -> None:
        self.setAccessibleName(say("beside.card"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setPalette(palette(self._theme))
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side_by_side.setSpacing(_BETWEEN)
        self._top = top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(self._side_by_side, 1)
        top.addWidget(self._build_close(), 0, Qt.AlignmentFlag.AlignTop)
        self._whole = column = QVBoxLayout(self)
        edge = SHADOW + _INSIDE
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._build_foot())
        self.hide()

    def _build_close(self) -> QToolButton:
        close = QToolButton()
        close.setText("×")
        close.setAccessibleName(say("beside.close"))
        close.setToolTip(say("beside.close"))
        close.clicked.connect(self.closed)
        self._close = close
        return close

    def _build_foot(self) -> QWidget:
        self._foot = QWidget()
        self._whom = plain_label(kind="quiet", wraps=True)
        self._answers = AnswerBar("beside")
        self._answers.answered.connect(
            lambda verdict, reason: self.answered.emit(self._at_hand, verdict, reason)
        )
        self._answers.taken_back.connect(lambda: self.taken_back.emit(self._at_hand))
        self._answers.left.connect(self.left)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._whom)
        column.addWidget(self._answers)
        return self._foot

    def _fill(self) -> None:
        """Makes the columns anew; the keyboard stays on the version where it was."""
        had_focus = next((n for n, column in enumerate(self._columns) if column.hasFocus()), None)
        for column in self._columns:
            self._side_by_side.removeWidget(column)
            column.hide()
            column.deleteLater()
        several = sum(version.can_be_answered for version in self._versions) > 1
        self._columns = [self._column(version, several=several) for version in self._versions]
        for place, column in enumerate(self._columns):
            self._side_by_side.addWidget(column, 1)
            column.show()
            if place == had_focus:
                column.setFocus()
        walk_before(self._answers.stops[0], [one for one in self._columns if one.focusPolicy() != _NO_KEYS])
        self._close.raise_()  # behind all else, for who looks for the first that takes the keyboard

    def _column(self, version: Version, *, several: bool) -> Column:
        picked = version.claim is not None and version.claim.id == self._picked
        column = Column(version, self._theme, picked=picked, one_of_several=several)
        column.chosen.connect(self.version_wanted)
        return column

    def _fit(self, room: QRect, *, brief: bool) -> None:
        """Takes the size that its words need within a room, the columns side by side where they fit."""
        count = max(len(self._columns), 1)
        frame = 2 * (SHADOW + _INSIDE) + self._close.sizeHint().width()
        wide = min(count * _WIDE + frame, room.width() + 2 * SHADOW)
        apart = (wide - frame) / count >= _NARROWEST
        self._side_by_side.setDirection(
            QBoxLayout.Direction.LeftToRight if apart else QBoxLayout.Direction.TopToBottom
        )
        for column in self._columns:
            column.set_brief(brief)
        for layout in (self._side_by_side, self._top, self._whole):
            layout.invalidate()  # each keeps the height it had for a width
        self.resize(wide, self._whole.totalHeightForWidth(wide))

    def _answer_of(self, event: QKeyEvent) -> Verdict | None:
        """The answer whose key was pressed with nothing held: Alt has its letter in the text of the event."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = "" if held else event.text().upper()
        found = (verdict for verdict, action in ACTIONS.items() if self._keys.get(action, "") == pressed)
        return next(found, None) if pressed else None
