"""The chips of who says a claim, in order: moved, removed, and told apart by key and mouse."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.commands.sourcing import CheckSaidBy, EditAttribution, MoveAttribution, RemoveAttribution
from annotator.desk.work import Command
from annotator.model.views import AttributionView
from annotator.window.claims.chip import SourceChip
from annotator.window.claims.cue_field import CueField
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.tab_order import walk_before
from annotator.window.session import Session
from annotator.window.sources.names import shown_name
from annotator.window.ticks import Tick
from annotator.words import say


class Chain(QWidget):
    """The links of "who says it" as chips.

    Signals: `show_span` (Span), `refused` (RedPencilError).
    """

    show_span = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._claim = ""
        self._links: tuple[AttributionView, ...] = ()
        self._chips: list[SourceChip] = []
        self._build()

    def show_links(self, claim: str, links: tuple[AttributionView, ...]) -> None:
        """Shows the links; the keyboard stays on its chip, or goes to the neighbour of one that is gone."""
        self._claim = claim
        if links == self._links:
            return
        before = [link.id for link in self._links]
        focused = next((number for number, chip in enumerate(self._chips) if chip.hasFocus()), None)
        held = self._links[focused].id if focused is not None else ""
        self._links = links
        self._rebuild()
        self._show_checked()
        if focused is not None:
            self._focus_again(held, focused)
            self._tell_place(held, before)

    def toggle_checked(self) -> None:
        """Ticks that the claim is said so and so worded, on all links of mine, or unticks it."""
        if self._claim:
            everything = all(link.checked for link in self._mine())
            self._run(CheckSaidBy(self._claim, not everything or not self._mine()))

    @property
    def checked(self) -> Tick:
        """The tick that the claim is said so and so worded."""
        return self._checked

    def _build(self) -> None:
        self._flow = FlowLayout()
        self._cue = CueField()
        self._cue.written.connect(lambda link, cue: self._run(EditAttribution(link, cue=cue)))
        self._cue.closed.connect(lambda link: self._focus_again(link, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self._checked = Tick(say("parts.checked"))
        self._checked.setTristate(True)
        self._checked.setToolTip(say("parts.checked_long"))
        self._checked.setAccessibleDescription(say("parts.checked_long"))
        self._checked.checkStateChanged.connect(lambda _: self._on_checked())
        column.addLayout(self._flow)
        column.addWidget(self._cue)
        column.addWidget(self._checked)
        self._show_checked()
        self.hide()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, link) for place, link in enumerate(self._links, start=1)]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        walk_before(self._cue, self._chips)
        self.setVisible(bool(self._chips))

    def _mine(self) -> list[AttributionView]:
        return [link for link in self._links if link.mine]

    def _show_checked(self) -> None:
        """Ticked where all links of mine are, half where some are."""
        ticked = [link.checked for link in self._mine()]
        some = Qt.CheckState.PartiallyChecked if any(ticked) else Qt.CheckState.Unchecked
        self._checked.setVisible(bool(ticked))
        with QSignalBlocker(self._checked):
            self._checked.setCheckState(Qt.CheckState.Checked if all(ticked) else some)

    def _on_checked(self) -> None:
        self._show_checked()  # it shows what is so, not what was clicked
        self.toggle_checked()

    def _tell_place(self, link: str, before: list[str]) -> None:
        """Says aloud where the chip with the keyboard was moved to."""
        now = [each.id for each in self._links]
        if link not in now or sorted(now) != sorted(before) or now == before:
            return
        place = now.index(link)
        name = shown_name(self._links[place].source)
        words = say("parts.moved", name=name, place=place + 1, count=len(now))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._chips[place], words))

    def _chip(self, place: int, link: AttributionView) -> SourceChip:
        chip = SourceChip(place, link)
        chip.removed.connect(lambda: self._run(RemoveAttribution(link.id)))
        chip.moved.connect(lambda by: self._run(MoveAttribution(link.id, by)))
        chip.checked_set.connect(lambda checked: self._run(EditAttribution(link.id, checked=checked)))
        chip.cue_wanted.connect(lambda: self._cue.ask(link))
        chip.shown.connect(lambda: self.show_span.emit(link.span))
        return chip

    def _focus_again(self, held: str, place: int) -> None:
        kept = [number for number, link in enumerate(self._links) if link.id == held]
        if self._chips:
            self._chips[kept[0] if kept else min(place, len(self._chips) - 1)].setFocus()

    def _run(self, command: Command) -> None:
        self._session.run(command, refused=self.refused.emit)
