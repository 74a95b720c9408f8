"""What this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator import __version__
from annotator.window.article.face import reading_font
from annotator.window.icons import application_icon
from annotator.window.plain import plain_label
from annotator.words import say

_ICON = 64  # pixels


class AboutDialog(QDialog):
    """Name, version, what it is for, and where the person's work is kept."""

    def __init__(self, library: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("about.title"))
        self._build_dialog(library)

    def _build_dialog(self, library: str) -> None:
        icon = plain_label()
        icon.setPixmap(application_icon().pixmap(_ICON, _ICON))
        name = plain_label(say("welcome.name"))
        face = reading_font(24)
        face.setBold(True)
        name.setFont(face)
        labels: list[QLabel] = [
            icon,
            name,
            plain_label(say("about.version", version=__version__), "quiet"),
            plain_label(say("welcome.purpose"), wraps=True),
            plain_label(say("about.kept"), wraps=True),
        ]
        if library:
            labels.append(self._selectable(library))
        labels.append(plain_label(say("about.face"), "quiet", wraps=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 14)
        column.setSpacing(8)
        for label in labels:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch()
        column.addWidget(buttons)
        self.setFixedWidth(400)

    def _selectable(self, library: str) -> QLabel:
        label = plain_label(library, "quiet", wraps=True)
        label.setAccessibleName(say("about.library", library=library))
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label
