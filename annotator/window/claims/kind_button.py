"""The small button that says of what kind a new source is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from annotator.model.enums import SourceKind
from annotator.window.claims.pill import Pill, Run
from annotator.window.sources.names import NAMED_KINDS, shown_kind
from annotator.words import say


class KindButton(Pill):
    """Shows the kind that a new source gets and offers the others. Signal: `chosen` (SourceKind)."""

    chosen = Signal(object)

    def __init__(self, kind: SourceKind) -> None:
        super().__init__()
        self.set_kind(kind)
        self.clicked.connect(self._offer)

    def set_kind(self, kind: SourceKind) -> None:
        """Shows a kind."""
        self.kind = kind
        self.setAccessibleName(say("editor.kind"))
        self.setAccessibleDescription(shown_kind(kind))
        self.setToolTip(say("editor.kind"))
        self.set_runs((Run(shown_kind(kind), quiet=True), Run("▾", quiet=True)))

    def menu(self) -> QMenu:
        """The kinds to choose from."""
        menu = QMenu(self)
        one_of_them = QActionGroup(menu)
        for kind in NAMED_KINDS:
            action = one_of_them.addAction(menu.addAction(shown_kind(kind)))
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            action.triggered.connect(lambda _=False, kind=kind: self._choose(kind))
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, kind: SourceKind) -> None:
        self.set_kind(kind)
        self.chosen.emit(kind)
