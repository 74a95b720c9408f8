"""The button that opens the filters of claims."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.model.search import ClaimFilter
from annotator.window.claims.pill import Pill, Run
from annotator.window.plain import as_tip
from annotator.window.search.filter_words import parts
from annotator.words import number, say

if TYPE_CHECKING:
    from annotator.desk.queries.search import Choices
    from annotator.window.search.filter_menu import FilterMenu


class FilterButton(Pill):
    """Shows how many filters are on, and lets choose them.

    Signals: `choices_wanted` when it is pressed (answer with `open`), `changed` with the new ClaimFilter.
    """

    choices_wanted = Signal()
    changed = Signal(object)

    def __init__(self, name: str, *, tags: bool) -> None:
        """`name` is what it is called for screen readers; `tags` whether tags are chosen here too."""
        super().__init__()
        self._tags = tags
        self._only = ClaimFilter()
        self.menu: FilterMenu | None = None
        self.setAccessibleName(name)
        self.clicked.connect(self.choices_wanted)
        self._tell()

    @property
    def only(self) -> ClaimFilter:
        """What is chosen."""
        return self._only

    def set_only(self, only: ClaimFilter) -> None:
        """Chooses, and tells if that is something else."""
        if only != self._only:
            self._only = only
            self._tell()
            self.changed.emit(only)

    def open(self, choices: "Choices") -> None:
        """Opens the menu, with the names that can be chosen."""
        from annotator.window.search.filter_menu import FilterMenu

        self.menu = FilterMenu(self, self._only, choices, tags=self._tags)
        self.menu.chosen.connect(self.set_only)
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self) -> None:
        """Says by a number and a word, not by colour, that filters are on."""
        count = sum(1 for _ in parts(self._only))
        runs = [Run(say("filter.button"))]
        runs += [Run(number(count), strong=True)] if count else []
        self.set_runs(runs)
        state = say("filter.on", count=count) if count else say("filter.off")
        self.setAccessibleDescription(state)
        self.setToolTip(as_tip("\n".join(part.name for part in parts(self._only)) or self.accessibleName()))
