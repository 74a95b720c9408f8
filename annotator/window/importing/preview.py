"""A look at what is about to be taken in: every file with its text, its encoding and its details."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.drafts import Draft
from annotator.model.errors import RedPencilError
from annotator.window.dialogs.details_form import problem_of
from annotator.window.importing.draft_view import DraftView, details_of, mending_of
from annotator.window.ticks import TickedRow
from annotator.words import say, say_all

#: Reads a draft, by its place among those given, once more in another encoding; raises RedPencilError.
Reread = Callable[[int, str], Draft]

_LIST_WIDTH = 190  # pixels


class ImportPreview(QDialog):
    """Shows drafts before the import is final. Signal: `import_wanted` with a tuple of the ticked drafts.

    Without `reread` no other encoding can be chosen; `encodings` are offered besides those a draft names.
    `mendable` lets the person correct the letters too, for pastes; else paragraphs only.
    """

    import_wanted = Signal(object)

    def __init__(
        self,
        drafts: Sequence[Draft],
        reread: Reread | None = None,
        encodings: tuple[str, ...] = (),
        mendable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = list(drafts)
        self._read = list(drafts)  # as they were read, to know what the person changed
        self._mendings = [mending_of(draft) for draft in drafts]
        self._reread = reread
        self._row = 0
        self.setWindowTitle(say("preview.paste_title" if mendable else "preview.title"))
        self._build_list()
        self._build_view(encodings, mendable)
        self._build_buttons()
        self._build_dialog()
        self._count()

    @property
    def chosen(self) -> tuple[Draft, ...]:
        """The ticked drafts as the person left them."""
        return tuple(self._drafts[row] for row in self.chosen_rows)

    @property
    def chosen_rows(self) -> tuple[int, ...]:
        """Which of the drafts that were given are ticked."""
        return tuple(row for row in range(len(self._drafts)) if self._ticked(row))

    def accept(self) -> None:
        """Asks for the import, unless something about a ticked draft must be mended first."""
        for row, draft in enumerate(self._drafts):
            if self._ticked(row) and (problem := problem_of(details_of(draft))):
                self.files.setCurrentRow(row)
                self.view.form.show_problem(problem)
                return
        self.import_wanted.emit(self.chosen)
        super().accept()

    def _build_list(self) -> None:
        self.files = QListWidget()
        self.files.setAccessibleName(say("preview.files"))
        self.files.setItemDelegate(TickedRow(self.files))
        self.files.setFixedWidth(_LIST_WIDTH)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setVisible(len(self._drafts) > 1)
        for draft in self._drafts:
            item = QListWidgetItem(draft.file or draft.title)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.files.addItem(item)
        self.files.setCurrentRow(0)
        self.files.currentRowChanged.connect(self._show_row)
        self.files.itemChanged.connect(lambda _: self._count())

    def _build_view(self, encodings: tuple[str, ...], mendable: bool) -> None:
        self.view = DraftView(self._drafts[0], self._mendings[0], encodings, mendable)
        self.view.edited.connect(self._keep)
        self.view.encoding_chosen.connect(self._read_again)
        if self._reread is None:
            self.view.keep_encoding()

    def _build_buttons(self) -> None:
        self._cancel = QPushButton(say("progress.cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self.take_in = QPushButton()
        self.take_in.setDefault(True)
        self.take_in.clicked.connect(self.accept)

    def _build_dialog(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.files)
        row.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.take_in)
        column.addLayout(foot)
        self.take_in.setFocus()  # Enter imports, and changes nothing in the text
        self.resize(1080 if len(self._drafts) > 1 else 880, 720)

    def _show_row(self, row: int) -> None:
        self._row = row
        self.view.show_draft(self._drafts[row], self._mendings[row])

    def _keep(self) -> None:
        """Takes over what the person changed on the draft that shows."""
        self._drafts[self._row] = self.view.draft()
        self._count()

    def _ticked(self, row: int) -> bool:
        return self.files.item(row).checkState() == Qt.CheckState.Checked

    def _count(self) -> None:
        chosen = self.chosen
        self.take_in.setText(say("preview.import", count=len(chosen)))
        self.take_in.setEnabled(bool(chosen) and all(draft.text.strip() for draft in chosen))

    def _read_again(self, encoding: str) -> None:
        if self._reread is None:
            return
        try:
            fresh = self._reread(self._row, encoding)
        except RedPencilError as error:
            self.view.form.show_problem(say_all(error.key, error.values))
            return
        before, now = self._read[self._row], self.view.draft()
        title = fresh.title if now.title == before.title else now.title
        self._read[self._row] = fresh
        self._drafts[self._row] = replace(fresh, **{**asdict(details_of(now)), "title": title})
        self._mendings[self._row] = mending_of(fresh)
        self.view.show_draft(self._drafts[self._row], self._mendings[self._row])
        self._count()
