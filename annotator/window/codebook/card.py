"""The codebook beside the work: one page for each tag, and one about deciding."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QTabBar, QTextEdit, QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.window.codebook.entries import Paragraph, Part, entry, how_to_decide
from annotator.window.theme import Theme
from annotator.words import say

_SIZE = QSize(400, 520)
_BESIDE = QPoint(380, 96)  # from the window's upper right corner, clear of the claims
_TAGS = tuple(Tag)
_GAPS = {Part.HEADING: (14, 3), Part.RULE: (4, 2), Part.EXAMPLE: (0, 6)}  # above and below, in pixels
_INDENT = 12
_SIDE = 8


class CodebookCard(QDialog):
    """Stays open while one works, until it is closed; Escape closes it where it has the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self._theme = theme
        self._placed = False
        self.setWindowTitle(say("codebook.title"))
        self._build_tabs()
        self._build_text()
        self._build_card()
        self._show_page()

    def show_tag(self, tag: Tag | None) -> None:
        """Goes to a tag's page; to the one about deciding where none is given."""
        self.tabs.setCurrentIndex(len(_TAGS) if tag is None else _TAGS.index(tag))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None and not self._placed:
            self._placed = True
            left = max(0, window.width() - _BESIDE.x() - self.width())
            self.move(window.mapToGlobal(QPoint(left, _BESIDE.y())))

    def _build_tabs(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(say("codebook.pages"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for tag in _TAGS:
            self.tabs.addTab(say(f"tag.{tag}"))
        self.tabs.addTab(say("codebook.decide"))
        self.tabs.currentChanged.connect(self._show_page)

    def _build_text(self) -> None:
        self.text = QTextEdit()
        self.text.setAccessibleName(say("codebook.text"))
        self.text.setReadOnly(True)
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(14)

    def _build_card(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 6, _SIDE, 8)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self.text, 1)
        self.resize(_SIZE.expandedTo(self.tabs.sizeHint() + QSize(2 * _SIDE, 0)))

    def _show_page(self) -> None:
        place = self.tabs.currentIndex()
        self._write(entry(_TAGS[place]) if place < len(_TAGS) else how_to_decide())

    def _write(self, paragraphs: Iterable[Paragraph]) -> None:
        """Writes the paragraphs letter by letter, none of them read as markup."""
        self.text.clear()
        cursor = self.text.textCursor()
        for number, paragraph in enumerate(paragraphs):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block(paragraph.part))
            cursor.insertText(paragraph.words, self._letters(paragraph.part))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.text.setTextCursor(cursor)

    def _letters(self, part: Part) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setForeground(QColor(self._theme.secondary if part is Part.EXAMPLE else self._theme.ink))
        if part is Part.HEADING:
            letters.setFontWeight(QFont.Weight.DemiBold)
        return letters


def _block(part: Part) -> QTextBlockFormat:
    above, below = _GAPS[part]
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setBottomMargin(below)
    block.setLeftMargin(_INDENT if part is Part.EXAMPLE else 0)
    block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block
