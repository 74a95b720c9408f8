"""The Review tab: people, and the three views of coming to one version."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.segments import Choice, Segments
from annotator.window.focus import keeping_focus
from annotator.window.plain import plain_label
from annotator.window.review.differences_view import DifferencesView
from annotator.window.review.final_view import FinalView
from annotator.window.review.head import ReviewHead
from annotator.window.review.page import ReviewPage
from annotator.window.review.waiting_view import WaitingView
from annotator.window.theme import Theme
from annotator.words import number, say

_SIDE = 14  # pixels


class Part(StrEnum):
    """The views."""

    DIFFERENCES = "differences"
    WAITING = "waiting"
    FINAL = "final"


class ReviewPanel(QWidget):
    """Its parts say what was done in them.

    Signals: `send_wanted` where there is nobody else yet, `left` by Escape.
    """

    send_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._page: ReviewPage | None = None
        self._build(theme)
        self.set_theme(theme)

    @property
    def head(self) -> ReviewHead:
        """People, blindness, and who is done."""
        return self._head

    @property
    def differences(self) -> DifferencesView:
        """What differs."""
        return self._differences

    @property
    def waiting(self) -> WaitingView:
        """What waits for my word."""
        return self._waiting

    @property
    def final(self) -> FinalView:
        """The final version."""
        return self._final

    @property
    def part(self) -> Part:
        """The view in sight."""
        return Part(self._parts.value or Part.DIFFERENCES)

    @property
    def parts(self) -> Segments:
        """The row that chooses a view."""
        return self._parts

    @property
    def hint(self) -> str:
        """What it says while there is nobody else; empty otherwise."""
        return "" if self._alone.isHidden() else self._alone_words.text()

    def set_page(self, page: ReviewPage | None) -> None:
        """Shows an article between its people, or nothing as long as none is known."""
        stops = [*self._views[self.part].stops, *self._parts.stops, self._head.done, self._head.blind.button]
        with keeping_focus(self, stops):
            self._show_page(page)

    def show_part(self, part: Part) -> None:
        """Brings one of the views into sight."""
        self._parts.set_value(part)
        self._pages.setCurrentWidget(self._views[part])
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        for view in (self._head, self._differences, self._waiting, self._final):
            view.set_theme(theme)
        for part in Part:
            self._parts.set_colours(part, QColor(theme.selection), QColor(theme.ink))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        self.setMinimumWidth(280)
        self._head = ReviewHead(theme)
        choices = [Choice(part, say(f"review.part.{part}"), say(f"review.part.{part}")) for part in Part]
        self._parts = Segments(say("review.parts"), choices)
        self._parts.asked.connect(self.show_part)
        self._differences = DifferencesView(theme)
        self._waiting = WaitingView(theme)
        self._final = FinalView(theme)
        self._views: dict[Part, DifferencesView | WaitingView | FinalView] = {
            Part.DIFFERENCES: self._differences,
            Part.WAITING: self._waiting,
            Part.FINAL: self._final,
        }
        self._pages = QStackedWidget()
        for view in self._views.values():
            self._pages.addWidget(view)
        row = self._row = QVBoxLayout()
        row.setContentsMargins(_SIDE, 2, _SIDE, 10)
        row.addWidget(self._parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        column.addWidget(self._build_alone())
        column.addStretch()
        self.show_part(Part.DIFFERENCES)
        self.set_page(None)

    def _show_page(self, page: ReviewPage | None) -> None:
        self._head.setVisible(page is not None)
        together = page is not None and (page.has_colleagues or page.state.sign_off is not None)
        self._parts.setVisible(together)
        self._pages.setVisible(together)
        self._alone.setVisible(page is not None and not together and not page.state.blind)
        self._page = page
        self._fill()
        if page is not None:
            self._head.set_page(page)
            self._count(page)

    def _fill(self) -> None:
        """Gives the page to the view in sight; the others may have thousands of rows, and wait."""
        if self._page is not None:
            self._views[self.part].set_page(self._page)

    def _build_alone(self) -> QWidget:
        self._alone = QWidget()
        self._alone_words = plain_label(say("review.alone"), "quiet", wraps=True)
        send = self._send = Pill([Run(say("review.send"))])
        send.setAccessibleName(say("review.send"))
        send.clicked.connect(self.send_wanted)
        column = QVBoxLayout(self._alone)
        column.setContentsMargins(_SIDE, 4, _SIDE, 14)
        column.setSpacing(10)
        column.addWidget(self._alone_words)
        column.addWidget(send, 0, Qt.AlignmentFlag.AlignLeft)
        return self._alone

    def _count(self, page: ReviewPage) -> None:
        """Says on each segment how much there is in it to do, or how much is settled."""
        counts = {
            Part.DIFFERENCES: len(page.open),
            Part.WAITING: len(page.waiting),
            Part.FINAL: len(page.settlement.settled),
        }
        for part, count in counts.items():
            word = say(f"review.part.{part}")
            shown = say("review.part_n", part=word, count=number(count)) if count else word
            self._parts.set_word(part, shown, say(f"review.part_long.{part}", count=count))
