"""A PDF file from articles: pages with their numbers, and what the file says of itself."""

import sys
from itertools import chain

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from annotator.formats.writers.characters import printable
from annotator.model.views import ArticleExport
from annotator.window.paper.layout import laid_out
from annotator.words import say

_DOTS = 600  # to an inch
_POINTS = 72
_DOT = _DOTS / _POINTS  # dots of the page to a point
_MARGIN = 62.0  # points
_FOOT = 30.0  # points, within the lower margin
_CREATOR = "Red Pencil"

#: The application that lays out where none runs, kept as long as the process.
_own: list[QApplication] = []


def printed(articles: tuple[ArticleExport, ...]) -> bytes:
    """The PDF file with all articles, each on pages of its own."""
    _have_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, articles)
    documents = [_document(article, writer) for article in articles]
    pages = sum(document.pageCount() for document in documents)
    turned = chain.from_iterable(((each, n) for n in range(each.pageCount())) for each in documents)
    with QPainter(writer) as painter:
        for number, (document, n) in enumerate(turned, start=1):
            if number > 1:
                writer.newPage()
            _paint(document, n, painter)
            _paint_foot(document, say("document.page_of", page=number, pages=pages), painter)
    return bytes(buffer.data().data())


def _document(article: ArticleExport, writer: QPdfWriter) -> QTextDocument:
    """An article on pages; one document each, for Qt loses lines where pages of a long one are moved."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    point = QGuiApplication.primaryScreen().logicalDotsPerInchY() / _POINTS
    headings = laid_out(document, article, point, _DOT)
    room = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
    document.setPageSize(QSizeF(room.width() * _DOT, room.height() * _DOT))
    _keep_together(document, headings)
    return document


def _have_application() -> None:
    """Fonts need an application; who prints for others has none, and may have no screen either."""
    if QApplication.instance() is None:
        unseen = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        _own.append(QApplication([_CREATOR, *unseen]))


def _writer(buffer: QBuffer, articles: tuple[ArticleExport, ...]) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    inches = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if inches else QPageSize.PageSizeId.A4
    writer.setPageLayout(
        QPageLayout(
            QPageSize(size),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Point,
        )
    )
    writer.setTitle(printable("; ".join(" ".join(article.title.split()) for article in articles)))
    people = dict.fromkeys(claim.reviewer for article in articles for claim in article.claims)
    writer.setAuthor(printable(", ".join(people)))
    writer.setCreator(_CREATOR)
    return writer


def _keep_together(document: QTextDocument, headings: frozenset[int]) -> None:
    """Moves each heading that would be the last thing on its page to the next one, with those before it."""
    for position in sorted(headings):
        block = document.findBlock(position)
        below = block
        while below.position() in headings:
            below = below.next()
        if _page(document, block) != _page(document, below):
            shape = QTextBlockFormat()
            shape.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).mergeBlockFormat(shape)
            # What is laid out again would else end too early, and what follows lie over it.
            document.markContentsDirty(0, document.characterCount())


def _page(document: QTextDocument, block: QTextBlock) -> int:
    """The page on which the first line of a block stands."""
    return int(document.documentLayout().blockBoundingRect(block).top() // document.pageSize().height())


def _paint(document: QTextDocument, page: int, painter: QPainter) -> None:
    size = document.pageSize()
    shown = QRectF(0, page * size.height(), size.width(), size.height())
    painter.save()
    painter.translate(0, -shown.top())
    document.drawContents(painter, shown)
    painter.restore()


def _paint_foot(document: QTextDocument, words: str, painter: QPainter) -> None:
    size, font = document.pageSize(), QFont()
    font.setPointSizeF(8)
    painter.setFont(font)
    painter.setPen(QColor(Qt.GlobalColor.darkGray))
    foot = QRectF(0, size.height() + _FOOT * _DOT / 2, size.width(), _FOOT * _DOT)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
