"""The form for a source that print may not name: who it is without the name, and why."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from annotator.desk.commands.sources import NewSource
from annotator.model.enums import SourceKind
from annotator.window.claims.entry import ends_entry, entry_button, entry_line, keeps_ends
from annotator.window.claims.trouble import Trouble
from annotator.window.ticks import Tick
from annotator.words import say


@dataclass(frozen=True, slots=True)
class AnonymousWords:
    """What stands in the form; the name counts only where it is confidential."""

    description: str
    reason: str
    name: str
    confidential: bool


class AnonymousForm(QFrame):
    """Asks for an anonymous source. Signals: `described` (NewSource), `closed` without adding any."""

    described = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()

    def ask(self, description: str) -> None:
        """Opens the form, the description begun with what was typed before."""
        self._description.setText(description)
        self._trouble.clear()
        self.show()
        self._description.setFocus()

    def close_form(self) -> None:
        """Empties and hides the form."""
        for field in self._lines():
            field.setText("")  # as `clear`, but no undo brings it back
        self._confidential.setChecked(False)
        self._trouble.clear()
        self.hide()

    def begun(self) -> AnonymousWords | None:
        """What was typed and not added yet; None where nothing was."""
        description, reason, name = (field.text() for field in self._lines())
        if self.isHidden() or not any((description, reason, name)):
            return None
        return AnonymousWords(description, reason, name, self._confidential.isChecked())

    def resume(self, begun: AnonymousWords) -> None:
        """Goes on with what was begun before."""
        self._confidential.setChecked(begun.confidential)
        words = (begun.description, begun.reason, begun.name)
        for field, typed in zip(self._lines(), words, strict=True):
            field.setText(typed)
        self.show()

    @property
    def trouble(self) -> Trouble:
        """Where the form says what is missing."""
        return self._trouble

    def event(self, event: QEvent) -> bool:
        # Escape closes the form only, Enter goes on in it, whatever these keys do in the window.
        return keeps_ends(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif ends_entry(event):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setAccessibleName(say("editor.anonymous_form"))
        self._description = entry_line(
            say("editor.anonymous_description"), say("editor.anonymous_description_hint")
        )
        self._reason = entry_line(say("editor.anonymous_reason"), say("editor.anonymous_reason_hint"))
        self._name = entry_line(say("editor.anonymous_name"), say("editor.anonymous_name_hint"))
        self._confidential = Tick(say("register.confidential"))
        self._confidential.setToolTip(say("editor.anonymous_confidential"))
        self._confidential.setAccessibleDescription(say("editor.anonymous_confidential"))
        self._confidential.toggled.connect(self._name.setVisible)
        self._name.hide()
        self._trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        parts = (self._description, self._reason, self._confidential, self._name, self._trouble)
        for part in parts:
            column.addWidget(part)
        column.addLayout(self._build_buttons())
        self.hide()

    def _build_buttons(self) -> QHBoxLayout:
        add, cancel = entry_button(say("editor.add")), entry_button(say("editor.cancel"))
        add.setAccessibleName(say("access.add_anonymous"))
        cancel.setAccessibleName(say("access.cancel_anonymous"))
        add.clicked.connect(self._add)
        cancel.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(cancel)
        row.addStretch(1)
        return row

    def _lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self._description, self._reason, self._name

    def _enter(self) -> None:
        """Enter presses a button; in a line it goes on to the next that needs words, or adds."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
            return
        for field in (self._description, self._reason):
            if not field.text().strip() and not field.hasFocus():
                field.setFocus()
                return
        self._add()

    def _add(self) -> None:
        if not self._description.text().strip() or not self._reason.text().strip():
            self._trouble.tell(say("editor.anonymous_needs"))
            return
        confidential = self._confidential.isChecked()
        self.described.emit(
            NewSource(
                self._name.text() if confidential else "",
                SourceKind.ANONYMOUS,
                description=self._description.text(),
                reason=self._reason.text(),
                confidential=confidential,
            )
        )
