"""The field in which a source is named: completed from the register, or new by Enter."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.window.painted_words import isolated
from annotator.window.sources.book import SourceBook
from annotator.window.sources.match_list import Match, MatchList
from annotator.window.sources.matching import begins_with, matches, named
from annotator.window.sources.names import shown_kind, shown_name
from annotator.words import say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Named:
    """What a person named: an entry of the register, or the name of a new one."""

    name: str
    source: SourceView | None = None


class SourceField(QLineEdit):
    """A line in which a source is named.

    Signals: `entered` (Named) by Enter or by a click on a match, `left_empty` by Enter on the empty
    field, `escaped` by Escape (what was typed stays), `focused` when it takes the keyboard. A field
    that is not for `new_ones` enters what the register has and nothing else; a `confidential` one knows
    confidential entries only. An entry whose name begins with the words typed, or that the article named so
    before, is chosen beforehand: Enter takes it, Down goes to the new one.
    """

    entered = Signal(object)
    left_empty = Signal()
    escaped = Signal()
    focused = Signal()

    def __init__(self, book: SourceBook, name: str, kind: SourceKind, *, new_ones: bool = True) -> None:
        super().__init__()
        self.kind = kind
        self.confidential = False
        self._book = book
        self._told = ""
        self._new_ones = new_ones
        self._list = MatchList(self)
        self.setAccessibleName(name)
        self.setMinimumWidth(60)
        self._list.taken.connect(self._take)
        self.textEdited.connect(lambda _: self.propose())
        book.read.connect(self._on_read)
        self.destroyed.connect(self._list.deleteLater)

    @property
    def match_list(self) -> MatchList:
        """The list of matches under the field."""
        return self._list

    def propose(self) -> None:
        """Offers what fits the words in the field, and says what Enter would take."""
        self._list.offer(self._rows())
        taken = self._list.chosen
        words = say("parts.enter_takes", name=taken.name) if taken is not None and taken.source else ""
        if words and words != self._told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._told = words

    def beyond_doubt(self, words: str) -> Named | None:
        """Whom words of the article name where nobody need decide.

        An entry of that very name, the one that the article named so before, or a new one where nothing in
        the register is like it; None for all others. What stands in the field does not count.
        """
        known, before = self._known(), self._book.named_before(words)
        there = named(known, words)
        if there is None and before:
            there = next((each for each in known if {each.id} == before), None)
        if there is not None:
            return Named(shown_name(there), there)
        alike = before or matches(known, words, kind=self.kind)
        return None if alike or self.confidential else Named(words)

    def named(self) -> Named | None:
        """What Enter would take now: the chosen match, an entry of that very name, or a new one."""
        if chosen := self._list.chosen:
            return Named(chosen.name, chosen.source) if chosen.source else self._new()
        if not self.text().strip():
            return None
        there = named(self._known(), self.text())
        return Named(shown_name(there), there) if there else self._new()

    def clear_named(self) -> None:
        """Empties the field for the next name."""
        self.setText("")  # as `clear`, but no undo brings the name back that was entered
        self._list.hide()

    def event(self, event: QEvent) -> bool:
        # The keys of the field are its own while matches show, whatever else they do in the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, *_ENTER)
            if event.keyCombination() in [QKeyCombination(key) for key in wanted]:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if (
            key in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._enter()
        elif key == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._book.refresh()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._list.hide()
        super().focusOutEvent(event)

    def _step(self, by: int) -> None:
        if not self._list.isVisible():
            self.propose()
        self._list.step(by)
        if chosen := self._list.chosen:
            words = f"{chosen.name}, {chosen.about}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _enter(self) -> None:
        if found := self.named():
            self._list.hide()
            self.entered.emit(found)
        elif not self.text().strip():
            self.left_empty.emit()

    def _take(self, match: Match) -> None:
        self._list.hide()
        taken = Named(match.name, match.source) if match.source else self._new()
        if taken:
            self.entered.emit(taken)

    def _new(self) -> Named | None:
        return Named(self.text().strip()) if self._new_ones else None

    def _on_read(self) -> None:
        if self._list.isVisible():
            self.propose()

    def _known(self) -> list[SourceView]:
        """The entries that can be meant; a name that is to stay confidential is never a public entry's."""
        return [each for each in self._book.sources if each.confidential or not self.confidential]

    def _rows(self) -> list[Match]:
        """The matches, with what Enter takes first, and the new source after it or at the end."""
        typed = self.text().strip()
        known, before = self._known(), self._book.named_before(typed)
        there = named(known, typed)
        found = list(matches(known, typed, before, self.kind))
        taken = there or _taken(found, typed, before)
        first = [] if taken is None else [taken]
        shown = [*first, *(each for each in found if each != taken)]
        rows = [self._row(each, before, taken) for each in shown]
        if typed and there is None and self._new_ones:
            words = say("editor.source_new", kind=self._kind_words(), name=isolated(typed))
            new = Match(None, words, "", by_enter=taken is None)
            rows.insert(1 if taken is not None else len(rows), new)
        return rows

    def _row(self, source: SourceView, before: frozenset[str], taken: SourceView | None) -> Match:
        about = say("parts.named_before") if source.id in before else source.role or shown_kind(source.kind)
        return Match(source, shown_name(source), about, by_enter=source == taken)

    def _kind_words(self) -> str:
        kind = shown_kind(self.kind)
        return say("parts.confidential_source", kind=kind) if self.confidential else kind


def _taken(found: list[SourceView], typed: str, before: frozenset[str]) -> SourceView | None:
    """The match that Enter takes though it is called otherwise; where words named several, none of them."""
    if before:
        return found[0] if len(before) == 1 and found and found[0].id in before else None
    return found[0] if found and begins_with(found[0], typed) else None
