"""One review file before it is taken in: from whom, what it brings, what is to be decided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.model.deliveries import MergeOptions, Summary
from annotator.window.margins import margins
from annotator.window.merging.arrivals import Arrivals
from annotator.window.merging.incoming import Incoming
from annotator.window.merging.questions import Questions
from annotator.window.merging.wording import sender, sent_when
from annotator.window.painted_words import resized
from annotator.window.plain import plain_label
from annotator.words import say

_LOOK = """
QScrollArea { border: 1px solid transparent; border-radius: 7px; }
QScrollArea:focus { border-color: palette(text); }
"""
_HEADING = 1.2  # how much larger than the words below it


class SummaryView(QScrollArea):
    """Scrolls where it is long. Signals: `answered`, and `compare_wanted` (Arrival) to see two texts."""

    answered = Signal()
    compare_wanted = Signal(object)

    def __init__(self, incoming: Incoming, me: str = "") -> None:
        super().__init__()
        self._incoming = incoming
        self._build(me)
        self.show_summary(incoming.summary)

    @property
    def options(self) -> MergeOptions:
        """What was decided."""
        return self.questions.options

    def show_summary(self, summary: Summary) -> None:
        """Shows what would come in now, after an answer; the questions stay."""
        self.arrivals.set_arrivals(summary.arrivals)
        nothing = "merging.older" if summary.older else "merging.nothing"
        alone = say("merging.sources", count=summary.sources) if summary.sources else say(nothing)
        self._nothing.setText(alone)
        self._nothing.setVisible(not summary.arrivals)

    def height_for(self, width: int) -> int:
        """The height, in pixels, at which all is in sight in so wide a view."""
        return self._column.heightForWidth(width)

    def _build(self, me: str) -> None:
        summary = self._incoming.summary
        self.arrivals = Arrivals(summary.sender)
        self.arrivals.compare_wanted.connect(self.compare_wanted)
        self.questions = Questions(self._incoming, me)
        self.questions.answered.connect(self.answered)
        self._nothing = plain_label(wraps=True)
        within = QWidget()
        self._column = column = QVBoxLayout(within)
        column.setContentsMargins(*margins(8, 6, 10, 6))
        column.setSpacing(8)
        column.addWidget(self._heading(say("merging.from", name=sender(summary))))
        column.addWidget(plain_label(sent_when(summary), "quiet", wraps=True))
        if summary.message:
            column.addWidget(self._message(summary.message))
        column.addSpacing(4)
        column.addWidget(self._nothing)
        column.addWidget(self.arrivals)
        if not self.questions.is_empty:
            column.addSpacing(6)
            column.addWidget(self.questions)
        column.addStretch()
        self.setWidget(within)
        self.setWidgetResizable(True)
        self.setStyleSheet(_LOOK)
        for ground in (within, self.viewport()):
            ground.setAutoFillBackground(False)  # it would cover the corners of the ring
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("merging.summary", name=sender(summary)))

    @staticmethod
    def _heading(words: str) -> QLabel:
        label = plain_label(words, wraps=True)
        font = resized(label.font(), _HEADING)
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
        return label

    @staticmethod
    def _message(words: str) -> QWidget:
        label = plain_label(words, "card", wraps=True)
        label.setMargin(9)
        return label
