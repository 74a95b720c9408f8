"""What every change did, said to screen readers: the page shows it to those who see."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from annotator.desk.history import describe
from annotator.model.changes import Changes
from annotator.window.session import Session

#: Who opens an article hears of it from the page, who imports from the message.
_HEARD_OTHERWISE = frozenset({"step.import", "step.sample", "step.add_reviewer", "step.new_library"})


class Hearing(QObject):
    """Announces the name of each step, as the history has it. Signal: `said` (the words).

    What is being typed is saved at every pause and said once.
    """

    said = Signal(str)

    def __init__(self, session: Session, speaker: QWidget) -> None:
        """`speaker` is in whose name screen readers are told."""
        super().__init__()
        self._speaker = speaker
        self._last = ""
        session.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not changes.step or changes.label in _HEARD_OTHERWISE:
            return
        words = describe(changes)
        if words != self._last or not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self.tell(words)
        self._last = words

    def tell(self, words: str) -> None:
        """Announces what is new on the page, where no step says it."""
        # Loaded when there is something to say: a start has nothing.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.said.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._speaker, words))
