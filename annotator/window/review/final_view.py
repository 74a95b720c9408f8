"""The view of the final version as it grows, and of the sign-off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.review_views import SignOffView
from annotator.window.claims.entry import entry_line
from annotator.window.claims.pill import Pill, Run
from annotator.window.plain import plain_label
from annotator.window.review.final import final_rows
from annotator.window.review.list import ReviewList
from annotator.window.review.page import ReviewPage
from annotator.window.review.rows import Row
from annotator.window.theme import Theme
from annotator.words import say
from annotator.words.dates import local_time, short_date

_SIDE = 14  # pixels


class FinalView(QWidget):
    """Signals: `chosen` (claim) to be picked, `signed` (note), `taken_back` my sign-off."""

    chosen = Signal(str)
    signed = Signal(str)
    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._article = ""
        self._build(theme)

    @property
    def list(self) -> ReviewList:
        """The list of cards."""
        return self._list

    @property
    def said(self) -> str:
        """What it says of the sign-off."""
        return self._said.text()

    @property
    def sign_button(self) -> Pill:
        """Signs the article off."""
        return self._sign

    @property
    def back_button(self) -> Pill:
        """Takes the sign-off back."""
        return self._back

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard goes when what had it is gone: the first of these in sight."""
        return self._back, self.note, self._list

    def set_page(self, page: ReviewPage) -> None:
        """Shows how far the final version is."""
        if page.state.article != self._article:
            self._article = page.state.article
            self.note.clear()
        rows = final_rows(page)
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        found, signed = page.settlement, page.state.sign_off
        self._share.setText(
            say(
                "review.settled_share",
                settled=len(found.settled),
                all=len(found.settled) + len(found.unsettled),
            )
        )
        self._share.setVisible(bool(rows))
        self._said.setText(_words(signed) if signed else "")
        self._said.setVisible(signed is not None)
        mine = signed is not None and signed.mine
        if signed is not None and signed.note == self.note.text().strip():
            self.note.clear()
        words = say("review.sign_again" if mine else "review.sign_off")
        self._sign.set_runs([Run(words)])
        self._sign.setAccessibleName(words)
        open_to_sign = bool(found.settled) and (signed is None or bool(signed.changed))
        self._sign.setVisible(open_to_sign)
        self.note.setVisible(open_to_sign)
        self._back.setVisible(mine)
        self._foot.setVisible(open_to_sign or signed is not None)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._list.set_theme(theme)

    def focus_sign_off(self) -> None:
        """Puts the keyboard where a note for the sign-off is written, or on what takes it back."""
        (self._back if self.note.isHidden() else self.note).setFocus()

    def _build(self, theme: Theme) -> None:
        self._share = plain_label(kind="quiet", wraps=True)
        self._share.setContentsMargins(_SIDE, 2, _SIDE, 8)
        self._list = ReviewList(say("review.final_list"), theme)
        self._list.chosen.connect(self._choose)
        self._none = plain_label(say("review.nothing_final"), "quiet", wraps=True)
        self._none.setContentsMargins(_SIDE, 14, _SIDE, 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._share)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addStretch()
        column.addWidget(self._build_foot())

    def _build_foot(self) -> QWidget:
        self._said = plain_label(wraps=True)
        self.note = entry_line(say("review.sign_note"), say("review.sign_note_hint"))
        self.note.returnPressed.connect(self._on_sign)
        self._sign, self._back = Pill(), Pill([Run(say("review.take_back_sign_off"), quiet=True)])
        self._sign.clicked.connect(self._on_sign)
        self._back.setAccessibleName(say("review.take_back_sign_off"))
        self._back.clicked.connect(self.taken_back)
        buttons = QHBoxLayout()
        buttons.setSpacing(5)
        buttons.addWidget(self._sign)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        self._foot = QWidget()
        self._foot.setProperty("kind", "foot")
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(_SIDE, 10, _SIDE, 12)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(self.note)
        column.addLayout(buttons)
        return self._foot

    def _on_sign(self) -> None:
        self.signed.emit(self.note.text().strip())  # which stands there until it is said to be signed

    def _choose(self, row: Row) -> None:
        if row.claim:
            self.chosen.emit(row.claim)


def _words(signed: SignOffView) -> str:
    """Who signed when, with the note, and whether something changed after it."""
    when = {"day": short_date(signed.at), "time": local_time(signed.at)}
    if signed.mine:
        said = say("review.signed_by_you", **when)
    else:
        said = say("review.signed_by", name=signed.reviewer, **when)
    parts = [said, *([signed.note] if signed.note else [])]
    if signed.changed:
        parts.append(say("review.changed_since", count=len(signed.changed)))
    return "\n".join(parts)
