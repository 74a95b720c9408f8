"""How articles are set: size, width of the lines, face."""

from bisect import bisect

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from annotator.window.article.face import reading_font
from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
from annotator.window.preferences.form import form_in
from annotator.window.ticks import Slider
from annotator.words import say

_SIZES = (75, 90, 100, 110, 125, 150, 175, 200)  # percent
#: The narrowest and the widest lines, in characters.
COLUMNS = (45, 100)
_SAMPLE_SIZE = 19  # pixels

#: Kinds of faces that every system has, by the words for them.
_OF_THE_SYSTEM = {
    "preferences.face_serif": QFont.StyleHint.Serif,
    "preferences.face_sans": QFont.StyleHint.SansSerif,
}


class ReadingPage(QWidget):
    """Size, width and face of the article's type.

    Signals: `zoom_chosen` in percent, `columns_chosen` in characters, `face_chosen` with a family of type,
    empty for our own.
    """

    zoom_chosen = Signal(int)
    columns_chosen = Signal(int)
    face_chosen = Signal(str)

    def __init__(self, zoom: int, columns: int, face: str) -> None:
        super().__init__()
        self._build_size(zoom)
        self._build_columns(columns)
        self._build_face(face)
        self._build_form()

    def show_zoom(self, percent: int) -> None:
        """Follows a zoom that was made on the page."""
        if self.zoom.findData(percent) < 0:
            place = bisect(_SIZES, percent)
            self.zoom.insertItem(place, say("preferences.percent", percent=percent), percent)
        self.zoom.setCurrentIndex(self.zoom.findData(percent))

    def _build_size(self, percent: int) -> None:
        self.zoom = Chooser()
        self.zoom.setAccessibleName(say("preferences.text_size").replace("&", ""))
        for size in _SIZES:
            self.zoom.addItem(say("preferences.percent", percent=size), size)
        self.show_zoom(percent)
        self.zoom.activated.connect(lambda: self.zoom_chosen.emit(self.zoom.currentData()))

    def _build_columns(self, columns: int) -> None:
        self.columns = Slider(Qt.Orientation.Horizontal)
        self.columns.setAccessibleName(say("preferences.columns").replace("&", ""))
        self.columns.setRange(*COLUMNS)
        self.columns.setPageStep(5)
        self.columns.setValue(columns)
        self._characters = plain_label(kind="quiet")
        self._characters.setMinimumWidth(
            self._characters.fontMetrics().horizontalAdvance(say("preferences.characters", count=COLUMNS[1]))
        )
        self._tell_characters(columns)
        self.columns.valueChanged.connect(self._tell_characters)
        self.columns.valueChanged.connect(self.columns_chosen)

    def _build_face(self, face: str) -> None:
        self.face = Chooser()
        self.face.setAccessibleName(say("preferences.face").replace("&", ""))
        self.face.setMinimumContentsLength(24)
        self.face.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.face.addItem(say("preferences.face_own"), "")
        for key, hint in _OF_THE_SYSTEM.items():
            family = _family(hint)
            self.face.addItem(say(key, family=family), family)
        self.face.insertSeparator(self.face.count())
        for family in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(family):
                self.face.addItem(family, family)
        self.face.setCurrentIndex(max(0, self.face.findData(face)))
        self._sample = plain_label(say("preferences.sample"), wraps=True)
        self._show_sample()
        self.face.activated.connect(self._take_face)

    def _build_form(self) -> None:
        width = QHBoxLayout()
        width.setSpacing(12)
        width.addWidget(self.columns, 1)
        width.addWidget(self._characters)
        form: QFormLayout = form_in(self)
        form.addRow(say("preferences.text_size"), self.zoom)
        form.addRow(say("preferences.columns"), width)
        form.addRow(say("preferences.face"), self.face)
        form.addRow("", self._sample)
        form.addRow("", plain_label(say("preferences.reading_shown"), "quiet", wraps=True))
        label = form.labelForField(width)
        label.setBuddy(self.columns)  # type: ignore[attr-defined]

    def _tell_characters(self, count: int) -> None:
        self._characters.setText(say("preferences.characters", count=count))

    def _take_face(self) -> None:
        self._show_sample()
        self.face_chosen.emit(self.face.currentData())

    def _show_sample(self) -> None:
        family = self.face.currentData()
        font = QFont(family) if family else reading_font(_SAMPLE_SIZE)
        font.setPixelSize(_SAMPLE_SIZE)
        self._sample.setFont(font)


def _family(hint: QFont.StyleHint) -> str:
    """The family that this system has for a kind of face."""
    font = QFont("serif" if hint is QFont.StyleHint.Serif else "sans-serif")
    font.setStyleHint(hint)
    return QFontInfo(font).family()
