"""The line in which the words of saying of one source are written."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.model.views import AttributionView
from annotator.window.claims.entry import ends_entry, keeps_ends
from annotator.words import say


class CueField(QLineEdit):
    """Asks for the cue of a link. Signals: `written` (id of the link, words), `closed` by a key (id)."""

    written = Signal(str, str)
    closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._link: AttributionView | None = None
        self.setAccessibleName(say("editor.cue"))
        self.setPlaceholderText(say("editor.cue_hint"))
        self.hide()

    def ask(self, link: AttributionView) -> None:
        """Opens for a link."""
        self._link = link
        self.setText(link.cue)
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        return keeps_ends(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if ends_entry(event) and self._link is not None:
            link = self._link.id
            self._finish()
            self.closed.emit(link)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def _finish(self) -> None:
        """Keeps what was typed, by whatever way the field is left."""
        link, self._link = self._link, None
        if link is None:
            return
        if self.text().strip() != link.cue:
            self.written.emit(link.id, self.text())
        self.hide()
