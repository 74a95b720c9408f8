"""What people said about a claim, in order: their answers and their comments."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.enums import Verdict
from annotator.model.views import ClaimView, CommentView, ReviewView
from annotator.window.claims.pill import Pill, Run
from annotator.window.dot import Dot
from annotator.window.margins import margins
from annotator.window.outlined import OutlinedCard
from annotator.window.painted_words import isolated
from annotator.window.plain import as_tip, plain_label
from annotator.words import say
from annotator.words.dates import local_time, short_date

_SAID = {
    Verdict.AGREED: "thread.agreed",
    Verdict.CHANGED: "thread.changed",
    Verdict.REJECTED: "thread.rejected",
    Verdict.TO_DISCUSS: "thread.discuss",
}
_SAID_BY_ME = {
    Verdict.AGREED: "thread.agreed_by_you",
    Verdict.CHANGED: "thread.changed_by_you",
    Verdict.REJECTED: "thread.rejected_by_you",
    Verdict.TO_DISCUSS: "thread.discuss_by_you",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what when, and the words; `comment` is the id of one of mine, `version` that of a claim."""

    head: str
    at: str
    words: str
    author: str
    unread: bool
    comment: str = ""
    version: str = ""


def entries(view: ClaimView) -> tuple[Entry, ...]:
    """The thread of a claim from the oldest to the newest."""
    found = [*map(_of_review, view.reviews), *map(_of_comment, view.comments)]
    return tuple(sorted(found, key=lambda entry: entry.at))


def _of_review(word: ReviewView) -> Entry:
    if word.mine:
        head = say(_SAID_BY_ME[word.verdict])
    else:
        head = say(_SAID[word.verdict], name=isolated(word.reviewer))
    head = say("thread.outdated", said=head) if word.outdated else head
    return Entry(head, word.at, word.reason, word.author, word.unread, version=word.version or "")


def _of_comment(comment: CommentView) -> Entry:
    head = say("review.you") if comment.mine else isolated(comment.reviewer)
    mine = comment.id if comment.mine else ""
    return Entry(head, comment.at, comment.body, comment.author, comment.unread, comment=mine)


class EntryCard(OutlinedCard):
    """An entry of the thread.

    Signals: `edit_wanted` and `removed` (a comment's id), `version_wanted` (a claim's id).
    """

    edit_wanted = Signal(str)
    removed = Signal(str)
    version_wanted = Signal(str)

    def __init__(self, entry: Entry, colour: QColor) -> None:
        super().__init__()
        self.entry = entry
        self.buttons: list[Pill] = []
        self._build(colour)

    def _build(self, colour: QColor) -> None:
        entry = self.entry
        when = say("thread.when", day=short_date(entry.at), time=local_time(entry.at))
        parts = [say("thread.new")] if entry.unread else []
        self.setAccessibleName(". ".join([*parts, entry.head, when, *filter(None, [entry.words])]))
        head = QHBoxLayout()
        head.setSpacing(6)
        dot = Dot()
        dot.set_colour(colour)
        head.addWidget(dot)
        head.addWidget(plain_label(entry.head, wraps=True), 1)
        if entry.unread:
            head.addWidget(self._new_mark())
        time = plain_label(local_time(entry.at), "quiet")
        time.setToolTip(as_tip(when))
        head.addWidget(time)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(8, 6, 8, 6))
        column.setSpacing(4)
        column.addLayout(head)
        if entry.words:
            words = plain_label(entry.words, wraps=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        if buttons := list(self._build_buttons()):
            row = QHBoxLayout()
            row.setSpacing(5)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def _new_mark(self) -> QWidget:
        mark = plain_label(say("thread.new"))
        mark.setObjectName("unread")
        font = mark.font()
        font.setBold(True)
        mark.setFont(font)
        return mark

    def _build_buttons(self) -> Iterator[Pill]:
        entry = self.entry
        if entry.version:
            yield self._button("thread.see_version", lambda: self.version_wanted.emit(entry.version))
        if entry.comment:
            yield self._button("thread.edit", lambda: self.edit_wanted.emit(entry.comment))
            yield self._button("thread.remove", lambda: self.removed.emit(entry.comment))

    def _button(self, key: str, act: Callable[[], None]) -> Pill:
        button = Pill([Run(say(key), quiet=True)])
        button.setAccessibleName(say("thread.button", what=say(key), entry=self.accessibleName()))
        button.clicked.connect(act)
        self.buttons.append(button)
        return button


class Thread(QWidget):
    """The entries one below the other. Signals as those of `EntryCard`."""

    edit_wanted = Signal(str)
    removed = Signal(str)
    version_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Entry, str], ...] = ()
        self.cards: list[EntryCard] = []
        self._build()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to in it, in order."""
        return [stop for card in self.cards for stop in (card, *card.buttons)]

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard is on one of its entries."""
        return self.isAncestorOf(QApplication.focusWidget() or self)

    def show_entries(self, found: Sequence[Entry], colours: Sequence[QColor]) -> bool:
        """Shows these entries, each in the colour of who wrote it; the keyboard stays where it was.

        The same ones again move nothing, which it tells by False.
        """
        shown = tuple((entry, colour.name()) for entry, colour in zip(found, colours, strict=True))
        if shown == self._shown:
            return False
        self._shown = shown
        focus = QApplication.focusWidget()
        at = next((card.entry.at for card in self.cards if focus in (card, *card.buttons)), "")
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(entry, colour) for entry, colour in shown]
        for card in self.cards:
            self._column.addWidget(card)
            card.show()
            if card.entry.at == at:
                card.setFocus()
        self.setVisible(bool(self.cards))
        return True

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def _card(self, entry: Entry, colour: str) -> EntryCard:
        card = EntryCard(entry, QColor(colour))
        card.edit_wanted.connect(self.edit_wanted)
        card.removed.connect(self.removed)
        card.version_wanted.connect(self.version_wanted)
        return card
