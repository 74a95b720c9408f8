"""What is chosen with a click: the response to an allegation, the status of a claim."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.work import Command
from annotator.host.clock import Clock, iso
from annotator.model.call_sheet import CallLine
from annotator.model.enums import ResponseKind, StatusValue
from annotator.model.views import ClaimView, ResponseView
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.segments import Choice, Segments
from annotator.window.theme import Theme
from annotator.words import say


class ReplySegments(QWidget):
    """The right of reply in four segments. Signal: `wanted` (ResponseKind)."""

    wanted = Signal(object)

    def __init__(self, label: Callable[[str], str]) -> None:
        """`label` makes of a name one that is the claim's alone."""
        super().__init__()
        self._build(label)

    @property
    def segments(self) -> Segments:
        """The segments themselves."""
        return self._segments

    def show_line(self, line: CallLine) -> None:
        """Shows what is recorded; nothing on what a source itself says."""
        self.setVisible(line.link is None)
        self._segments.set_value(line.response.kind if line.response else ResponseKind.NOT_ASKED)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for kind in ResponseKind:
            self._segments.set_colours(kind, QColor(theme.hover), QColor(theme.secondary))

    @staticmethod
    def command(line: CallLine, kind: ResponseKind, me: str) -> Command:
        """Records a kind of response as mine.

        What I recorded before stays, when it was asked and by whom above all; asked and no reply are so from
        now on where no time was said.
        """
        before = next((each for each in reversed(line.claim.responses) if each.mine), None)
        now = iso(Clock().now_ms())
        return Respond(line.claim.id, _fields(kind, before, now, me))

    def _build(self, label: Callable[[str], str]) -> None:
        choices = []
        for kind in ResponseKind:
            word = say(f"call_sheet.reply.{kind.value}")
            choices.append(Choice(kind, word, label(word)))
        self._segments = Segments(label(say("call_sheet.reply")), choices)
        self._segments.asked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._segments)


def _fields(kind: ResponseKind, before: ResponseView | None, now: str, me: str) -> ResponseFields:
    note = before.note if before else ""
    if kind is ResponseKind.NOT_ASKED:
        return ResponseFields(kind, note=note)
    asked_on, asked_by = (before.asked_on, before.asked_by) if before else ("", "")
    due = before.due if before else ""
    if kind is ResponseKind.ASKED and not asked_on:
        asked_on, asked_by = now, me
    if kind is ResponseKind.NO_REPLY and not due:
        due = now
    return ResponseFields(kind, asked_on, asked_by, due, note)


class StatusPill(Pill):
    """Says how far a claim is checked and offers the other values. Signal: `wanted` (SetStatus)."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._claim: ClaimView | None = None
        self.clicked.connect(self._offer)

    def show_status(self, claim: ClaimView, name: str) -> None:
        """Shows the status that counts; `name` is for a screen reader."""
        self._claim = claim
        value = say(f"status.{claim.status.value}")
        self.setAccessibleName(name)
        self.setAccessibleDescription(value)
        self.set_runs((Run(say("call_sheet.status"), quiet=True), Run(value), Run("▾", quiet=True)))

    def menu(self) -> QMenu:
        """The values to choose from."""
        menu = QMenu(self)
        one_of_them = QActionGroup(menu)
        for value in StatusValue:
            action = one_of_them.addAction(menu.addAction(say(f"status.{value.value}")))
            action.setCheckable(True)
            action.setChecked(self._claim is not None and value is self._claim.status)
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, value: StatusValue) -> None:
        if self._claim is None:
            return
        mine = next((each for each in reversed(self._claim.statuses) if each.mine), None)
        kept = (mine.reason, mine.old_words, mine.new_words) if mine else ("", "", "")
        self.wanted.emit(SetStatus(self._claim.id, StatusFields(value, *kept)))
