"""The fields of what is known about an article, the same wherever they are asked for."""

import datetime
import re

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLineEdit, QWidget

from annotator.desk.commands.articles import ArticleDetails
from annotator.window.plain import plain_label
from annotator.words import say

#: The fields in their order, each with the key of its label and of the hint that stands in it while empty.
_FIELDS = (
    ("title", "details.title", ""),
    ("publisher", "details.publisher", ""),
    ("byline", "details.byline", ""),
    ("url", "details.url", "details.url_hint"),
    ("published", "details.published", "details.published_hint"),
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


class DetailsForm(QWidget):
    """Title, publisher, author, address and date of an article.

    `wide` sets the fields side by side, for a place above a text. Signal: `edited` whenever the person types
    into a field.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._fields: dict[str, QLineEdit] = {}
        self._build_fields()
        if wide:
            self._lay_out_wide()
        else:
            self._lay_out()

    def show_details(self, details: ArticleDetails) -> None:
        """Fills the fields."""
        for name, field in self._fields.items():
            field.setText(getattr(details, name))
            field.setCursorPosition(0)
        self.show_problem("")

    def details(self) -> ArticleDetails:
        """What stands in the fields, without spaces around it."""
        return ArticleDetails(**{name: field.text().strip() for name, field in self._fields.items()})

    def show_problem(self, sentence: str) -> None:
        """Says below the fields what is wrong with them; nothing hides it."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _build_fields(self) -> None:
        for name, label, hint in _FIELDS:
            field = QLineEdit()
            field.setAccessibleName(say(label).replace("&", ""))
            field.setPlaceholderText(say(hint) if hint else "")
            field.textEdited.connect(self.edited)
            self._fields[name] = field
        self._problem = plain_label(kind="alarm", wraps=True)
        self._problem.hide()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(4)
        for name, label, _ in _FIELDS:
            form.addRow(say(label), self._fields[name])
        form.addRow(self._problem)

    def _lay_out_wide(self) -> None:
        """The title in a row of its own, then two fields in each."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for place, (name, key, _) in enumerate(_FIELDS):
            row, pair = (0, 0) if not place else ((place + 1) // 2, (place - 1) % 2)
            label = plain_label(say(key))
            label.setBuddy(self._fields[name])
            grid.addWidget(label, row, 2 * pair)
            grid.addWidget(self._fields[name], row, 2 * pair + 1, 1, 1 if place else 3)
        grid.addWidget(self._problem, len(_FIELDS) // 2 + 1, 0, 1, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)


def problem_of(details: ArticleDetails) -> str:
    """What is wrong with the details, in a sentence; empty where nothing is."""
    if not details.title:
        return say("details.needs_title")
    if details.url and not _is_web_address(details.url):
        return say("details.bad_url")
    if details.published and not _is_date(details.published):
        return say("details.bad_date")
    return ""


def _is_web_address(words: str) -> bool:
    url = QUrl(words, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in {"http", "https"} and bool(url.host())


def _is_date(words: str) -> bool:
    """Whether it is a year, a month or a day by ISO 8601 that the calendar has."""
    match = _DATE.fullmatch(words)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
