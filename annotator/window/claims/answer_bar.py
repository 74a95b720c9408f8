"""My answer to a colleague's claim: four buttons with their keys, and a line for the reason."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.enums import Verdict
from annotator.window.claims.begun import BegunWords
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.plain import plain_label
from annotator.window.reason_field import ReasonField
from annotator.words import say

_GAP = 4  # pixels

#: The answers and the actions that give them.
ACTIONS = {
    Verdict.AGREED: "agree",
    Verdict.CHANGED: "change_claim",
    Verdict.REJECTED: "reject",
    Verdict.TO_DISCUSS: "discuss",
}
#: Those for which words are asked; a rejection needs them.
_ASKED = (Verdict.REJECTED, Verdict.TO_DISCUSS)

_MINE = {
    Verdict.AGREED: "answer.mine_agreed",
    Verdict.CHANGED: "answer.mine_changed",
    Verdict.REJECTED: "answer.mine_rejected",
    Verdict.TO_DISCUSS: "answer.mine_discuss",
}


class AnswerBar(QWidget):
    """Agree, change, reject, discuss. A reason that was begun waits for its claim.

    Signals: `answered` (Verdict, reason), `taken_back` my answer, `left` by Escape, with no reason given.
    """

    answered = Signal(object, str)
    taken_back = Signal()
    left = Signal()

    def __init__(self, place: str) -> None:
        """`place` tells the names of its buttons from those of other bars, "here" or "beside"."""
        super().__init__()
        self._place = place
        self._claim = ""
        self._mine: Verdict | None = None
        self._asking: Verdict | None = None
        self._begun: BegunWords[tuple[Verdict, str]] = BegunWords()
        self._keys: Mapping[str, str] = {}
        self._build()

    @property
    def asking(self) -> Verdict | None:
        """The answer for which words are being asked."""
        return self._asking

    @property
    def field(self) -> ReasonField:
        """The line for the reason."""
        return self._field

    @property
    def said(self) -> str:
        """What it says of my answer; empty where there is none."""
        return self._said.text()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to in it, in order."""
        return self._back, *self._buttons.values(), self._field

    def button(self, verdict: Verdict) -> Pill:
        """The button for an answer."""
        return self._buttons[verdict]

    def show_answer(self, claim: str, mine: Verdict | None) -> None:
        """Shows the answers to a claim, and which one is mine; a reason begun for another waits there."""
        if claim != self._claim:
            self._put_aside()
            self._claim = claim
            if begun := self._begun.take(claim):
                self._ask(begun[0], begun[1])
        self._mine = mine
        self._said.setText(say(_MINE[mine]) if mine else "")
        self._said.setVisible(mine is not None)
        self._back.setVisible(mine is not None)
        self._write()

    def press(self, verdict: Verdict) -> None:
        """What the button of an answer does: gives it, or asks for words first."""
        if verdict in _ASKED:
            self._ask(verdict, "")
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.answered.emit(verdict, "")

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Takes the keys of actions by name, as they are written for people; empty for none."""
        self._keys = keys
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _build(self) -> None:
        self._buttons = {verdict: self._made(verdict) for verdict in Verdict}
        self._back = Pill([Run(say("answer.take_back"), quiet=True)])
        self._back.setAccessibleName(say(f"answer.{self._place}.take_back"))
        self._back.clicked.connect(self.taken_back)
        self._strip = QWidget()
        flow = FlowLayout(_GAP)
        self._strip.setLayout(flow)
        for button in self._buttons.values():
            flow.addWidget(button)
        self._said = plain_label(kind="quiet", wraps=True)
        mine = QHBoxLayout()
        mine.setSpacing(_GAP)
        mine.addWidget(self._said, 1)
        mine.addWidget(self._back)
        self._field = ReasonField()
        self._field.setAccessibleName(say(f"answer.{self._place}.reason"))
        self._field.given.connect(self._give)
        self._field.closed.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(mine)
        column.addWidget(self._strip)
        column.addWidget(self._field)
        for one, other in pairwise(self.stops):
            self.setTabOrder(one, other)
        for part in (self._field, self._said, self._back):
            part.hide()

    def _made(self, verdict: Verdict) -> Pill:
        button = Pill()
        button.setAccessibleName(say(f"answer.{self._place}.{ACTIONS[verdict]}"))
        button.setToolTip(say(f"answer.{ACTIONS[verdict]}_long"))
        button.clicked.connect(lambda: self.press(verdict))
        return button

    def _write(self) -> None:
        """Puts words on the buttons, and their keys where all four have room for them on one line."""
        for with_keys in (True, False):
            for verdict, button in self._buttons.items():
                button.set_runs(self._runs(verdict, with_keys=with_keys))
            if sum(button.sizeHint().width() + _GAP for button in self._buttons.values()) <= self.width():
                break
        for verdict, button in self._buttons.items():
            button.setAccessibleDescription(say("answer.chosen") if verdict is self._mine else "")

    def _runs(self, verdict: Verdict, *, with_keys: bool) -> list[Run]:
        """What stands on a button; before my answer a tick."""
        key = self._keys.get(ACTIONS[verdict], "") if with_keys else ""
        runs = [Run("✓", strong=True)] if verdict is self._mine else []
        return [*runs, Run(say(f"answer.{ACTIONS[verdict]}")), *([Run(key, cap=True)] if key else [])]

    def _ask(self, verdict: Verdict, words: str) -> None:
        self._asking = verdict
        rejects = verdict is Verdict.REJECTED
        self._field.may_be_empty = not rejects
        self._field.setPlaceholderText(say("answer.why_rejected" if rejects else "answer.why_discuss"))
        self._field.setText(words)
        self._strip.hide()
        self._field.show()

    def _give(self, reason: str) -> None:
        verdict = self._asking
        self._put_back()
        if verdict is not None:
            self.answered.emit(verdict, reason)

    def _leave(self) -> None:
        if self._asking is None:
            return
        here = self._field.hasFocus()
        self._put_back()
        if here:  # else the keyboard was put elsewhere already
            self.left.emit()

    def _put_aside(self) -> None:
        if self._asking is not None:
            words = self._field.text().strip()
            self._begun.put(self._claim, (self._asking, words) if words else None)
            self._put_back()

    def _put_back(self) -> None:
        self._asking = None
        self._field.clear()
        self._field.hide()
        self._strip.show()
