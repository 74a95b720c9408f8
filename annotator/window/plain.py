"""Labels that show whatever they are given letter by letter, and never read it as markup."""

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QToolTip, QWidget


def plain_label(words: str = "", kind: str = "", wraps: bool = False) -> QLabel:
    """A label of plain text; `kind` is one of the stylesheet's ("quiet", "alarm" and so on)."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setWordWrap(wraps)
    if kind:
        label.setProperty("kind", kind)
    return label


def plain_warning(title: str, words: str, more: str = "", parent: QWidget | None = None) -> QMessageBox:
    """A box that warns, without buttons yet."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(words)
    box.setInformativeText(more)
    return box


def show_tip(place: QPoint, words: str, over: QWidget) -> None:
    """Shows words as a tooltip, letter by letter, at a place of the screen; hides it where there are none."""
    lines = "<br>".join(escape(line) for line in words.split("\n"))
    QToolTip.showText(place, f"<qt>{lines}</qt>" if words else "", over)
