"""Labels that show whatever they are given letter by letter, and never read it as markup."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import Qt as QtOfTexts
from PySide6.QtWidgets import QLabel, QMessageBox, QToolTip, QWidget


def plain_label(words: str = "", kind: str = "", wraps: bool = False) -> QLabel:
    """A label of plain text; `kind` is one of the stylesheet's ("quiet", "alarm" and so on)."""
    label = QLabel()
    label.setWordWrap(wraps)
    _make_plain(label, words, kind)
    return label


class ElidedLabel(QLabel):
    """A label of plain text on one line that is cut short where room lacks; then its tooltip has it whole."""

    def __init__(self, words: str, kind: str = "") -> None:
        super().__init__()
        _make_plain(self, words, kind)

    @property
    def shown(self) -> str:
        """The words as far as there is room for them."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip("" if self.shown == self.text() else _as_markup(self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.style().drawItemText(
                painter,
                self.rect(),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading),
                self.palette(),
                self.isEnabled(),
                self.shown,
                self.foregroundRole(),
            )


def plain_warning(title: str, words: str, more: str = "", parent: QWidget | None = None) -> QMessageBox:
    """A box that warns, without buttons yet."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(words)
    box.setInformativeText(more)
    return box


def _make_plain(label: QLabel, words: str, kind: str) -> None:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    if kind:
        label.setProperty("kind", kind)


def as_tip(words: str) -> str:
    """Words for a tool tip, of which Qt reads as markup whatever looks like it."""
    return _as_markup(words) if QtOfTexts.mightBeRichText(words) else words


def show_tip(place: QPoint, words: str, over: QWidget) -> None:
    """Shows words as a tooltip, letter by letter, at a place of the screen; hides it where there are none."""
    QToolTip.showText(place, _as_markup(words) if words else "", over)


def _as_markup(words: str) -> str:
    from html import escape  # whose table of names takes as long to load as ten modules of ours

    lines = "<br>".join(escape(line) for line in words.split("\n"))
    return f"<qt>{lines}</qt>"
