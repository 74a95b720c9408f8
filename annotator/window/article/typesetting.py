"""Sizes of the page, and the document set from a text by them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from annotator.model.spans import Span
from annotator.window.article.face import reading_font
from annotator.window.article.positions import Positions, shown

#: A longer first line is a paragraph and no heading.
HEADING_AT_MOST = 200
#: Qt's steps of size: 2 makes type half as large again.
_HEADING_STEP = 2
HEADING_SCALE = 1.5
#: How many characters a line may hold, at the least and at the most.
COLUMNS = (45, 100)
_SAMPLE = "It had received the file, but would not say whether any inquiry of its own was open."


@dataclass(frozen=True, slots=True)
class Measures:
    """The page's sizes in pixels at a zoom in percent.

    `columns` is how many characters fill a line, `face` a family of type, empty for our own.
    """

    zoom: int = 100
    columns: int = 66
    face: str = ""

    def scaled(self, pixels: float) -> float:
        """A size of the 100 % page at this zoom."""
        return pixels * self.zoom / 100

    def beside(self, pixels: float) -> float:
        """A size of the 100 % margin at this zoom: it grows less than the type, to leave the words room."""
        return self.scaled(pixels) if self.zoom <= 100 else pixels * (60 + 0.4 * self.zoom) / 100

    @property
    def type_size(self) -> int:
        """The body's size of type."""
        return round(self.scaled(19))

    @property
    def font(self) -> QFont:
        """The body's type."""
        return reading_font(self.type_size, self.face)

    @property
    def leading(self) -> float:
        """From baseline to baseline."""
        return round(self.scaled(30))

    @property
    def margin(self) -> float:
        """The room for letters beside the column, on both sides."""
        return round(self.beside(92))

    @property
    def column(self) -> float:
        """The width of the text."""
        width = QFontMetricsF(self.font).horizontalAdvance(_SAMPLE)
        return round(width / len(_SAMPLE) * self.columns)

    @property
    def page(self) -> int:
        """The width of the column with its margins."""
        return round(self.column + 2 * self.margin)

    @property
    def above(self) -> float:
        """How far a tint reaches above the baseline."""
        return self.scaled(16)

    @property
    def below(self) -> float:
        """How far a tint reaches below the baseline."""
        return self.scaled(5)

    @property
    def stroke(self) -> int:
        """The thickness of an underline."""
        return max(2, round(self.scaled(2)))

    @property
    def between(self) -> int:
        """The gap between the underlines of claims that overlap: without it they would merge."""
        return max(1, round(self.scaled(1)))

    @property
    def meta_room(self) -> float:
        """The gap under the heading, in which the line about the article stands."""
        return self.scaled(48)


def heading_of(text: str) -> Span:
    """The first line that has words, in code points; empty where it is no heading."""
    words = len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, words) + 1
    newline = text.find("\n", words)
    end = newline if newline >= 0 else len(text)
    return Span(start, end) if end - start <= HEADING_AT_MOST else Span(0, 0)


def typeset(text: str, positions: Positions, measures: Measures) -> QTextDocument:
    """A new document of the text, not yet laid out.

    A document that is given its layout after its text is laid out bit by bit, the beginning first.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(measures.font)
    document.setDefaultTextOption(_text_option())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(lines_of(measures))
    cursor.insertText(shown(text))
    heading = heading_of(text)
    if len(heading):
        _set_heading(cursor, positions, heading, measures)
    _close_up_blank_lines(cursor, text, positions, measures)
    _leave_margins(document, measures)
    cursor.endEditBlock()
    return document


def lines_of(measures: Measures, *, blank: bool = False) -> QTextBlockFormat:
    """How far apart the lines of a paragraph stand; a blank one adds nearly nothing to its neighbours'."""
    if blank:
        return _lines_apart(1, below=0)
    return _lines_apart(measures.leading, below=measures.scaled(15))


def _text_option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def _lines_apart(leading: float, below: float) -> QTextBlockFormat:
    """A fixed distance of lines: letters of another face must not push them apart."""
    lines = QTextBlockFormat()
    lines.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    lines.setBottomMargin(below)
    return lines


def _set_heading(cursor: QTextCursor, positions: Positions, heading: Span, measures: Measures) -> None:
    cursor.setPosition(positions.position(heading.start))
    cursor.setBlockFormat(_lines_apart(measures.leading * 1.3, below=measures.meta_room))
    cursor.setPosition(positions.position(heading.end), QTextCursor.MoveMode.KeepAnchor)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setProperty(QTextFormat.Property.FontSizeAdjustment.value, _HEADING_STEP)
    cursor.mergeCharFormat(bold)


def _close_up_blank_lines(cursor: QTextCursor, text: str, positions: Positions, measures: Measures) -> None:
    """Paragraphs keep their own distance; a blank line between two adds nearly nothing to it."""
    narrow = lines_of(measures, blank=True)
    if text.startswith("\n"):
        cursor.setPosition(0)
        cursor.setBlockFormat(narrow)
    place = text.find("\n\n")
    while place >= 0:
        cursor.setPosition(positions.position(place + 1))
        cursor.setBlockFormat(narrow)
        place = text.find("\n\n", place + 1)


def _leave_margins(document: QTextDocument, measures: Measures) -> None:
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(measures.margin)
    frame.setRightMargin(measures.margin)
    frame.setTopMargin(measures.scaled(36))
    frame.setBottomMargin(measures.scaled(120))
    document.rootFrame().setFrameFormat(frame)
