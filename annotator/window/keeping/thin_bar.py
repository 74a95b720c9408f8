"""A line that says what is being done, over a bar that runs until it is."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from annotator.window.dialogs.progress_card import THIN
from annotator.window.plain import plain_label

_HIGH = 6  # pixels


class ThinBar(QWidget):
    """Nobody knows how long it takes."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._build(words)

    def _build(self, words: str) -> None:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(_HIGH)
        bar.setStyleSheet(THIN)
        bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(words, "quiet", wraps=True))
        column.addWidget(bar)
        column.addStretch()
