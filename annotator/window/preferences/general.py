"""Who works here, and in which language."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QGridLayout, QLineEdit, QWidget

from annotator.desk.identity import COLOURS
from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
from annotator.window.preferences.form import form_in
from annotator.window.ticks import Pick
from annotator.words import say

#: What the colours of reviewers are called, in their order.
_COLOUR_NAMES = (
    "preferences.violet",
    "preferences.teal",
    "preferences.ochre",
    "preferences.blue",
    "preferences.olive",
    "preferences.plum",
)
#: The languages as those who speak them call them; the first follows the system.
_LANGUAGES = {"system": "", "en": "English", "de": "Deutsch", "es": "Español"}


class GeneralPage(QWidget):
    """My name, my colour, my language.

    Signals: `me_changed` with name and colour (`#rrggbb`), `language_chosen` with its code or `system`.
    """

    me_changed = Signal(str, str)
    language_chosen = Signal(str)

    def __init__(self, name: str, colour: str, language: str) -> None:
        super().__init__()
        self._me = (name, colour)
        self._build_name(name)
        self._build_colours(colour)
        self._build_language(language)
        self._build_form()

    def _build_name(self, name: str) -> None:
        self.name = QLineEdit(name)
        self.name.setAccessibleName(say("preferences.name").replace("&", ""))
        self.name.editingFinished.connect(self._tell_me)

    def _build_colours(self, mine: str) -> None:
        self._colours = QButtonGroup(self)
        self._colour_grid = QGridLayout()
        self._colour_grid.setColumnStretch(3, 1)
        self._colour_grid.setHorizontalSpacing(18)
        for place, (colour, name) in enumerate(zip(COLOURS, _COLOUR_NAMES, strict=True)):
            button = Pick(say(name))
            button.setObjectName(colour)
            button.setIcon(_swatch(colour))
            button.setChecked(colour.lower() == mine.lower())
            self._colours.addButton(button)
            self._colour_grid.addWidget(button, place // 3, place % 3)
        self._colours.buttonClicked.connect(lambda _: self._tell_me())
        self._colours.buttonToggled.connect(lambda *_: self._tell_me())  # as a screen reader chooses

    def _build_language(self, chosen: str) -> None:
        self.language = Chooser()
        self.language.setAccessibleName(say("preferences.language").replace("&", ""))
        for code, name in _LANGUAGES.items():
            self.language.addItem(name or say("preferences.language_system"), code)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        self.language.activated.connect(self._tell_language)
        self._later = plain_label(say("preferences.language_later"), "quiet", wraps=True)
        self._later.setVisible(False)

    def _build_form(self) -> None:
        form: QFormLayout = form_in(self)
        form.addRow(say("preferences.name"), self.name)
        form.addRow(plain_label(say("preferences.colour")), self._colour_grid)
        form.addRow(say("preferences.language"), self.language)
        form.addRow("", self._later)

    def _tell_me(self) -> None:
        """Sends name and colour where they changed; without a name the one before comes back."""
        if not self.name.text().strip():
            self.name.setText(self._me[0])
        checked = self._colours.checkedButton()
        me = (self.name.text().strip(), checked.objectName() if checked is not None else self._me[1])
        if me != self._me:
            self._me = me
            self.me_changed.emit(*me)

    def _tell_language(self) -> None:
        self._later.setVisible(True)
        self.language_chosen.emit(self.language.currentData())


def _swatch(colour: str) -> QIcon:
    image = QPixmap(16, 16)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.end()
    return QIcon(image)
