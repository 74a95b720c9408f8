"""The sheet of one source: who it is and how to reach it, and a card for each claim."""

from collections.abc import Iterable
from itertools import islice, pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.formats.writers.call_sheet import called, contact, entry_name
from annotator.model.call_sheet import CallEntry, CallLine
from annotator.window.call_sheet.answer import Lost
from annotator.window.call_sheet.card import LineCard, Place
from annotator.window.claims.pill import Pill, Run
from annotator.window.links import host, is_link, open_link
from annotator.window.painted_words import medium, resized
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say

#: So many cards are built at once, more than a window is high; each takes about ten milliseconds.
_AT_ONCE = 20
#: And so many in each turn of the event loop after that, so that no key waits long.
_IN_A_TURN = 3

#: A card: whether it stands under what is attributed, and its claim.
_Key = tuple[bool, str]


class SheetView(QScrollArea):
    """Shows one source's sheet and keeps what is typed there. Signal: `claim_wanted` (article, claim).

    Of a long sheet the first cards are there at once, the others come in turns of the event loop.
    """

    claim_wanted = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, lost: Lost) -> None:
        super().__init__()
        self._session, self._theme, self._lost = session, theme, lost
        self._entry: CallEntry | None = None
        self._place = Place("", several=False, me="")
        self._lines: dict[_Key, CallLine] = {}
        self._cards: dict[_Key, LineCard] = {}
        self._build()

    @property
    def cards(self) -> tuple[LineCard, ...]:
        """The cards that are there, in their order."""
        return tuple(self._cards.values())

    @property
    def entry(self) -> CallEntry | None:
        """The sheet that is shown."""
        return self._entry

    @property
    def article(self) -> str:
        """The article of the claim at which the keyboard is, or of the first; empty without any."""
        lines = tuple(self._lines.values())
        return lines[max(self._at(), 0)].article if lines else ""

    def show_entry(self, entry: CallEntry | None, *, several: bool, me: str) -> None:
        """Shows a sheet; of the same source, cards that are there stay, with what is being typed in them."""
        same = entry is not None and self._entry is not None and entry.id == self._entry.id
        at = self._at()
        if not same:
            self._drop(self._cards)
        self._entry = entry
        self._place = Place(entry.id if entry else "", several, me)
        self._lines = _keyed(entry) if entry else {}
        self._drop([key for key in self._cards if key not in self._lines])
        self._show_head(entry)
        self._show_lines()
        if at >= 0 and self._at() < 0:
            self.focus_card(min(at, len(self._lines) - 1) if same else 0)
        if not same:
            self.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Saves at once what is typed."""
        for card in self._cards.values():
            card.flush()

    def focus_card(self, place: int) -> None:
        """Puts the keyboard on a claim's card, counted from 0, and brings it into view; if there is one."""
        if 0 <= place < len(self._lines):
            card = self._card_at(place)
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card, 0, 12)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab does not pass over a card that is still to come."""
        beside = self._at() + (1 if onward else -1)
        if self._at() >= 0 and 0 <= beside < len(self._lines):
            self._card_at(beside)
        return super().focusNextPrevChild(onward)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for card in self._cards.values():
            card.set_theme(theme)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(22, 18, 22, 22)
        self._column.setSpacing(10)
        self._build_head()
        self._headings = tuple(self._heading(key) for key in ("call_sheet.attributed", "call_sheet.to_reply"))
        self._column.addStretch(1)
        self.setWidget(self._body)
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(lambda: self._build_cards(_IN_A_TURN))

    def _build_head(self) -> None:
        self._name = plain_label(wraps=True)
        self._name.setFont(medium(resized(self.font(), 1.7)))
        self._who = plain_label(kind="quiet", wraps=True)
        self._link = Pill()
        self._link.clicked.connect(self._open_link)
        for widget in (self._name, self._who, self._link):
            self._column.addWidget(widget)

    def _heading(self, key: str) -> QLabel:
        heading = plain_label(say(key))
        heading.setFont(medium(self.font()))
        heading.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(heading)
        return heading

    def _show_head(self, entry: CallEntry | None) -> None:
        source = entry.source if entry else None
        self._name.setText(entry_name(entry) if entry else "")
        about = [say("editor.chip_confidential")] if source and source.confidential else []
        about += [line for line in contact(source) if source and not (line == source.url and is_link(line))]
        if entry and source is None:
            about = [say("call_sheet.nobody_hint")]
        self._who.setText("\n".join(about))
        self._who.setVisible(bool(about))
        where = host(source.url) if source else ""
        self._link.setVisible(bool(where))
        if source and where:
            self._link.set_runs((Run(where, quiet=True), Run("↗", quiet=True)))
            self._link.setToolTip(source.url)
            self._link.setAccessibleName(say("editor.link", host=where))
            self._link.setAccessibleDescription(called(source))

    def _open_link(self) -> None:
        if self._entry is not None and self._entry.source is not None:
            open_link(self._entry.source.url)

    def _show_lines(self) -> None:
        """Shows each claim as it is now on the card that is there, and begins to build those that are not."""
        order = [key for key in self._lines if key in self._cards]
        moved = order != list(self._cards)
        self._cards = {key: self._cards[key] for key in order}
        for key, card in self._cards.items():
            if not card.shows(self._lines[key], self._place):
                card.show_line(self._lines[key], self._place)
        if moved:
            self._arrange(order)
        for heading, attributed in zip(self._headings, (True, False), strict=True):
            heading.setVisible(any(under is attributed for under, _ in self._lines))
        self._build_cards(_AT_ONCE)

    def _build_cards(self, most: int) -> None:
        """Builds the first cards that are missing; the next turn of the event loop builds more."""
        missing = (key for key in self._lines if key not in self._cards)
        self._add_cards(list(islice(missing, most)))
        if len(self._cards) == len(self._lines):
            self._turns.stop()
        else:
            self._turns.start()

    def _card_at(self, place: int) -> LineCard:
        """The card of a claim, counted from 0, which is built if it is still to come."""
        key = list(self._lines)[place]
        if key not in self._cards:
            self._add_cards([key])
        return self._cards[key]

    def _add_cards(self, keys: list[_Key]) -> None:
        made = {key: self._new_card(key) for key in keys}
        there = self._cards | made
        self._cards = {key: there[key] for key in self._lines if key in there}
        self._arrange(keys)

    def _new_card(self, key: _Key) -> LineCard:
        card = LineCard(self._session, self._lines[key], self._place, self._theme, self._lost)
        card.moved.connect(lambda by: self.focus_card(list(self._lines).index(key) + by))
        card.shown.connect(lambda: self.claim_wanted.emit(card.line.article, card.line.claim.id))
        return card

    def _arrange(self, keys: Iterable[_Key]) -> None:
        """Puts cards, given in order, behind those before them, in sight and on the way of Tab."""
        order = list(self._cards)
        for key in keys:
            card, at = self._cards[key], order.index(key)
            before = self._cards[order[at - 1]] if at else None
            beneath = before if before and order[at - 1][0] is key[0] else self._headings[not key[0]]
            place = self._column.indexOf(beneath) + 1
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show()  # a widget that comes into a window in sight is not shown by itself
            for one, next_ in pairwise((before.tab_stops()[-1] if before else self._link, *card.tab_stops())):
                QWidget.setTabOrder(one, next_)

    def _drop(self, keys: Iterable[_Key]) -> None:
        for key in list(keys):
            card = self._cards.pop(key)
            card.leave()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _at(self) -> int:
        """The place of the claim on whose card the keyboard is; -1 for none."""
        focus = self.window().focusWidget()
        on = (key for key, card in self._cards.items() if focus and _holds(card, focus))
        return next((list(self._lines).index(key) for key in on if key in self._lines), -1)


def _keyed(entry: CallEntry) -> dict[_Key, CallLine]:
    return {(line.link is not None, line.claim.id): line for line in entry.lines}


def _holds(card: QWidget, focus: QWidget) -> bool:
    return card is focus or card.isAncestorOf(focus)
