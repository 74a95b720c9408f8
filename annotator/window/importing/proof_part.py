"""A draft's paragraphs with the buttons that mend them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.places import PlaceKind
from annotator.text.paragraphs import Paragraphs
from annotator.window.importing.mending import Mending
from annotator.window.importing.proof import ProofSheet
from annotator.window.plain import as_tip, plain_label
from annotator.words import number, say


class ProofPart(QWidget):
    """The sheet above, the buttons below it. Signal: `edited` when a paragraph was mended."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build_sheet()
        self._build_buttons()
        self._build_column()

    @property
    def sheet(self) -> ProofSheet:
        """The sheet with the text."""
        return self._sheet

    @property
    def article(self) -> Paragraphs:
        """The text as it stands now."""
        return self._sheet.article

    def show_mending(self, mending: Mending) -> None:
        """Shows a text with what was already done to it."""
        self._sheet.show_mending(mending)
        self._show_state()

    def _build_sheet(self) -> None:
        self._sheet = ProofSheet()
        self._sheet.mended.connect(self.edited)
        self._sheet.mended.connect(self._show_state)
        self._sheet.moved.connect(self._show_state)

    def _build_buttons(self) -> None:
        sheet, standard = self._sheet, QKeySequence.StandardKey
        self.join = self._button("preview.join", "Backspace", sheet.join_above)
        self.split = self._button("preview.split", "Return", sheet.split_here)
        self.leave_out = self._button("preview.leave_out", "Delete", sheet.leave_out)
        self.undo = self._button("preview.undo", standard.Undo, sheet.undo_mending)
        self.redo = self._button("preview.redo", standard.Redo, sheet.redo_mending)
        self.undo.setAccessibleName(say("preview.undo_name"))
        self.redo.setAccessibleName(say("preview.redo_name"))
        self._where = plain_label(kind="quiet")

    def _button(self, key: str, keys: str | QKeySequence.StandardKey, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(say(key))
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
        button.setToolTip(as_tip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)))
        button.clicked.connect(do)
        return button

    def _build_column(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.join, self.split, self.leave_out, self.undo, self.redo):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._sheet, 1)
        column.addLayout(row)

    def _show_state(self) -> None:
        """Offers what can be done where the caret stands, and says where that is."""
        article, in_turn, mending = self.article, self._sheet.in_turn, self._sheet.mending
        self.join.setEnabled(in_turn > 0)
        self.split.setEnabled(bool(article.spans))
        self.leave_out.setEnabled(bool(article.spans))
        self.undo.setEnabled(mending.can_undo)
        self.redo.setEnabled(mending.can_redo)
        self._where.setText(_where(article, in_turn))


def _where(article: Paragraphs, in_turn: int) -> str:
    """Which paragraph is in turn, and on which page of its file it stood."""
    if not article.spans:
        return say("preview.nothing_left")
    told = {"number": number(in_turn + 1), "count": number(len(article.spans))}
    place = article.place_of(in_turn)
    if place is None:
        return say("preview.where", **told)
    key = "preview.where_page" if place.kind is PlaceKind.PAGE else "preview.where_time"
    return say(key, place=place.value, **told)
