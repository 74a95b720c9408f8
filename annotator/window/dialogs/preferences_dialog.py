"""The person's own settings; each takes effect at once."""

from bisect import bisect
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.identity import COLOURS
from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
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
#: The themes by the name they are kept under.
_THEMES = {"system": "preferences.system", "light": "preferences.light", "dark": "preferences.dark"}
_SIZES = (75, 90, 100, 110, 125, 150, 175, 200)  # percent


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds now: `colour` is `#rrggbb`, `theme` system, light or dark, `text_size` in percent."""

    name: str
    colour: str
    theme: str = "system"
    text_size: int = 100


class PreferencesDialog(QDialog):
    """My name and colour, the theme and the size of text.

    Signals: `me_changed` with name and colour, `theme_changed` with system, light or dark,
    `text_size_changed` in percent.
    """

    me_changed = Signal(str, str)
    theme_changed = Signal(str)
    text_size_changed = Signal(int)

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = (now.name, now.colour)
        self.setWindowTitle(say("preferences.title"))
        self._build_name(now)
        self._build_colours(now)
        self._build_look(now)
        self._build_dialog()

    def show_text_size(self, percent: int) -> None:
        """Follows a zoom that was made on the page."""
        if self.text_size.findData(percent) < 0:
            place = bisect(_SIZES, percent)
            self.text_size.insertItem(place, say("preferences.percent", percent=percent), percent)
        self.text_size.setCurrentIndex(self.text_size.findData(percent))

    def _build_name(self, now: Preferences) -> None:
        self.name = QLineEdit(now.name)
        self.name.setAccessibleName(say("preferences.name").replace("&", ""))
        self.name.editingFinished.connect(self._tell_me)

    def _build_colours(self, now: Preferences) -> None:
        self._colours = QButtonGroup(self)
        self._colour_grid = QGridLayout()
        for place, (colour, name) in enumerate(zip(COLOURS, _COLOUR_NAMES, strict=True)):
            button = Pick(say(name))
            button.setObjectName(colour)
            button.setIcon(_swatch(colour))
            button.setChecked(colour.lower() == now.colour.lower())
            self._colours.addButton(button)
            self._colour_grid.addWidget(button, place // 3, place % 3)
        self._colours.buttonClicked.connect(lambda _: self._tell_me())

    def _build_look(self, now: Preferences) -> None:
        self.theme = Chooser()
        self.theme.setAccessibleName(say("preferences.theme").replace("&", ""))
        for name, words in _THEMES.items():
            self.theme.addItem(say(words), name)
        self.theme.setCurrentIndex(self.theme.findData(now.theme))
        self.theme.activated.connect(lambda: self.theme_changed.emit(self.theme.currentData()))
        self.text_size = Chooser()
        self.text_size.setAccessibleName(say("preferences.text_size").replace("&", ""))
        for percent in _SIZES:
            self.text_size.addItem(say("preferences.percent", percent=percent), percent)
        self.show_text_size(now.text_size)
        self.text_size.activated.connect(lambda: self.text_size_changed.emit(self.text_size.currentData()))

    def _build_dialog(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        form.addRow(say("preferences.name"), self.name)
        form.addRow(plain_label(say("preferences.colour")), self._colour_grid)
        form.addRow(say("preferences.theme"), self.theme)
        form.addRow(say("preferences.text_size"), self.text_size)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addLayout(form)
        column.addWidget(plain_label(say("preferences.at_once"), "quiet", wraps=True))
        column.addSpacing(6)
        column.addStretch()
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def _tell_me(self) -> None:
        """Sends name and colour where they changed; without a name the one before comes back."""
        if not self.name.text().strip():
            self.name.setText(self._me[0])
        checked = self._colours.checkedButton()
        me = (self.name.text().strip(), checked.objectName() if checked is not None else self._me[1])
        if me != self._me:
            self._me = me
            self.me_changed.emit(*me)


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
