"""A pill that shows one value of a closed list and offers the others, by menu and by letters."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotator.text.terms import bare
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.segments import Choice
from annotator.window.plain import as_tip

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Space)
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class LetterMenu(QMenu):
    """A menu in which a letter goes to the next entry that begins with it, and takes it where it is alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entries = self.actions()
        words = [action.text() for action in entries]
        found = beginning_with(event.text(), words)
        if not found:
            super().keyPressEvent(event)
        elif len(found) == 1:
            self._take(entries[found[0]])
        else:
            here = entries.index(self.activeAction()) if self.activeAction() in entries else -1
            self.setActiveAction(entries[following(found, here)])

    def _take(self, action: QAction) -> None:
        self.close()
        action.trigger()


class ValueButton(Pill):
    """Shows what is chosen. Signal: `asked` (the value) when a person chooses one; it is not yet so.

    A letter asks for the next value that begins with it; Enter, Space and Down open the menu.
    """

    asked = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self.value: StrEnum = self._choices[0].value
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))
        self.clicked.connect(self.offer)
        self.set_value(self.value)

    def set_value(self, value: StrEnum) -> None:
        """Shows what is chosen."""
        self.value = value
        word = next(choice.word for choice in self._choices if choice.value == value)
        self.setAccessibleDescription(word)
        self.set_runs((Run(word), Run("▾", quiet=True)))

    def menu(self) -> LetterMenu:
        """The values to choose from."""
        menu = LetterMenu(self)
        one_of_them = QActionGroup(menu)
        for choice in self._choices:
            action = one_of_them.addAction(menu.addAction(choice.word))
            action.setCheckable(True)
            action.setChecked(choice.value == self.value)
            action.setToolTip(as_tip(choice.name))
            action.triggered.connect(lambda _=False, value=choice.value: self.asked.emit(value))
        return menu

    def offer(self) -> None:
        """Opens the menu, on the value that holds."""
        menu = self.menu()
        holds = next((action for action in menu.actions() if action.isChecked()), None)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if holds is not None:
            menu.setActiveAction(holds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_HARMLESS
        found = beginning_with(event.text(), [choice.word for choice in self._choices]) if plain else []
        if plain and event.key() in _OPENS:
            self.offer()
        elif found:
            here = next(n for n, choice in enumerate(self._choices) if choice.value == self.value)
            self.asked.emit(self._choices[following(found, here)].value)
        else:
            super().keyPressEvent(event)


def beginning_with(typed: str, words: Sequence[str]) -> list[int]:
    """The places of the words that begin with what was typed; case and accents do not count."""
    wanted = bare(typed.strip())
    return [place for place, word in enumerate(words) if wanted and bare(word).startswith(wanted)]


def following(found: Sequence[int], here: int) -> int:
    """The first of some places after `here`, round the end."""
    return next((place for place in found if place > here), found[0])
