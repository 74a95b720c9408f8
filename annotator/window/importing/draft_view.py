"""One article on its way in, as a person looks at it before it is taken in."""

from dataclasses import asdict, replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.desk.commands.articles import ArticleDetails
from annotator.model.drafts import Draft
from annotator.text.paragraphs import Paragraphs
from annotator.window.chooser import Chooser
from annotator.window.dialogs.details_form import DetailsForm
from annotator.window.importing.mending import Mending
from annotator.window.importing.paste_field import PasteField
from annotator.window.importing.proof_part import ProofPart
from annotator.window.plain import plain_label
from annotator.words import say, say_all


class DraftView(QWidget):
    """What is known about a draft above its text; of a file the paragraphs may be mended, of a paste all.

    `encodings` are offered besides those that the draft itself names. Signals: `edited`, and
    `encoding_chosen` with the name of another encoding.
    """

    edited = Signal()
    encoding_chosen = Signal(str)

    def __init__(
        self, draft: Draft, mending: Mending, encodings: tuple[str, ...] = (), is_paste: bool = False
    ) -> None:
        super().__init__()
        self._draft = draft
        self._encodings = encodings
        self._is_paste = is_paste
        self._build_text()
        self._build_form()
        self._build_encoding()
        self._build_view()
        self.show_draft(draft, mending)

    def show_draft(self, draft: Draft, mending: Mending) -> None:
        """Shows a draft in place of the one before, with what was already done to its paragraphs."""
        with QSignalBlocker(self):  # nobody edited anything
            self._fill(draft, mending)

    def keep_encoding(self) -> None:
        """Lets nobody choose another encoding, where the bytes are gone."""
        self._encoding_names.setEnabled(False)

    def draft(self) -> Draft:
        """The draft with what the person changed; its text is as it was read unless they mended it."""
        details = asdict(self.form.details())
        if self._is_paste:
            return replace(self._draft, text=self.paste.text, **details)
        article = self.proof.article
        return replace(self._draft, text=article.text, places=article.places, **details)

    def _fill(self, draft: Draft, mending: Mending) -> None:
        self._draft = draft
        if self._is_paste:
            self.paste.show_text(draft.text)
            self._tell(self._rest, self.paste.rest)
        else:
            self.proof.show_mending(mending)
        self.form.show_details(details_of(draft))
        self._show_encoding(draft)
        self._tell(self._notes, " ".join(say_all(key, values) for key, values in draft.notes))

    @staticmethod
    def _tell(label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _build_text(self) -> None:
        self._rest = plain_label(kind="quiet", wraps=True)
        self._rest.hide()
        if self._is_paste:
            self.paste = PasteField()
            self.paste.textChanged.connect(self.edited)
        else:
            self.proof = ProofPart()
            self.proof.edited.connect(self.edited)

    def _build_form(self) -> None:
        self.form = DetailsForm(wide=True)
        self.form.edited.connect(self.edited)
        self._notes = plain_label(kind="quiet", wraps=True)

    def _build_encoding(self) -> None:
        self._encoding = QWidget()
        row = QHBoxLayout(self._encoding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        label = plain_label(say("preview.encoding"))
        self._encoding_names = Chooser()
        self._encoding_names.setAccessibleName(say("preview.encoding").replace("&", ""))
        self._encoding_names.activated.connect(self._choose_encoding)
        label.setBuddy(self._encoding_names)
        self._guessed = plain_label(say("preview.guessed"), wraps=True)
        row.addWidget(label)
        row.addWidget(self._encoding_names)
        row.addWidget(self._guessed, 1)
        row.addStretch()

    def _build_view(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.form, self._encoding, self._notes):
            column.addWidget(widget)
        column.addWidget(self.paste if self._is_paste else self.proof, 1)
        column.addWidget(self._rest)

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


def mending_of(draft: Draft) -> Mending:
    """The paragraphs of a draft, nothing done to them yet."""
    return Mending(Paragraphs(draft.text, draft.places))
