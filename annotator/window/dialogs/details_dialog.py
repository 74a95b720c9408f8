"""What is known about an article, to be corrected; its text stays as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from annotator.desk.commands.articles import ArticleDetails
from annotator.model.views import AppearanceView, ArticlePage
from annotator.window.dialogs.details_form import DetailsForm, problem_of
from annotator.window.dialogs.remarks import Remarks
from annotator.window.links import host
from annotator.window.plain import plain_label
from annotator.words import say
from annotator.words.dates import long_date

_WIDTH = 440  # pixels


class DetailsDialog(QDialog):
    """The title of an article and where it first appeared, and what imported files said of it besides.

    Signals: `details_given` with ArticleDetails, `remark_removed` with a remark's id, at once.
    """

    details_given = Signal(object)
    remark_removed = Signal(str)

    def __init__(self, page: ArticlePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("details.dialog"))
        self._build_form(page)
        self._build_dialog(page)

    def accept(self) -> None:
        """Gives the details away, unless something must be mended first."""
        details = self.form.details()
        if problem := problem_of(details):
            self.form.show_problem(problem)
            return
        self.details_given.emit(details)
        super().accept()

    def _build_form(self, page: ArticlePage) -> None:
        self.form = DetailsForm()
        first = page.appearances[0] if page.appearances else None
        self.form.show_details(
            ArticleDetails(page.title, first.publisher, first.byline, first.url, first.published)
            if first
            else ArticleDetails(page.title)
        )

    def _build_dialog(self, page: ArticlePage) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows for a problem
        column.addStrut(_WIDTH)
        column.addWidget(self.form)
        if page.appearances:
            column.addWidget(plain_label(_came_in(page.appearances[0]), "quiet", wraps=True))
        if others := page.appearances[1:]:
            column.addWidget(plain_label(say("details.others"), "quiet"))
            column.addWidget(plain_label("\n".join(map(_in_words, others)), wraps=True))
        if page.remarks:
            remarks = Remarks(page.remarks)
            remarks.removed.connect(self.remark_removed)
            column.addSpacing(6)
            column.addWidget(remarks)
        column.addSpacing(8)
        column.addWidget(buttons)


def _came_in(appearance: AppearanceView) -> str:
    day = long_date(appearance.imported[:10])
    if not appearance.file and appearance.encoding and (site := host(appearance.url)):
        # A paste never was bytes, so nobody had to find out their encoding.
        return say("details.fetched", host=site, day=day)
    if not appearance.file:
        return say("details.pasted", day=day)
    if not appearance.encoding:
        return say("details.from_file", file=appearance.file, day=day)
    return say("details.from_text", file=appearance.file, day=day, encoding=appearance.encoding)


def _in_words(appearance: AppearanceView) -> str:
    parts = [
        appearance.publisher,
        appearance.byline,
        long_date(appearance.published),
        appearance.url,
        appearance.file,
    ]
    return " · ".join(filter(None, parts)) or _came_in(appearance)
