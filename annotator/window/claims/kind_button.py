"""The small button that says of what kind a new source is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from annotator.model.enums import SourceKind
from annotator.window.claims.pill import Pill, Run
from annotator.window.sources.names import NAMED_KINDS, shown_kind
from annotator.words import say


class KindButton(Pill):
    """Shows what a new source will be and offers the rest: the kinds, and whether it is confidential.

    Signal: `chosen` when a person chose either; `kind` and `confidential` say what.
    """

    chosen = Signal()

    def __init__(self, kind: SourceKind, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(say("editor.kind"))
        self.set_kind(kind)
        self.clicked.connect(self._offer)

    def set_kind(self, kind: SourceKind, *, confidential: bool = False) -> None:
        """Shows a kind, and whether the name stays in this library."""
        self.kind, self.confidential = kind, confidential
        words = shown_kind(kind)
        if confidential:
            words = say("parts.confidential_source", kind=words)
        self.setAccessibleDescription(words)
        self.set_runs((Run(words, quiet=True), Run("▾", quiet=True)))

    def menu(self) -> QMenu:
        """The kinds to choose from."""
        menu = QMenu(self)
        one_of_them = QActionGroup(menu)
        for kind in NAMED_KINDS:
            action = one_of_them.addAction(menu.addAction(shown_kind(kind)))
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            action.triggered.connect(lambda _=False, kind=kind: self._choose(kind, self.confidential))
        menu.addSeparator()
        secret = menu.addAction(say("register.confidential"))
        secret.setToolTip(say("editor.anonymous_confidential"))
        secret.setCheckable(True)
        secret.setChecked(self.confidential)
        secret.triggered.connect(lambda on: self._choose(self.kind, on))
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, kind: SourceKind, confidential: bool) -> None:
        self.set_kind(kind, confidential=confidential)
        self.chosen.emit()
