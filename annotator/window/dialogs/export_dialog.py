"""What to export, as what, and what may leave the house."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.transfer import ALL, FINAL, MINE, Choice, FormatInfo
from annotator.model.views import PersonView
from annotator.window.chooser import Chooser
from annotator.window.dialogs.export_place import ExportPlace
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.ticks import Pick, Tick
from annotator.words import say

#: What each format is good for.
_USES = {
    "csv": "export_dialog.use_csv",
    "json": "export_dialog.use_json",
    "markdown": "export_dialog.use_markdown",
}
_WIDTH = 440  # pixels


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to export: the open article (an id, empty if none is), how much of each, whose."""

    article: str = ""
    title: str = ""
    claims: int = 0
    chosen: tuple[str, ...] = ()
    articles: int = 0
    colleagues: tuple[PersonView, ...] = ()


class ExportDialog(QDialog):
    """Asks what to export and where to. Signal: `export_wanted` with path, Choice and the format's name.

    What is confidential or private stays behind unless it is ticked, each time anew.
    """

    export_wanted = Signal(object, object, str)

    def __init__(
        self, offer: Offer, formats: Sequence[FormatInfo], parent: QWidget | None = None, *, folder: str = ""
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._formats = {form.name: form for form in formats}
        self.setWindowTitle(say("export_dialog.title"))
        self._build_column()
        self._build_scope()
        self._build_whose()
        self._build_formats()
        self._build_disclosure()
        self._build_place(folder)
        self._build_buttons()
        self._propose()

    @property
    def format(self) -> FormatInfo:
        """The format that is chosen."""
        return self._formats[self._checked(self._format_group)]

    @property
    def choice(self) -> Choice:
        """What is chosen for export."""
        scope = self._checked(self._scope_group)
        disclosed = replace(
            Choice().disclosure,
            confidential=self.confidential.isChecked(),
            private_notes=self.private_notes.isChecked(),
        )
        return Choice(
            articles=None if scope == "library" else (self._offer.article,),
            claims=self._offer.chosen if scope == "chosen" else None,
            whose=str(self.whose.currentData()),
            disclosure=disclosed,
        )

    def export(self) -> None:
        """Gives away what was chosen, if it is clear where it goes."""
        path = self.place.settled()
        if path is not None:
            self.export_wanted.emit(path, self.choice, self.format.name)
            self.accept()

    def _build_column(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 14)
        self._column.setSpacing(4)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows for its warning
        self._column.addStrut(_WIDTH)

    def _build_scope(self) -> None:
        offer = self._offer
        choices = [
            ("chosen", say("export_dialog.chosen", count=len(offer.chosen)), bool(offer.chosen)),
            ("article", say("export_dialog.article", count=offer.claims), bool(offer.article)),
            ("library", say("export_dialog.library", count=offer.articles), bool(offer.articles)),
        ]
        self._heading(offer.title or say("export_dialog.what"))
        self._scope_group = self._radios([(name, words) for name, words, there in choices if there])
        if offer.article:  # the whole article, though a claim may be picked in it
            self._check(self._scope_group, "article")

    def _build_whose(self) -> None:
        self.whose = Chooser()
        self.whose.setAccessibleName(say("export_dialog.whose").replace("&", ""))
        self.whose.addItem(say("export_dialog.mine"), MINE)
        for person in self._offer.colleagues:
            self.whose.addItem(say("export_dialog.theirs", name=person.name), person.id)
        self.whose.addItem(say("export_dialog.everybodys"), ALL)
        self.whose.addItem(say("export_dialog.final"), FINAL)
        label = QLabel(say("export_dialog.whose"))
        label.setBuddy(self.whose)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.whose, 1)
        self._column.addSpacing(6)
        self._column.addLayout(row)

    def _build_formats(self) -> None:
        self._column.addSpacing(8)
        self._heading(say("export_dialog.as"))
        self._format_group = self._radios([(form.name, say(form.label)) for form in self._formats.values()])

    def _build_disclosure(self) -> None:
        self._column.addSpacing(8)
        self._heading(say("export_dialog.disclose"))
        self.confidential = Tick(say("export_dialog.confidential"))
        self.private_notes = Tick(say("export_dialog.private_notes"))
        self._warning = plain_label(say("export_dialog.warning"), "alarm", wraps=True)
        self._warning.hide()
        for tick in (self.confidential, self.private_notes):
            tick.toggled.connect(self._warn)
            self._column.addWidget(tick)
        self._column.addWidget(self._warning)

    def _build_place(self, folder: str) -> None:
        self.place = ExportPlace(folder)
        self._column.addSpacing(8)
        self._column.addWidget(self.place)
        for group in (self._scope_group, self._format_group):
            group.buttonToggled.connect(lambda _, on: self._propose() if on else None)

    def _propose(self) -> None:
        self.place.propose(self._offer.title if self.choice.articles else "", self.format)

    def _build_buttons(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = QPushButton(say("export_dialog.go_on"))
        self.go_on.setEnabled(self._scope_group.checkedButton() is not None)
        self.go_on.clicked.connect(self.export)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        self._column.addSpacing(8)
        self._column.addWidget(buttons)
        self.go_on.setDefault(True)  # a dialog knows of it only from here on

    def _heading(self, words: str) -> None:
        self._column.addWidget(plain_label(words, "quiet"))

    def _radios(self, choices: Sequence[tuple[str, str]]) -> QButtonGroup:
        """Radio buttons by name, the first one chosen; formats carry a line that says what each is for."""
        group = QButtonGroup(self)
        for place, (name, words) in enumerate(choices):
            radio = Pick(words)
            radio.setObjectName(name)
            radio.setChecked(place == 0)
            group.addButton(radio)
            self._column.addWidget(radio)
            if name in _USES:
                use = plain_label(say(_USES[name]), "quiet", wraps=True)
                use.setContentsMargins(*margins(24, 0, 0, 2))
                radio.setAccessibleDescription(use.text())
                self._column.addWidget(use)
        return group

    def _checked(self, group: QButtonGroup) -> str:
        button = group.checkedButton()
        return button.objectName() if button is not None else ""

    def _check(self, group: QButtonGroup, name: str) -> None:
        next(button for button in group.buttons() if button.objectName() == name).setChecked(True)

    def _warn(self) -> None:
        self._warning.setVisible(self.confidential.isChecked() or self.private_notes.isChecked())
