"""Going from pane to pane with F6, and knowing which one has the focus."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget


class Panes(QObject):
    """The panes in order, the articles first. `library_focused` when those get or lose the focus.

    A pane in which nothing takes the focus now, such as the editor while no claim is picked, is passed over.
    """

    library_focused = Signal(bool)

    def __init__(self, articles: QWidget, *others: QWidget) -> None:
        super().__init__()
        self._panes = [articles, *others]
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def insert(self, place: int, pane: QWidget) -> None:
        """Adds a pane that was made later."""
        self._panes.insert(place, pane)

    def insert_after(self, pane: QWidget, new: QWidget) -> None:
        """Adds a pane that was made later, behind another."""
        self.insert(self._panes.index(pane) + 1, new)

    def go(self, by: int) -> None:
        """Gives the focus to the next pane in sight (+1) or the one before (-1)."""
        seen = [(pane, stop) for pane in self._panes if (stop := self._first_stop(pane)) is not None]
        if seen:
            # The last one that has it: what floats over a pane comes after that.
            held = [i for i, (pane, _) in enumerate(seen) if self._has_focus(pane)]
            now = held[-1] if held else -1 if by > 0 else 0
            seen[(now + by) % len(seen)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def enter(self, pane: QWidget, otherwise: QWidget) -> None:
        """Gives the focus to a pane, or to another widget if nothing in the pane takes it."""
        (self._first_stop(pane) or otherwise).setFocus(Qt.FocusReason.TabFocusReason)

    @staticmethod
    def _first_stop(pane: QWidget) -> QWidget | None:
        """What takes the focus of a pane; None where nothing in sight does."""
        own = [pane] if pane.focusPolicy() != Qt.FocusPolicy.NoFocus else pane.findChildren(QWidget)
        return next((w for w in own if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    @staticmethod
    def _has_focus(pane: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is pane or pane.isAncestorOf(focus))

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.library_focused.emit(self._has_focus(self._panes[0]))
