"""The sheet of one source: who it is and how to reach it, and a card for each claim."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
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

#: A card: whether it stands under what is attributed, and its claim.
_Key = tuple[bool, str]


class SheetView(QScrollArea):
    """Shows one source's sheet and keeps what is typed there. Signal: `claim_wanted` (article, claim)."""

    claim_wanted = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, lost: Lost) -> None:
        super().__init__()
        self._session, self._theme, self._lost = session, theme, lost
        self._entry: CallEntry | None = None
        self._cards: dict[_Key, LineCard] = {}
        self._build()

    @property
    def cards(self) -> tuple[LineCard, ...]:
        """The cards in their order."""
        return tuple(self._cards.values())

    @property
    def entry(self) -> CallEntry | None:
        """The sheet that is shown."""
        return self._entry

    @property
    def article(self) -> str:
        """The article of the claim at which the keyboard is, or of the first; empty without any."""
        at = self._at()
        return self.cards[max(at, 0)].line.article if self._cards else ""

    def show_entry(self, entry: CallEntry | None, *, several: bool, me: str) -> None:
        """Shows a sheet; of the same source, cards that are there stay, with what is being typed in them."""
        same = entry is not None and self._entry is not None and entry.id == self._entry.id
        at = self._at()
        if not same:
            self._drop(self._cards)
        self._entry = entry
        place = Place(entry.id if entry else "", several, me)
        wanted = _keyed(entry) if entry else {}
        self._drop([key for key in self._cards if key not in wanted])
        for key, line in wanted.items():
            if key in self._cards:
                self._cards[key].show_line(line, place)
        self._cards = {
            key: self._cards.get(key) or self._new_card(line, place) for key, line in wanted.items()
        }
        self._show_head(entry)
        self._arrange()
        if at >= 0 and self._at() < 0:
            self.focus_card(min(at, len(self._cards) - 1) if same else 0)
        if not same:
            self.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Saves at once what is typed."""
        for card in self._cards.values():
            card.flush()

    def focus_card(self, place: int) -> None:
        """Puts the keyboard on a card, counted from 0, and brings it into view; if it is there."""
        if 0 <= place < len(self._cards):
            card = self.cards[place]
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card, 0, 12)

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

    def _new_card(self, line: CallLine, place: Place) -> LineCard:
        card = LineCard(self._session, line, place, self._theme, self._lost)
        card.moved.connect(lambda by: self._move(card, by))
        card.shown.connect(lambda: self.claim_wanted.emit(card.line.article, card.line.claim.id))
        return card

    def _arrange(self) -> None:
        """Puts the cards below their headings; a heading without cards is not shown."""
        place = self._column.indexOf(self._headings[0])
        stops: list[QWidget] = [self._link]
        for heading, attributed in zip(self._headings, (True, False), strict=True):
            cards = [card for (under, _), card in self._cards.items() if under is attributed]
            heading.setVisible(bool(cards))
            for widget in (heading, *cards):
                if self._column.indexOf(widget) != place:
                    self._column.insertWidget(place, widget)
                place += 1
            for card in cards:
                card.show()  # a widget that comes into a window in sight is not shown by itself
                stops += card.tab_stops()
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _drop(self, keys: Iterable[_Key]) -> None:
        for key in list(keys):
            card = self._cards.pop(key)
            card.leave()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _move(self, card: LineCard, by: int) -> None:
        self.focus_card(self.cards.index(card) + by)

    def _at(self) -> int:
        """The place of the card in which the keyboard is; -1 for none."""
        focus = self.window().focusWidget()
        return next((n for n, card in enumerate(self.cards) if focus and _holds(card, focus)), -1)


def _keyed(entry: CallEntry) -> dict[_Key, CallLine]:
    return {(line.link is not None, line.claim.id): line for line in entry.lines}


def _holds(card: QWidget, focus: QWidget) -> bool:
    return card is focus or card.isAncestorOf(focus)
