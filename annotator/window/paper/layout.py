"""An article as a document of Qt: text with marks, small notes below each paragraph, lists at the end.

Every word is inserted as plain text with a format of its own; no markup is read.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from annotator.formats.writers.characters import printable
from annotator.formats.writers.outline import ArticleOutline, ClaimOutline, Section, outline
from annotator.formats.writers.passages import Passage, Piece, passages
from annotator.model.enums import Tag
from annotator.model.views import ArticleExport
from annotator.text.direction import begins_right
from annotator.window.article.face import reading_font
from annotator.window.theme import Theme, load_theme
from annotator.words import say

_UNDERLINES = {
    Tag.ALLEGATION: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Tag.DENIAL: QTextCharFormat.UnderlineStyle.DashUnderline,
    Tag.FACT: QTextCharFormat.UnderlineStyle.DotLine,
}
_LINE_BREAK = "\u2028"

#: Sizes in points.
_TITLE, _TEXT, _HEADING, _SMALL = 20.0, 10.5, 12.0, 8.5


class Layout:
    """Writes an article into a document.

    `point` is what it counts for a point of height, `dots` for a point to the side: Qt takes the ones for
    dots of the screen, the others for dots of the page.
    """

    def __init__(self, document: QTextDocument, point: float, dots: float) -> None:
        self._cursor, self._point, self._dots = QTextCursor(document), point, dots
        self._theme = load_theme("light")
        self._ink, self._quiet = QColor(self._theme.ink), QColor(self._theme.secondary)
        self._serif, self._sans = reading_font(1), QFont()
        self._first = True
        #: Positions of headings, which should not be left at the foot of a page.
        self.headings: list[int] = []

    def add(self, article: ArticleExport) -> None:
        """The article."""
        told = outline(article)
        self._cursor.beginEditBlock()
        found = list(passages(article.text, [claim.span for claim in article.claims]))
        titled = found[0].words.strip() == told.title
        self._head(told, found[0] if titled else None)
        for passage in found[titled:]:
            self._passage(passage, told)
        for section in told.sections:
            self._section(section)
        self._cursor.endEditBlock()

    def _head(self, told: ArticleOutline, title: Passage | None) -> None:
        self._block(told.title, after=4)
        if title is None:
            self._insert(told.title, self._look(self._serif, _TITLE, bold=True))
        else:
            self._pieces(title, told, _TITLE, bold=True)
        for line in told.appeared:
            self._line(line, quiet=True)
        self._block(told.summary, after=14)
        self._insert(told.summary, self._look(self._sans, _SMALL, quiet=True))
        if title is not None:
            self._notes(title, told)

    def _passage(self, passage: Passage, told: ArticleOutline) -> None:
        self._block(passage.words, after=4 if passage.begun else 8, height=140)
        self._pieces(passage, told, _TEXT)
        self._notes(passage, told)

    def _pieces(self, passage: Passage, told: ArticleOutline, size: float, *, bold: bool = False) -> None:
        for piece in passage.pieces:
            for number in piece.begin:
                self._mark(told.claims[number - 1], size)
            self._insert(piece.words, self._marked(piece, told, size, bold=bold))

    def _mark(self, claim: ClaimOutline, size: float) -> None:
        look = self._look(self._sans, size * 0.85, bold=True, colour=QColor(self._theme.tags[claim.tag].mark))
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        self._insert(f"{claim.tag.letter}{claim.number}\u2060", look)

    def _marked(self, piece: Piece, told: ArticleOutline, size: float, *, bold: bool) -> QTextCharFormat:
        look = self._look(self._serif, size, bold=bold)
        if piece.over:
            tag = told.claims[piece.over[-1] - 1].tag
            look.setBackground(_opaque(self._theme, tag))
            look.setUnderlineStyle(_UNDERLINES[tag])
            look.setUnderlineColor(QColor(self._theme.tags[tag].mark))
        return look

    def _notes(self, passage: Passage, told: ArticleOutline) -> None:
        claims = [told.claims[number - 1] for number in passage.begun]
        for claim in claims:
            self._block(claim.heading, after=8 if claim is claims[-1] else 3, indent=18)
            self._note(claim)

    def _note(self, claim: ClaimOutline) -> None:
        colour = QColor(self._theme.tags[claim.tag].mark)
        plain, quiet = self._look(self._sans, _SMALL), self._look(self._sans, _SMALL, quiet=True)
        heading = self._look(self._sans, _SMALL, bold=True, colour=colour)
        self._insert(f"{claim.tag.letter}{claim.number} {claim.heading}", heading)
        for n, fact in enumerate(claim.facts):
            # Who says it stands in the first line, so that no heading is alone at the foot of a page.
            between = _LINE_BREAK if n else "  "
            self._insert(f"{between}{say('document.label', label=fact.label)} ", quiet)
            self._insert("; ".join(fact.values), plain)

    def _section(self, section: Section) -> None:
        self._heading(section.heading, _HEADING, before=16)
        for name, lines in section.parts:
            if name:
                self._heading(name, _SMALL + 0.5, before=4)
            for number, line in enumerate(lines, start=1):
                self._line(f"[{number}] {line}" if section.numbered else f"– {line}")

    def _heading(self, words: str, size: float, before: float) -> None:
        self._block(words, after=3, before=before)
        self.headings.append(self._cursor.position())
        self._insert(words, self._look(self._sans, size, bold=True))

    def _line(self, words: str, *, quiet: bool = False) -> None:
        self._block(words, after=1)
        self._insert(words, self._look(self._sans, _SMALL + 0.5, quiet=quiet))

    def _block(
        self,
        words: str,
        *,
        after: float,
        before: float = 0,
        indent: float = 0,
        height: int = 120,
    ) -> None:
        """Begins a paragraph that will hold the words; lengths are points, `height` per cent of a line."""
        shape = QTextBlockFormat()
        shape.setTopMargin(before * self._point)
        shape.setBottomMargin(after * self._point)
        shape.setLeftMargin(indent * self._dots)
        shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if begins_right(words):
            shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if self._first:
            self._cursor.setBlockFormat(shape)
            self._first = False
        else:
            self._cursor.insertBlock(shape)

    def _look(
        self,
        face: QFont,
        size: float,
        *,
        bold: bool = False,
        quiet: bool = False,
        colour: QColor | None = None,
    ) -> QTextCharFormat:
        font = QFont(face)
        font.setPointSizeF(size)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(colour or (self._quiet if quiet else self._ink))
        return look

    def _insert(self, words: str, look: QTextCharFormat) -> None:
        self._cursor.insertText(printable(words).replace("\n", _LINE_BREAK), look)


def laid_out(document: QTextDocument, article: ArticleExport, point: float, dots: float) -> frozenset[int]:
    """Fills a document; gives the positions of headings that should stand on a page with what follows."""
    layout = Layout(document, point, dots)
    layout.add(article)
    return frozenset(layout.headings)


def _opaque(theme: Theme, tag: Tag) -> QColor:
    """The tag's tint as it looks on white paper: not every printer can mix colours."""
    tint, share = QColor(theme.tags[tag].tint), theme.tint
    mixed = (round(255 - share * (255 - part)) for part in (tint.red(), tint.green(), tint.blue()))
    return QColor(*mixed)
