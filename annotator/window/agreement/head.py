"""The head of the window: what is compared, and who."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.views import PersonView
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.segments import Choice, Segments
from annotator.window.painted_words import medium, resized
from annotator.window.plain import as_tip, plain_label
from annotator.window.review.people_row import PersonChip
from annotator.window.theme import Theme
from annotator.words import say


class Scope(StrEnum):
    """What the figures are about: the open article, or all articles but samples."""

    ARTICLE = "article"
    LIBRARY = "library"


class Head(QWidget):
    """Signals: `scope_asked` (a Scope), `people_chosen` with the ids of those whose chips are pressed in."""

    scope_asked = Signal(object)
    people_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[PersonChip] = []
        self._shown: tuple[tuple[PersonView, int], ...] = ()
        self._build()

    @property
    def scopes(self) -> Segments:
        """The choice between this article and the library."""
        return self._scopes

    def set_scope(self, scope: Scope, title: str, *, choice: bool) -> None:
        """Shows what is compared, with its title; a choice only where an article is open."""
        self._scopes.set_value(scope)
        self._scopes.setVisible(choice)
        self._title.setText(title)

    def set_people(self, people: Sequence[tuple[PersonView, int]], compared: Sequence[str]) -> None:
        """A chip for each person, with a number of claims; those compared are pressed in."""
        if tuple(people) != self._shown:
            self._shown = tuple(people)
            self._rebuild()
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(chip.person.id in compared)
            chip.blockSignals(False)
            chip.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        for scope in Scope:
            self._scopes.set_colours(scope, QColor(theme.hover), QColor(theme.secondary))
        for chip in self.chips:
            chip.theme = theme
            chip.update()

    def _build(self) -> None:
        choices = [
            Choice(each, say(f"agreement.scope.{each.value}"), say(f"agreement.scope.{each.value}"))
            for each in Scope
        ]
        self._scopes = Segments(say("agreement.scope"), choices)
        self._scopes.asked.connect(self.scope_asked)
        self._scopes.setFixedWidth(260)
        self._title = plain_label(wraps=True)
        self._title.setFont(medium(resized(self.font(), 1.35)))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._title, 1)
        top.addWidget(self._scopes)
        self._flow = FlowLayout(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(self._flow)
        self.set_theme(self._theme)

    def _rebuild(self) -> None:
        """Makes the chips anew; the keyboard stays on the person where it was."""
        focused = next((chip.person.id for chip in self.chips if chip.hasFocus()), "")
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(person, count) for person, count in self._shown]
        before = self._scopes.stops[-1]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
            self.setTabOrder(before, chip)
            before = chip
            if chip.person.id == focused:
                chip.setFocus()

    def _chip(self, person: PersonView, count: int) -> PersonChip:
        chip = PersonChip(person, count, self._theme)
        chip.setAccessibleName(say("agreement.compare_person", name=person.name))
        chip.setToolTip(as_tip(say("agreement.compare_person", name=person.name)))
        chip.toggled.connect(self._choose)
        return chip

    def _choose(self) -> None:
        self.people_chosen.emit(frozenset(chip.person.id for chip in self.chips if chip.isChecked()))
