"""A pill that its owner can take away: by its cross, by Delete, by its menu."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from annotator.window.claims.pill import Pill, Run

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CROSS_ROOM = 22  # pixels at the end of the pill in which a click removes it

#: The sign at the end of a pill that can be taken away.
CROSS = Run("×", quiet=True)


class RemovablePill(Pill):
    """A chip. Signals: `removed`, `chosen` by a click that is not on the cross and by Enter.

    One that is not `removable` can only be chosen.
    """

    removed = Signal()
    chosen = Signal()

    def __init__(self, *, removable: bool) -> None:
        super().__init__()
        self._removable = removable
        self._on_cross = False
        self.clicked.connect(self._on_clicked)

    def menu(self) -> QMenu | None:
        """What can be done with it; None for nothing but choosing it."""
        return None

    def event(self, event: QEvent) -> bool:
        """Takes the chip's keys before the same keys of the window (Alt+Left moves a claim's edge there)."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.act(event, do=False)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self.act(event, do=True):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().x()
        from_end = at if self.isRightToLeft() else self.width() - at
        self._on_cross = self._removable and from_end < _CROSS_ROOM
        super().mouseReleaseEvent(event)
        self._on_cross = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if menu is None:
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self._corner() if by_key else event.globalPos())

    def act(self, event: QKeyEvent, *, do: bool) -> bool:
        """Does what a key means here; with `do` false only says whether it means anything."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        removes = self._removable and plain and event.key() in _REMOVE
        if do and removes:
            self.removed.emit()
        return removes

    def _on_clicked(self) -> None:
        (self.removed if self._on_cross else self.chosen).emit()

    def _corner(self) -> QPoint:
        return self.mapToGlobal(self.rect().bottomLeft())
