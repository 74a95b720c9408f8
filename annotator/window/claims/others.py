"""What several people said of one thing, where each has a word: read-only, with their names."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.window.painted_words import isolated
from annotator.window.plain import plain_label
from annotator.words import say


class OthersWords(QWidget):
    """A line for each colleague; the newest of all counts and says so. Mine stands in its form instead."""

    def __init__(self) -> None:
        super().__init__()
        self._build()

    @property
    def shown(self) -> str:
        """What stands there."""
        return self._label.text()

    def show_words(self, words: Sequence[tuple[str, str, bool]]) -> None:
        """Shows (name, words, whether mine) from the oldest to the newest."""
        lines = []
        for place, (name, said, mine) in enumerate(words, start=1):
            if mine:
                continue
            line = say("parts.theirs", name=isolated(name), words=said)
            lines.append(say("parts.counts", words=line) if place == len(words) else line)
        self._label.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def _build(self) -> None:
        self._label = plain_label(kind="quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        self.hide()
