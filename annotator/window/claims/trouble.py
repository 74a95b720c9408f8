"""A sentence beside a field that says why something was not done."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.errors import RedPencilError
from annotator.window.plain import plain_label
from annotator.words import say_all

_MARGIN = 5  # pixels


class Trouble(QWidget):
    """Shows one sentence, or takes no room; a screen reader says it at once."""

    def __init__(self) -> None:
        super().__init__()
        self._build()

    @property
    def words(self) -> str:
        """The sentence that stands there; empty for none."""
        return self._label.text()

    def tell(self, sentence: str) -> None:
        """Shows a sentence."""
        self._label.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def tell_error(self, error: RedPencilError) -> None:
        """Shows the sentence of an error."""
        self.tell(say_all(error.key, error.values))

    def clear(self) -> None:
        """Takes the sentence away."""
        self.tell("")

    def _build(self) -> None:
        self._label = plain_label(kind="card", wraps=True)
        self._label.setMargin(_MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(self._label)
        self.hide()
