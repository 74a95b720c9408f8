"""Somebody else who marks on this machine: a name and a colour, and off they go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.window.plain import plain_label
from annotator.window.preferences.form import form_in
from annotator.window.theme import Theme
from annotator.window.who.colour_dots import ColourDots
from annotator.words import say

_WIDTH = 440  # pixels


class SomeoneDialog(QDialog):
    """Signal: `named` (name, colour); it stays open until whoever heard it closes it or shows a problem."""

    named = Signal(str, str)

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("who.someone_title"))
        self._build_form(colour, theme)
        self._build_dialog()

    def begin(self, colour: str) -> None:
        """Empties the field and proposes a colour, `#rrggbb`."""
        self.name.clear()
        self.colours.set_colour(colour)
        self._problem.hide()
        self.name.setFocus()

    def accept(self) -> None:
        """Gives the name away; closing is for whoever takes it."""
        if self.name.text().strip():
            self.named.emit(self.name.text().strip(), self.colours.colour)
        else:
            self.show_problem(say("who.needs_name"))

    def show_problem(self, words: str) -> None:
        """Says why that name cannot be had."""
        self._problem.setText(words)
        self._problem.show()
        self.name.setFocus()

    def _build_form(self, colour: str, theme: Theme) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(say("who.their_name"))
        self.colours = ColourDots(colour, theme)
        self._problem = plain_label(kind="alarm", wraps=True)
        self._problem.hide()
        self._fields = QWidget()
        form = form_in(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(plain_label(say("who.their_name")), self.name)
        form.addRow(plain_label(say("who.their_colour")), self.colours)

    def _build_dialog(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = QPushButton(say("who.start"))
        buttons.addButton(start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows for a problem
        column.addStrut(_WIDTH)
        column.addWidget(plain_label(say("who.someone_about"), "quiet", wraps=True))
        column.addWidget(self._fields)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        start.setDefault(True)  # only in its dialog does that count
