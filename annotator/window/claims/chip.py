"""One link of the chain "who says it", as a chip that can be moved, removed and shown in the text."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from annotator.model.views import AttributionView
from annotator.window.claims.pill import Pill, Run
from annotator.window.sources.names import shown_kind, shown_name
from annotator.words import say

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_EARLIER = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_LATER = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CROSS = "×"
_CROSS_ROOM = 22  # pixels at the end of the chip in which a click removes it


class SourceChip(Pill):
    """Who says it: the number in the chain, the name, the kind.

    Signals: `removed`, `moved` (-1 earlier, +1 later), `shown` to see its words in the text, `cue_wanted`
    to write the words of saying, `checked_set` (bool). Others' links can only be looked at.
    """

    removed = Signal()
    moved = Signal(int)
    shown = Signal()
    cue_wanted = Signal()
    checked_set = Signal(bool)

    def __init__(self, place: int, link: AttributionView) -> None:
        super().__init__()
        self.link = link
        self.setObjectName("chip")
        self._describe(place)
        self._on_cross = False
        self.clicked.connect(self._on_clicked)

    def event(self, event: QEvent) -> bool:
        """Takes the chip's keys before the same keys of the window (Alt+Left moves a claim's edge there)."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act(event, do=False)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self._act(event, do=True):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().x()
        from_end = at if self.isRightToLeft() else self.width() - at
        self._on_cross = self.link.mine and from_end < _CROSS_ROOM
        super().mouseReleaseEvent(event)
        self._on_cross = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(
            event.globalPos() if event.reason() != QContextMenuEvent.Reason.Keyboard else self._corner()
        )

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

    def _on_clicked(self) -> None:
        if self._on_cross:
            self.removed.emit()
        elif self.link.span is not None:
            self.shown.emit()

    def _act(self, event: QKeyEvent, *, do: bool) -> bool:
        """Does what a key means here; with `do` false only says whether it means anything."""
        if not self.link.mine:
            return False
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        removes = key in _REMOVE and modifiers == Qt.KeyboardModifier.NoModifier
        moves = key in (*_EARLIER, *_LATER) and modifiers == Qt.KeyboardModifier.AltModifier
        if do and removes:
            self.removed.emit()
        elif do and moves:
            self.moved.emit(self._by(key))
        return removes or moves

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
        self.setToolTip("\n".join([name, *about]))
        marks = [kind, *([say("editor.chip_confidential")] if source.confidential else [])]
        marks += [link.reviewer] if not link.mine else []
        runs = [Run(str(place), strong=True), Run(name), Run(" · ".join(marks), quiet=True)]
        runs += [Run("✓", quiet=True)] if link.checked else []
        runs += [Run(_CROSS, quiet=True)] if link.mine else []
        self.set_runs(runs)

    def _corner(self) -> QPoint:
        return self.mapToGlobal(self.rect().bottomLeft())
