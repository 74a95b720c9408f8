"""Printing the call sheet: a preview first, from which it goes to a printer or into a PDF file."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from annotator.formats.writers.call_sheet import EntryOutline
from annotator.window.call_sheet.paper import Paper
from annotator.words import say

_MARGIN = 48.0  # points on every side
_POINTS = 72.0  # in an inch, like the next
_DOTS = 600


def prepare(printer: QPrinter) -> None:
    """Gives a printer margins for reading and writing, and a name for what it prints."""
    printer.setResolution(_DOTS)
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Point)
    printer.setDocName(say("call_sheet.title"))


def print_on(printer: QPrinter, entries: Sequence[EntryOutline]) -> int:
    """Prints sheets, each on pages of its own, and gives the number of pages."""
    dots = printer.resolution() / _POINTS
    room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
    paper = Paper(entries, room.width(), room.height())
    with QPainter(printer) as painter:
        painter.scale(dots, dots)
        for page in range(len(paper.pages)):
            if page:
                printer.newPage()
            paper.paint(painter, page)
    return len(paper.pages)


def preview(entries: Sequence[EntryOutline], parent: QWidget) -> QPrintPreviewDialog:
    """Opens the preview beside the sheet; from there it is printed."""
    dialog = QPrintPreviewDialog(parent)
    prepare(dialog.printer())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(say("call_sheet.title"))
    dialog.resize(880, 760)
    dialog.paintRequested.connect(lambda wanted: print_on(wanted, entries))
    dialog.open()
    return dialog
