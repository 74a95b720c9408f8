"""The bar that says what happened, at the foot of the page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from annotator.window.dialogs.floating import FloatingCard
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.words import say

#: How long a notice stays, in milliseconds; a problem stays until it is closed or solved.
STAYS = 6_000
_WIDEST = 560  # of the words, in pixels


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, perhaps with something to do about it."""

    words: str
    action: str = ""
    act: Callable[[], object] | None = None


class MessageBar(FloatingCard):
    """Shows one message over the page: a notice for a while, a problem until it is dealt with.

    A notice shows in front of a problem, which comes back after it. Every message is announced to
    screen readers.
    """

    def __init__(self, parent: QWidget, within: QWidget | None = None) -> None:
        super().__init__(parent, within)
        self._problem: Message | None = None
        self._shown: Message | None = None
        self._pointed_at = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._time_is_up)
        self._build_bar()

    def notice(self, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Says something that goes away by itself; `action` names a button that calls `act`."""
        self._show(Message(words, action, act), urgent=False)
        self._timer.start()

    def problem(self, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Says something that stays until it is closed, acted upon, or `solved`."""
        self._problem = Message(words, action, act)
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

    def event(self, event: QEvent) -> bool:
        """Notes whether the pointer is on the bar.

        One that merely lies where the bar comes up has not been put there: only a move counts.
        """
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave):
            self._pointed_at = event.type() == QEvent.Type.HoverMove
        return super().event(event)

    def _build_bar(self) -> None:
        self._words = plain_label(wraps=True)
        self._words.setMaximumWidth(_WIDEST)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setAccessibleName(say("bar.close"))
        self._close.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*margins(14, 8, 8, 8))
        self._row.setSpacing(10)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)

    def _show(self, message: Message, *, urgent: bool) -> None:
        self._shown, self._pointed_at = message, False
        self._words.setText(message.words)
        wanted = self._words.fontMetrics().horizontalAdvance(message.words) + 4
        self._words.setMinimumWidth(min(wanted, _WIDEST, max(120, self.over.width() - 240)))
        self._action.setText(message.action)
        self._action.setAccessibleName(say("bar.action", action=message.action, words=message.words))
        self._action.setVisible(bool(message.action))
        self.setAccessibleName(message.words)
        self.show()
        self._row.activate()
        self.place()
        self._announce(message.words, urgent)

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

    def _act(self) -> None:
        message = self._shown
        self._dismiss()
        if message is not None and message.act is not None:
            message.act()
