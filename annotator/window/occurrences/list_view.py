"""The list of occurrences: arrows look around, Space ticks, A, D, F or 1, 2, 3 choose the tag."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QListView

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.article.digits import digit_of
from annotator.window.find.field import TAG_DIGITS
from annotator.window.frame.physical import us_key
from annotator.window.lists import set_up_list
from annotator.window.occurrences.card import OccurrenceCard
from annotator.window.occurrences.rows import OCCURRENCE, OccurrencesModel
from annotator.window.theme import Theme
from annotator.words import say

_LETTERS = {tag.letter: tag for tag in Tag}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class OccurrencesList(QListView):
    """Signals: `entered_place` (Span) when another row is the current one, `tag_pressed` (Tag)."""

    entered_place = Signal(object)
    tag_pressed = Signal(object)

    def __init__(self, model: OccurrencesModel, theme: Theme) -> None:
        super().__init__()
        self._card = OccurrenceCard(theme)
        self.setModel(model)
        set_up_list(self, say("occurrences.list"), self._card)
        self.setUniformItemSizes(True)

    @property
    def place(self) -> Span | None:
        """Where the current row stands in the article."""
        index = self.currentIndex()
        return index.data(OCCURRENCE).span if index.isValid() else None

    def enter(self, row: int) -> None:
        """Makes a row the current one, the last one for those beyond, and brings it into sight."""
        index = self.model().index(min(row, self.model().rowCount() - 1), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._card.theme = theme
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.entered_place.emit(current.data(OCCURRENCE).span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tag = _tag(event)
        if tag is not None:
            self.tag_pressed.emit(tag)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Letters are tags here, and the others do nothing.
        return


def _tag(event: QKeyEvent) -> Tag | None:
    """The tag of a letter or a digit, on layouts of other scripts by the place of the key."""
    if event.modifiers() & ~_PLAIN:
        return None
    letter = us_key(event) or event.text().upper()
    return _LETTERS.get(letter) or TAG_DIGITS.get(digit_of(event) or 0)
