"""A few radio buttons below each other, each with a name in the program."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from annotator.window.ticks import Pick

_BETWEEN = 4  # pixels


class Picks(QWidget):
    """One choice of a few, told apart by names; at first the first. Signal: `chosen` (name)."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        """`choices` are (name, words)."""
        super().__init__()
        self._buttons: dict[str, Pick] = {}
        self._build(choices)

    @property
    def value(self) -> str:
        """The name of what is chosen."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Chooses by name. Raises KeyError for one that is not there."""
        self._buttons[name].setChecked(True)

    def button(self, name: str) -> Pick:
        """The button of a choice. Raises KeyError for a name that is not there."""
        return self._buttons[name]

    def _build(self, choices: Sequence[tuple[str, str]]) -> None:
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        for name, words in choices:
            button = Pick(words)
            button.setChecked(not self._buttons)
            button.toggled.connect(lambda on, name=name: self.chosen.emit(name) if on else None)
            group.addButton(button)
            column.addWidget(button)
            self._buttons[name] = button
