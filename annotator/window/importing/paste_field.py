"""The text of a paste, which the person may still change letter by letter."""

from PySide6.QtWidgets import QPlainTextEdit

from annotator.text.canonical import canonical
from annotator.window.article.face import reading_font
from annotator.words import number, say

#: How much of a text is shown, in code points: a field to type in need not lay out a whole book.
SHOWN = 20_000
_TYPE = 16  # pixels


class PasteField(QPlainTextEdit):
    """Holds a text; what is too long is shown in part and cannot be changed."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setAccessibleName(say("preview.text"))
        self.setFont(reading_font(_TYPE))
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._text = text
        self.setPlainText(text[:SHOWN])
        self.setReadOnly(len(text) > SHOWN)
        self.document().setModified(False)

    @property
    def text(self) -> str:
        """The canonical text as the person left it; as it was given where they changed nothing."""
        if not self.document().isModified():
            return self._text
        return canonical(self.document().toRawText())  # not toPlainText: it loses no-break spaces

    @property
    def rest(self) -> str:
        """A sentence on what does not show, empty where all does."""
        if len(self._text) <= SHOWN:
            return ""
        return say("preview.rest", shown=number(SHOWN), all=number(len(self._text)))
