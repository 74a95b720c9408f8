"""What comes to each article, one card each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.deliveries import Arrival
from annotator.window.merging.wording import what_comes
from annotator.window.painted_words import medium
from annotator.window.plain import plain_label
from annotator.words import say


class ArrivalCard(QWidget):
    """One article: its title, what comes, from whom. Signal: `compare_wanted` where another text is here."""

    compare_wanted = Signal()

    def __init__(self, arrival: Arrival, sender: str) -> None:
        super().__init__()
        self.arrival, self._sender = arrival, sender
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()

    def _build(self) -> None:
        arrival = self.arrival
        title = plain_label(arrival.title, wraps=True)
        title.setFont(medium(title.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(plain_label(what_comes(arrival), "quiet", wraps=True))
        if arrival.people not in ((), (self._sender,)):
            column.addWidget(
                plain_label(say("merging.by", names=", ".join(arrival.people)), "quiet", wraps=True)
            )
        if arrival.like:
            column.addSpacing(4)
            column.addLayout(self._build_other_text())

    def _build_other_text(self) -> QHBoxLayout:
        compare = QPushButton(say("merging.compare"))
        compare.setAutoDefault(False)
        compare.setAccessibleName(say("merging.compare_named", title=self.arrival.title))
        compare.clicked.connect(self.compare_wanted)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(plain_label(say("merging.other_text"), wraps=True), 1)
        row.addWidget(compare)
        return row


class Arrivals(QWidget):
    """The cards of all articles. Signal: `compare_wanted` (Arrival)."""

    compare_wanted = Signal(object)

    def __init__(self, sender: str) -> None:
        """`sender` is the name of who sent them: work of others is told."""
        super().__init__()
        self._sender = sender
        self.cards: list[ArrivalCard] = []
        self._build()

    def set_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Shows other arrivals; the same ones again move nothing."""
        if [card.arrival for card in self.cards] == list(arrivals):
            return
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [ArrivalCard(arrival, self._sender) for arrival in arrivals]
        for card in self.cards:
            card.compare_wanted.connect(lambda arrival=card.arrival: self.compare_wanted.emit(arrival))
            self._column.addWidget(card)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
