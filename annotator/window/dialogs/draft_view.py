"""One article on its way in, as a person looks at it before it is taken in."""

from dataclasses import asdict, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.desk.commands.articles import ArticleDetails
from annotator.model.drafts import Draft
from annotator.text.canonical import canonical
from annotator.window.article.face import reading_font
from annotator.window.chooser import Chooser
from annotator.window.dialogs.details_form import DetailsForm
from annotator.window.plain import plain_label
from annotator.words import number, say, say_all

#: How much of a text is shown, in code points: a preview need not lay out a whole book.
SHOWN = 20_000
_FORM_WIDTH = 270  # pixels


class DraftView(QWidget):
    """The text of a draft beside what is known about it; a paste's text may be mended.

    `encodings` are offered besides those that the draft itself names. Signals: `edited`, and
    `encoding_chosen` with the name of another encoding.
    """

    edited = Signal()
    encoding_chosen = Signal(str)

    def __init__(self, draft: Draft, encodings: tuple[str, ...] = (), mendable: bool = False) -> None:
        super().__init__()
        self._draft = draft
        self._encodings = encodings
        self._mendable = mendable
        self._build_text()
        self._build_form()
        self._build_encoding()
        self._build_view()
        self.show_draft(draft)

    def show_draft(self, draft: Draft) -> None:
        """Shows a draft in place of the one before."""
        with QSignalBlocker(self):  # nobody edited anything
            self._fill(draft)

    def draft(self) -> Draft:
        """The draft with what the person changed; its text is as it was read unless they mended it."""
        text = self._draft.text
        if self._text.document().isModified():
            text = canonical(self._text.document().toRawText())  # not toPlainText: it loses no-break spaces
        return replace(self._draft, text=text, **asdict(self.form.details()))

    def _fill(self, draft: Draft) -> None:
        self._draft = draft
        whole = len(draft.text) <= SHOWN
        self._text.setPlainText(draft.text[:SHOWN])
        self._text.setReadOnly(not (self._mendable and whole))
        self._text.document().setModified(False)
        self._rest.setText(
            "" if whole else say("preview.rest", shown=number(SHOWN), all=number(len(draft.text)))
        )
        self._rest.setVisible(not whole)
        self.form.show_details(details_of(draft))
        self._show_encoding(draft)
        self._notes.setText("\n".join(say_all(key, values) for key, values in draft.notes))
        self._notes.setVisible(bool(draft.notes))

    def _build_text(self) -> None:
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(say("preview.text"))
        self._text.setFont(reading_font(16))
        self._text.setTabChangesFocus(True)
        self._text.textChanged.connect(self.edited)
        self._rest = plain_label(kind="quiet", wraps=True)

    def _build_form(self) -> None:
        self.form = DetailsForm()
        self.form.edited.connect(self.edited)
        self._notes = plain_label(kind="quiet", wraps=True)

    def _build_encoding(self) -> None:
        self._encoding = QWidget()
        column = QVBoxLayout(self._encoding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(say("preview.encoding"))
        self._encoding_names = Chooser()
        self._encoding_names.setAccessibleName(say("preview.encoding").replace("&", ""))
        self._encoding_names.activated.connect(self._choose_encoding)
        label.setBuddy(self._encoding_names)
        self._guessed = plain_label(say("preview.guessed"), wraps=True)
        column.addWidget(label)
        column.addWidget(self._encoding_names)
        column.addWidget(self._guessed)

    def _build_view(self) -> None:
        known = QWidget()
        known.setFixedWidth(_FORM_WIDTH)
        right = QVBoxLayout(known)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        for widget in (self.form, self._encoding, self._notes):
            right.addWidget(widget)
        right.addStretch()
        left = QVBoxLayout()
        left.addWidget(self._text)
        left.addWidget(self._rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(known, 0, Qt.AlignmentFlag.AlignTop)

    def _show_encoding(self, draft: Draft) -> None:
        names = dict.fromkeys([draft.encoding, *draft.candidates, *self._encodings])
        self._encoding_names.clear()
        self._encoding_names.addItems(list(names))
        self._guessed.setVisible(not draft.sure)
        self._encoding.setVisible(bool(draft.encoding))

    def _choose_encoding(self) -> None:
        chosen = self._encoding_names.currentText()
        if chosen != self._draft.encoding:
            self._encoding_names.setCurrentText(self._draft.encoding)  # until it could be read that way
            self.encoding_chosen.emit(chosen)


def details_of(draft: Draft) -> ArticleDetails:
    """What is known about a draft, as the form takes it."""
    return ArticleDetails(draft.title, draft.publisher, draft.byline, draft.url, draft.published)
