"""In which language the window speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
from annotator.words import say

#: The languages as those who speak them call them; the first follows the system.
_LANGUAGES = {"system": "", "en": "English", "de": "Deutsch", "es": "Español"}


class LanguageRow(QWidget):
    """A choice of languages. Signal: `language_chosen` with a code, or `system`."""

    language_chosen = Signal(str)

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self._build(chosen)

    def _build(self, chosen: str) -> None:
        self.language = Chooser()
        self.language.setAccessibleName(say("preferences.language").replace("&", ""))
        for code, name in _LANGUAGES.items():
            self.language.addItem(name or say("preferences.language_system"), code)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        self.language.activated.connect(self._tell)
        self._later = plain_label(say("preferences.language_later"), "quiet", wraps=True)
        self._later.setVisible(False)
        label = plain_label(say("preferences.language"))
        label.setBuddy(self.language)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(label)
        row.addWidget(self.language, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._later)

    def _tell(self) -> None:
        self._later.setVisible(True)
        self.language_chosen.emit(self.language.currentData())
