"""What to export, as what, and what may leave the house."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.transfer import ALL, FINAL, MINE, Choice, FormatInfo
from annotator.model.drafts import Note
from annotator.model.views import PersonView
from annotator.window.chooser import Chooser
from annotator.window.exporting.about import FormatAbout
from annotator.window.exporting.format_list import FormatList
from annotator.window.exporting.place import ExportPlace
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.ticks import Pick, Tick
from annotator.words import say

_WIDTH = 430  # pixels, of the column beside the list
_HEIGHT = 540  # of the 600 of a small screen

#: How long a choice rests before it is counted what would be left out, in milliseconds.
_PAUSE = 120


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
    """Asks what to export, as what, and where to.

    Signals: `export_wanted` with path, Choice and the format's name; `losses_wanted` with Choice and name
    where it should be said what that format would leave out of that choice (see `tell_losses`). What is
    confidential or private stays behind unless it is ticked, each time anew.
    """

    export_wanted = Signal(object, object, str)
    losses_wanted = Signal(object, str)

    def __init__(
        self,
        offer: Offer,
        formats: Sequence[FormatInfo],
        parent: QWidget | None = None,
        *,
        folder: str = "",
        usual: str = "",
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self.setWindowTitle(say("export_dialog.title"))
        self._build_columns(formats)
        self._build_scope()
        self._build_whose()
        self._build_disclosure()
        self._build_place(folder)
        self._build_buttons()
        self._build_asking()
        self.formats.choose(usual)
        self.formats.setFocus()
        self.resize(self.sizeHint().width(), _HEIGHT)

    @property
    def format(self) -> FormatInfo:
        """The format that is chosen."""
        return self.formats.format

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

    def tell_losses(self, choice: Choice, name: str, notes: Sequence[Note]) -> None:
        """Says what would be left out, if that is still what is chosen."""
        if (choice, name) == (self.choice, self.format.name):
            self.about.show_losses(notes)

    def _build_columns(self, formats: Sequence[FormatInfo]) -> None:
        self.formats = FormatList(formats)
        self.about = FormatAbout()
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.addStrut(_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(*margins(14, 14, 18, 14))
        row.setSpacing(18)
        row.addWidget(self.formats)
        row.addLayout(self._column, 1)

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
        label = plain_label(say("export_dialog.whose"))
        label.setBuddy(self.whose)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.whose, 1)
        self._column.addSpacing(6)
        self._column.addLayout(row)
        self._column.addSpacing(14)
        self._column.addWidget(self.about, 1)  # what the format says may grow, and nothing else moves

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

    def _build_asking(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.formats.chosen.connect(self._propose)
        self._scope_group.buttonToggled.connect(lambda _, on: self._propose() if on else None)
        self.whose.currentIndexChanged.connect(self._propose)
        self.formats.doubleClicked.connect(self.export)

    def _propose(self) -> None:
        """Proposes a file for what is chosen now, and says what that format is for."""
        if self._scope_group.checkedButton() is None:
            return
        one = self.choice.articles is not None
        self.place.propose(self._offer.title if one else "", self.format)
        self.go_on.setEnabled(self.format.there)
        self.about.show_format(self.format)
        if one:
            self._pause.start()
        else:  # to count through a whole library takes too long for a look
            self.about.show_lacks(self.format)

    def _ask(self) -> None:
        if self.choice.articles is not None:
            self.losses_wanted.emit(self.choice, self.format.name)

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
        """Radio buttons by name, the first one chosen."""
        group = QButtonGroup(self)
        for place, (name, words) in enumerate(choices):
            radio = Pick(words)
            radio.setObjectName(name)
            radio.setChecked(place == 0)
            group.addButton(radio)
            self._column.addWidget(radio)
        return group

    def _checked(self, group: QButtonGroup) -> str:
        button = group.checkedButton()
        return button.objectName() if button is not None else ""

    def _check(self, group: QButtonGroup, name: str) -> None:
        next(button for button in group.buttons() if button.objectName() == name).setChecked(True)

    def _warn(self) -> None:
        self._warning.setVisible(self.confidential.isChecked() or self.private_notes.isChecked())
