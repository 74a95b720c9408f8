"""The view of my claims on which a colleague's word waits for mine."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.views import ClaimView
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.focus import keeping_focus
from annotator.window.plain import plain_label
from annotator.window.review.list import ReviewList
from annotator.window.review.page import ReviewPage
from annotator.window.review.rows import Row
from annotator.window.review.waiting import changed_into, waiting_rows
from annotator.window.theme import Theme
from annotator.words import say

_SIDE = 14  # pixels


class WaitingView(QWidget):
    """Cards, and what can be done about the current one.

    Signals: `chosen` (claim) to be picked, `accepted` (a colleague's version) to be agreed with,
    `answer_wanted` (claim) by a comment, `withdrawn` (claim).
    """

    chosen = Signal(str)
    accepted = Signal(str)
    answer_wanted = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._page: ReviewPage | None = None
        self._build(theme)

    @property
    def list(self) -> ReviewList:
        """The list of cards."""
        return self._list

    @property
    def buttons(self) -> tuple[Pill, Pill, Pill]:
        """Agree with the change, answer, withdraw."""
        return self._agree, self._answer, self._withdraw

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard goes when what had it is gone: the first of these in sight."""
        return (self._list,)

    def set_page(self, page: ReviewPage) -> None:
        """Shows what waits."""
        self._page = page
        self._list.set_rows(waiting_rows(page))
        self._list.setVisible(bool(page.waiting))
        self._none.setVisible(not page.waiting)
        self._offer()

    def go_to(self, claim: str) -> None:
        """Makes a claim's card current, where it waits."""
        if self._claim_of(claim) is not None:
            self._list.go_to(claim)
        self._offer()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._list.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self._list = ReviewList(say("review.waiting_list"), theme)
        self._list.chosen.connect(self._choose)
        self._none = plain_label(say("review.nothing_waits"), "quiet", wraps=True)
        self._none.setContentsMargins(_SIDE, 14, _SIDE, 14)
        self._agree = self._button("accept_change")
        self._agree.clicked.connect(self._accept)
        self._answer = self._button("answer")
        self._answer.clicked.connect(lambda: self._on_current(self.answer_wanted.emit))
        self._withdraw = self._button("withdraw")
        self._withdraw.clicked.connect(lambda: self._on_current(self.withdrawn.emit))
        self._foot = QWidget()
        self._foot.setProperty("kind", "foot")
        around = QVBoxLayout(self._foot)
        around.setContentsMargins(_SIDE, 10, _SIDE, 12)
        flow = FlowLayout(5)
        around.addLayout(flow)
        for button in self.buttons:
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addStretch()
        column.addWidget(self._foot)

    @staticmethod
    def _button(name: str) -> Pill:
        button = Pill([Run(say(f"review.{name}"))])
        button.setAccessibleName(say(f"review.{name}_long"))
        button.setToolTip(say(f"review.{name}_long"))
        return button

    def _claim_of(self, claim: str) -> ClaimView | None:
        waiting = self._page.waiting if self._page else ()
        return next((one for one in waiting if one.id == claim), None)

    @property
    def _current(self) -> ClaimView | None:
        row = self._list.current
        return self._claim_of(row.key) if row else None

    def _offer(self) -> None:
        current = self._current
        with keeping_focus(self, self.stops):
            self._foot.setVisible(current is not None)
            self._agree.setVisible(current is not None and bool(changed_into(current)))

    def _choose(self, row: Row) -> None:
        self._offer()
        self.chosen.emit(row.claim)

    def _accept(self) -> None:
        if self._current is not None and (version := changed_into(self._current)):
            self.accepted.emit(version)

    def _on_current(self, act: Callable[[str], None]) -> None:
        if self._current is not None:
            act(self._current.id)
