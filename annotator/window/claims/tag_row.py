"""The tag of the picked claim as segments, and the way to what the tags mean."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.segments import Choice, Segments
from annotator.window.plain import ElidedLabel, plain_label
from annotator.window.theme import Theme
from annotator.words import say

_NAMES = {
    Tag.ALLEGATION: "editor.tag_as.allegation",
    Tag.DENIAL: "editor.tag_as.denial",
    Tag.FACT: "editor.tag_as.reported_fact",
}


class TagRow(QWidget):
    """The three tags. Signals: `asked` (Tag) to tag otherwise, `codebook_wanted` for the rules of tagging."""

    asked = Signal(object)
    codebook_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()

    def show_tag(self, tag: Tag, *, mine: bool) -> None:
        """Shows the tag of a claim; only one's own can be tagged otherwise."""
        self._segments.set_value(tag)
        self._segments.setEnabled(mine)

    def show_where(self, words: str) -> None:
        """Shows on which page or at what time the claim stood in the article's file; empty for nothing."""
        self._where.setText(words)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for tag in Tag:
            self._segments.set_colours(tag, theme.tinted(tag), QColor(theme.tags[tag].mark))

    def _build(self) -> None:
        choices = [Choice(tag, say(f"tag.{tag.value}"), say(name)) for tag, name in _NAMES.items()]
        self._segments = Segments(say("editor.tag"), choices)
        self._segments.asked.connect(self.asked)
        self._codebook = Pill((Run("?", quiet=True),))
        self._codebook.setAccessibleName(say("parts.codebook"))
        self._codebook.setToolTip(say("parts.codebook"))
        self._codebook.clicked.connect(self.codebook_wanted)
        heading = QHBoxLayout()
        heading.addWidget(plain_label(say("editor.tag"), "quiet"))
        heading.addStretch(1)
        self._where = ElidedLabel("", "quiet")
        heading.addWidget(self._where)
        heading.addWidget(self._codebook)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading)
        column.addWidget(self._segments)
