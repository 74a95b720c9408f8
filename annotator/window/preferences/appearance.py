"""The language and the colours of the window."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.window.plain import plain_label
from annotator.window.preferences.form import PAGE
from annotator.window.preferences.language import LanguageRow
from annotator.window.theme import THEMES, Theme, current_theme, load_theme
from annotator.window.ticks import Pick
from annotator.words import say

_SYSTEM = "system"
_PICTURE = QSize(64, 40)  # pixels


class AppearancePage(QWidget):
    """The language, and one theme of several.

    Signals: `theme_chosen` with its name, `language_chosen` with its code; both may be `system`.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, theme: str, language: str) -> None:
        super().__init__()
        self._build(theme, language)

    def _build(self, chosen: str, language: str) -> None:
        self._themes = QButtonGroup(self)
        self.language = LanguageRow(language)
        self.language.language_chosen.connect(self.language_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE)
        column.setSpacing(8)
        column.addWidget(self.language)
        column.addSpacing(10)
        for name in (_SYSTEM, *THEMES):
            column.addWidget(self._build_pick(name, chosen))
            if name == _SYSTEM:
                column.addWidget(plain_label(say("preferences.system_about"), "quiet", wraps=True))
                column.addSpacing(8)
        column.addStretch()
        self._themes.buttonToggled.connect(self._tell)

    def _tell(self, button: QAbstractButton, on: bool) -> None:
        if on:
            self.theme_chosen.emit(button.objectName())

    def _build_pick(self, name: str, chosen: str) -> Pick:
        pick = Pick(say(f"preferences.{name}"))
        pick.setObjectName(name)
        pick.setIcon(
            _picture(current_theme() if name == _SYSTEM else load_theme(name), pick.devicePixelRatioF())
        )
        pick.setIconSize(_PICTURE)
        pick.setChecked(name == (chosen if chosen in THEMES else _SYSTEM))
        self._themes.addButton(pick)
        return pick


def _picture(theme: Theme, ratio: float) -> QIcon:
    """A small page in a theme's colours, with a claim of each tag."""
    image = QPixmap(_PICTURE * ratio)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.border))
        painter.setBrush(QColor(theme.page))
        painter.drawRoundedRect(QRectF(0.5, 0.5, _PICTURE.width() - 1, _PICTURE.height() - 1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        for row, (tag, width) in enumerate(zip(Tag, (44.0, 30.0, 38.0), strict=True)):
            top = 8.0 + 9 * row
            painter.fillRect(QRectF(8, top - 2, width, 7), theme.tinted(tag))
            painter.fillRect(QRectF(8, top, width, 2), QColor(theme.ink))
            painter.fillRect(QRectF(8, top + 4, width, 2), QColor(theme.tags[tag].mark))
    return QIcon(image)
