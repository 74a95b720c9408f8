"""One claim on a sheet: its words, large enough to read aloud, and what is to be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.desk.commands.sourcing import EditAttribution
from annotator.desk.work import Command
from annotator.formats.writers.call_sheet import about, facts, heard
from annotator.model.call_sheet import CallLine
from annotator.model.errors import RedPencilError
from annotator.text.direction import begins_right
from annotator.window.article.face import reading_font
from annotator.window.call_sheet.answer import Lost
from annotator.window.call_sheet.answering import Answering
from annotator.window.call_sheet.choices import ReplySegments, StatusPill
from annotator.window.call_sheet.letter import Letter
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.trouble import Trouble
from annotator.window.outlined import OutlinedCard
from annotator.window.plain import as_tip, plain_label
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.window.theme import Theme
from annotator.window.ticks import Tick
from annotator.words import say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_QUOTE = 18  # pixels, the size of the article's words
_NAMED = 40  # characters of a claim's words in the names of its fields


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: on whose sheet (a source's id), about several articles or one, and who calls."""

    source: str
    several: bool
    me: str


class LineCard(OutlinedCard):
    """A claim with its fields. Signals: `moved` (-1, +1) to another card, `shown` to see it in the text."""

    moved = Signal(int)
    shown = Signal()

    def __init__(self, session: Session, line: CallLine, place: Place, theme: Theme, lost: Lost) -> None:
        super().__init__()
        self._session, self._place = session, place
        self._typed = ""  # the evidence that stands in the field
        self.line = line
        self._build(theme, lost)
        self.show_line(line, place)

    @property
    def tick(self) -> Tick:
        """Said so, and so worded."""
        return self._tick

    @property
    def reply(self) -> ReplySegments:
        """The right of reply."""
        return self._reply

    @property
    def status(self) -> StatusPill:
        """How far the claim is checked."""
        return self._status

    @property
    def answering(self) -> Answering:
        """What they said."""
        return self._answering

    @property
    def told(self) -> str:
        """What the card says beside the claim itself, a line for each thing."""
        shown = (label for label in (self._about, self._facts, self._said) if label.isVisibleTo(self))
        return "\n".join(label.text() for label in shown)

    @property
    def trouble(self) -> Trouble:
        """Where it says why something was not done."""
        return self._trouble

    def shows(self, line: CallLine, place: Place) -> bool:
        """Whether the card is as it is to be already."""
        return (line, place, self._answering.evidence) == (self.line, self._place, self._typed)

    def show_line(self, line: CallLine, place: Place) -> None:
        """Shows the claim as it is now; what is being typed stays."""
        self.line, self._place = line, place
        self._answering.show_line(line)
        quote = " ".join(line.claim.quote.split())
        self._quote.setText(quote)
        right = begins_right(quote)
        self._quote.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        self._about.setText(about(line, several=place.several))
        self._letter.set_tag(line.claim.tag)
        self._show_facts()
        self._status.show_status(line.claim, self._label(say("call_sheet.status")))
        self._reply.show_line(line)
        self._show_tick()
        tag = say(f"tag.{line.claim.tag.value}")
        self.setAccessibleName(self._label(tag))
        told = (self._about.text(), *facts(line), say("call_sheet.card_keys"))
        self.setAccessibleDescription(". ".join(told))

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The card and what in it takes the keyboard, in reading order."""
        parts = (self._tick, self._reply, self._status, self._show, self._answering)
        inside = (each for part in parts for each in (part, *part.findChildren(QWidget)))
        return self, *(each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def flush(self) -> None:
        """Saves at once what is typed."""
        self._answering.flush()

    def leave(self) -> None:
        """Saves what is typed, as the card goes for good."""
        self._answering.leave()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._letter.set_theme(theme)
        self._answering.set_theme(theme)
        self._reply.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        """Takes the card's keys before the same keys of the window."""
        mine = event.type() == QEvent.Type.ShortcutOverride and self.hasFocus()
        if mine and isinstance(event, QKeyEvent) and event.key() in (*_BY, *_ENTER, Qt.Key.Key_Space):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.focusWidget()
        if isinstance(at, QAbstractButton) and event.key() in _ENTER:
            at.click()
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in _BY:
            self.moved.emit(_BY[Qt.Key(event.key())])
        elif event.key() in _ENTER and self._answering.isVisibleTo(self):
            self._answering.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Space and self._tick.isVisibleTo(self) and self._tick.isEnabled():
            self._tick.click()
        elif event.key() not in (*_ENTER, Qt.Key.Key_Space):
            super().keyPressEvent(event)

    def _build(self, theme: Theme, lost: Lost) -> None:
        self._trouble = Trouble()
        self._answering = Answering(self._session, self.line, self._place.source, self._label, lost)
        self._answering.back.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._answering.onward.connect(lambda: self.moved.emit(1))
        self._answering.told.connect(self._trouble.tell_error)
        self._facts, self._said = plain_label(kind="quiet", wraps=True), plain_label(wraps=True)
        self._letter = Letter(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 14)
        row.setSpacing(12)
        row.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._build_column(), 1)
        if not self._place.source:  # whose words would they be?
            self._answering.hide()
        self.set_theme(theme)

    def _build_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(self._build_words())
        column.addWidget(self._facts)
        column.addWidget(self._said)
        column.addWidget(self._build_choices())
        column.addWidget(self._answering)
        column.addWidget(self._trouble)
        return column

    def _build_words(self) -> QVBoxLayout:
        self._quote, self._about = plain_label(wraps=True), plain_label(kind="quiet", wraps=True)
        self._quote.setFont(reading_font(_QUOTE))
        self._quote.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._quote)
        words.addWidget(self._about)
        return words

    def _build_choices(self) -> QWidget:
        self._tick = Tick(say("call_sheet.checked"))
        self._tick.toggled.connect(self._on_ticked)
        self._reply = ReplySegments(self._label)
        self._reply.wanted.connect(
            lambda kind: self._do(self._reply.command(self.line, kind, self._place.me))
        )
        self._status = StatusPill()
        self._status.wanted.connect(self._do)
        self._show = Pill((Run(say("call_sheet.show")),))
        self._show.setAccessibleName(self._label(say("call_sheet.show")))
        self._show.clicked.connect(self.shown)
        choices = QWidget()
        flow = FlowLayout(8)
        choices.setLayout(flow)
        for widget in (self._tick, self._reply, self._status, self._show):
            flow.addWidget(widget)
        return choices

    def _show_facts(self) -> None:
        """What is known, and what was said before; not what stands in the field."""
        typed = self._typed = self._answering.evidence
        said = [heard(piece) for piece in self.line.said if piece.quote and piece.id != typed]
        for label, told in ((self._facts, facts(self.line)), (self._said, said)):
            label.setText("\n".join(told))
            label.setVisible(bool(told))

    def _show_tick(self) -> None:
        link = self.line.link
        self._tick.setVisible(link is not None)
        if link is None:
            return
        with QSignalBlocker(self._tick):
            self._tick.setChecked(link.checked)
        self._tick.setEnabled(link.mine)
        self._tick.setAccessibleName(self._label(say("call_sheet.checked")))
        self._tick.setToolTip(
            as_tip("" if link.mine else say("call_sheet.checked_theirs", name=link.reviewer))
        )

    def _on_ticked(self, checked: bool) -> None:
        if self.line.link is not None:
            self._do(EditAttribution(self.line.link.id, checked=checked))

    def _do(self, command: Command) -> None:
        self._trouble.clear()
        self.flush()
        self._session.run(command, refused=while_there(self, self._on_refused))

    def _on_refused(self, error: RedPencilError) -> None:
        self._trouble.tell_error(error)
        self.show_line(self.line, self._place)

    def _label(self, what: str) -> str:
        """The name of one of the card's fields, unlike those of any other card."""
        quote = " ".join(self.line.claim.quote.split())
        quote = quote if len(quote) <= _NAMED else f"{quote[:_NAMED].rstrip()}…"
        key = "call_sheet.for_claim_in" if self._place.several else "call_sheet.for_claim"
        return say(key, what=what, number=self.line.number, quote=quote, title=self.line.title)
