"""The bar that says what happened, at the foot of the page."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from annotator.window.dialogs.floating import FloatingCard
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.words import say

#: How long a notice stays, in milliseconds; a problem stays until it is closed or solved.
STAYS = 6_000
_WIDEST = 560  # of the words, in pixels
_AROUND = 120  # what the page's edge, the card's and the cross need beside the words and a button, in pixels

_START = Qt.AlignmentFlag.AlignLeading
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Way(NamedTuple):
    """Something to do about a message: the words on its button, and what that does."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, perhaps with something to do about it, or two things."""

    words: str
    ways: tuple[Way, ...] = ()


class MessageBar(FloatingCard):
    """Shows one message over the page: a notice for a while, a problem until it is dealt with.

    A notice shows in front of a problem, which comes back after it. Every message is announced to
    screen readers.
    """

    def __init__(self, parent: QWidget, within: QWidget | None = None) -> None:
        super().__init__(parent, within)
        self._problem: Message | None = None
        self._shown: Message | None = None
        self._pointed_at = self._below = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._time_is_up)
        self._build_bar()

    def notice(
        self,
        words: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        also: Way | None = None,
    ) -> None:
        """Says something that goes away by itself; `action` names a button that calls `act`.

        `also` is a second button.
        """
        self._show(_message(words, action, act, also), urgent=False)
        self._timer.start()

    def problem(
        self,
        words: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        also: Way | None = None,
    ) -> None:
        """Says something that stays until it is closed, acted upon, or `solved`; buttons as of a notice."""
        self._problem = _message(words, action, act, also)
        self._timer.stop()
        self._show(self._problem, urgent=True)

    def solved(self) -> None:
        """Takes the problem away."""
        if self._shown is self._problem:
            self.hide()
        self._problem = None

    def take_back(self, words: str) -> None:
        """Takes a notice away that holds no longer, if it is the one that shows."""
        if self.words == words and self._shown is not self._problem:
            self._dismiss()

    @property
    def words(self) -> str:
        """What the bar says; empty while it is hidden."""
        return self._words.text() if self.isVisible() else ""

    def place(self) -> None:
        """Gives the words as much room as the page has, which may have become narrower."""
        beside = 0 if self._buttons.isHidden() or self._below else self._buttons.sizeHint().width()
        room = self.over.width() - _AROUND - beside
        self._words.setMinimumWidth(min(self._wanted(), _WIDEST, max(120, room)))
        self._grid.activate()
        super().place()

    def event(self, event: QEvent) -> bool:
        """Notes whether the pointer is on the bar.

        One that merely lies where the bar comes up has not been put there: only a move counts.
        """
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave):
            self._pointed_at = event.type() == QEvent.Type.HoverMove
        return super().event(event)

    def _wanted(self) -> int:
        """How wide the words are on one line."""
        return self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4

    def _build_bar(self) -> None:
        self._words = plain_label(wraps=True)
        self._words.setMaximumWidth(_WIDEST)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setAccessibleName(say("bar.close"))
        self._close.clicked.connect(self._dismiss)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*margins(14, 8, 8, 8))
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._words, 0, 0)
        self._build_buttons()
        self._grid.addWidget(self._close, 0, 2)

    def _build_buttons(self) -> None:
        self._action, self._other = QPushButton(), QPushButton()
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for place, button in enumerate((self._action, self._other)):
            button.clicked.connect(lambda _=False, place=place: self._act(place))
            row.addWidget(button)
        self._grid.addWidget(self._buttons, 0, 1)

    def _show(self, message: Message, *, urgent: bool) -> None:
        self._shown, self._pointed_at = message, False
        self._words.setText(message.words)
        self._show_ways(message)
        self.setAccessibleName(message.words)
        self.show()
        self.place()
        self._announce(message.words, urgent)

    def _show_ways(self, message: Message) -> None:
        """One button stands beside the words; two, and one of many words, below: that fits a narrow page."""
        for button, way in zip_longest((self._action, self._other), message.ways):
            button.setVisible(way is not None)
            if way is not None:
                button.setText(way.words)
                button.setAccessibleName(say("bar.action", action=way.words, words=message.words))
        self._buttons.setVisible(bool(message.ways))
        self._below = below = len(message.ways) > 1 or self._wanted() > 2 * _WIDEST
        self._grid.addWidget(self._buttons, int(below), int(not below), _START if below else _MIDDLE)

    def _announce(self, words: str, urgent: bool) -> None:
        # Qt's lists of roles and states take a while to load, and a start has nothing to announce.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        politeness = QAccessible.AnnouncementPoliteness
        announcement = QAccessibleAnnouncementEvent(self, words)
        announcement.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(announcement)

    def _time_is_up(self) -> None:
        focus = QApplication.focusWidget()
        if self._pointed_at or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()  # somebody is reading it, or on the way to its button
        else:
            self._after_notice()

    def _after_notice(self) -> None:
        if self._problem is not None:
            self._show(self._problem, urgent=False)
        else:
            self.hide()

    def _dismiss(self) -> None:
        self._timer.stop()
        if self._shown is self._problem:
            self.solved()
        else:
            self._after_notice()

    def _act(self, place: int) -> None:
        message = self._shown
        self._dismiss()
        if message is not None:
            message.ways[place].act()


def _message(words: str, action: str, act: Callable[[], object] | None, also: Way | None) -> Message:
    first = Way(action, act) if act is not None else None
    return Message(words, tuple(way for way in (first, also) if way is not None))
