"""Labels that show whatever they are given letter by letter, and never read it as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


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
