"""The chips of who says a claim, in order: moved, removed, and told apart by key and mouse."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.commands.sourcing import EditAttribution, MoveAttribution, RemoveAttribution
from annotator.desk.work import Command
from annotator.model.views import AttributionView
from annotator.window.claims.chip import SourceChip
from annotator.window.claims.cue_field import CueField
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.tab_order import walk_before
from annotator.window.session import Session


class Chain(QWidget):
    """The links of "who says it" as chips.

    Signals: `show_span` (Span), `refused` (RedPencilError).
    """

    show_span = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._links: tuple[AttributionView, ...] = ()
        self._chips: list[SourceChip] = []
        self._build()

    def show_links(self, links: tuple[AttributionView, ...]) -> None:
        """Shows the links; the keyboard stays on its chip, or goes to the neighbour of one that is gone."""
        if links == self._links:
            return
        focused = next((number for number, chip in enumerate(self._chips) if chip.hasFocus()), None)
        held = self._links[focused].id if focused is not None else ""
        self._links = links
        self._rebuild()
        if focused is not None:
            self._focus_again(held, focused)

    def _build(self) -> None:
        self._flow = FlowLayout()
        self._cue = CueField()
        self._cue.written.connect(lambda link, cue: self._run(EditAttribution(link, cue=cue)))
        self._cue.closed.connect(lambda link: self._focus_again(link, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(self._flow)
        column.addWidget(self._cue)

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
