"""One link of the chain "who says it", as a chip to move, check, remove and show in the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from annotator.model.views import AttributionView
from annotator.window.claims.pill import Run
from annotator.window.claims.removable import CROSS, RemovablePill
from annotator.window.plain import as_tip
from annotator.window.sources.names import shown_kind, shown_name
from annotator.words import say

_EARLIER = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_LATER = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class SourceChip(RemovablePill):
    """Who says it: the number in the chain, the name, the kind.

    Signals: `removed`, `moved` (-1 earlier, +1 later), `shown` to see its words in the text, `cue_wanted`
    to write the words of saying, `checked_set` (bool). Others' links can only be looked at.
    """

    moved = Signal(int)
    shown = Signal()
    cue_wanted = Signal()
    checked_set = Signal(bool)

    def __init__(self, place: int, link: AttributionView) -> None:
        super().__init__(removable=link.mine)
        self.link = link
        self.setObjectName("chip")
        self._describe(place)
        self.chosen.connect(self._on_chosen)

    def menu(self) -> QMenu:
        """What can be done with the link."""
        menu = QMenu(self)
        if self.link.span is not None:
            menu.addAction(say("editor.menu_show"), self.shown.emit)
        if self.link.mine:
            menu.addAction(say("editor.menu_cue"), self.cue_wanted.emit)
            checked = menu.addAction(say("editor.menu_checked"))
            checked.setCheckable(True)
            checked.setChecked(self.link.checked)
            checked.toggled.connect(self.checked_set)
            menu.addAction(say("editor.menu_earlier"), lambda: self.moved.emit(-1))
            menu.addAction(say("editor.menu_later"), lambda: self.moved.emit(1))
            menu.addAction(say("editor.menu_remove"), self.removed.emit)
        return menu

    def act(self, event: QKeyEvent, *, do: bool) -> bool:
        """Moves, checks or removes one's own link by a key."""
        if not self.link.mine:
            return False
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = key in (*_EARLIER, *_LATER) and modifiers == Qt.KeyboardModifier.AltModifier
        checks = key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.NoModifier
        if do and moves:
            self.moved.emit(self._by(key))
        elif do and checks:
            self.checked_set.emit(not self.link.checked)
        return moves or checks or super().act(event, do=do)

    def _on_chosen(self) -> None:
        if self.link.span is not None:
            self.shown.emit()

    def _by(self, key: int) -> int:
        earlier = key in _EARLIER
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return -1 if earlier != (sideways and self.isRightToLeft()) else 1

    def _describe(self, place: int) -> None:
        source, link = self.link.source, self.link
        name, kind = shown_name(source), shown_kind(source.kind)
        about = [source.role] if source.role else []
        about += [say("editor.chip_words", words=link.words)] if link.words else []
        about += [say("editor.chip_cue", cue=link.cue)] if link.cue else []
        about += [say("editor.chip_checked")] if link.checked else []
        about += [say("editor.chip_confidential")] if source.confidential else []
        about += [say("editor.chip_by", name=link.reviewer)] if not link.mine else []
        self.setAccessibleName(say("editor.chip", place=place, name=name, kind=kind))
        keys = [say("editor.chip_keys")] if link.mine else []
        self.setAccessibleDescription(". ".join([*about, *keys]))
        self.setToolTip(as_tip("\n".join([name, *about])))
        marks = [kind, *([say("editor.chip_confidential")] if source.confidential else [])]
        marks += [link.reviewer] if not link.mine else []
        runs = [Run(str(place), strong=True), Run(name), Run(" · ".join(marks), quiet=True)]
        runs += [Run("✓", quiet=True)] if link.checked else []
        runs += [CROSS] if link.mine else []
        self.set_runs(runs)
