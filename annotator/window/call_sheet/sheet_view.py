"""The sheet of one source: its head, and a card for each claim."""

from collections.abc import Iterable
from itertools import groupby, islice, pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.model.call_sheet import CallEntry, CallLine
from annotator.window.call_sheet.answer import Lost
from annotator.window.call_sheet.block import Block
from annotator.window.call_sheet.card import LineCard, Place
from annotator.window.call_sheet.head import SheetHead
from annotator.window.painted_words import medium
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
        self._below: list[QWidget] | None = None
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
            if at >= 0:  # else the keyboard would go from each card that goes to the next
                self.window().focusWidget().clearFocus()
            self._drop(self._cards)
        self._entry = entry
        self._place = Place(entry.id if entry else "", several, me)
        self._lines = _keyed(entry) if entry else {}
        self._drop([key for key in self._cards if key not in self._lines])
        self._head.show_entry(entry)
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_cards(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turns.stop()  # a closed window does not hold up the others

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
        self._head = SheetHead()
        self._column.addWidget(self._head)
        self._headings = tuple(self._heading(key) for key in ("call_sheet.attributed", "call_sheet.to_reply"))
        self._column.addStretch(1)
        self.setWidget(self._body)
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(lambda: self._build_cards(_IN_A_TURN))

    def _heading(self, key: str) -> QLabel:
        heading = plain_label(say(key))
        heading.setFont(medium(self.font()))
        heading.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(heading)
        return heading

    def _show_lines(self) -> None:
        """Shows each claim as it is now on the card that is there, and begins to build those that are not."""
        order = [key for key in self._lines if key in self._cards]
        moved = order != list(self._cards)
        self._cards = {key: self._cards[key] for key in order}
        for key, card in self._cards.items():
            if not card.shows(self._lines[key], self._place):
                card.show_line(self._lines[key], self._place)
        if moved:
            self._arrange_anew(order)
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

    def _arrange(self, keys: list[_Key]) -> None:
        """Puts cards, given in order, in sight and on the way of Tab, behind those before them."""
        order = list(self._cards)
        if keys == order[len(order) - len(keys) :]:
            for _, together in groupby(keys, lambda key: key[0]):
                self._append(list(together))
            return
        for key in keys:
            at = order.index(key)
            self._insert(key, order[at - 1] if at else None)

    def _arrange_anew(self, order: list[_Key]) -> None:
        """Puts all cards where they belong now; the keyboard stays where it is."""
        focus = self.window().focusWidget()
        blocks = {_block_of(card) for card in self._cards.values()}
        self._arrange(order)
        for block in blocks:
            block.hide()
            block.deleteLater()
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()

    def _append(self, keys: list[_Key]) -> None:
        """Puts cards of one heading at the end.

        They come in a block of their own: Qt lays out and orders a few widgets quickly, and thousands slowly.
        """
        cards = [self._cards[key] for key in keys]
        block = Block(cards)
        stops = [stop for card in cards for stop in card.tab_stops()]
        _walk(stops)  # before the block is in the window
        attributed = keys[0][0]
        last = self._column.indexOf(self._headings[1]) if attributed else self._column.count() - 1
        self._column.insertWidget(last, block)
        block.show()
        _walk([stops[-1], *self._followers()])

    def _insert(self, key: _Key, after: _Key | None) -> None:
        """Puts one card between others."""
        card, before = self._cards[key], self._cards[after] if after else None
        if before is not None and after is not None and after[0] is key[0]:
            _block_of(before).put(card, before)
        else:
            heading = self._column.indexOf(self._headings[not key[0]])
            self._column.insertWidget(heading + 1, Block([card]))
        _block_of(card).show()
        card.show()  # a widget that comes into a window in sight is not shown by itself
        _walk([before.tab_stops()[-1] if before else self._head.link, *card.tab_stops()])

    def _followers(self) -> list[QWidget]:
        """What Tab reaches below the sheet; Qt sets new widgets behind it."""
        if self._below is None:
            self._below = []
            reached = self._head.link.nextInFocusChain()
            while reached is not None and reached is not self.window():
                if not self.isAncestorOf(reached) and reached.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    self._below.append(reached)
                reached = reached.nextInFocusChain()
        return self._below

    def _drop(self, keys: Iterable[_Key]) -> None:
        for key in list(keys):
            card = self._cards.pop(key)
            card.leave()
            block = _block_of(card)
            block.take(card)
            gone = block if block.empty else card
            gone.hide()
            gone.deleteLater()

    def _at(self) -> int:
        """The place of the claim on whose card the keyboard is; -1 for none."""
        focus = self.window().focusWidget()
        on = (key for key, card in self._cards.items() if focus and _holds(card, focus))
        return next((list(self._lines).index(key) for key in on if key in self._lines), -1)


def _block_of(card: LineCard) -> Block:
    inside = card.parentWidget()
    block = inside.parentWidget() if inside else None
    assert isinstance(block, Block)
    return block


def _walk(stops: list[QWidget]) -> None:
    """Has Tab reach one after another."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _keyed(entry: CallEntry) -> dict[_Key, CallLine]:
    return {(line.link is not None, line.claim.id): line for line in entry.lines}


def _holds(card: QWidget, focus: QWidget) -> bool:
    return card is focus or card.isAncestorOf(focus)
