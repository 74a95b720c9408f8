"""The filters that are on, each as a button that takes it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.model.search import ClaimFilter
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.plain import as_tip
from annotator.window.search.filter_words import parts
from annotator.words import say

_CROSS = "×"


class FilterChips(QWidget):
    """A chip for each filter; hidden while there is none. Signal: `changed` with the filter that is left."""

    changed = Signal(object)

    def __init__(self, where: str) -> None:
        """`where` is what the button of these filters is called."""
        super().__init__()
        self._where = where
        self._chips: list[Pill] = []
        self._flow = FlowLayout()
        self._build()

    @property
    def chips(self) -> tuple[Pill, ...]:
        """The chips, in the order of the filters."""
        return tuple(self._chips)

    def show_filter(self, only: ClaimFilter) -> None:
        """Shows other filters."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        on = list(parts(only))
        self._chips = [self._chip(part.name, part.without) for part in on]
        if len(on) > 1:
            self._chips.append(self._chip(say("filter.clear"), ClaimFilter()))
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def _build(self) -> None:
        self.setLayout(self._flow)
        self.hide()

    def _chip(self, name: str, left: ClaimFilter) -> Pill:
        chip = Pill([Run(name), Run(_CROSS, quiet=True)])
        chip.setAccessibleName(say("filter.remove", where=self._where, name=name))
        chip.setToolTip(as_tip(chip.accessibleName()))
        chip.clicked.connect(lambda: self.changed.emit(left))
        return chip
